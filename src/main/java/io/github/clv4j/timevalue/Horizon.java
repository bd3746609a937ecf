package io.github.clv4j.timevalue;

import io.github.clv4j.base.Require;

/**
 * How many periods ahead payments are counted: a number of periods, fractions allowed, or no limit. Immutable and
 * thread-safe.
 *
 * @param periods the number of periods, in [0, Inf]; positive infinity means unlimited
 */
public record Horizon(double periods) {

    private static final Horizon UNLIMITED = new Horizon(Double.POSITIVE_INFINITY);

    /**
     * Creates a horizon.
     *
     * @param periods the number of periods, in [0, Inf]; positive infinity means unlimited
     * @throws IllegalArgumentException if the periods are negative or NaN
     */
    public Horizon {
        if (!(periods >= 0)) {
            throw Require.outside("horizon", "in [0, Inf]", periods);
        }
    }

    /**
     * A limited horizon.
     *
     * @param periods the number of periods, in [0, Inf)
     * @return the horizon
     * @throws IllegalArgumentException if the periods are negative, infinite or NaN
     */
    public static Horizon ofPeriods(double periods) {
        if (!(periods >= 0 && periods < Double.POSITIVE_INFINITY)) {
            throw Require.outside("horizon", "in [0, Inf)", periods);
        }
        return new Horizon(periods);
    }

    /**
     * The horizon without limit, which needs a discount rate above 0 to have a value.
     *
     * @return the unlimited horizon
     */
    public static Horizon unlimited() {
        return UNLIMITED;
    }

    /**
     * Whether there is no limit.
     *
     * @return true if the periods are infinite
     */
    public boolean isUnlimited() {
        return periods == Double.POSITIVE_INFINITY;
    }
}
