package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.segment.CutTable;
import java.util.List;

/**
 * A fitted model: scores and explains customers, one at a time or in columns, with the same bits.
 *
 * <p>Everything learned from customers (cuts, coefficients, shares by group) is a number in the model; scoring recomputes
 * none of it. A customer whose input is missing, infinite, out of its range or of an unknown group has no score: asking
 * for one customer throws and says which input, a batch goes on and reports a {@link RowFailure}.
 *
 * <p>Immutable and thread-safe.
 */
public final class ScoringModel {

    private final ScoringPlan plan;
    private final ModelParameters parameters;
    private final AxisScorer axes;
    private final SegmentScorer segments;
    private final boolean plain;

    private ScoringModel(ScoringPlan plan, ModelParameters parameters) {
        this.plan = plan;
        this.parameters = parameters;
        this.axes = AxisScorer.of(plan, parameters);
        this.segments = SegmentScorer.of(plan, parameters.cuts(), axes.inputs());
        this.plain = axes.isPlain() && plan.cutsBy().isEmpty();
    }

    /**
     * A model of known parameters, not fitted here: coefficients, shares and cuts that come from a model file or from
     * elsewhere.
     *
     * @param plan what to score
     * @param parameters what the plan leaves to be learned
     * @return the model
     * @throws IllegalArgumentException if the parameters are not those the plan asks for: a service without its shares or
     *     shares without their service, shares of the same group column for different groups, a churn or adoption model of
     *     other features, an adoption model without its service, cuts by group where the plan has them for all or the
     *     reverse, or another cut than the plan fixes
     */
    public static ScoringModel of(ScoringPlan plan, ModelParameters parameters) {
        return new ScoringModel(plan, parameters);
    }

    /**
     * The plan this model follows.
     *
     * @return the plan
     */
    public ScoringPlan plan() {
        return plan;
    }

    /**
     * What was learned from customers.
     *
     * @return the parameters; with the {@link #plan()} they make the same model
     */
    public ModelParameters parameters() {
        return parameters;
    }

    /**
     * The inputs.
     *
     * @return the inputs in the order of {@link #score(double[])}
     */
    public List<ModelInput> inputs() {
        return axes.inputs().all();
    }

    /**
     * The cut points.
     *
     * @return the cut points, for all customers or by group
     */
    public CutTable cuts() {
        return parameters.cuts();
    }

    /**
     * Starts a customer whose inputs are set by name.
     *
     * @return a customer without inputs
     */
    public CustomerInput customer() {
        return new CustomerInput(this, axes.inputs());
    }

    /**
     * Scores one customer.
     *
     * @param customer the inputs in the order of {@link #inputs()}; a group as its {@linkplain ModelInput#code(String)
     *     code}
     * @return the score
     * @throws InvalidInputException if an input is missing, infinite, out of its range or of an unknown group
     * @throws IllegalArgumentException if there are not as many values as inputs, or a value overflows
     */
    public CustomerScore score(double[] customer) {
        return scorer().score(customer);
    }

    /**
     * A scorer of one customer after the other that allocates nothing.
     *
     * @return a new scorer, for one thread
     */
    public CustomerScorer scorer() {
        return new CustomerScorer(plan, axes, segments);
    }

    /**
     * A scorer of many customers that can use several threads, and fill scores of the caller's.
     *
     * @return a scorer on one thread
     */
    public BatchScorer batch() {
        return BatchScorer.of(this);
    }

    /**
     * Places for scores of this model, to be filled by {@link #scorer()} or {@link #batch()}.
     *
     * @param customers the number of places
     * @return places without scores
     * @throws IllegalArgumentException if the number is negative
     */
    public ScoreBuffer buffer(int customers) {
        if (customers < 0) {
            throw Require.outside("customers", "in [0, 2147483647]", customers);
        }
        return new ScoreBuffer(customers, plan);
    }

    /**
     * Scores one customer and says why.
     *
     * @param customer the inputs in the order of {@link #inputs()}; a group as its code
     * @return the explanation
     * @throws IllegalArgumentException as {@link #score(double[])}
     */
    public ScoreExplanation explain(double[] customer) {
        CustomerScore score = score(customer);
        return new ScoreExplanation(
                score,
                axes.value().explain(customer),
                axes.churn().explain(customer),
                axes.loyalty().explain(customer, score),
                segments.explain(customer, score),
                segments.group(customer),
                axes.churn().explainSurvival(customer),
                axes.value().stay(customer));
    }

    /**
     * Scores one customer out of many and says why.
     *
     * @param customers columns that hold the {@link #inputs()}; others are ignored
     * @param row the customer's place in them, from 0
     * @return the explanation, of the score the customer gets in {@link #score(CustomerColumns)}
     * @throws IllegalArgumentException if the customer cannot be scored, or a column is missing or of the wrong kind
     */
    public ScoreExplanation explain(CustomerColumns customers, int row) {
        InputReader reader = new InputReader(customers, axes.inputs());
        reader.check(row);
        return explain(reader.customer(row));
    }

    /**
     * Scores many customers on the calling thread, block by block. Nothing but the scores is allocated for a customer who can be
     * scored; {@link #batch()} also fills scores of the caller's, on several threads.
     *
     * @param customers columns that hold the {@link #inputs()}; others are ignored
     * @return the scores in the order of the customers
     * @throws IllegalArgumentException if a column is missing, or holds groups where numbers are wanted or the reverse
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public ScoredCustomers score(CustomerColumns customers) {
        return batch().score(customers);
    }

    /** Whether a block of customers can be scored in place. */
    boolean isPlain() {
        return plain;
    }

    InputList inputList() {
        return axes.inputs();
    }

    /** Writes the scores of the customers of a block; says whether all have one. */
    boolean score(Block block) {
        axes.score(block);
        return segments.score(block);
    }

    /**
     * Whether the loyalty index tells who leaves; see {@link LoyaltyIndex#validate}.
     *
     * @param customers columns that hold the {@link #inputs()} and the outcome; others are ignored
     * @param outcome the name of the column that is 1 for customers who left, 0 for those who stayed, and missing where it is
     *     not known
     * @return what was found
     * @throws IllegalArgumentException if the plan has no loyalty index, a column is missing or of the wrong kind, or an outcome is
     *     another number
     */
    public LoyaltyValidation validateLoyalty(CustomerColumns customers, String outcome) {
        return axes.loyalty().validate(customers, customers.numbers(outcome));
    }

    /**
     * Made-up customers who show whether two models are the same. They depend on the model alone, are the same everywhere,
     * and vary every input.
     *
     * @return the inputs of some customers the model can score, in the order of {@link #inputs()}; none if amounts in the
     *     model are so large that they overflow
     */
    public List<double[]> goldenCustomers() {
        return GoldenCustomers.of(this);
    }

    /**
     * Checks that a customer gets the score it once got, bit for bit, alone and in columns.
     *
     * @param customer the inputs in the order of {@link #inputs()}; a group as its code
     * @param expected the score it must get
     * @throws IllegalArgumentException if it gets another score, or none
     */
    public void verify(double[] customer, CustomerScore expected) {
        GoldenCustomers.verify(this, customer, expected);
    }

    /** Why a customer of the columns has no score: what scoring it alone says. */
    RowFailure failure(InputReader reader, int row) {
        try {
            reader.check(row);
            CustomerScore score = score(reader.customer(row));
            throw new IllegalStateException("row " + row + " has a score alone, but none in columns: " + score);
        } catch (IllegalArgumentException e) {
            return reader.failure(row, e);
        }
    }
}
