package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.segment.SegmentProfiles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The scores of many customers, as columns in the order of the customers. A customer who could not be scored keeps its
 * place, with NaN for every number and no segment, and stands among the {@link #failures()}. Immutable and thread-safe.
 */
public final class ScoredCustomers {

    private final ScoreBuffer scores;
    private final ImmutableList<RowFailure> failures;

    ScoredCustomers(ScoreBuffer scores, List<RowFailure> failures) {
        this.scores = scores;
        this.failures = ImmutableList.copyOf(failures);
    }

    /**
     * The number of customers, scored or not.
     *
     * @return the length of every column
     */
    public int customers() {
        return scores.segments.length;
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
        return scores.score(row);
    }

    /**
     * The segment of a customer.
     *
     * @param row the customer's place, from 0
     * @return the segment; empty for a customer who could not be scored
     */
    public Optional<Segment> segment(int row) {
        return scores.segment(row);
    }

    /**
     * The current values.
     *
     * @return a copy of the column, NaN for customers who could not be scored
     */
    public double[] currentValues() {
        return scores.current.clone();
    }

    /**
     * The potential values.
     *
     * @return a copy of the column, NaN for customers who could not be scored
     */
    public double[] potentialValues() {
        return scores.potential.clone();
    }

    /**
     * The lifetime values.
     *
     * @return a new column, NaN for customers who could not be scored
     */
    public double[] lifetimeValues() {
        double[] total = new double[customers()];
        for (int i = 0; i < total.length; i++) {
            total[i] = scores.current[i] + scores.potential[i];
        }
        return total;
    }

    /**
     * The churn probabilities.
     *
     * @return a copy of the column, NaN for customers who could not be scored, and for all where the plan has none
     */
    public double[] churnProbabilities() {
        if (scores.hasChurn) {
            return scores.churn.clone();
        }
        double[] unknown = new double[customers()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /**
     * The loyalties.
     *
     * @return a copy of the column, NaN for customers who could not be scored
     */
    public double[] loyalties() {
        return scores.loyalty.clone();
    }

    /**
     * The loyalty indices.
     *
     * @return a copy of the column, NaN for customers without an index or a score; empty where the plan has no loyalty index
     */
    public Optional<double[]> loyaltyIndices() {
        return scores.hasIndex ? Optional.of(scores.index.clone()) : Optional.empty();
    }

    /**
     * How much of the loyalty index is known.
     *
     * @return a copy of the column of coverages, NaN for customers without a score; empty where the plan has no loyalty index
     */
    public Optional<double[]> loyaltyCoverages() {
        return scores.hasIndex ? Optional.of(scores.coverage.clone()) : Optional.empty();
    }

    /**
     * What each segment looks like.
     *
     * @return the profiles of all eight segments
     */
    public SegmentProfiles profiles() {
        return SegmentProfiles.of(scores.current, scores.potential, scores.loyalty, scores.segments);
    }
}
