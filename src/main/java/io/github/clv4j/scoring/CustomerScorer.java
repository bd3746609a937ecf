package io.github.clv4j.scoring;

/**
 * Scores one customer after the other and allocates nothing: for a service that scores customers as they call. (Survival curves
 * and logistic models of adoption take some tens of bytes a call.) Made by {@link ScoringModel#scorer()}.
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
        compute(customer);
        scores.set(row, scratch);
    }

    /** The score of one customer, in an object of its own. */
    CustomerScore score(double[] customer) {
        compute(customer);
        return new CustomerScore(
                scratch.current,
                scratch.potential,
                scratch.churn,
                scratch.loyalty,
                scratch.segment,
                scratch.index[0],
                scratch.index[1]);
    }

    private void compute(double[] customer) {
        axes.requireInputs(customer);
        if (!plain) {
            axes.check(customer);
        }
        try {
            axes.value().value(customer, scratch);
            scratch.churn = axes.churn().probability(customer, scratch);
            axes.loyalty().index(customer, scratch);
            scratch.loyalty = axes.loyalty().loyalty(scratch.index[0], scratch.index[1], scratch.churn);
            scratch.segment = segments.of(customer).segment(scratch.current, scratch.potential, scratch.loyalty);
        } catch (IllegalArgumentException e) {
            axes.check(customer); // names the input, where it is one
            throw e;
        }
    }

    /**
     * Scores one customer, whose inputs were set by name, into a place of a buffer.
     *
     * @param customer the customer, made by {@link ScoringModel#customer()} of this model, or of one with the same
     *     inputs; its {@link CustomerInput#clear()} makes it ready for the next
     * @param scores the buffer, made by the same model
     * @param row the place for the score, which is left without one if this throws
     * @throws IllegalArgumentException as {@link #score(double[], ScoreBuffer, int)}
     */
    public void score(CustomerInput customer, ScoreBuffer scores, int row) {
        score(customer.values(axes.inputs()), scores, row);
    }
}
