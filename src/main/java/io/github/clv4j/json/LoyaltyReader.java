package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.WeightMethod;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.IndexPlan;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyIndexBuilder;
import io.github.clv4j.loyalty.LoyaltyPreset;
import io.github.clv4j.scoring.LoyaltyPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the JSON of a loyalty axis into its plan: a preset with columns, or a whole tree of indicators. */
final class LoyaltyReader {

    /** So that a plan that is read can be written again, and within a model. */
    private static final int DEEPEST = 100;

    private final LoyaltyIndexBuilder index;
    private final Map<String, String> columns = new LinkedHashMap<>();

    private LoyaltyReader(LoyaltyIndexBuilder index) {
        this.index = index;
    }

    static LoyaltyPlan read(JsonPlace json) {
        if (json.isText("retention")) {
            return LoyaltyPlan.retention();
        }
        if (!json.isObject()) {
            throw json.error("must be \"retention\" or an object with an index, but was " + json.shown());
        }
        json.object("retentionShare", "withoutIndex", "index");
        double share = json.optional("retentionShare").map(JsonPlace::number).orElse(0.0);
        LoyaltyPlan.WithoutIndex withoutIndex = json.optional("withoutIndex")
                .map(place -> place.constant(LoyaltyPlan.WithoutIndex.class))
                .orElse(LoyaltyPlan.WithoutIndex.FAIL);
        LoyaltyReader reader = of(json.field("index"));
        IndexPlan plan = json.field("index").made(reader.index::plan);
        return json.made(() -> LoyaltyPlan.mix(share, plan, reader.columns, withoutIndex));
    }

    private static LoyaltyReader of(JsonPlace json) {
        LoyaltyReader reader = json.optional("preset").isPresent() ? preset(json) : whole(json);
        json.optional("missing").map(LoyaltyReader::missing).ifPresent(reader.index::missing);
        return reader;
    }

    private static LoyaltyReader preset(JsonPlace json) {
        json.object("preset", "missing", "method", "columns", "absent", "scales", "weights", "judgements");
        LoyaltyReader reader = new LoyaltyReader(
                json.field("preset").constant(LoyaltyPreset.class).builder());
        List<String> names = reader.index.plan().root().indicators().stream()
                .map(Indicator::name)
                .toList();
        JsonPlace columns = json.field("columns");
        columns.object(names.toArray(String[]::new));
        columns.names().forEach(name -> reader.columns.put(name, PlanReader.name(columns.field(name))));
        requireEachOnce(json, names, columns.names());
        reader.method(json);
        reader.reweigh(json);
        json.optional("scales")
                .ifPresent(scales -> scales.object(names.toArray(String[]::new))
                        .names()
                        .forEach(name -> reader.index.rescale(name, ScaleJson.read(scales.field(name)))));
        return reader;
    }

    private void method(JsonPlace json) {
        json.optional("method")
                .map(method -> method.constant(WeightMethod.class))
                .ifPresent(method -> index.solver(AhpSolver.withDefaults().withMethod(method)));
    }

