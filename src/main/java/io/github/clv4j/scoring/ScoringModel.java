package io.github.clv4j.scoring;

import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.ThreeDimensionalSegmenter;
import io.github.clv4j.value.LifetimeValue;
import java.util.ArrayList;
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

    private ScoringModel(ScoringPlan plan, ModelParameters parameters) {
        this.plan = plan;
        this.parameters = parameters;
        this.axes = AxisScorer.of(plan, parameters);
        this.segments = SegmentScorer.of(plan, parameters.cuts(), axes.inputs());
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
        axes.check(customer);
        LifetimeValue value = axes.value().value(customer);
        double churn = axes.churn().probability(customer);
        double[] indicators = axes.loyalty().values(customer);
        double index = axes.loyalty().index(indicators);
        double coverage = axes.loyalty().coverage(indicators);
        double loyalty = axes.loyalty().loyalty(index, coverage, churn);
        return new CustomerScore(
                value.current(),
                value.potential(),
                churn,
                loyalty,
                segments.of(customer).segment(value.current(), value.potential(), loyalty),
                index,
                coverage);
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
     * Scores many customers, block by block. Nothing is allocated for a customer who can be scored.
     *
     * @param customers columns that hold the {@link #inputs()}; others are ignored
     * @return the scores in the order of the customers
     * @throws IllegalArgumentException if a column is missing, or holds groups where numbers are wanted or the reverse
     */
    public ScoredCustomers score(CustomerColumns customers) {
        ScoreColumns scores = new ScoreColumns(customers.customers(), plan.loyalty() instanceof LoyaltyPlan.Index);
        InputReader reader = new InputReader(customers, axes.inputs());
        Block block = new Block(axes.inputs().size());
        for (int from = 0; from < customers.customers(); from += Block.SIZE) {
            int length = Math.min(Block.SIZE, customers.customers() - from);
            reader.read(from, from + length, block.inputs);
            axes.score(block, length);
            segments.score(block, length);
            scores.write(block, from, length);
        }
        List<RowFailure> failures = new ArrayList<>();
        for (int row = 0; row < customers.customers(); row++) {
            if (scores.segments[row] == ThreeDimensionalSegmenter.NO_SEGMENT) {
                failures.add(failure(reader, row));
                scores.clear(row);
            }
        }
        return new ScoredCustomers(scores, failures);
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
    private RowFailure failure(InputReader reader, int row) {
        try {
            reader.check(row);
            CustomerScore score = score(reader.customer(row));
            throw new IllegalStateException("row " + row + " has a score alone, but none in columns: " + score);
        } catch (IllegalArgumentException e) {
            return reader.failure(row, e);
        }
    }
}
