package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import java.util.List;

/**
 * The profiles of all eight segments of a base of customers: counts, shares, means and shares of value. Customers without
 * a segment are left out. Immutable and thread-safe.
 */
public final class SegmentProfiles {

    private static final int SEGMENTS = Segment.all().size();

    private final ImmutableList<SegmentProfile> profiles;

    private SegmentProfiles(ImmutableList<SegmentProfile> profiles) {
        this.profiles = profiles;
    }

    /**
     * The profiles of scored customers.
     *
     * @param current the current value of each customer
     * @param potential the potential value of each customer
     * @param loyalty the loyalty of each customer
     * @param segments the {@linkplain Segment#index() index} of each customer's segment, or {@link
     *     ThreeDimensionalSegmenter#NO_SEGMENT}
     * @return the profiles
     * @throws IllegalArgumentException if the lengths differ, or an index is of no segment
     */
    public static SegmentProfiles of(double[] current, double[] potential, double[] loyalty, byte[] segments) {
        Require.length(current.length, segments.length, "current");
        Require.length(potential.length, segments.length, "potential");
        Require.length(loyalty.length, segments.length, "loyalty");
        int[] customers = count(segments);
        double[] currentSums = sums(current, segments);
        double[] potentialSums = sums(potential, segments);
        double[] loyaltySums = sums(loyalty, segments);
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

    /**
     * The profiles.
     *
     * @return all eight, in the order of {@link Segment#all()}
     */
    public List<SegmentProfile> all() {
        return profiles;
    }

    /**
     * The profile of one segment.
     *
     * @param segment the segment
     * @return its profile
     */
    public SegmentProfile of(Segment segment) {
        return profiles.get(segment.index());
    }

    private static int[] count(byte[] segments) {
        int[] counts = new int[SEGMENTS];
        for (byte segment : segments) {
            if (segment >= 0 && segment < SEGMENTS) {
                counts[segment]++;
            } else if (segment != ThreeDimensionalSegmenter.NO_SEGMENT) {
                throw Require.outside("segment", "in [-1, " + SEGMENTS + ")", segment);
            }
        }
        return counts;
    }

    private static double[] sums(double[] values, byte[] segments) {
        double[] sums = new double[SEGMENTS];
        for (int from = 0; from < values.length; from += BlockSum.BLOCK) {
            double[] block = blockSums(values, segments, from, Math.min(from + BlockSum.BLOCK, values.length));
            for (int s = 0; s < SEGMENTS; s++) {
                sums[s] += block[s];
            }
        }
        return sums;
    }

    private static double[] blockSums(double[] values, byte[] segments, int from, int to) {
        double[] sums = new double[SEGMENTS];
        for (int i = from; i < to; i++) {
            if (segments[i] != ThreeDimensionalSegmenter.NO_SEGMENT) {
                sums[segments[i]] += values[i];
            }
        }
        return sums;
    }
}
