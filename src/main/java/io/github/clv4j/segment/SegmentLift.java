package io.github.clv4j.segment;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Locale;

/**
 * What it would take to bring a customer to a better segment by one axis: the axis goes from low to high, the two others stay
 * as they are.
 *
 * <p>The gaps of different axes are in different units, money and probability. {@link #relativeGap()} has none, so that gaps
 * can be compared at all; it says which axis is nearest to its cut, not which is cheapest to move. Whoever knows what a step
 * on each axis costs should compare that.
 *
 * <p>Immutable and thread-safe.
 *
 * @param axis the axis to be lifted
 * @param from the customer's value on it, below the cut
 * @param to the cut of the axis: the least value that is high
 * @param target the segment the customer would then be in
 */
public record SegmentLift(Axis axis, double from, double to, Segment target) {

    /**
     * Creates a lift.
     *
     * @param axis the axis to be lifted
     * @param from the customer's value on it, finite, below the cut
     * @param to the cut of the axis, finite
     * @param target the segment the customer would then be in, high on the axis
     * @throws IllegalArgumentException if a number is NaN or infinite, the value is not below the cut, or the segment is low
     *     on the axis
     */
    public SegmentLift {
        Require.finite(from, axis.displayName(Language.ENGLISH));
        Require.finite(to, "cut of " + axis.displayName(Language.ENGLISH));
        if (!(from < to)) {
            throw Require.outside(axis.displayName(Language.ENGLISH), "below its cut " + to, from);
        }
        if (!target.isHigh(axis)) {
            throw new IllegalArgumentException("target of a lift must be high on " + axis.displayName(Language.ENGLISH)
                    + ", but was " + target.code());
        }
    }

    /** The segment with one axis high and the others as they are. */
    static Segment lifted(Segment segment, Axis axis) {
        return Segment.of(
                axis == Axis.CURRENT_VALUE || segment.isHigh(Axis.CURRENT_VALUE),
                axis == Axis.POTENTIAL_VALUE || segment.isHigh(Axis.POTENTIAL_VALUE),
                axis == Axis.LOYALTY || segment.isHigh(Axis.LOYALTY));
    }

    /**
     * What is lacking to the cut.
     *
     * @return cut - value, in the unit of the axis; above 0, infinite where no double can hold it
     */
    public double needed() {
        return needed(from, to);
    }

    /**
     * What is lacking as a share of the cut.
     *
     * @return (cut - value) / |cut|; above 0, infinite where no double can hold it, NaN where the cut is 0
     */
    public double relativeGap() {
        return relativeGap(from, to);
    }

    static double needed(double value, double cut) {
        return cut - value;
    }

    static double relativeGap(double value, double cut) {
        return cut == 0 ? Double.NaN : needed(value, cut) / Math.abs(cut);
    }

    /**
     * The lift as a line a person can read: the target, the axis and what is lacking, rounded to four decimals, and its share
     * of the cut where there is one.
     *
     * @param language the language of the text
     * @return one line, ended by a line feed
     */
    public String text(Language language) {
        return String.format(
                Locale.ROOT,
                language.pick("lift to %s (%s): %s %+.4f%s\n", "提升为%s (%s):%s需 %+.4f%s\n"),
                target.displayName(language),
                target.code(),
                axis.displayName(language),
                needed(),
                shareText(language));
    }

    private String shareText(Language language) {
        double gap = relativeGap();
        return Double.isNaN(gap)
                ? ""
                : String.format(Locale.ROOT, language.pick(", %.1f %% of its cut", ",为切分点的 %.1f %%"), 100 * gap);
    }
}
