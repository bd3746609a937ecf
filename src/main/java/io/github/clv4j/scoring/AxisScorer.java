package io.github.clv4j.scoring;

import java.util.List;
import java.util.Map;

/**
 * The axes of a model without its cuts: what is fitted before the cuts are, and computed before the segment is.
 *
 * @param inputs the inputs
 * @param value current and potential value
 * @param churn the churn probability
 * @param loyalty the loyalty
 */
record AxisScorer(InputList inputs, ValueScorer value, ChurnScorer churn, LoyaltyScorer loyalty) {

    static AxisScorer of(ScoringPlan plan, ModelParameters parameters) {
        Map<String, List<String>> groups = parameters.groupsFor(plan);
        InputList inputs = InputList.of(plan).withGroups(groups::get);
        return new AxisScorer(
                inputs,
                ValueScorer.of(plan, inputs, parameters),
                ChurnScorer.of(plan, inputs, parameters),
                LoyaltyScorer.of(plan.loyalty(), parameters.scales(), inputs));
    }

    /** Throws if an input of the customer cannot be scored. */
    void check(double[] customer) {
        if (customer.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "customer must have " + inputs.size() + " inputs, but had " + customer.length);
        }
        for (int j = 0; j < customer.length; j++) {
            if (!inputs.get(j).admits(customer[j])) {
                throw inputs.get(j).refusal(customer[j], Double.toString(customer[j]));
            }
        }
    }

    /** Writes the axes of the first customers of a block; the current value is NaN where {@link #check} would throw. */
    void score(Block block, int length) {
        inputs.mark(block, length);
        value.score(block, length);
        churn.score(block, length);
        loyalty.score(block, length);
        for (int i = 0; i < length; i++) {
            boolean scored = !Double.isNaN(block.marks[i]) && Double.isFinite(block.current[i] + block.potential[i]);
            block.current[i] = scored ? block.current[i] : Double.NaN;
        }
    }
}
