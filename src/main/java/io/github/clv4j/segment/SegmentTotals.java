package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;

/**
 * What the profiles of segments are made of, counts and sums, for customers who come part by part because there are too many
 * to be held. Parts of whatever length give the {@link SegmentProfiles} of all customers in columns, bit for bit: sums are
 * taken by blocks that lie at fixed places of the whole base. It keeps a few numbers, however many customers there are. Not
 * thread-safe.
 */
public final class SegmentTotals {

    private static final int SEGMENTS = Segment.all().size();

    private final int[] customers = new int[SEGMENTS];
    private final Sums current = new Sums();
    private final Sums potential = new Sums();
    private final Sums loyalty = new Sums();
    private int inBlock;

    /** Creates totals of no customers. */
    public SegmentTotals() {}

    /**
     * Adds the next customers.
     *
     * @param currentValues the current value of each
     * @param potentialValues the potential value of each
     * @param loyalties the loyalty of each
     * @param segments the {@linkplain Segment#index() index} of each customer's segment, or {@link
     *     ThreeDimensionalSegmenter#NO_SEGMENT}
     * @throws IllegalArgumentException if the lengths differ, or an index is of no segment; then none is added
     */
    public void add(double[] currentValues, double[] potentialValues, double[] loyalties, byte[] segments) {
        Require.length(currentValues.length, segments.length, "current");
        Require.length(potentialValues.length, segments.length, "potential");
        Require.length(loyalties.length, segments.length, "loyalty");
        requireSegments(segments);
        int from = 0;
        while (from < segments.length) {
            int to = Math.min(segments.length, from + BlockSum.BLOCK - inBlock);
            for (int i = from; i < to; i++) {
                int segment = segments[i];
                if (segment != ThreeDimensionalSegmenter.NO_SEGMENT) {
                    customers[segment]++;
                    current.block[segment] += currentValues[i];
                    potential.block[segment] += potentialValues[i];
                    loyalty.block[segment] += loyalties[i];
                }
            }
            inBlock += to - from;
            from = to;
            if (inBlock == BlockSum.BLOCK) {
                endBlock();
            }
        }
    }

    /**
     * The profiles of the customers added so far.
     *
     * @return the profiles
     */
    public SegmentProfiles profiles() {
        double[] currentSums = current.soFar();
        double[] potentialSums = potential.soFar();
        double[] loyaltySums = loyalty.soFar();
        int everybody = 0;
        double allValue = 0;
        for (int s = 0; s < SEGMENTS; s++) {
            everybody += customers[s];
            allValue += currentSums[s] + potentialSums[s];
        }
        ImmutableList.Builder<SegmentProfile> profiles = ImmutableList.builder();
        for (Segment segment : Segment.all()) {
            int s = segment.index();
            profiles.add(new SegmentProfile(
                    segment,
                    customers[s],
                    (double) customers[s] / everybody,
                    currentSums[s] / customers[s],
                    potentialSums[s] / customers[s],
                    loyaltySums[s] / customers[s],
                    allValue == 0 ? Double.NaN : (currentSums[s] + potentialSums[s]) / allValue));
        }
        return new SegmentProfiles(profiles.build());
    }

    private static void requireSegments(byte[] segments) {
        for (byte segment : segments) {
            if (segment != ThreeDimensionalSegmenter.NO_SEGMENT && (segment < 0 || segment >= SEGMENTS)) {
                throw Require.outside("segment", "in [-1, " + SEGMENTS + ")", segment);
            }
        }
    }

    private void endBlock() {
        current.endBlock();
        potential.endBlock();
        loyalty.endBlock();
        inBlock = 0;
    }

    /** Sums of one column, a segment each: those of the blocks that are full, and of the block that is being filled. */
    private static final class Sums {

        private final double[] full = new double[SEGMENTS];
        private final double[] block = new double[SEGMENTS];

        void endBlock() {
            for (int s = 0; s < SEGMENTS; s++) {
                full[s] += block[s];
                block[s] = 0;
            }
        }

        double[] soFar() {
            double[] sums = new double[SEGMENTS];
            for (int s = 0; s < SEGMENTS; s++) {
                sums[s] = full[s] + block[s];
            }
            return sums;
        }
    }
}
