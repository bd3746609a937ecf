package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * The lifetime of customers who may leave at any moment, with a hazard rate that never changes.
 *
 * <pre>
 *   S(t) = exp(-lambda t)      E = 1 / lambda      DEL = (1 + d) / (1 + d - exp(-lambda))
 * </pre>
 *
 * <p>It has no memory: at every age as much is left as at the start. Seen at whole periods it is {@linkplain
 * GeometricLifetime geometric} with r = exp(-lambda).
 *
 * <p>A time that is negative or NaN is an error. Immutable and thread-safe.
 *
 * @param hazardRate the hazard rate lambda per period, in (0, Inf)
 */
public record ExponentialLifetime(double hazardRate) implements LifetimeDistribution {

    /**
     * Creates a distribution.
     *
     * @param hazardRate the hazard rate lambda per period, in (0, Inf)
     * @throws IllegalArgumentException if it is out of range (NaN included)
     */
    public ExponentialLifetime {
        Require.positive(hazardRate, "hazardRate");
    }

    @Override
    public double survivalProbability(double time) {
        return StrictMath.exp(-hazardRate * Periods.requireTime(time));
    }

    @Override
    public double retentionRate(double time) {
        Periods.requireEnd(time);
        return StrictMath.exp(-hazardRate);
    }

    @Override
    public double hazard(double time) {
        Periods.requireEnd(time);
        return -StrictMath.expm1(-hazardRate);
    }

    /**
     * The instantaneous hazard rate, at which customers leave at a moment; not the share of a period's customers who leave
     * in it, which is {@link #hazard}.
     *
     * @param time the time, in periods, in [0, Inf)
     * @return lambda, per period
     */
    public double hazardRate(double time) {
        Periods.requireTime(time);
        return hazardRate;
    }

    /**
     * The time by which half of the customers have left.
     *
     * @return log 2 / lambda, in periods
     */
    public double median() {
        return StrictMath.log(2) / hazardRate;
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        return -StrictMath.expm1(-hazardRate * horizon.periods()) / hazardRate + 0.0;
    }

    @Override
    public LifetimeDistribution residual(double age) {
        ResidualLifetime.requireAge(age);
        return this;
    }

    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        double share = -StrictMath.expm1(-hazardRate);
        if (rate.rate() > -share) {
            return (1 + rate.rate()) / (rate.rate() + share);
        }
        throw Require.outside("discountRate", "above exp(-hazardRate) - 1 = " + -share, rate.rate());
    }
}
