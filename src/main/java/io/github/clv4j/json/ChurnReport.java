package io.github.clv4j.json;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.retention.CalibrationBin;
import io.github.clv4j.retention.ChurnEvaluation;
import io.github.clv4j.retention.Coefficient;
import io.github.clv4j.retention.ConfusionMatrix;
import io.github.clv4j.retention.HosmerLemeshow;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.retention.RiskDecile;
import io.github.clv4j.scoring.ChurnFit;
import io.github.clv4j.scoring.ChurnPlan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The churn model of a plan as JSON: its plan, its coefficients, and how good it is. A number JSON cannot hold, such as an
 * infinite log-loss, is null. Stateless and thread-safe.
 */
public final class ChurnReport {

    private static final double HALF = 0.5;

    private ChurnReport() {}

    /**
     * The report.
     *
     * @param plan the plan of the churn model, with the holdout it was judged by
     * @param fit what was found
     * @return the text of one JSON object, ending with a line feed
     */
    public static String of(ChurnPlan.Logistic plan, ChurnFit fit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("plan", ChurnWriter.write(plan));
        json.set("fit", fit(fit.fit()));
        fit.recalibration().ifPresent(correction -> {
            ObjectNode node = json.putObject("recalibration");
            node.put("intercept", correction.intercept());
            node.put("slope", correction.slope());
        });
        json.set("evaluation", evaluation(fit.evaluation()));
        json.put("failures", fit.failures().size());
        return JsonText.write(json);
    }

    private static ObjectNode fit(LogisticFit fit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("customers", fit.customers());
        json.put("churned", fit.churned());
        json.put("iterations", fit.convergence().iterations());
        json.put("deviance", fit.deviance());
        json.put("nullDeviance", fit.nullDeviance());
        json.put("aic", fit.aic());
        json.put("ridge", fit.ridge());
        json.put("weightOfStayed", fit.weightOfStayed());
        json.put("weightOfLeft", fit.weightOfLeft());
        json.put("standardErrors", ConstantName.of(fit.standardErrorKind()));
        ArrayNode coefficients = json.putArray("coefficients");
        fit.coefficients().forEach(line -> coefficients.add(coefficient(line)));
        return json;
    }

    private static ObjectNode coefficient(Coefficient line) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", line.name());
        json.put("estimate", line.estimate());
        JsonNumbers.put(json, "standardError", line.standardError());
        JsonNumbers.put(json, "z", line.z());
        JsonNumbers.put(json, "pValue", line.pValue());
        return json;
    }

    static ObjectNode evaluation(ChurnEvaluation evaluation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("heldOut", evaluation.isHeldOut());
        json.put("customers", evaluation.customers());
        json.put("churned", evaluation.churned());
        json.put("meanProbability", evaluation.meanProbability());
        json.put("auc", evaluation.auc());
        JsonNumbers.put(json, "logLoss", evaluation.logLoss());
        json.put("brier", evaluation.brier());
        json.put("calibrationError", evaluation.calibrationError());
        HosmerLemeshow test = evaluation.hosmerLemeshow();
        ObjectNode hosmerLemeshow = json.putObject("hosmerLemeshow");
        JsonNumbers.put(hosmerLemeshow, "statistic", test.statistic());
        hosmerLemeshow.put("degreesOfFreedom", test.degreesOfFreedom());
        JsonNumbers.put(hosmerLemeshow, "pValue", test.pValue());
        json.set("confusion", confusion(evaluation.confusion(HALF)));
        ArrayNode deciles = json.putArray("deciles");
        evaluation.deciles().forEach(decile -> deciles.add(decile(decile)));
        ArrayNode bins = json.putArray("calibration");
        evaluation.calibration().forEach(bin -> bins.add(bin(bin)));
        return json;
    }

    private static ObjectNode confusion(ConfusionMatrix counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("threshold", counts.threshold())
                .put("truePositives", counts.truePositives())
                .put("falsePositives", counts.falsePositives())
                .put("falseNegatives", counts.falseNegatives())
                .put("trueNegatives", counts.trueNegatives());
    }

    private static ObjectNode decile(RiskDecile decile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("decile", decile.decile());
        json.put("customers", decile.customers());
        json.put("churned", decile.churned());
        JsonNumbers.put(json, "meanProbability", decile.meanProbability());
        JsonNumbers.put(json, "minProbability", decile.minProbability());
        JsonNumbers.put(json, "maxProbability", decile.maxProbability());
        JsonNumbers.put(json, "churnRate", decile.churnRate());
        JsonNumbers.put(json, "lift", decile.lift());
        json.put("cumulativeChurned", decile.cumulativeChurned());
        json.put("cumulativeCapture", decile.cumulativeCapture());
        json.put("cumulativeLift", decile.cumulativeLift());
        return json;
    }

    private static ObjectNode bin(CalibrationBin bin) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("lower", bin.lower());
        json.put("upper", bin.upper());
        json.put("customers", bin.customers());
        json.put("churned", bin.churned());
        JsonNumbers.put(json, "meanProbability", bin.meanProbability());
        JsonNumbers.put(json, "churnRate", bin.churnRate());
        return json;
    }
}
