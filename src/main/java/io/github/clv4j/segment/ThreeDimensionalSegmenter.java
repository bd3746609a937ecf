package io.github.clv4j.segment;

import io.github.clv4j.base.Mark;
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

    /** What the columnar form of lifts writes for a customer without a lift. */
    public static final byte NO_AXIS = -1;

    private static final int AXES = Axis.all().size();

    /** The indices of the segments by place in the cube, in bytes, as the loop over customers wants them. */
    private static final byte[] INDEX_BY_PLACE = Segment.indicesByPlace();

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
     * @return whether all of them have a segment
     */
    public boolean segment(
            double[] currentValue, double[] potentialValue, double[] loyalty, int from, int to, byte[] out) {
        double currentCut = cuts.currentValue();
        double potentialCut = cuts.potentialValue();
        double loyaltyCut = cuts.loyalty();
        double marks = 0;
        for (int i = from; i < to; i++) {
            double current = currentValue[i];
            double potential = potentialValue[i];
            double loyal = loyalty[i];
            out[i] = INDEX_BY_PLACE[place(current, potential, loyal, currentCut, potentialCut, loyaltyCut) & 7];
            marks += mark(current, potential, loyal);
        }
        if (Double.isNaN(marks)) {
            refuse(currentValue, potentialValue, loyalty, from, to, out);
            return false;
        }
        return true;
    }

    /** Who has no segment is looked for only where somebody has none. */
    private static void refuse(
            double[] currentValue, double[] potentialValue, double[] loyalty, int from, int to, byte[] out) {
        for (int i = from; i < to; i++) {
            if (Double.isNaN(mark(currentValue[i], potentialValue[i], loyalty[i]))) {
                out[i] = NO_SEGMENT;
            }
        }
    }

    /**
     * The columnar form of {@link SegmentPlacement#lift()}: the axis nearest to its cut by relative gap, and what is lacking.
     *
     * @param currentValue the current value of each customer
     * @param potentialValue the potential value of each customer
     * @param loyalty the loyalty of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param axis receives the {@linkplain Axis#index() index} of the axis at the same places; {@link #NO_AXIS} for
     *     {@link Segment#PLATINUM}, and for a customer without a segment
     * @param needed receives cut - value on that axis at the same places; 0 for {@link Segment#PLATINUM}, NaN for a customer
     *     without a segment
     */
    public void lift(
            double[] currentValue,
            double[] potentialValue,
            double[] loyalty,
            int from,
            int to,
            byte[] axis,
            double[] needed) {
        for (int i = from; i < to; i++) {
            axis[i] = nearest(currentValue[i], potentialValue[i], loyalty[i]);
            needed[i] = needed(axis[i], currentValue[i], potentialValue[i], loyalty[i]);
        }
    }

    /** The axis with the smallest relative gap; as in a placement, NaN comes last and the first of equals is taken. */
    private byte nearest(double currentValue, double potentialValue, double loyalty) {
        byte nearest = NO_AXIS;
        if (index(currentValue, potentialValue, loyalty) == NO_SEGMENT) {
            return nearest;
        }
        double least = Double.NaN;
        for (byte axis = 0; axis < AXES; axis++) {
            double value = at(axis, currentValue, potentialValue, loyalty);
            double cut = cut(axis);
            double gap = SegmentLift.relativeGap(value, cut);
            if (value < cut && (nearest == NO_AXIS || Double.compare(gap, least) < 0)) {
                nearest = axis;
                least = gap;
            }
        }
        return nearest;
    }

    private double needed(byte axis, double currentValue, double potentialValue, double loyalty) {
        if (axis == NO_AXIS) {
            return index(currentValue, potentialValue, loyalty) == NO_SEGMENT ? Double.NaN : 0;
        }
        return SegmentLift.needed(at(axis, currentValue, potentialValue, loyalty), cut(axis));
    }

    private double cut(byte axis) {
        return at(axis, cuts.currentValue(), cuts.potentialValue(), cuts.loyalty());
    }

    private static double at(byte axis, double currentValue, double potentialValue, double loyalty) {
        return axis == 0 ? currentValue : axis == 1 ? potentialValue : loyalty;
    }

    byte index(double currentValue, double potentialValue, double loyalty) {
        if (Double.isNaN(mark(currentValue, potentialValue, loyalty))) {
            return NO_SEGMENT;
        }
        return INDEX_BY_PLACE[
                place(
                        currentValue,
                        potentialValue,
                        loyalty,
                        cuts.currentValue(),
                        cuts.potentialValue(),
                        cuts.loyalty())];
    }

    private static int place(
            double currentValue,
            double potentialValue,
            double loyalty,
            double currentCut,
            double potentialCut,
            double loyaltyCut) {
        return (currentValue >= currentCut ? 4 : 0)
                | (potentialValue >= potentialCut ? 2 : 0)
                | (loyalty >= loyaltyCut ? 1 : 0);
    }

    /** NaN unless all are finite. */
    private static double mark(double currentValue, double potentialValue, double loyalty) {
        return Mark.finite(currentValue) + Mark.finite(potentialValue) + Mark.finite(loyalty);
    }
}
