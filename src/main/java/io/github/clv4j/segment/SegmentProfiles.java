package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The profiles of all eight segments of a base of customers: counts, shares, means and shares of value. Customers without
 * a segment are left out. Immutable and thread-safe.
 */
public final class SegmentProfiles {

    private final ImmutableList<SegmentProfile> profiles;

    SegmentProfiles(ImmutableList<SegmentProfile> profiles) {
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
        SegmentTotals totals = new SegmentTotals();
        totals.add(current, potential, loyalty, segments);
        return totals.profiles();
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
}
