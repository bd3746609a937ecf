package io.github.clv4j.scoring;

import io.github.clv4j.base.Mark;
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
        requireInputs(customer);
        for (int j = 0; j < customer.length; j++) {
            if (!inputs.get(j).admits(customer[j])) {
                throw inputs.get(j).refusal(customer[j], Double.toString(customer[j]));
            }
        }
    }

    void requireInputs(double[] customer) {
        if (customer.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "customer must have " + inputs.size() + " inputs, but had " + customer.length);
        }
    }

    /**
     * Whether everything is computed from inputs and constants alone, and some axis is not a number wherever an input cannot be
     * scored: then nobody needs to look at the inputs before, and a block can be scored in place.
     */
    boolean isPlain() {
        return value.isPlain() && churn.isPlain() && loyalty.isPlain();
    }

    /** Writes the axes of the customers of a block; some axis is not finite where {@link #check} or a formula would throw. */
    void score(Block block) {
        if (block.hasMarks()) {
            inputs.mark(block.inputs, block.from, block.to, block.marks);
        }
        churn.score(block);
        loyalty.score(block); // before the values, so that all axes are still in cache when the segments read them
        value.score(block);
        loyalty.refuse(block);
        refuseOverflow(block.scores.potential, block.from, block.to, block.scores.current);
        if (block.hasMarks()) {
            refuseMarked(block.marks, block.from, block.to, block.scores.current);
        }
    }

    /** Makes the current value NaN where the lifetime value is not finite; all others stay as they are, as 0 is taken away. */
    private static void refuseOverflow(double[] potential, int from, int to, double[] current) {
        for (int i = from; i < to; i++) {
            current[i] -= Mark.finite(Math.abs(current[i] + potential[i]));
        }
    }

    private static void refuseMarked(double[] marks, int from, int to, double[] current) {
        for (int i = from; i < to; i++) {
            current[i] -= marks[i];
        }
    }
}
