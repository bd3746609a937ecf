package io.github.clv4j.json;

import io.github.clv4j.indicator.Scale;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.scoring.CustomerScore;
import io.github.clv4j.scoring.FitProvenance;
import io.github.clv4j.scoring.InputKind;
import io.github.clv4j.scoring.ModelInput;
import io.github.clv4j.scoring.ModelParameters;
import io.github.clv4j.scoring.ScoreExplanation;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.value.AdoptionModel;
import io.github.clv4j.value.GroupShareTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the JSON of a model into a model. */
final class ModelReader {

    private ModelReader() {}

    static ModelFile read(JsonPlace json) {
        json.requireFormat(ModelFile.FORMAT);
        json.object("format", "clv4j", "plan", "sql", "fit", "parameters", ModelWriter.GOLDEN, ModelWriter.CHECKSUM);
        PlanFile plan = PlanReader.read(json.field("plan"));
        FitProvenance fit = fit(json.field("fit"));
        ModelParameters parameters = parameters(json.field("parameters"));
        ScoringModel model = json.field("parameters").made(() -> ScoringModel.of(plan.plan(), parameters));
        Optional<InputQuery> input = input(json, plan.input());
        return json.made(() -> new ModelFile(
                plan.name(), model, fit, input, json.field("clv4j").text()));
    }

    private static Optional<InputQuery> input(JsonPlace json, Optional<InputPlan> plan) {
        if (plan.isEmpty() && json.optional("sql").isPresent()) {
            throw json.field("sql").error("must not be there in a model whose plan has no input");
        }
        return plan.map(
                input -> json.made(() -> new InputQuery(input, json.field("sql").text())));
    }

    private static FitProvenance fit(JsonPlace json) {
        json.object("rows", "customers", "columnsSha256");
        return json.made(() -> new FitProvenance(
                json.field("rows").count(),
                json.field("customers").count(),
                json.field("columnsSha256").text()));
    }

    private static ModelParameters parameters(JsonPlace json) {
        json.object(
                "shares",
                "adoption",
                "churn",
                ModelWriter.SURVIVAL,
                "scales",
                ModelWriter.CUTS,
                ModelWriter.CUTS_BY_GROUP);
        Map<String, GroupShareTable> shares = new LinkedHashMap<>();
        JsonPlace tables = json.field("shares");
        for (String service : tables.names()) {
            JsonPlace table = tables.field(service);
            shares.put(service, table.made(() -> shares(table)));
        }
        return new ModelParameters(
                shares,
                json.optional("adoption").map(ModelReader::adoption).orElse(Map.of()),
                json.optional("churn").map(churn -> logistic(churn, ChurnModel::of)),
                json.optional(ModelWriter.SURVIVAL).map(LifetimeJson::readTable),
                json.optional("scales").map(ModelReader::scales).orElse(Map.of()),
                cutTable(json));
    }

    private static Map<String, AdoptionModel> adoption(JsonPlace json) {
        Map<String, AdoptionModel> models = new LinkedHashMap<>();
        json.names().forEach(service -> models.put(service, logistic(json.field(service), AdoptionModel::of)));
        return models;
    }

