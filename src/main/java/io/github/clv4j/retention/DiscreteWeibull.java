package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * The lifetime of customers who are all alike, and whose probability of renewing changes with the time they have stayed.
 *
 * <pre>
 *   S(t) = q^(t^c)          on whole t, constant between them
 * </pre>
 *
 * <p>c below 1 means that a customer is the less likely to leave the longer he has stayed, above 1 the more likely; c = 1
 * is the {@linkplain GeometricLifetime geometric} lifetime.
 *
 * <p>E is finite, but may be too large for a double where c is close to 0; it is infinite then.
 *
 * <p>A time that is negative or NaN is an error. Immutable and thread-safe.
 *
 * <p>Source: T. Nakagawa, S. Osaki, 1975, The discrete Weibull distribution, IEEE Transactions on Reliability 24.
 *
 * @param firstRetention the probability q of renewing for the first time, in (0, 1)
 * @param exponent the exponent c of time, in (0, Inf)
 */
public record DiscreteWeibull(double firstRetention, double exponent) implements LifetimeDistribution {

    /**
     * Creates a distribution.
     *
     * @param firstRetention the probability q of renewing for the first time, in (0, 1)
     * @param exponent the exponent c of time, in (0, Inf)
     * @throws IllegalArgumentException if one is out of range (NaN included)
     */
    public DiscreteWeibull {
        if (!(firstRetention > 0 && firstRetention < 1)) {
            throw Require.outside("firstRetention", "in (0, 1)", firstRetention);
        }
        Require.positive(exponent, "exponent");
    }

    private record Curve(double logRetention) implements AgedLifetime.Curve {

        @Override
        public double logSurvival(double reached, double elapsed) {
            return elapsed * logRetention;
        }

        @Override
        public double tailPower() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double scale() {
            return Double.POSITIVE_INFINITY;
        }
    }

    private AgedLifetime fromTheStart() {
        return new AgedLifetime(new PowerTime(exponent, 0), new Curve(StrictMath.log(firstRetention)));
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
