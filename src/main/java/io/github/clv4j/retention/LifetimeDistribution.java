package io.github.clv4j.retention;

import io.github.clv4j.timevalue.Annuity;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.timevalue.SurvivalCurve;

/**
 * How long customers stay: a survival curve with what follows from it.
 *
 * <p>There are two kinds. Where customers leave at the end of a whole period, as contracts do, S is a step function that
 * is constant within each period. Where they leave at any moment, S is continuous.
 *
 * <pre>
 *   E(h)    = integral of S(t) over t = 0..h       expected lifetime within h periods; for steps sum_{t=0..h-1} S(t)
 *   DEL     = sum_{t>=0} S(t) / (1 + d)^t          discounted expected lifetime: payments, the first one now
 *   DERL(n) = sum_{t>=n} S(t) / S(n - 1) / (1 + d)^(t - n)
 *                                                  the same for a customer whose n-th renewal is due now, that payment too
 * </pre>
 *
 * <p>An implementation is immutable and thread-safe. A time, age or horizon that is negative or NaN is an error.
 *
 * <p>Source of DEL and DERL: P. S. Fader, B. G. S. Hardie, 2010, Customer-base valuation in a contractual setting: the
 * perils of ignoring heterogeneity, Marketing Science 29.
 */
public interface LifetimeDistribution extends SurvivalCurve {

    /**
     * The expected lifetime within a horizon, which is also the restricted mean of the time until a customer leaves.
     *
     * @param horizon how far ahead to count
     * @return E, in periods, in [0, Inf]; infinite where the horizon is unlimited and the tail so heavy that there is no
     *     mean
     */
    double expectedLifetime(Horizon horizon);

    /**
     * The expected lifetime.
     *
     * @return E over an unlimited horizon, in periods, in [0, Inf]
     */
    default double expectedLifetime() {
        return expectedLifetime(Horizon.unlimited());
    }

    /**
     * The distribution of the time a customer of some age still stays, S(age + t) / S(age).
     *
     * @param age how long the customer has been one, in periods, in [0, Inf)
     * @return the distribution of the remaining time
     * @throws IllegalArgumentException if nobody reaches that age
     */
    LifetimeDistribution residual(double age);

    /**
     * The discounted expected lifetime DEL of a new customer over a horizon: the expected present value of one unit of
     * money paid at the start of each period by a customer who is still there.
     *
     * @param rate the discount rate of one period
     * @param horizon how far ahead to count; unlimited only where the rate is above 0
     * @return DEL, in [0, Inf)
     * @throws IllegalArgumentException if the sum is not finite
     */
    default double discountedExpectedLifetime(DiscountRate rate, Horizon horizon) {
        return Annuity.of(rate, CashFlowTiming.START_OF_PERIOD).presentValue(horizon, this);
    }

    /**
     * The discounted expected lifetime DEL of a new customer.
     *
     * @param rate the discount rate of one period, above 0
     * @return DEL, the payment due now included, in [0, Inf)
     * @throws IllegalArgumentException if the sum is not finite
     */
    default double discountedExpectedLifetime(DiscountRate rate) {
        return discountedExpectedLifetime(rate, Horizon.unlimited());
    }

    /**
     * The discounted expected residual lifetime DERL of a customer who has made {@code renewal - 1} renewals and decides on
     * the next one now.
     *
     * @param rate the discount rate of one period, above 0
     * @param renewal the number n of the renewal that is due, at least 1
     * @return r(n) x DEL of the time that is left at age n: that payment included and undiscounted; in [0, Inf)
     * @throws IllegalArgumentException if the renewal is below 1, nobody gets that far, or the sum is not finite
     */
    default double discountedResidualLifetime(DiscountRate rate, int renewal) {
        return ResidualLifetime.discounted(this, rate, renewal);
    }
}
