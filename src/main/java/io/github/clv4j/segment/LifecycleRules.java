package io.github.clv4j.segment;

import io.github.clv4j.base.Require;

/**
 * Tells the {@link LifecycleStage} of a customer, by the first rule that applies:
 *
 * <ol>
 *   <li>bought a retention activity again: {@link LifecycleStage#GROWTH};
 *   <li>tenure below {@code leastTenure}: {@link LifecycleStage#EXPLORATION};
 *   <li>trend of use equal to {@code declineTrend} or below it: {@link LifecycleStage#DECLINE};
 *   <li>else {@link LifecycleStage#STABILITY}.
 * </ol>
 *
 * <p>That buying a retention activity again marks growth is from Chinese writing on the retention of telecom customers,
 * which has the other three stages by name only; how tenure and trend tell them apart, and that growth is asked first, is
 * of clv4j. There are no default thresholds: none has a source.
 *
 * <p>What a rule that comes too late would ask may be missing (NaN): a new customer has no trend yet.
 *
 * <p>Immutable and thread-safe.
 *
 * @param leastTenure the tenure at which exploration ends, finite, at least 0, in periods of the caller's
 * @param declineTrend the relative change of use per period, such as -0.1, at or below which a customer declines; in [-1, 0]
 */
public record LifecycleRules(double leastTenure, double declineTrend) {

    /** What the columnar form writes for a customer without a stage. */
    public static final byte NO_STAGE = -1;

    /**
     * Creates rules.
     *
     * @param leastTenure the tenure at which exploration ends, finite, at least 0
     * @param declineTrend the trend at or below which a customer declines, in [-1, 0]
     * @throws IllegalArgumentException if a threshold is out of range (NaN included)
     */
    public LifecycleRules {
        if (!isTenure(leastTenure)) {
            throw Require.outside("least tenure", "in [0, Inf)", leastTenure);
        }
        if (!(declineTrend >= -1 && declineTrend <= 0)) {
            throw Require.outside("decline trend", "in [-1, 0]", declineTrend);
        }
    }

    /**
     * Rules.
     *
     * @param leastTenure the tenure at which exploration ends, finite, at least 0
     * @param declineTrend the trend at or below which a customer declines, in [-1, 0]
     * @return the rules
     * @throws IllegalArgumentException if a threshold is out of range (NaN included)
     */
    public static LifecycleRules of(double leastTenure, double declineTrend) {
        return new LifecycleRules(leastTenure, declineTrend);
    }

    /**
     * The stage of a customer.
     *
     * @param boughtAgain whether the customer bought a retention activity again: 1 or 0
     * @param tenure how long the customer has been one, finite, at least 0, in the periods of the rules; not looked at where
     *     {@code boughtAgain}
     * @param trend the relative change of use per period, finite, at least -1; looked at only where the tenure is reached
     * @return the stage
     * @throws IllegalArgumentException if a value that decides is missing or out of range
     */
    public LifecycleStage stage(double boughtAgain, double tenure, double trend) {
        byte index = index(boughtAgain, tenure, trend);
        if (index == NO_STAGE) {
            Require.zeroOrOne(boughtAgain, "bought again");
            if (!isTenure(tenure)) {
                throw Require.outside("tenure", "in [0, Inf)", tenure);
            }
            throw Require.outside("trend", "in [-1, Inf)", trend);
        }
        return LifecycleStage.all().get(index);
    }

    /**
     * The columnar form of {@link #stage(double, double, double)}: {@link #NO_STAGE} where that one throws.
     *
     * @param boughtAgain 1 for each customer who bought a retention activity again, else 0
     * @param tenure the tenure of each customer
     * @param trend the trend of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the {@linkplain LifecycleStage#index() indices} of the stages at the same places
     */
    public void stage(double[] boughtAgain, double[] tenure, double[] trend, int from, int to, byte[] out) {
        for (int i = from; i < to; i++) {
            out[i] = index(boughtAgain[i], tenure[i], trend[i]);
        }
    }

    private byte index(double boughtAgain, double tenure, double trend) {
        if (boughtAgain == 1) {
            return LifecycleStage.GROWTH.index();
        }
        if (boughtAgain != 0 || !isTenure(tenure)) {
            return NO_STAGE;
        }
        if (tenure < leastTenure) {
            return LifecycleStage.EXPLORATION.index();
        }
        if (!(trend >= -1 && trend < Double.POSITIVE_INFINITY)) {
            return NO_STAGE;
        }
        return trend <= declineTrend ? LifecycleStage.DECLINE.index() : LifecycleStage.STABILITY.index();
    }

    private static boolean isTenure(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }
}
