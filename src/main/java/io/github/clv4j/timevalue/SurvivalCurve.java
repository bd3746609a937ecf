package io.github.clv4j.timevalue;

/**
 * The probability S(t) that a customer is still one at time t, with S(0) = 1 unless customers leave at once, and S never
 * increasing. Times are in periods of the discount rate it is used with.
 *
 * <p>An implementation is immutable and thread-safe and answers every t in [0, Inf) with a number in [0, 1].
 */
@FunctionalInterface
public interface SurvivalCurve {

    /**
     * The probability of still being a customer.
     *
     * @param time the time t since now, in periods, in [0, Inf)
     * @return S(t), in [0, 1]
     */
    double survivalProbability(double time);

    /**
     * The retention rate of the period that ends at a time, {@code S(t) / S(t - 1)}.
     *
     * @param time the end t of the period, in [1, Inf)
     * @return the share of those still there at t - 1 who are still there at t, in [0, 1]; NaN where nobody was left at
     *     t - 1
     */
    default double retentionRate(double time) {
        return survivalProbability(time) / survivalProbability(time - 1);
    }

    /**
     * The hazard of the period that ends at a time, {@code 1 - S(t) / S(t - 1)}: the churn rate of those still there.
     *
     * @param time the end t of the period, in [1, Inf)
     * @return the share of those still there at t - 1 who have left by t, in [0, 1]; NaN where nobody was left at t - 1
     */
    default double hazard(double time) {
        return 1 - retentionRate(time);
    }

    /**
     * The curve of customers who never leave.
     *
     * @return S = 1 at all times
     */
    static SurvivalCurve certain() {
        return time -> 1;
    }
}
