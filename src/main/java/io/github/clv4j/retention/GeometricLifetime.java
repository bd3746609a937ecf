package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * The lifetime of customers who renew each period with the same probability r.
 *
 * <pre>
 *   S(t) = r^floor(t)      E = 1 / (1 - r)      DEL = (1 + d) / (1 + d - r)
 * </pre>
 *
 * <p>It has no memory: at every age as much is left as at the start. Customers who differ in r, even if each keeps his own,
 * do not follow it together; see the {@linkplain LifetimeDistribution other distributions}.
 *
 * <p>A time that is negative or NaN is an error. Immutable and thread-safe.
 *
 * @param retentionRate the probability r of renewing, in [0, 1]
 */
public record GeometricLifetime(double retentionRate) implements LifetimeDistribution {

    /**
     * Creates a distribution.
     *
     * @param retentionRate the probability r of renewing, in [0, 1]
     * @throws IllegalArgumentException if it is outside [0, 1]
     */
    public GeometricLifetime {
        Require.probability(retentionRate, "retentionRate");
    }

    @Override
    public double survivalProbability(double time) {
        return StrictMath.pow(retentionRate, Periods.completed(time));
    }

    @Override
    public double retentionRate(double time) {
        Periods.requireEnd(time);
        return retentionRate == 0 && time >= 2 ? Double.NaN : retentionRate;
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        double periods = horizon.periods();
        if (horizon.isUnlimited()) {
            return 1 / (1 - retentionRate);
        }
        double full = StrictMath.floor(periods);
        double alive = StrictMath.pow(retentionRate, full);
        double whole = retentionRate == 1
                ? full
                : -StrictMath.expm1(full * StrictMath.log(retentionRate)) / (1 - retentionRate);
        return (full == 0 ? 0 : whole) + (periods - full) * alive;
    }

    @Override
    public LifetimeDistribution residual(double age) {
        double completed = StrictMath.floor(ResidualLifetime.requireAge(age));
        if (survivalProbability(completed) == 0) {
            throw ResidualLifetime.nobodyAt(age);
        }
        return ResidualLifetime.within(this, age - completed);
    }

    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        double loss = rate.rate() + (1 - retentionRate); // in this order a small rate keeps its digits
        if (loss > 0) {
            return (1 + rate.rate()) / loss;
        }
        throw Require.outside("discountRate", "above retentionRate - 1 = " + (retentionRate - 1), rate.rate());
    }
}
