package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/** What is left of a lifetime at some age. */
final class ResidualLifetime {

    private ResidualLifetime() {}

    static double requireAge(double age) {
        if (age >= 0 && age < Double.POSITIVE_INFINITY) {
            return age;
        }
        throw Require.outside("age", "in [0, Inf)", age);
    }

    static IllegalArgumentException nobodyAt(double age) {
        return Require.outside("age", "one that some customers reach", age);
    }

    static double discounted(LifetimeDistribution lifetime, DiscountRate rate, int renewal) {
        if (renewal < 1) {
            throw Require.outside("renewal", "at least 1", renewal);
        }
        double retained = lifetime.retentionRate(renewal);
        if (Double.isNaN(retained)) {
            throw nobodyAt(renewal - 1);
        }
        return retained == 0 ? 0 : retained * lifetime.residual(renewal).discountedExpectedLifetime(rate);
    }

    /** A lifetime in whole periods seen from within a period, of which a part below 1 has passed and nobody left in it. */
    static LifetimeDistribution within(LifetimeDistribution steps, double passed) {
        return passed == 0 ? steps : new Within(steps, passed);
    }

    private record Within(LifetimeDistribution steps, double passed) implements LifetimeDistribution {

        /** At whole times nobody has left more than without the part passed. */
        @Override
        public double discountedExpectedLifetime(DiscountRate rate) {
            return steps.discountedExpectedLifetime(rate);
        }

        @Override
        public double survivalProbability(double time) {
            return steps.survivalProbability(passed + time);
        }

        @Override
        public double expectedLifetime(Horizon horizon) {
            return steps.expectedLifetime(new Horizon(passed + horizon.periods())) - passed;
        }

        @Override
        public LifetimeDistribution residual(double age) {
            return steps.residual(passed + requireAge(age));
        }
    }
}
