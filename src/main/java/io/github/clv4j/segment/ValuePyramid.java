package io.github.clv4j.segment;

import io.github.clv4j.base.Require;
import io.github.clv4j.base.Selection;

/**
 * The value pyramid (客户金字塔), one of the two older schemes: three {@linkplain PyramidTier tiers} by current value
 * alone. A value equal to a cut is in the tier above it. It says what a customer is worth and nothing of growth or
 * loyalty; {@link SchemeComparison} shows what that hides.
 *
 * <p>Immutable and thread-safe.
 *
 * @param highCut the least value of the high tier, finite
 * @param middleCut the least value of the middle tier, finite, at most {@code highCut}
 */
public record ValuePyramid(double highCut, double middleCut) {

    /** What the columnar form writes for a customer without a tier. */
    public static final byte NO_TIER = -1;

    private static final double DEFAULT_HIGH_SHARE = 0.2;
    private static final double DEFAULT_MIDDLE_SHARE = 0.3;

    /**
     * Creates a pyramid.
     *
     * @param highCut the least value of the high tier, finite
     * @param middleCut the least value of the middle tier, finite, at most {@code highCut}
     * @throws IllegalArgumentException if a cut is NaN or infinite, or {@code middleCut} above {@code highCut}
     */
    public ValuePyramid {
        Require.finite(highCut, "high cut");
        Require.finite(middleCut, "middle cut");
        if (middleCut > highCut) {
            throw Require.outside("middle cut", "at most the high cut " + highCut, middleCut);
        }
    }

    /**
     * A pyramid with given cuts.
     *
     * @param highCut the least value of the high tier, finite
     * @param middleCut the least value of the middle tier, finite, at most {@code highCut}
     * @return the pyramid
     * @throws IllegalArgumentException if a cut is NaN or infinite, or {@code middleCut} above {@code highCut}
     */
    public static ValuePyramid of(double highCut, double middleCut) {
        return new ValuePyramid(highCut, middleCut);
    }

    /**
     * The pyramid whose high tier is the top 20 % of the customers at hand and whose middle tier the next 30 %. These shares
     * are a convention of clv4j.
     *
     * @param values the current value of every customer, finite, at least one, in any order; not changed
     * @return the pyramid
     * @throws IllegalArgumentException if there are no customers, or a value is NaN or infinite
     */
    public static ValuePyramid fit(double[] values) {
        return fit(values, DEFAULT_HIGH_SHARE, DEFAULT_MIDDLE_SHARE);
    }

    /**
     * The pyramid with given shares of the customers at hand in its tiers. A cut is the value of the last customer in the
     * fewest of the most valuable customers who make up the share, so that customers with the same value stay together: ties
     * are in the higher tier, and that may make it larger than its share.
     *
     * @param values the current value of every customer, finite, at least one, in any order; not changed
     * @param highShare the share of customers in the high tier, in (0, 1]
     * @param middleShare the share of customers in the middle tier, in [0, 1 - highShare]
     * @return the pyramid
     * @throws IllegalArgumentException if there are no customers, a value is NaN or infinite, or a share is out of range
     */
    public static ValuePyramid fit(double[] values, double highShare, double middleShare) {
        if (!(highShare > 0 && highShare <= 1)) {
            throw Require.outside("high share", "in (0, 1]", highShare);
        }
        Require.probability(middleShare, "middle share");
        Require.probability(highShare + middleShare, "high share + middle share");
        if (values.length == 0) {
            throw new IllegalArgumentException("pyramid must be fitted to at least one customer, but there were 0");
        }
        for (double value : values) {
            Require.finite(value, "current value");
        }
        double[] work = values.clone();
        return of(cut(work, highShare), cut(work, highShare + middleShare));
    }

    private static double cut(double[] work, double share) {
        double wanted = share * work.length;
        double nearest = Math.rint(wanted);
        // a product that is whole but for rounding is meant to be whole: 0.07 of 100 is 7 customers, not 8
        int customers = (int) (Math.abs(wanted - nearest) <= 4 * Math.ulp(nearest) ? nearest : Math.ceil(wanted));
        return Selection.select(work, 0, work.length, work.length - Math.max(customers, 1)) + 0.0;
    }

    /**
     * The tier of a customer.
     *
     * @param currentValue the current value, finite
     * @return the tier
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public PyramidTier tier(double currentValue) {
        return PyramidTier.all().get(index(Require.finite(currentValue, "current value")));
    }

    /**
     * The columnar form of {@link #tier(double)}: {@link #NO_TIER} where that one throws.
     *
     * @param currentValue the current value of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the {@linkplain PyramidTier#index() indices} of the tiers at the same places
     */
    public void tier(double[] currentValue, int from, int to, byte[] out) {
        for (int i = from; i < to; i++) {
            out[i] = index(currentValue[i]);
        }
    }

    private byte index(double currentValue) {
        if (!Double.isFinite(currentValue)) {
            return NO_TIER;
        }
        if (currentValue >= highCut) {
            return PyramidTier.HIGH.index();
        }
        return currentValue >= middleCut ? PyramidTier.MIDDLE.index() : PyramidTier.LOW.index();
    }
}
