package io.github.clv4j.json;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScalePoint;
import io.github.clv4j.indicator.ScaleRule;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Scales and the rules that fit them, as JSON. */
final class ScaleJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ScaleJson() {}

    /** Which raw values are the best. */
    private enum Best {
        HIGH,
        LOW
    }

    static ScaleRule read(JsonPlace json) {
        if (json.isText("min-max")) {
            return ScaleRule.minMax();
        }
        if (json.isText("ranks")) {
            return ScaleRule.ranks();
        }
        if (json.isText()) {
            throw json.error("must be \"min-max\", \"ranks\" or an object, but was " + json.shown());
        }
        return json.made(() -> switch (json.one(
                "linear", "likert", "logarithmic", "piecewise", "percentileRank", "quantiles", "ranks")) {
            case "linear" -> Scale.linear(first(json.field("linear")), second(json.field("linear")));
            case "likert" -> likert(json.field("likert"));
            case "logarithmic" ->
                Scale.logarithmic(first(json.field("logarithmic")), second(json.field("logarithmic")));
            case "piecewise" -> Scale.piecewise(points(json.field("piecewise")));
            case "percentileRank" -> percentileRank(json.field("percentileRank"));
            case "quantiles" -> ScaleRule.quantiles(first(json.field("quantiles")), second(json.field("quantiles")));
            default ->
                lowIsBest(json.field("ranks").object("best"))
                        ? ScaleRule.ranks().reversed()
                        : ScaleRule.ranks();
        });
    }

    /** A scale that is not a rule. */
    static Scale readFitted(JsonPlace json) {
        if (read(json) instanceof Scale scale) {
            return scale;
        }
        throw json.error("must be a scale, but was a rule that fits one");
    }

    private static Scale likert(JsonPlace json) {
        return json.isList() ? Scale.likert(first(json), second(json)) : Scale.likert(json.count());
    }

    private static Scale percentileRank(JsonPlace json) {
        json.object("best", "points");
        return Scale.percentileRank(points(json.field("points")), lowIsBest(json));
    }

    private static boolean lowIsBest(JsonPlace json) {
        return json.field("best").constant(Best.class) == Best.LOW;
    }

    private static List<ScalePoint> points(JsonPlace json) {
        return json.items().stream()
                .map(point -> point.made(() -> new ScalePoint(first(point), second(point))))
                .toList();
    }

    private static double first(JsonPlace pair) {
        return pair(pair).get(0).number();
    }

    private static double second(JsonPlace pair) {
        return pair(pair).get(1).number();
    }

    private static List<JsonPlace> pair(JsonPlace json) {
        List<JsonPlace> items = json.items();
        if (items.size() != 2) {
            throw json.error("must be a list of two numbers, but had " + items.size());
        }
        return items;
    }

    static JsonNode write(ScaleRule rule) {
        if (rule instanceof Scale.Linear linear) {
            return pair("linear", linear.worst(), linear.best());
        }
        if (rule instanceof Scale.Likert likert) {
            return pair("likert", likert.worst(), likert.best());
        }
        if (rule instanceof Scale.Logarithmic logarithmic) {
            return pair("logarithmic", logarithmic.worst(), logarithmic.best());
        }
        if (rule instanceof Scale.Piecewise piecewise) {
            return NODES.objectNode().set("piecewise", points(piecewise.points()));
        }
        if (rule instanceof Scale.PercentileRank rank) {
            ObjectNode fields = best(rank.lowIsBest());
            fields.set("points", points(rank.points()));
            return NODES.objectNode().set("percentileRank", fields);
        }
        return rule instanceof ScaleRule.Quantiles quantiles
                ? pair("quantiles", quantiles.worst(), quantiles.best())
                : NODES.objectNode().set("ranks", best(((ScaleRule.Ranks) rule).lowIsBest()));
    }

    private static ObjectNode best(boolean lowIsBest) {
        return NODES.objectNode().put("best", ConstantName.of(lowIsBest ? Best.LOW : Best.HIGH));
    }

    private static ObjectNode pair(String kind, double first, double second) {
        ObjectNode json = NODES.objectNode();
        json.putArray(kind).add(first).add(second);
        return json;
    }

    private static ArrayNode points(List<ScalePoint> points) {
        ArrayNode json = NODES.arrayNode();
        points.forEach(point -> json.addArray().add(point.value()).add(point.score()));
        return json;
    }
}
