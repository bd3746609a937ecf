package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * The lifetime of customers each of whom has a {@linkplain DiscreteWeibull discrete Weibull} lifetime of the same exponent c
 * and a first-period churn probability of his own, beta distributed with the parameters a (alpha) and b (beta).
 *
 * <pre>
 *   S(t) = B(a, b + t^c) / B(a, b)          on whole t, constant between them
 * </pre>
 *
 * <p>c below 1 means that a customer is the less likely to leave the longer he has stayed, above 1 the more likely; c = 1
 * is the {@linkplain ShiftedBetaGeometric shifted beta geometric} lifetime. r may fall before it rises, which that cannot.
 *
 * <p>In the end S falls as t^(-a c): E is infinite where a c is at most 1, or too large for a double. Sums without limit are
 * a few hundred terms and an integral, and end for every c.
 *
 * <p>A time that is negative or NaN is an error. Immutable and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin, T. Steenburgh, 2018, "How to project customer retention"
 * revisited: the role of duration dependence, Journal of Interactive Marketing 43.
 *
 * @param alpha the parameter a of the beta distribution, in (0, Inf)
 * @param beta the parameter b of the beta distribution, in (0, Inf)
 * @param exponent the exponent c of time, in (0, Inf)
 */
public record BetaDiscreteWeibull(double alpha, double beta, double exponent) implements LifetimeDistribution {

    /**
     * Creates a distribution.
     *
     * @param alpha the parameter a, in (0, Inf)
     * @param beta the parameter b, in (0, Inf)
     * @param exponent the exponent c, in (0, Inf)
     * @throws IllegalArgumentException if one is out of range (NaN included)
     */
    public BetaDiscreteWeibull {
        Require.positive(alpha, "alpha");
        Require.positive(beta, "beta");
        Require.positive(exponent, "exponent");
    }

    private record Curve(double alpha, double beta, double tailPower) implements AgedLifetime.Curve {

        @Override
        public double logSurvival(double reached, double elapsed) {
            return BetaRatio.log(alpha, beta + reached, elapsed);
        }

        @Override
        public double scale() {
            return alpha + beta;
        }
    }

    private AgedLifetime fromTheStart() {
        return new AgedLifetime(new PowerTime(exponent, 0, 1), new Curve(alpha, beta, alpha * exponent));
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
     * @param rate the discount rate of one period, at least 0, and above 0 unless alpha x exponent is above 1
     * @return DEL, the payment due now included, in [1, Inf)
     * @throws IllegalArgumentException if the sum is not finite
     */
    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        return fromTheStart().discountedExpectedLifetime(rate);
    }
}
