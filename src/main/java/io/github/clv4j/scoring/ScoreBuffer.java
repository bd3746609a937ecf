package io.github.clv4j.scoring;

import io.github.clv4j.segment.Segment;
import io.github.clv4j.segment.ThreeDimensionalSegmenter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places for the scores of customers, made by {@link ScoringModel#buffer(int)}, to be filled again and again by a
 * {@link BatchScorer} or a {@link CustomerScorer}: scoring into it allocates nothing.
 *
 * <p>A place that has not been filled yet, or whose customer could not be scored, has NaN for every number and no segment.
 *
 * <p>Mutable: not to be read while it is filled.
 */
public final class ScoreBuffer {

    private static final double[] NONE = {};

    final double[] current;
    final double[] potential;

    /** Empty where the model has no churn probability. */
    final double[] churn;

    final double[] loyalty;
    final byte[] segments;

    /** Empty where the model has no index, and the loyalty itself where that is the index. */
    final double[] index;

    /** Empty where the model has no index. */
    final double[] coverage;

    /** Whether the model has a churn probability. */
    final boolean hasChurn;

    /** Whether the model has an index. */
    final boolean hasIndex;

    private final ScoringPlan madeFor;

    ScoreBuffer(int customers, ScoringPlan plan) {
        this.madeFor = plan;
        LoyaltyPlan.@Nullable Index planned = plan.loyalty() instanceof LoyaltyPlan.Index index ? index : null;
        this.hasIndex = planned != null;
        this.current = new double[customers];
        this.potential = new double[customers];
        this.hasChurn = !(plan.churn() instanceof ChurnPlan.None);
        this.churn = hasChurn ? new double[customers] : NONE;
        this.loyalty = new double[customers];
        this.segments = new byte[customers];
        this.index = planned == null ? NONE : planned.isAlone() ? loyalty : new double[customers];
        this.coverage = planned == null ? NONE : new double[customers];
        for (int row = 0; row < customers; row++) {
            clear(row);
        }
    }

    /**
     * The number of places.
     *
     * @return how many customers it has places for
     */
    public int customers() {
        return segments.length;
    }

    /**
     * The current value of a customer.
     *
     * @param row the customer's place, from 0
     * @return the current value, NaN without a score
     */
    public double currentValue(int row) {
        return current[row];
    }

    /**
     * The potential value of a customer.
     *
     * @param row the customer's place, from 0
     * @return the potential value, NaN without a score
     */
    public double potentialValue(int row) {
        return potential[row];
    }

    /**
     * The lifetime value of a customer.
     *
     * @param row the customer's place, from 0
     * @return current value + potential value, NaN without a score
     */
    public double lifetimeValue(int row) {
        return current[row] + potential[row];
    }

    /**
     * The churn probability of a customer.
     *
     * @param row the customer's place, from 0
     * @return the probability of leaving, in [0, 1]; NaN without a score, and where the plan has none
     */
    public double churnProbability(int row) {
        return hasChurn ? churn[row] : Double.NaN;
    }

    /**
     * The loyalty of a customer.
     *
     * @param row the customer's place, from 0
     * @return the loyalty, in [0, 1]; NaN without a score
     */
    public double loyalty(int row) {
        return loyalty[row];
    }

    /**
     * The loyalty index of a customer.
     *
     * @param row the customer's place, from 0
     * @return the index, in [0, 1]; NaN without a score or an index
     */
    public double loyaltyIndex(int row) {
        return hasIndex ? index[row] : Double.NaN;
    }

    /**
     * How much of the loyalty index of a customer is known.
     *
     * @param row the customer's place, from 0
     * @return the coverage, in [0, 1]; NaN without a score, and where the plan has no index
     */
    public double loyaltyCoverage(int row) {
        return hasIndex ? coverage[row] : Double.NaN;
    }

    /**
     * The segment of a customer as a number.
     *
     * @param row the customer's place, from 0
     * @return the {@linkplain Segment#index() index} of the segment; {@link ThreeDimensionalSegmenter#NO_SEGMENT} without a score
     */
    public byte segmentIndex(int row) {
        return segments[row];
    }

    /**
     * The segment of a customer.
     *
     * @param row the customer's place, from 0
     * @return the segment; empty without a score
     */
    public Optional<Segment> segment(int row) {
        return hasScore(row) ? Optional.of(Segment.all().get(segments[row])) : Optional.empty();
    }

    /**
     * Whether a customer was scored.
     *
     * @param row the customer's place, from 0
     * @return false also for a place that was not filled yet
     */
    public boolean hasScore(int row) {
        return segments[row] != ThreeDimensionalSegmenter.NO_SEGMENT;
    }

    /**
     * The score of a customer, in an object of its own.
     *
     * @param row the customer's place, from 0
     * @return the score; empty for a customer without one
     */
    public Optional<CustomerScore> score(int row) {
        return segment(row)
                .map(segment -> new CustomerScore(
                        currentValue(row),
                        potentialValue(row),
                        churnProbability(row),
                        loyalty(row),
                        segment,
                        loyaltyIndex(row),
                        loyaltyCoverage(row)));
    }

    /** Throws unless the scores of a plan fit in. */
    void require(ScoringPlan plan) {
        if (plan == madeFor) {
            return;
        }
        boolean withChurn = !(plan.churn() instanceof ChurnPlan.None);
        boolean withIndex = plan.loyalty() instanceof LoyaltyPlan.Index;
        boolean isAlone = plan.loyalty() instanceof LoyaltyPlan.Index planned && planned.isAlone();
        if (withChurn != hasChurn || withIndex != hasIndex || isAlone != (index == loyalty)) {
            throw new IllegalArgumentException(
                    "scores must have places for what this model computes, but were made by the"
                            + " buffer() of another kind of model");
        }
    }

    /** Keeps the score of a customer. */
    void set(int row, Scratch computed) {
        current[row] = computed.current;
        potential[row] = computed.potential;
        if (hasChurn) {
            churn[row] = computed.churn;
        }
        if (hasIndex) {
            index[row] = computed.index[0];
            coverage[row] = computed.index[1];
        }
        loyalty[row] = computed.loyalty;
        segments[row] = computed.segment.index();
    }

    /** Writes the first customers of another buffer to the places from {@code at} on. */
    void write(ScoreBuffer block, int length, int at) {
        System.arraycopy(block.current, 0, current, at, length);
        System.arraycopy(block.potential, 0, potential, at, length);
        System.arraycopy(block.loyalty, 0, loyalty, at, length);
        System.arraycopy(block.segments, 0, segments, at, length);
        if (hasChurn) {
            System.arraycopy(block.churn, 0, churn, at, length);
        }
        if (hasIndex) {
            System.arraycopy(block.index, 0, index, at, length);
            System.arraycopy(block.coverage, 0, coverage, at, length);
        }
    }

    /** Leaves a customer without a score. */
    void clear(int row) {
        segments[row] = ThreeDimensionalSegmenter.NO_SEGMENT;
        current[row] = Double.NaN;
        potential[row] = Double.NaN;
        loyalty[row] = Double.NaN;
        if (hasChurn) {
            churn[row] = Double.NaN;
        }
        if (hasIndex) {
            index[row] = Double.NaN;
            coverage[row] = Double.NaN;
        }
    }
}
