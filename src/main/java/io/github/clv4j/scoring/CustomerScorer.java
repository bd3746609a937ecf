package io.github.clv4j.scoring;

import io.github.clv4j.segment.Segment;
import io.github.clv4j.value.LifetimeValue;

/**
 * Scores one customer after the other and allocates nothing: for a service that scores customers as they call. Made by
 * {@link ScoringModel#scorer()}.
 *
 * <p>Not thread-safe: each thread takes one of its own, which is cheap.
 */
public final class CustomerScorer {

    private final ScoringPlan plan;
    private final AxisScorer axes;
    private final SegmentScorer segments;
    private final Scratch scratch = new Scratch();

    /** Whether the formulas themselves refuse every input that cannot be scored, so that nobody needs to look before. */
    private final boolean plain;

    CustomerScorer(ScoringPlan plan, AxisScorer axes, SegmentScorer segments) {
        this.plan = plan;
        this.axes = axes;
        this.segments = segments;
        this.plain = axes.isPlain();
    }

    /**
     * Scores one customer into a place of a buffer.
     *
     * @param customer the inputs in the order of {@link ScoringModel#inputs()}; a group as its {@linkplain ModelInput#code(String)
     *     code}
     * @param scores the buffer, made by the same model
     * @param row the place for the score, which is left without one if this throws
     * @throws InvalidInputException if an input is missing, infinite, out of its range or of an unknown group
     * @throws IllegalArgumentException if there are not as many values as inputs, a value overflows, or the buffer is of a model
     *     with other scores
     */
    public void score(double[] customer, ScoreBuffer scores, int row) {
        scores.require(plan);
        scores.clear(row);
        if (!plain) {
            axes.check(customer);
        }
        axes.requireInputs(customer);
        try {
            compute(customer, scores, row);
        } catch (IllegalArgumentException e) {
            axes.check(customer); // names the input, where it is one
            throw e;
        }
    }

    private void compute(double[] customer, ScoreBuffer scores, int row) {
        LifetimeValue value = axes.value().value(customer);
        double churn = axes.churn().probability(customer, scratch);
        axes.loyalty().index(customer, scratch);
        double loyalty = axes.loyalty().loyalty(scratch.index[0], scratch.index[1], churn);
        Segment segment = segments.of(customer).segment(value.current(), value.potential(), loyalty);
        scores.set(row, value, churn, loyalty, scratch.index, segment);
    }

    /**
     * Scores one customer, whose inputs were set by name, into a place of a buffer.
     *
     * @param customer the customer, made by {@link ScoringModel#customer()} of the same model
     * @param scores the buffer, made by the same model
     * @param row the place for the score, which is left without one if this throws
     * @throws IllegalArgumentException as {@link #score(double[], ScoreBuffer, int)}
     */
    public void score(CustomerInput customer, ScoreBuffer scores, int row) {
        score(customer.values(), scores, row);
    }
}