    private static Map<String, Scale> scales(JsonPlace json) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        json.names().forEach(indicator -> scales.put(indicator, ScaleJson.readFitted(json.field(indicator))));
        return scales;
    }

    private static GroupShareTable shares(JsonPlace json) {
        return GroupShareTable.of(json.names(), numbers(json.fields()));
    }

    /** What makes a logistic model of its parts. */
    private interface LogisticMaker<T> {
        T of(List<String> features, double intercept, double[] coefficients, double[] means);
    }

    private static <T> T logistic(JsonPlace json, LogisticMaker<T> maker) {
        json.object("intercept", "features");
        List<JsonPlace> features = json.field("features").fields();
        features.forEach(feature -> feature.object("coefficient", "mean"));
        return json.made(() -> maker.of(
                json.field("features").names(),
                json.field("intercept").number(),
                numbers(features.stream().map(f -> f.field("coefficient")).toList()),
                numbers(features.stream().map(f -> f.field("mean")).toList())));
    }

    private static CutTable cutTable(JsonPlace json) {
        if (json.optional(ModelWriter.CUTS_BY_GROUP).isEmpty()) {
            return CutTable.of(cuts(json.field(ModelWriter.CUTS)));
        }
        if (json.optional(ModelWriter.CUTS).isPresent()) {
            throw json.error(
                    "must have either " + ModelWriter.CUTS + " or " + ModelWriter.CUTS_BY_GROUP + ", but has both");
        }
        JsonPlace groups = json.field(ModelWriter.CUTS_BY_GROUP);
        Map<String, CutPoints> cuts = new LinkedHashMap<>();
        groups.names().forEach(group -> cuts.put(group, cuts(groups.field(group))));
        return groups.made(() -> CutTable.byGroup(cuts));
    }

    private static CutPoints cuts(JsonPlace json) {
        json.object("currentValue", "potentialValue", "loyalty");
        return CutPoints.of(
                json.field("currentValue").number(),
                json.field("potentialValue").number(),
                json.field("loyalty").number());
    }

    private static double[] numbers(List<JsonPlace> places) {
        return places.stream().mapToDouble(JsonPlace::number).toArray();
    }

    /** Scores and explains the golden rows and compares, bit for bit. */
    static void verify(JsonPlace golden, ScoringModel model) {
        List<JsonPlace> rows = golden.items();
        if (rows.isEmpty()) {
            throw golden.error("must have at least one customer whom the model can score, but has none");
        }
        for (JsonPlace row : rows) {
            row.object("inputs", "score", "explanation");
            double[] customer = customer(row.field("inputs"), model.inputs());
            CustomerScore score = score(row.field("score"));
            row.made(() -> {
                model.verify(customer, score);
                return score;
            });
            verify(
                    row.field("explanation"),
                    model.explain(customer),
                    model.parameters().adoption());
        }
    }

    private static void verify(JsonPlace json, ScoreExplanation why, Map<String, AdoptionModel> adoption) {
        json.object("churnBaseline", "adoptionBaselines", "distances");
        why.churn().ifPresent(churn -> json.field("churnBaseline").requireSame(churn.baseline()));
        if (!adoption.isEmpty()) {
            JsonPlace baselines =
                    json.field("adoptionBaselines").object(adoption.keySet().toArray(String[]::new));
            adoption.forEach((service, model) -> baselines.field(service).requireSame(model.baseline()));
        }
        JsonPlace distances = json.field("distances").object("currentValue", "potentialValue", "loyalty");
        why.placement()
                .axes()
                .forEach(axis -> distances.field(ModelWriter.name(axis.axis())).requireSame(axis.distance()));
    }

    private static double[] customer(JsonPlace json, List<ModelInput> inputs) {
        json.object(inputs.stream().map(ModelInput::name).toArray(String[]::new));
        return inputs.stream()
                .mapToDouble(input -> value(json.field(input.name()), input))
                .toArray();
    }

    private static double value(JsonPlace json, ModelInput input) {
        return input.kind() == InputKind.GROUP ? json.made(() -> input.code(json.text())) : numberOrMissing(json);
    }

    private static CustomerScore score(JsonPlace json) {
        json.object(
                "currentValue",
                "potentialValue",
                "churnProbability",
                "loyalty",
                "segment",
                "loyaltyIndex",
                "loyaltyCoverage");
        return new CustomerScore(
                json.field("currentValue").number(),
                json.field("potentialValue").number(),
                numberOrMissing(json.field("churnProbability")),
                json.field("loyalty").number(),
                segment(json.field("segment")),
                json.optional("loyaltyIndex").map(ModelReader::numberOrMissing).orElse(Double.NaN),
                json.optional("loyaltyCoverage").map(JsonPlace::number).orElse(Double.NaN));
    }

    /** JSON has no NaN: what is missing is null. */
    private static double numberOrMissing(JsonPlace json) {
        return json.isNull() ? Double.NaN : json.number();
    }

    private static Segment segment(JsonPlace json) {
        return Segment.all().stream()
                .filter(segment -> json.isText(segment.name()))
                .findFirst()
                .orElseThrow(() -> json.error("must be one of " + Segment.all() + ", but was " + json.shown()));
    }
}
