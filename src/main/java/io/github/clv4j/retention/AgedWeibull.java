package io.github.clv4j.retention;

import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.ContinuedFraction;

/**
 * A {@linkplain WeibullLifetime Weibull lifetime} from some age on.
 *
 * @param shape the shape k, above 0
 * @param scale the scale lambda, above 0
 * @param age the age, at least 0
 */
record AgedWeibull(double shape, double scale, double age) implements LifetimeDistribution {

    /** Within one doubling of the age, while S falls by no more than exp(-8), this many nodes give all digits. */
    private static final int NODES = 32;

    private static final double STEEP = 8;

    @Override
    public double survivalProbability(double time) {
        return StrictMath.exp(-hazardWithin(Periods.requireTime(time)));
    }

    @Override
    public double retentionRate(double time) {
        return StrictMath.exp(-hazardOfLast(time));
    }

    @Override
    public double hazard(double time) {
        return -StrictMath.expm1(-hazardOfLast(time)) + 0.0;
    }

    private double hazardOfLast(double time) {
        return at(age + Periods.requireEnd(time) - 1).hazardWithin(1);
    }

    /** The cumulative hazard of some time from this age on. */
    private double hazardWithin(double time) {
        return clock().elapsed(time);
    }

    private PowerTime clock() {
        return new PowerTime(shape, age, scale);
    }

    private AgedWeibull at(double otherAge) {
        return new AgedWeibull(shape, scale, otherAge);
    }

    @Override
    public LifetimeDistribution residual(double more) {
        return at(age + ResidualLifetime.requireAge(more));
    }

    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        PowerTimeSum sum = new PowerTimeSum(
                clock(),
                new PowerTimeSum.Survival() {
                    @Override
                    public double log(double time) {
                        return -hazardWithin(time);
                    }

                    @Override
                    public double logAtLog(double logTime) {
                        return -clock().elapsedAtLog(logTime);
                    }
                },
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                StrictMath.log1p(Math.max(0, rate.rate())));
        return AgedLifetime.discounted(rate, sum.of(Double.POSITIVE_INFINITY));
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        double left = horizon.periods();
        if (age == 0) {
            return fromBirth(left);
        }
        if (horizon.isUnlimited()) {
            return rest();
        }
        double sum = 0;
        double there = 1;
        AgedWeibull now = this;
        while (left > 0) {
            double step = Math.min(left, now.age);
            double fall = now.hazardWithin(step);
            if (fall > STEEP) {
                double last = StrictMath.exp(-now.hazardWithin(left));
                return sum
                        + there
                                * (now.rest()
                                        - (last == 0
                                                ? 0
                                                : last * at(now.age + left).rest()));
            }
            AgedWeibull from = now;
            sum += there
                    * new GaussIntegratorFactory()
                            .legendre(NODES, 0, step)
                            .integrate(t -> StrictMath.exp(-from.hazardWithin(t)));
            there *= StrictMath.exp(-fall);
            now = at(now.age + step);
            left -= step;
        }
        return sum;
    }

    private double fromBirth(double time) {
        double x = StrictMath.pow(time / scale, shape);
        return x < 1 + 1 / shape ? lower(time, x) : mean() - (x > 745 ? 0 : StrictMath.exp(-x) * upper(time, x));
    }

    private double mean() {
        return scale * Gamma.gamma(1 + 1 / shape);
    }

    /** All that is left at this age. */
    private double rest() {
        double x = StrictMath.pow(age / scale, shape);
        return x < 1 + 1 / shape ? (mean() - lower(age, x)) * StrictMath.exp(x) : upper(age, x);
    }

    /** E within a time by the series of the lower incomplete gamma function, where x = (t / lambda)^k. */
    private double lower(double time, double x) {
        double sum = 0;
        double term = 1;
        for (int n = 1; term > 0x1p-60 * sum; n++) {
            sum += term;
            term *= x / (n + 1 / shape);
        }
        return time * StrictMath.exp(-x) * sum;
    }

    /** What is left beyond a time for those who reach it, by the fraction of the upper incomplete gamma function. */
    private double upper(double time, double x) {
        double a = 1 / shape;
        ContinuedFraction fraction = new ContinuedFraction() {
            @Override
            protected double getA(int n, double at) {
                return 2 * n + 1 - a + at;
            }

            @Override
            protected double getB(int n, double at) {
                return n * (a - n);
            }
        };
        return time / shape / fraction.evaluate(x, 1e-16);
    }
}
