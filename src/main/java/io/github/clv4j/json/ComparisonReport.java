package io.github.clv4j.json;

import io.github.clv4j.segment.Concentration;
import io.github.clv4j.segment.SchemeClass;
import io.github.clv4j.segment.SchemeComparison;
import io.github.clv4j.segment.SchemeGroup;
import io.github.clv4j.segment.ValuePyramid;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same customers in three schemes as JSON. A number that does not exist, such as the mean risk of nobody, is null.
 * Stateless and thread-safe.
 */
public final class ComparisonReport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ComparisonReport() {}

    /**
     * A comparison.
     *
     * @param comparison the comparison
     * @param pyramid its pyramid
     * @param value how far the lifetime value of the same customers lies with few
     * @return the text of one JSON object, ending with a line feed
     */
    public static String of(SchemeComparison comparison, ValuePyramid pyramid, Concentration value) {
        ObjectNode json = NODES.objectNode();
        json.put("customers", comparison.customers());
        json.put("withoutSegment", comparison.withoutSegment());
        ObjectNode cuts = json.putObject("pyramidCuts");
        cuts.put("high", pyramid.highCut());
        cuts.put("middle", pyramid.middleCut());
        ObjectNode concentration = json.putObject("concentration");
        JsonNumbers.put(concentration, "top20Share", value.topShare(0.2).orElse(Double.NaN));
        JsonNumbers.put(
                concentration,
                "customersHolding80",
                value.shareOfCustomersHolding(0.8).orElse(Double.NaN));
        JsonNumbers.put(concentration, "gini", value.gini().orElse(Double.NaN));
        json.set("pyramid", classes(comparison.pyramid()));
        json.set("matrix", classes(comparison.matrix()));
        json.set("cube", classes(comparison.cube()));
        return JsonText.write(json);
    }

    private static ArrayNode classes(List<SchemeClass> classes) {
        ArrayNode json = NODES.arrayNode();
        for (SchemeClass one : classes) {
            ObjectNode node = json.addObject();
            node.put("class", one.key());
            JsonNumbers.put(node, "share", one.share());
            JsonNumbers.put(node, "valueShare", one.valueShare());
            JsonNumbers.put(node, "shareLowLoyalty", one.shareLowLoyalty());
            add(node, one.all());
            add(node.putObject("loyal"), one.loyal());
            add(node.putObject("disloyal"), one.disloyal());
        }
        return json;
    }

    private static void add(ObjectNode node, SchemeGroup group) {
        node.put("customers", group.customers());
        JsonNumbers.put(node, "value", group.value());
        node.put("riskKnown", group.riskKnown());
        JsonNumbers.put(node, "meanRisk", group.meanRisk());
        JsonNumbers.put(node, "valueAtRisk", group.valueAtRisk());
    }
}