    /** Weights and judgements in place of those of a preset, by the names of its groups. */
    private void reweigh(JsonPlace json) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        addGroups(index.plan().root(), groups);
        String[] names = groups.keySet().toArray(String[]::new);
        json.optional("weights")
                .map(weights -> weights.object(names))
                .ifPresent(weights -> weights.names().forEach(group -> {
                    JsonPlace list = weights.field(group);
                    list.made(() -> index.weigh(group, list.numbers()));
                }));
        json.optional("judgements")
                .map(judgements -> judgements.object(names))
                .ifPresent(judgements -> judgements.names().forEach(group -> {
                    JsonPlace rows = judgements.field(group);
                    if (json.optional("weights")
                            .flatMap(weights -> weights.optional(group))
                            .isPresent()) {
                        throw rows.error("must not stand beside weights of the same group");
                    }
                    rows.made(() ->
                            index.judge(group, JudgementReader.read(rows, groups.getOrDefault(group, List.of()))));
                }));
    }

    private static void addGroups(IndexGroup group, Map<String, List<String>> groups) {
        groups.put(group.name(), group.weights().names());
        for (IndexNode part : group.parts()) {
            if (part instanceof IndexGroup inner) {
                addGroups(inner, groups);
            }
        }
    }

    /** An indicator that is forgotten would count as missing without a word, so what is absent must be said. */
    private static void requireEachOnce(JsonPlace json, List<String> names, List<String> present) {
        List<String> said = new ArrayList<>(present);
        for (JsonPlace absent : json.optional("absent").map(JsonPlace::items).orElse(List.of())) {
            if (!names.contains(absent.text()) || said.contains(absent.text())) {
                throw absent.error("must be an indicator without a column, one of " + without(names, said)
                        + ", but was \"" + absent.text() + "\"");
            }
            said.add(absent.text());
        }
        if (said.size() < names.size()) {
            throw json.error("must have, among its \"columns\" or in its list \"absent\", " + without(names, said));
        }
    }

    private static List<String> without(List<String> names, List<String> some) {
        return names.stream().filter(name -> !some.contains(name)).toList();
    }

    private static MissingPolicy missing(JsonPlace json) {
        if (json.isText("reject")) {
            return MissingPolicy.reject();
        }
        if (!json.isObject()) {
            throw json.error("must be \"reject\" or an object with renormalise, but was " + json.shown());
        }
        JsonPlace floor = json.object("renormalise").field("renormalise");
        return floor.made(() -> MissingPolicy.renormalise(floor.number()));
    }

    private static LoyaltyReader whole(JsonPlace json) {
        json.object("missing", "method", "weights", "origin", "judgements", "parts");
        LoyaltyReader reader = new LoyaltyReader(LoyaltyIndex.builder());
        reader.method(json);
        List<JsonPlace> branches = json.field("parts").items();
        List<String> names =
                branches.stream().map(branch -> branch.field("name").text()).toList();
        List<String> needed = List.of(LoyaltyIndex.BEHAVIOURAL, LoyaltyIndex.EMOTIONAL);
        if (!names.equals(needed)) {
            throw json.field("parts").error("must be named " + needed + ", but were " + names);
        }
        for (JsonPlace branch : branches) {
            branch.object("name", "weights", "origin", "judgements", "parts");
            reader.parts(branch, branch.field("name").text(), 1);
        }
        reader.weigh(json, LoyaltyIndex.WHOLE, needed);
        return reader;
    }

    private void parts(JsonPlace group, String groupName, int depth) {
        List<JsonPlace> parts = group.field("parts").items();
        if (parts.isEmpty() || depth > DEEPEST) {
            throw group.field("parts")
                    .error(parts.isEmpty() ? "must not be empty" : "must not be deeper than " + DEEPEST + " groups");
        }
        List<String> names = new ArrayList<>();
        for (JsonPlace part : parts) {
            String name = PlanReader.name(part.field("name"));
            names.add(name);
            if (part.optional("parts").isPresent()) {
                part.object("name", "chineseName", "weights", "origin", "judgements", "parts");
                part.made(() -> index.addGroup(groupName, name, chineseName(part, name)));
                parts(part, name, depth + 1);
            } else {
                indicator(part, groupName, name);
            }
        }
        weigh(group, groupName, names);
    }

    private void indicator(JsonPlace json, String group, String name) {
        json.object("name", "chineseName", "unit", "chineseUnit", "column", "absent", "scale");
        String unit = json.optional("unit").map(PlanReader::line).orElse("");
        Indicator indicator = new Indicator(
                name,
                chineseName(json, name),
                unit,
                json.optional("chineseUnit").map(PlanReader::line).orElse(unit),
                ScaleJson.read(json.field("scale")));
        json.made(() -> index.add(group, indicator));
        if (json.optional("absent").map(JsonPlace::isTrue).orElse(false)) {
            json.object("name", "chineseName", "unit", "chineseUnit", "absent", "scale");
        } else {
            columns.put(name, PlanReader.name(json.field("column")));
        }
    }

    private static String chineseName(JsonPlace json, String name) {
        return json.optional("chineseName").map(PlanReader::name).orElse(name);
    }

    /** Parts that are neither weighed nor judged weigh the same only in the whole; elsewhere that must be said. */
    private void weigh(JsonPlace json, String group, List<String> parts) {
        if (json.optional("weights").isPresent() && json.optional("judgements").isPresent()) {
            throw json.error("must have either weights or judgements, but had both");
        }
        if (json.optional("origin").isPresent() && json.optional("weights").isEmpty()) {
            throw json.field("origin").error("must stand beside weights");
        }
        json.optional("judgements")
                .ifPresent(rows -> rows.made(() -> index.judge(group, JudgementReader.read(rows, parts))));
        json.optional("weights").ifPresent(list -> list.made(() -> index.weigh(group, weights(json, list, parts))));
    }

    private static Weights weights(JsonPlace json, JsonPlace list, List<String> parts) {
        WeightOrigin origin =
                json.optional("origin").map(LoyaltyReader::origin).orElse(WeightOrigin.of(WeightOrigin.Kind.GIVEN));
        return Weights.of(parts, origin, list.numbers());
    }

    private static WeightOrigin origin(JsonPlace json) {
        json.object("kind", "facts");
        Map<String, String> facts = new LinkedHashMap<>();
        JsonPlace given = json.field("facts");
        given.names().forEach(name -> facts.put(name, PlanReader.line(given.field(name))));
        return new WeightOrigin(json.field("kind").constant(WeightOrigin.Kind.class), facts);
    }
}
