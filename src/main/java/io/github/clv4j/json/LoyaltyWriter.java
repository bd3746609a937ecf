package io.github.clv4j.json;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.scoring.LoyaltyPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the plan of a loyalty axis into the JSON {@link LoyaltyReader} reads: always as a whole tree with the weights that came
 * of judgements, so that neither a preset nor a solver of another version can change them.
 */
final class LoyaltyWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> FIXED =
            List.of(LoyaltyIndex.WHOLE, LoyaltyIndex.BEHAVIOURAL, LoyaltyIndex.EMOTIONAL);

    private LoyaltyWriter() {}

    static ObjectNode write(LoyaltyPlan.Index plan) {
        ObjectNode json = NODES.objectNode();
        json.put("retentionShare", plan.retentionShare());
        json.put("withoutIndex", ConstantName.of(plan.withoutIndex()));
        ObjectNode index = json.putObject("index");
        index.set("missing", missing(plan.index().missing()));
        addParts(index, plan.index().root(), plan.columns());
        return json;
    }

    private static JsonNode missing(MissingPolicy policy) {
        return policy instanceof MissingPolicy.Renormalise renormalise
                ? NODES.objectNode().put("renormalise", renormalise.floor())
                : NODES.stringNode("reject");
    }

    private static void addParts(ObjectNode json, IndexGroup group, Map<String, String> columns) {
        ArrayNode weights = json.putArray("weights");
        for (double weight : group.weights().toArray()) {
            weights.add(weight);
        }
        json.set("origin", origin(group.weights().origin()));
        ArrayNode parts = json.putArray("parts");
        for (IndexNode part : group.parts()) {
            ObjectNode node = parts.addObject();
            node.put("name", part.name());
            if (!FIXED.contains(part.name())) {
                node.put("chineseName", part.chineseName());
            }
            if (part instanceof IndexGroup inner) {
                addParts(node, inner, columns);
            } else {
                addIndicator(node, (Indicator) part, columns.get(part.name()));
            }
        }
    }

    private static void addIndicator(ObjectNode json, Indicator indicator, @Nullable String column) {
        json.put("unit", indicator.unit());
        json.put("chineseUnit", indicator.chineseUnit());
        if (column == null) {
            json.put("absent", true);
        } else {
            json.put("column", column);
        }
        json.set("scale", ScaleJson.write(indicator.scale()));
    }

    private static ObjectNode origin(WeightOrigin origin) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", ConstantName.of(origin.kind()));
        ObjectNode facts = json.putObject("facts");
        origin.facts().forEach(facts::put);
        return json;
    }
}
