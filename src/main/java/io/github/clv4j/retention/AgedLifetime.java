package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * A lifetime in whole periods that is a function of a power of time, from some whole age on.
 *
 * @param clock the clock, started at that age
 * @param curve what becomes of S while the clock goes on
 */
record AgedLifetime(PowerTime clock, Curve curve) implements LifetimeDistribution {

    private static final double POWER = 1e300;

    /** A survival curve in power time. */
    interface Curve {

        /** The log of the share of those there when the clock showed {@code reached} who are when it shows as much more. */
        double logSurvival(double reached, double elapsed);

        /** The power of t by which S falls in the end; infinite if by none. */
        double tailPower();

        /** What the clock must show for S to fall so. */
        double scale();
    }

    @Override
    public double survivalProbability(double time) {
        return StrictMath.exp(logSurvival(clock, Periods.completed(time)));
    }

    @Override
    public double retentionRate(double time) {
        return StrictMath.exp(logRetention(time));
    }

    @Override
    public double hazard(double time) {
        return -StrictMath.expm1(logRetention(time)) + 0.0;
    }

    private double logRetention(double time) {
        return logSurvival(clock.later(Periods.started(time)), 1);
    }

    private double logSurvival(PowerTime from, double time) {
        double end = from.age() + time;
        double bend = bend();
        if (end <= bend) {
            return upToBend(from, time);
        }
        return from.age() < bend
                ? upToBend(from, bend - from.age()) - curve.tailPower() * StrictMath.log(end / bend)
                : -curve.tailPower() * StrictMath.log1p(time / from.age());
    }

    private double upToBend(PowerTime from, double time) {
        return curve.logSurvival(from.reached(), from.elapsed(time));
    }

    /** The time from which on S is a power of it, before the clock shows more than a double holds; infinite if by none. */
    private double bend() {
        return curve.tailPower() < Double.POSITIVE_INFINITY && curve.scale() < POWER * 0x1p-56
                ? StrictMath.pow(POWER, 1 / clock.exponent())
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        double full = StrictMath.floor(horizon.periods());
        double whole = sum(0, full);
        double broken = horizon.isUnlimited() ? 0 : horizon.periods() - full;
        return broken == 0 ? whole : whole + broken * survivalProbability(full);
    }

    @Override
    public LifetimeDistribution residual(double age) {
        double completed = StrictMath.floor(ResidualLifetime.requireAge(age));
        return ResidualLifetime.within(new AgedLifetime(clock.later(completed), curve), age - completed);
    }

    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        return discounted(rate, sum(StrictMath.log1p(Math.max(0, rate.rate())), Double.POSITIVE_INFINITY));
    }

    /** An unlimited sum, if there is one. */
    static double discounted(DiscountRate rate, double sum) {
        if (rate.rate() >= 0 && sum < Double.POSITIVE_INFINITY) {
            return sum;
        }
        throw Require.outside(
                "discountRate", sum < Double.POSITIVE_INFINITY ? "in [0, Inf)" : "in (0, Inf)", rate.rate());
    }

    private double sum(double growth, double terms) {
        return new PowerTimeSum(
                        clock,
                        new PowerTimeSum.Survival() {
                            @Override
                            public double log(double time) {
                                return logSurvival(clock, time);
                            }

                            @Override
                            public double logAtLog(double logTime) {
                                double time = StrictMath.exp(logTime);
                                return time < Double.POSITIVE_INFINITY
                                        ? log(time)
                                        : curve.logSurvival(clock.reached(), clock.elapsedAtLog(logTime));
                            }
                        },
                        curve.tailPower(),
                        curve.scale(),
                        growth)
                .of(terms);
    }
}
