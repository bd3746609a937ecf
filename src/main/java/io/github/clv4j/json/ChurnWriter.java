package io.github.clv4j.json;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.retention.ChurnPeriod;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.ClassWeightPlan;
import io.github.clv4j.scoring.HoldoutPlan;
import io.github.clv4j.scoring.RecalibrationPlan;
import io.github.clv4j.scoring.RidgePlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the plan of a logistic churn model into the JSON {@link ChurnReader} reads; what is not set is not there. */
final class ChurnWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ChurnWriter() {}

    static ObjectNode write(ChurnPlan.Logistic plan) {
        ObjectNode json = NODES.objectNode();
        json.put("outcome", plan.outcome());
        ArrayNode features = json.putArray("features");
        plan.features().forEach(feature -> {
            String baseline = plan.baselines().get(feature);
            if (baseline == null) {
                features.add(feature);
            } else {
                features.addObject().put("category", feature).put("baseline", baseline);
            }
        });
        plan.ridge().ifPresent(ridge -> json.set("ridge", ridge(ridge)));
        plan.weights().ifPresent(weights -> json.set("classWeights", weights(weights)));
        plan.period().ifPresent(period -> json.set("period", period(period)));
        plan.holdout().ifPresent(holdout -> json.set("holdout", holdout(holdout)));
        plan.recalibration().ifPresent(correction -> json.set("recalibration", recalibration(correction)));
        return json;
    }

    private static JsonNode ridge(RidgePlan ridge) {
        if (ridge instanceof RidgePlan.Penalty penalty) {
            return NODES.numberNode(penalty.lambda());
        }
        RidgePlan.CrossValidated search = (RidgePlan.CrossValidated) ridge;
        return NODES.objectNode().put("folds", search.folds()).put("seed", search.seed());
    }

    private static JsonNode weights(ClassWeightPlan weights) {
        return weights instanceof ClassWeightPlan.Given given
                ? NODES.objectNode().put("stayed", given.stayed()).put("left", given.left())
                : NODES.stringNode("balanced");
    }

    static ObjectNode period(ChurnPeriod period) {
        return NODES.objectNode().put("length", period.length()).put("unit", ConstantName.of(period.unit()));
    }

    private static ObjectNode holdout(HoldoutPlan holdout) {
        if (holdout instanceof HoldoutPlan.Share share) {
            return NODES.objectNode().put("share", share.share()).put("seed", share.seed());
        }
        if (holdout instanceof HoldoutPlan.OutOfTime time) {
            return NODES.objectNode().put("column", time.column()).put("from", time.from());
        }
        return NODES.objectNode().put("column", ((HoldoutPlan.Column) holdout).name());
    }

    private static JsonNode recalibration(RecalibrationPlan recalibration) {
        if (recalibration instanceof RecalibrationPlan.ToBaseRate to) {
            return NODES.objectNode().put("baseRate", to.rate());
        }
        return NODES.stringNode(recalibration instanceof RecalibrationPlan.OnHoldout ? "holdout" : "classWeights");
    }
}
