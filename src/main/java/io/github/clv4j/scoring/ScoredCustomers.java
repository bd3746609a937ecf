package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.segment.SegmentProfiles;
import io.github.clv4j.segment.ThreeDimensionalSegmenter;
import java.util.List;
import java.util.Optional;

/**
 * The scores of many customers, as columns in the order of the customers. A customer who could not be scored keeps its
 * place, with NaN for every number and no segment, and stands among the {@link #failures()}. Immutable and thread-safe.
 */
public final class ScoredCustomers {

    private final double[] current;
    private final double[] potential;
    private final double[] churn;
    private final double[] loyalty;
    private final byte[] segments;
    private final ImmutableList<RowFailure> failures;

    ScoredCustomers(
            double[] current,
            double[] potential,
            double[] churn,
            double[] loyalty,
            byte[] segments,
            List<RowFailure> failures) {
        this.current = current;
        this.potential = potential;
        this.churn = churn;
        this.loyalty = loyalty;
        this.segments = segments;
        this.failures = ImmutableList.copyOf(failures);
    }

    /**
     * The number of customers, scored or not.
     *
     * @return the length of every column
     */
    public int customers() {
        return segments.length;
    }

    /**
     * The customers who could not be scored.
     *
     * @return one failure for each, in their order
     */
    public List<RowFailure> failures() {
        return failures;
    }

    /**
     * The score of a customer.
     *
     * @param row the customer's place, from 0
     * @return the score; empty for a customer who could not be scored
     */
    public Optional<CustomerScore> score(int row) {
        return segment(row)
                .map(segment -> new CustomerScore(current[row], potential[row], churn[row], loyalty[row], segment));
    }

    /**
     * The segment of a customer.
     *
     * @param row the customer's place, from 0
     * @return the segment; empty for a customer who could not be scored
     */
    public Optional<Segment> segment(int row) {
        return segments[row] == ThreeDimensionalSegmenter.NO_SEGMENT
                ? Optional.empty()
                : Optional.of(Segment.all().get(segments[row]));
    }

    /**
     * The current values.
     *
     * @return a copy of the column, NaN for customers who could not be scored
     */
    public double[] currentValues() {
        return current.clone();
    }

    /**
     * The potential values.
     *
     * @return a copy of the column, NaN for customers who could not be scored
     */
    public double[] potentialValues() {
        return potential.clone();
    }

    /**
     * The lifetime values.
     *
     * @return a new column, NaN for customers who could not be scored
     */
    public double[] lifetimeValues() {
        double[] total = new double[current.length];
        for (int i = 0; i < total.length; i++) {
            total[i] = current[i] + potential[i];
        }
        return total;
    }

    /**
     * The churn probabilities.
     *
     * @return a copy of the column, NaN for customers who could not be scored
     */
    public double[] churnProbabilities() {
        return churn.clone();
    }

    /**
     * The loyalties.
     *
     * @return a copy of the column, NaN for customers who could not be scored
     */
    public double[] loyalties() {
        return loyalty.clone();
    }

    /**
     * What each segment looks like.
     *
     * @return the profiles of all eight segments
     */
    public SegmentProfiles profiles() {
        return SegmentProfiles.of(current, potential, loyalty, segments);
    }
}
