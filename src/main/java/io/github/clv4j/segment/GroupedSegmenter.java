package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.clv4j.base.GroupCode;
import io.github.clv4j.base.Require;
import java.util.List;

/**
 * Places customers in the eight segments by the cut points of the group they belong to, so that high means high among their
 * like: prepaid and postpaid customers apart. A group without cut points is an error, never a low customer.
 *
 * <p>Immutable and thread-safe.
 */
public final class GroupedSegmenter {

    private final ImmutableMap<String, ThreeDimensionalSegmenter> byName;
    private final ImmutableList<ThreeDimensionalSegmenter> byCode;

    private GroupedSegmenter(ImmutableMap<String, ThreeDimensionalSegmenter> segmenters) {
        this.byName = segmenters;
        this.byCode = segmenters.values().asList();
    }

    /**
     * A segmenter with the cut points of each group.
     *
     * @param groups the names of the groups in the order of their codes, distinct
     * @param cuts the cut points of each of them; others are not used
     * @return the segmenter
     * @throws IllegalArgumentException if a group stands twice, or has no cut points
     */
    public static GroupedSegmenter of(List<String> groups, CutTable cuts) {
        Require.distinct(groups, "groups");
        return new GroupedSegmenter(Maps.toMap(groups, group -> ThreeDimensionalSegmenter.of(cuts.of(group))));
    }

    /**
     * The groups.
     *
     * @return their names in the order of their codes
     */
    public List<String> groups() {
        return byName.keySet().asList();
    }

    /**
     * The segmenter of one group.
     *
     * @param group the name of the group
     * @return its segmenter
     * @throws IllegalArgumentException if there is no such group
     */
    public ThreeDimensionalSegmenter of(String group) {
        ThreeDimensionalSegmenter segmenter = byName.get(group);
        if (segmenter == null) {
            throw new IllegalArgumentException("group must be one of " + byName.keySet() + ", but was " + group);
        }
        return segmenter;
    }

    /**
     * The segmenter of a group given by its code.
     *
     * @param code the place of the group in {@link #groups()}
     * @return its segmenter
     * @throws IllegalArgumentException if there is no such place
     */
    public ThreeDimensionalSegmenter of(double code) {
        return byCode.get(GroupCode.require(code, byCode.size()));
    }

    /**
     * The columnar form of {@link #of(double)} and {@link ThreeDimensionalSegmenter#segment(double, double, double)}: {@link ThreeDimensionalSegmenter#NO_SEGMENT} where a value is NaN or infinite, or the code of no
     * group.
     *
     * @param codes the code of each customer's group, its place in {@link #groups()}
     * @param currentValue the current value of each customer
     * @param potentialValue the potential value of each customer
     * @param loyalty the loyalty of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the {@linkplain Segment#index() indices} of the segments at the same places
     * @return whether all of them have a segment
     */
    public boolean segment(
            double[] codes,
            double[] currentValue,
            double[] potentialValue,
            double[] loyalty,
            int from,
            int to,
            byte[] out) {
        boolean all = true;
        for (int i = from; i < to; i++) {
            out[i] = GroupCode.isCode(codes[i], byCode.size())
                    ? byCode.get((int) codes[i]).index(currentValue[i], potentialValue[i], loyalty[i])
                    : ThreeDimensionalSegmenter.NO_SEGMENT;
            all &= out[i] != ThreeDimensionalSegmenter.NO_SEGMENT;
        }
        return all;
    }
}
