package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * The lifetime of customers who may leave at any moment, with a hazard rate that rises or falls as a power of time.
 *
 * <pre>
 *   S(t) = exp(-(t / lambda)^k)      hazard rate k / lambda (t / lambda)^(k - 1)
 *   E    = lambda gamma(1 + 1/k)     E(h) = lambda / k x the lower incomplete gamma function of 1/k at (h / lambda)^k
 * </pre>
 *
 * <p>k below 1 means that a customer is the less likely to leave the longer he has stayed, above 1 the more likely; k = 1
 * is the {@linkplain ExponentialLifetime exponential} lifetime with the hazard 1 / lambda.
 *
 * <p>E is infinite where it is too large for a double, which it is for k below 0.006. What is left at a high age keeps its
 * digits even where S itself is no longer a number above 0.
 *
 * <p>A time that is negative or NaN is an error. Immutable and thread-safe.
 *
 * @param shape the shape k, in (0, Inf)
 * @param scale the scale lambda, in periods, in (0, Inf): the time after which 1 / e = 36.8 % are left
 */
public record WeibullLifetime(double shape, double scale) implements LifetimeDistribution {

    /**
     * Creates a distribution.
     *
     * @param shape the shape k, in (0, Inf)
     * @param scale the scale lambda, in periods, in (0, Inf)
     * @throws IllegalArgumentException if one is out of range (NaN included)
     */
    public WeibullLifetime {
        Require.positive(shape, "shape");
        Require.positive(scale, "scale");
    }

    private AgedWeibull fromTheStart() {
        return new AgedWeibull(shape, scale, 0);
    }

    @Override
    public double survivalProbability(double time) {
        return fromTheStart().survivalProbability(time);
    }

    @Override
    public double retentionRate(double time) {
        return fromTheStart().retentionRate(time);
    }

    @Override
    public double hazard(double time) {
        return fromTheStart().hazard(time);
    }

    /**
     * The instantaneous hazard rate, at which customers leave at a moment; not the share of a period's customers who leave
     * in it, which is {@link #hazard}.
     *
     * @param time the time, in periods, in [0, Inf)
     * @return the rate per period, in [0, Inf]; infinite at time 0 where the shape is below 1
     */
    public double hazardRate(double time) {
        return shape / scale * StrictMath.pow(Periods.requireTime(time) / scale, shape - 1);
    }

    /**
     * The time by which half of the customers have left.
     *
     * @return lambda (log 2)^(1/k), in periods
     */
    public double median() {
        return scale * StrictMath.pow(StrictMath.log(2), 1 / shape);
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        return fromTheStart().expectedLifetime(horizon);
    }

    @Override
    public LifetimeDistribution residual(double age) {
        return fromTheStart().residual(age);
    }

    /**
     * The discounted expected lifetime DEL of a new customer.
     *
     * @param rate the discount rate of one period, in [0, Inf)
     * @return DEL, the payment due now included, in [1, Inf)
     * @throws IllegalArgumentException if the rate is below 0 or the sum is not finite
     */
    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        return fromTheStart().discountedExpectedLifetime(rate);
    }
}
