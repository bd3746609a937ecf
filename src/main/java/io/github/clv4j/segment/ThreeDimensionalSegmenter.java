package io.github.clv4j.segment;

import io.github.clv4j.base.Require;
import java.util.List;

/**
 * Places customers in the eight segments of the cube of current value, potential value and loyalty: each axis is high
 * where the value is equal to its cut or above it, and low below.
 *
 * <p>The loyalty axis may hold a retention probability, a loyalty index or a mix of both; the segmenter does not mind, as
 * long as the cut is of the same kind. A value that is NaN or infinite has no segment, and asking for it is an error.
 *
 * <p>Immutable and thread-safe.
 */
public final class ThreeDimensionalSegmenter {

    /** What the columnar form writes for a customer without a segment. */
    public static final byte NO_SEGMENT = -1;

    private final CutPoints cuts;

    private ThreeDimensionalSegmenter(CutPoints cuts) {
        this.cuts = cuts;
    }

    /**
     * A segmenter with given cut points.
     *
     * @param cuts the cut points
     * @return the segmenter
     */
    public static ThreeDimensionalSegmenter of(CutPoints cuts) {
        return new ThreeDimensionalSegmenter(cuts);
    }

    /**
     * The cut points.
     *
     * @return the cut points
     */
    public CutPoints cuts() {
        return cuts;
    }

    /**
     * The segment of a customer.
     *
     * @param currentValue the current value, finite
     * @param potentialValue the potential value, finite
     * @param loyalty the loyalty, finite
     * @return the segment
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public Segment segment(double currentValue, double potentialValue, double loyalty) {
        byte index = index(currentValue, potentialValue, loyalty);
        if (index == NO_SEGMENT) {
            Require.finite(currentValue, "current value");
            Require.finite(potentialValue, "potential value");
            Require.finite(loyalty, "loyalty");
        }
        return Segment.all().get(index);
    }

    /**
     * The segment of a customer and the distance to each cut.
     *
     * @param currentValue the current value, finite
     * @param potentialValue the potential value, finite
     * @param loyalty the loyalty, finite
     * @return the placement
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public SegmentPlacement explain(double currentValue, double potentialValue, double loyalty) {
        return new SegmentPlacement(
                segment(currentValue, potentialValue, loyalty),
                List.of(
                        new AxisPlacement(Axis.CURRENT_VALUE, currentValue, cuts.currentValue()),
                        new AxisPlacement(Axis.POTENTIAL_VALUE, potentialValue, cuts.potentialValue()),
                        new AxisPlacement(Axis.LOYALTY, loyalty, cuts.loyalty())));
    }

    /**
     * The columnar form of {@link #segment(double, double, double)}: {@link #NO_SEGMENT} where that one throws.
     *
     * @param currentValue the current value of each customer
     * @param potentialValue the potential value of each customer
     * @param loyalty the loyalty of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the {@linkplain Segment#index() indices} of the segments at the same places
     */
    public void segment(
            double[] currentValue, double[] potentialValue, double[] loyalty, int from, int to, byte[] out) {
        for (int i = from; i < to; i++) {
            out[i] = index(currentValue[i], potentialValue[i], loyalty[i]);
        }
    }

    byte index(double currentValue, double potentialValue, double loyalty) {
        if (!(Double.isFinite(currentValue) && Double.isFinite(potentialValue) && Double.isFinite(loyalty))) {
            return NO_SEGMENT;
        }
        return Segment.of(
                        currentValue >= cuts.currentValue(),
                        potentialValue >= cuts.potentialValue(),
                        loyalty >= cuts.loyalty())
                .index();
    }
}
