package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * The lifetime of customers who renew each period with a probability of their own, which stays the same for each of them
 * and differs between them: the churn probability has the beta distribution with the parameters a (alpha) and b (beta).
 *
 * <pre>
 *   S(t) = B(a, b + t) / B(a, b)            on whole t, constant between them
 *   r(t) = (b + t - 1) / (a + b + t - 1)
 *   E    = (a + b - 1) / (a - 1)            for a above 1, infinite otherwise
 *   DEL  = 2F1(1, b; a + b; 1 / (1 + d))
 * </pre>
 *
 * <p>r rises with t although nobody's own does: those who leave easily leave early. At whole age n what is left is again
 * such a lifetime, with b + n for b.
 *
 * <p>S keeps its digits for large a and b, where differences of log-gamma values lose them; DEL is a continued fraction or,
 * for rates below 0.001, a quadrature of some hundred terms, in both of which all terms are positive.
 *
 * <p>A time that is negative or NaN is an error. Immutable and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, 2007, How to project customer retention, Journal of Interactive Marketing 21.
 *
 * @param alpha the parameter a of the beta distribution, in (0, Inf); small where customers differ much
 * @param beta the parameter b of the beta distribution, in (0, Inf)
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements LifetimeDistribution {

    /**
     * Creates a distribution.
     *
     * @param alpha the parameter a, in (0, Inf)
     * @param beta the parameter b, in (0, Inf)
     * @throws IllegalArgumentException if one is out of range (NaN included)
     */
    public ShiftedBetaGeometric {
        Require.positive(alpha, "alpha");
        Require.positive(beta, "beta");
    }

    @Override
    public double survivalProbability(double time) {
        return StrictMath.exp(BetaRatio.log(alpha, beta, Periods.completed(time)));
    }

    @Override
    public double retentionRate(double time) {
        double reached = beta + Periods.started(time);
        return reached / (alpha + reached);
    }

    @Override
    public double hazard(double time) {
        return alpha / (alpha + beta + Periods.started(time));
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        if (horizon.isUnlimited()) {
            return alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : Double.POSITIVE_INFINITY;
        }
        double full = StrictMath.floor(horizon.periods());
        double broken = horizon.periods() - full;
        return (full == 0 ? 0 : sum(full)) + (broken == 0 ? 0 : broken * survivalProbability(full));
    }

    /** The sum of S(0) .. S(n - 1), which telescopes; written so that nothing cancels for a close to 1. */
    private double sum(double periods) {
        double slope = BetaRatio.slope(alpha - 1, beta + 1, periods - 1);
        double log = (alpha - 1) * slope;
        return 1 - beta * slope * (log == 0 ? 1 : StrictMath.expm1(log) / log);
    }

    @Override
    public LifetimeDistribution residual(double age) {
        double completed = StrictMath.floor(ResidualLifetime.requireAge(age));
        return ResidualLifetime.within(new ShiftedBetaGeometric(alpha, beta + completed), age - completed);
    }

    /**
     * The discounted expected lifetime DEL of a new customer.
     *
     * @param rate the discount rate of one period, at least 0, and above 0 unless alpha is above 1
     * @return DEL, the payment due now included, in [1, Inf)
     * @throws IllegalArgumentException if the sum is not finite
     */
    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        if (rate.rate() > 0) {
            return new BetaPresentValue(alpha, beta, rate.rate()).value();
        }
        if (rate.rate() == 0 && alpha > 1) {
            return expectedLifetime();
        }
        throw Require.outside("discountRate", alpha > 1 ? "in [0, Inf)" : "in (0, Inf)", rate.rate());
    }
}
