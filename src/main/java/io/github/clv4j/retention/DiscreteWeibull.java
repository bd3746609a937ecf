package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * The lifetime of customers who are all alike, and whose probability of renewing changes with the time they have stayed.
 *
 * <pre>
 *   S(t) = exp(-rate t^c) = q^(t^c)          on whole t, constant between them
 * </pre>
 *
 * <p>for the probability {@code q = exp(-rate)} of renewing for the first time. It is given by the rate, as q is 1 but for
 * rounding where customers hardly leave at first and all the more later on.
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
 * @param rate the cumulative hazard {@code -log q} of the first period, in (0, Inf)
 * @param exponent the exponent c of time, in (0, Inf)
 */
public record DiscreteWeibull(double rate, double exponent) implements LifetimeDistribution {

    /**
     * Creates a distribution.
     *
     * @param rate the cumulative hazard {@code -log q} of the first period, in (0, Inf)
     * @param exponent the exponent c of time, in (0, Inf)
     * @throws IllegalArgumentException if one is out of range (NaN included)
     */
    public DiscreteWeibull {
        Require.positive(rate, "rate");
        Require.positive(exponent, "exponent");
    }

    /**
     * The distribution of a probability of renewing for the first time.
     *
     * @param firstRetention the probability q, in (0, 1)
     * @param exponent the exponent c of time, in (0, Inf)
     * @return the distribution
     * @throws IllegalArgumentException if one is out of range (NaN included)
     */
    public static DiscreteWeibull ofFirstRetention(double firstRetention, double exponent) {
        if (!(firstRetention > 0 && firstRetention < 1)) {
            throw Require.outside("firstRetention", "in (0, 1)", firstRetention);
        }
        return new DiscreteWeibull(-StrictMath.log(firstRetention), exponent);
    }

    /**
     * The probability of renewing for the first time.
     *
     * @return q = exp(-rate), in [0, 1]
     */
    public double firstRetention() {
        return StrictMath.exp(-rate);
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
        return new AgedLifetime(new PowerTime(exponent, 0, 1), new Curve(-rate));
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
