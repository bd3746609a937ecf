package io.github.clv4j.json;

import io.github.clv4j.retention.ActivityGain;
import io.github.clv4j.retention.IntervalEstimate;
import io.github.clv4j.retention.LinearCoefficient;
import io.github.clv4j.retention.NestedTest;
import io.github.clv4j.retention.NestedTests;
import io.github.clv4j.retention.TenureFit;
import io.github.clv4j.retention.TenureGroups;
import io.github.clv4j.retention.TurningPoint;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tenure regression as JSON. What does not exist, such as the turning point of a straight line, is null. Stateless and
 * thread-safe.
 */
public final class TenureReport {

    private static final double CONFIDENCE = 0.95;

    private TenureReport() {}

    /**
     * A regression of all customers.
     *
     * @param customers how many customers there are
     * @param fit the fit
     * @param nested the tests of what each kind of term adds, if there are several
     * @return the text of one JSON object, ending with a line feed
     */
    public static String of(int customers, TenureFit fit, Optional<NestedTests> nested) {
        ObjectNode json = head(customers, fit.customers());
        json.set("fit", fit(fit));
        if (nested.isPresent()) {
            json.set("nestedTests", tests(nested.get()));
        } else {
            json.putNull("nestedTests");
        }
        return JsonText.write(json);
    }

    /**
     * The same regression of each group of customers.
     *
     * @param customers how many customers there are
     * @param groups the fits
     * @return the text of one JSON object, ending with a line feed
     */
    public static String of(int customers, TenureGroups groups) {
        int fitted =
                groups.fits().values().stream().mapToInt(TenureFit::customers).sum();
        ObjectNode json = head(customers, fitted);
        ObjectNode fits = json.putObject("groups");
        groups.fits().forEach((name, fit) -> fits.set(name, fit(fit)));
        return JsonText.write(json);
    }

    private static ObjectNode head(int customers, int fitted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("customers", customers);
        json.put("leftOut", customers - fitted);
        return json;
    }

    private static ObjectNode fit(TenureFit fit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("formula", fit.regression().formula());
        json.put("customers", fit.customers());
        ArrayNode coefficients = json.putArray("coefficients");
        for (LinearCoefficient row : fit.coefficients()) {
            ObjectNode node = coefficients.addObject();
            node.put("term", row.name());
            JsonNumbers.put(node, "estimate", row.estimate());
            JsonNumbers.put(node, "standardError", row.standardError());
            JsonNumbers.put(node, "t", row.t());
            JsonNumbers.put(node, "pValue", row.pValue());
        }
        ArrayNode covariance = json.putArray("covariance");
        for (double[] row : fit.covariance()) {
            ArrayNode node = covariance.addArray();
            for (double value : row) {
                node.add(value);
            }
        }
        addFigures(json, fit);
        addTurningPoint(json, fit);
        addGains(json, fit);
        return json;
    }

    private static void addFigures(ObjectNode json, TenureFit fit) {
        JsonNumbers.put(json, "residualSumOfSquares", fit.residualSumOfSquares());
        json.put("degreesOfFreedom", fit.degreesOfFreedom());
        JsonNumbers.put(json, "residualStandardError", fit.residualStandardError());
        JsonNumbers.put(json, "rSquared", fit.rSquared());
        JsonNumbers.put(json, "adjustedRSquared", fit.adjustedRSquared());
        JsonNumbers.put(json, "fStatistic", fit.fStatistic());
        JsonNumbers.put(json, "fPValue", fit.fPValue());
        JsonNumbers.put(json, "logLikelihood", fit.logLikelihood());
        JsonNumbers.put(json, "aic", fit.aic());
        JsonNumbers.put(json, "bic", fit.bic());
        json.put("exact", fit.isExact());
    }

    /** At the mean controls. */
    private static void addTurningPoint(ObjectNode json, TenureFit fit) {
        Optional<TurningPoint> found = fit.turningPoint(fit.meanControls());
        if (found.isEmpty()) {
            json.putNull("turningPoint");
            return;
        }
        TurningPoint point = found.get();
        IntervalEstimate interval = point.interval(CONFIDENCE);
        ObjectNode node = json.putObject("turningPoint");
        node.put("kind", point.kind().name());
        node.put("value", point.value());
        node.put("standardError", point.standardError());
        node.put("lower", interval.lower());
        node.put("upper", interval.upper());
        node.put("confidence", CONFIDENCE);
        node.put("inObservedRange", point.isInObservedRange());
        JsonNumbers.put(node, "bestWholeNumber", point.bestWholeNumber().orElse(Double.NaN));
    }

    private static void addGains(ObjectNode json, TenureFit fit) {
        ArrayNode gains = json.putArray("gainsOfNext");
        for (ActivityGain gain : fit.gains()) {
            ObjectNode node = gains.addObject();
            node.put("activities", gain.activities());
            node.put("customers", gain.customers());
            node.put("gain", gain.gain());
            node.put("standardError", gain.standardError());
            node.put("extrapolated", gain.extrapolated());
        }
    }

    private static ArrayNode tests(NestedTests nested) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < nested.tests().size(); i++) {
            NestedTest test = nested.tests().get(i);
            ObjectNode node = json.addObject();
            node.put("model", nested.fits().get(i + 1).regression().formula());
            node.put("against", nested.fits().get(i).regression().formula());
            node.put("terms", test.terms());
            JsonNumbers.put(node, "sumOfSquares", test.sumOfSquares());
            JsonNumbers.put(node, "f", test.f());
            JsonNumbers.put(node, "pValue", test.pValue());
        }
        return json;
    }
}
