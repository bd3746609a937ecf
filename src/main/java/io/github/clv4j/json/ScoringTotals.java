package io.github.clv4j.json;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.segment.SegmentProfiles;
import io.github.clv4j.segment.SegmentTotals;
import io.github.clv4j.segment.ThreeDimensionalSegmenter;
import java.util.Optional;

/**
 * What a {@link ScoringSummary} says of the customers of a run, for customers who are scored part by part because there are
 * too many to be held: parts of whatever length give the numbers of all customers scored at once, bit for bit. It keeps a few
 * numbers, however many customers there are. Not thread-safe.
 */
public final class ScoringTotals {

    private final SegmentTotals segments = new SegmentTotals();
    private final KnownMean index = new KnownMean();
    private final KnownMean coverage = new KnownMean();
    private boolean hasIndex;
    private int customers;
    private int failures;

    /** Creates totals of no customers. */
    public ScoringTotals() {}

    /**
     * The totals of customers scored at once.
     *
     * @param scored the customers
     * @return their totals
     */
    public static ScoringTotals of(ScoredCustomers scored) {
        ScoringTotals totals = new ScoringTotals();
        totals.add(scored);
        return totals;
    }

    /**
     * Adds the next customers of the run.
     *
     * @param scored the customers, scored by the same model as those before
     */
    public void add(ScoredCustomers scored) {
        customers += scored.customers();
        failures += scored.failures().size();
        segments.add(scored.currentValues(), scored.potentialValues(), scored.loyalties(), segments(scored));
        scored.loyaltyIndices().ifPresent(values -> {
            hasIndex = true;
            index.add(values);
        });
        scored.loyaltyCoverages().ifPresent(coverage::add);
    }

    /**
     * The number of customers, scored or not.
     *
     * @return the number so far
     */
    public int customers() {
        return customers;
    }

    /**
     * The number of customers who could not be scored.
     *
     * @return the number so far
     */
    public int failures() {
        return failures;
    }

    /**
     * What each segment looks like.
     *
     * @return the profiles of the customers so far
     */
    public SegmentProfiles profiles() {
        return segments.profiles();
    }

    /**
     * How many customers have a score, but no loyalty index where the model has one: their loyalty is another thing.
     *
     * @return the number so far, 0 where the model has no loyalty index
     */
    public int withoutIndex() {
        return coverage.known - index.known;
    }

    /** The loyalty indices that are known; empty where the model has none, or nobody was scored yet. */
    Optional<KnownMean> index() {
        return hasIndex ? Optional.of(index) : Optional.empty();
    }

    /** The coverages of the customers with a score. */
    KnownMean coverage() {
        return coverage;
    }

    private static byte[] segments(ScoredCustomers scored) {
        byte[] segments = new byte[scored.customers()];
        for (int row = 0; row < segments.length; row++) {
            segments[row] = scored.segment(row).map(Segment::index).orElse(ThreeDimensionalSegmenter.NO_SEGMENT);
        }
        return segments;
    }

    /** The mean of the values that are not NaN, with the bits of {@link BlockSum#mean} of these alone. */
    static final class KnownMean {

        private double full;
        private double block;
        private int known;

        void add(double[] values) {
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    block += value;
                    known++;
                    if (known % BlockSum.BLOCK == 0) {
                        full += block;
                        block = 0;
                    }
                }
            }
        }

        int known() {
            return known;
        }

        /** NaN where none is known. */
        double mean() {
            return (full + block) / known;
        }
    }
}
