package io.github.clv4j.json;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.retention.KaplanMeier;
import io.github.clv4j.retention.LogRank;
import io.github.clv4j.retention.RestrictedMean;
import io.github.clv4j.retention.SurvivalComparison;
import io.github.clv4j.retention.TenureQuantile;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Survival curves side by side as JSON. A number that does not exist, such as a median that is not reached, is null. Stateless and
 * thread-safe.
 */
public final class SurvivalReport {

    private SurvivalReport() {}

    /**
     * A comparison of curves.
     *
     * @param customers how many customers were given
     * @param leftOut how many of them could not be used
     * @param comparison the curves of the others
     * @return the text of one JSON object, ending with a line feed
     */
    public static String of(int customers, int leftOut, SurvivalComparison comparison) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("customers", customers);
        json.put("leftOut", leftOut);
        JsonNumbers.put(json, "level", comparison.level());
        json.put("limits", ConstantName.of(comparison.kind()));
        JsonNumbers.put(json, "horizon", comparison.horizon());
        ArrayNode groups = json.putArray("groups");
        comparison.curves().forEach((group, curve) -> addGroup(groups.addObject(), group, curve, comparison));
        addLogRank(json, comparison);
        return JsonText.write(json);
    }

    private static void addGroup(ObjectNode node, String group, KaplanMeier curve, SurvivalComparison comparison) {
        node.put("group", group.isEmpty() ? null : group);
        node.put("customers", curve.customers());
        node.put("leavers", curve.leavers());
        TenureQuantile median = curve.median(comparison.limits(curve));
        JsonNumbers.put(node, "median", median.time());
        JsonNumbers.put(node, "medianLower", median.lower());
        JsonNumbers.put(node, "medianUpper", median.upper());
        Optional<RestrictedMean> mean = comparison.restrictedMean(curve);
        JsonNumbers.put(node, "restrictedMean", mean.map(RestrictedMean::mean).orElse(Double.NaN));
        JsonNumbers.put(
                node,
                "restrictedMeanError",
                mean.map(RestrictedMean::standardError).orElse(Double.NaN));
        double[] times = comparison.times();
        double[] survival = comparison.survival(curve);
        ArrayNode points = node.putArray("survival");
        for (int i = 0; i < times.length; i++) {
            ObjectNode point = points.addObject();
            JsonNumbers.put(point, "time", times[i]);
            JsonNumbers.put(point, "survival", survival[i]);
        }
        JsonNumbers.put(node, "emptiedAt", curve.emptiedAt().orElse(Double.NaN));
    }

    private static void addLogRank(ObjectNode json, SurvivalComparison comparison) {
        LogRank test = comparison.logRank().orElse(null);
        if (test == null) {
            json.putNull("logRank");
        } else {
            ObjectNode node = json.putObject("logRank");
            JsonNumbers.put(node, "chiSquare", test.test().chiSquare());
            node.put("degreesOfFreedom", test.test().degreesOfFreedom());
            JsonNumbers.put(node, "pValue", test.test().pValue());
            JsonNumbers.put(node, "log10PValue", test.test().log10PValue());
            ArrayNode groups = node.putArray("groups");
            for (int g = 0; g < test.groups().size(); g++) {
                ObjectNode group = groups.addObject();
                group.put("group", test.groups().get(g));
                group.put("observed", test.observed()[g]);
                JsonNumbers.put(group, "expected", test.expected()[g]);
            }
        }
        json.put("noLogRank", comparison.noLogRank().map(Throwable::getMessage).orElse(null));
    }
}
