package io.github.clv4j.json;

import io.github.clv4j.scoring.CustomerScore;
import io.github.clv4j.scoring.FitProvenance;
import io.github.clv4j.scoring.InputKind;
import io.github.clv4j.scoring.ModelInput;
import io.github.clv4j.scoring.ModelParameters;
import io.github.clv4j.scoring.ScoreExplanation;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.segment.Axis;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.value.AdoptionModel;
import io.github.clv4j.value.GroupShareTable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a model into the JSON {@link ModelReader} reads. */
final class ModelWriter {

    static final String GOLDEN = "golden";
    static final String CHECKSUM = "sha256";
    static final String SURVIVAL = "survival";
    static final String CUTS = "cuts";
    static final String CUTS_BY_GROUP = "cutsByGroup";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ModelWriter() {}

    static String write(ModelFile file) {
        ScoringModel model = file.model();
        ObjectNode json = NODES.objectNode();
        json.put("format", ModelFile.FORMAT);
        json.put("clv4j", file.version());
        json.set(
                "plan",
                PlanWriter.write(
                        new PlanFile(file.name(), model.plan(), file.input().map(InputQuery::plan))));
        file.input().ifPresent(input -> json.put("sql", input.sql()));
        json.set("fit", fit(file.provenance()));
        json.set("parameters", parameters(model.parameters()));
        json.set(GOLDEN, golden(model));
        json.put(CHECKSUM, Checksum.BLANK);
        return Checksum.seal(JsonText.write(json));
    }

    static ObjectNode fit(FitProvenance provenance) {
        ObjectNode json = NODES.objectNode();
        json.put("rows", provenance.rows());
        json.put("customers", provenance.customers());
        json.put("columnsSha256", provenance.columnsSha256());
        return json;
    }

    private static ObjectNode parameters(ModelParameters parameters) {
        ObjectNode json = NODES.objectNode();
        ObjectNode shares = json.putObject("shares");
        parameters.shares().forEach((service, table) -> shares.set(service, shares(table)));
        if (!parameters.adoption().isEmpty()) {
            ObjectNode adoption = json.putObject("adoption");
            parameters
                    .adoption()
                    .forEach((service, model) -> adoption.set(
                            service,
                            logistic(model.features(), model.intercept(), model.coefficients(), model.means())));
        }
        parameters
                .churn()
                .ifPresent(churn -> json.set(
                        "churn", logistic(churn.features(), churn.intercept(), churn.coefficients(), churn.means())));
        parameters.survival().ifPresent(table -> json.set(SURVIVAL, LifetimeJson.write(table)));
        if (!parameters.scales().isEmpty()) {
            ObjectNode scales = json.putObject("scales");
            parameters.scales().forEach((indicator, scale) -> scales.set(indicator, ScaleJson.write(scale)));
        }
        json.set(cutsName(parameters.cuts()), cuts(parameters.cuts()));
        return json;
    }

    private static ObjectNode shares(GroupShareTable table) {
        ObjectNode json = NODES.objectNode();
        double[] shares = table.shares();
        for (int g = 0; g < shares.length; g++) {
            json.put(table.groups().get(g), shares[g]);
        }
        return json;
    }

    private static ObjectNode logistic(List<String> names, double intercept, double[] coefficients, double[] means) {
        ObjectNode json = NODES.objectNode();
        json.put("intercept", intercept);
        ObjectNode features = json.putObject("features");
        for (int j = 0; j < means.length; j++) {
            ObjectNode feature = features.putObject(names.get(j));
            feature.put("coefficient", coefficients[j]);
            feature.put("mean", means[j]);
        }
        return json;
    }

    /** The name tells the two forms apart: a group may be called as an axis is. */
    static String cutsName(CutTable cuts) {
        return cuts.forAll().isPresent() ? CUTS : CUTS_BY_GROUP;
    }

    static ObjectNode cuts(CutTable cuts) {
        return cuts.forAll().map(ModelWriter::cuts).orElseGet(() -> {
            ObjectNode json = NODES.objectNode();
            cuts.byGroup().forEach((group, points) -> json.set(group, cuts(points)));
            return json;
        });
    }

    private static ObjectNode cuts(CutPoints cuts) {
        ObjectNode json = NODES.objectNode();
        json.put("currentValue", cuts.currentValue());
        json.put("potentialValue", cuts.potentialValue());
        json.put("loyalty", cuts.loyalty());
        return json;
    }

    private static ArrayNode golden(ScoringModel model) {
        ArrayNode json = NODES.arrayNode();
        for (double[] customer : model.goldenCustomers()) {
            ObjectNode row = json.addObject();
            row.set("inputs", inputs(model.inputs(), customer));
            ScoreExplanation why = model.explain(customer);
            row.set("score", score(why.score()));
            row.set("explanation", explanation(why, model.parameters().adoption()));
        }
        return json;
    }

    private static ObjectNode inputs(List<ModelInput> inputs, double[] customer) {
        ObjectNode json = NODES.objectNode();
        for (int j = 0; j < customer.length; j++) {
            ModelInput input = inputs.get(j);
            if (input.kind() == InputKind.GROUP) {
                json.put(input.name(), input.groups().get((int) customer[j]));
            } else {
                put(json, input.name(), customer[j]);
            }
        }
        return json;
    }

    private static ObjectNode score(CustomerScore score) {
        ObjectNode json = NODES.objectNode();
        json.put("currentValue", score.currentValue());
        json.put("potentialValue", score.potentialValue());
        put(json, "churnProbability", score.churnProbability());
        json.put("loyalty", score.loyalty());
        json.put("segment", score.segment().name());
        if (!Double.isNaN(score.loyaltyCoverage())) {
            put(json, "loyaltyIndex", score.loyaltyIndex());
            json.put("loyaltyCoverage", score.loyaltyCoverage());
        }
        return json;
    }

    /** JSON has no NaN: what is missing is null. */
    private static void put(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    /** What the score alone does not show: the means, and the last digits of the cuts. */
    private static ObjectNode explanation(ScoreExplanation why, Map<String, AdoptionModel> adoption) {
        ObjectNode json = NODES.objectNode();
        why.churn().ifPresent(churn -> json.put("churnBaseline", churn.baseline()));
        if (!adoption.isEmpty()) {
            ObjectNode baselines = json.putObject("adoptionBaselines");
            adoption.forEach((service, model) -> baselines.put(service, model.baseline()));
        }
        ObjectNode distances = json.putObject("distances");
        why.placement().axes().forEach(axis -> distances.put(name(axis.axis()), axis.distance()));
        return json;
    }

    /** The name of an axis, as of its cut. */
    static String name(Axis axis) {
        return switch (axis) {
            case CURRENT_VALUE -> "currentValue";
            case POTENTIAL_VALUE -> "potentialValue";
            case LOYALTY -> "loyalty";
        };
    }
}
