package io.github.clv4j.json;

import io.github.clv4j.retention.BudgetPlan;
import io.github.clv4j.retention.BudgetSplit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The use of a retention budget as JSON. A number JSON cannot hold, such as a budget without limit, is null. Stateless and
 * thread-safe.
 */
public final class BudgetReport {

    private BudgetReport() {}

    /**
     * A plan, and the best split it is measured by.
     *
     * @param terms whom the budget is spent on, and how
     * @param plan the plan of whole customers
     * @return the text of one JSON object, ending with a line feed
     */
    public static String of(BudgetTerms terms, BudgetPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("customers", terms.customers());
        json.put("withoutScore", terms.withoutScore());
        JsonNumbers.put(json, "amount", terms.amount());
        JsonNumbers.put(json, "effect", terms.effect());
        ObjectNode whole = json.putObject("plan");
        whole.put("customers", plan.customers());
        JsonNumbers.put(whole, "spent", plan.spent());
        JsonNumbers.put(whole, "gain", plan.gain());
        JsonNumbers.put(whole, "bound", plan.bound());
        JsonNumbers.put(whole, "gap", plan.gap());
        whole.put("optimal", plan.isOptimal());
        BudgetSplit split = plan.split();
        ObjectNode parts = json.putObject("split");
        parts.put("customers", split.customers());
        JsonNumbers.put(parts, "spent", split.spent());
        JsonNumbers.put(parts, "gain", split.gain());
        JsonNumbers.put(parts, "marginalReturn", split.marginalReturn());
        return JsonText.write(json);
    }
}
