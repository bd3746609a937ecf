package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.timevalue.RatePeriod;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

/** What every lifetime distribution owes its users. A subclass says which distribution, and how far it is known. */
abstract class LifetimeDistributionContract {

    private static final double[] AGES = {0, 0.25, 1, 2.5, 4};
    private static final double[] RATES = {0.01, 0.1, 0.5};

    /** The distribution. */
    abstract LifetimeDistribution lifetime();

    /** The times in (0, last()) at which S falls by a step, in order; none where S is continuous. */
    abstract double[] steps();

    /** A time, above 6, up to which the distribution is tested, and up to which {@link #steps()} go. */
    double last() {
        return 60;
    }

    /** Whether S is known at all times, and falls fast enough for a sum of a few thousand terms at a rate of 0.01. */
    boolean isKnownAtAllTimes() {
        return true;
    }

    /** How far two routes may be apart, as a part of the result. */
    double tolerance() {
        return 1e-10;
    }

    private double[] times() {
        return DoubleStream.iterate(0, t -> t < last(), t -> t + 0.125).toArray();
    }

    /** The integral of S by the definition: exact between steps, quadrature where there are none. */
    private double integral(double from, double to) {
        double[] steps = steps();
        if (steps.length == 0) {
            return to == from
                    ? 0
                    : new IterativeLegendreGaussIntegrator(16, 1e-12, 1e-15)
                            .integrate(1_000_000, lifetime()::survivalProbability, from, to);
        }
        double[] corners = DoubleStream.concat(
                        DoubleStream.of(from, to), DoubleStream.of(steps).filter(s -> s > from && s < to))
                .sorted()
                .toArray();
        return IntStream.range(1, corners.length)
                .mapToDouble(i -> (corners[i] - corners[i - 1])
                        * lifetime().survivalProbability((corners[i] + corners[i - 1]) / 2))
                .sum();
    }

    private double payments(double rate, double start, double end) {
        return DoubleStream.iterate(start, t -> t < end, t -> t + 1)
                .map(t -> lifetime().survivalProbability(t) * StrictMath.pow(1 + rate, start - t))
                .sum();
    }

    private static void assertNear(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.max(Math.abs(expected), 1e-3)));
    }

    @Test
    void survivalStartsAtMostAtOneAndNeverIncreases() {
        double before = 1;
        for (double time : times()) {
            double now = lifetime().survivalProbability(time);
            assertThat(now).as("S(%s)", time).isBetween(0.0, before);
            before = now;
        }
    }

    @Test
    void retentionAndHazardAreThoseOfThePeriodThatEnds() {
        for (double time : times()) {
            double start = time < 1 ? 0 : lifetime().survivalProbability(time - 1);
            if (start > 0) {
                double expected = lifetime().survivalProbability(time) / start;
                assertNear(lifetime().retentionRate(time), expected, tolerance());
                assertNear(lifetime().hazard(time), 1 - expected, tolerance());
            }
        }
    }

    @Test
    void theExpectedLifetimeIsTheIntegralOfSurvival() {
        for (double periods : new double[] {0, 0.5, 1, 2.75, 6, last()}) {
            assertNear(lifetime().expectedLifetime(Horizon.ofPeriods(periods)), integral(0, periods), tolerance());
        }
        if (isKnownAtAllTimes()) {
            assertThat(lifetime().expectedLifetime())
                    .isGreaterThanOrEqualTo(lifetime().expectedLifetime(Horizon.ofPeriods(last())));
        }
    }

    @Test
    void aResidualLifetimeIsThatOfThoseWhoReachTheAge() {
        for (double age : AGES) {
            double reached = lifetime().survivalProbability(age);
            if (reached > 0) {
                LifetimeDistribution residual = lifetime().residual(age);
                for (double time : new double[] {0, 0.5, 1, 1.75, last() - age - 1}) {
                    assertNear(
                            residual.survivalProbability(time),
                            lifetime().survivalProbability(age + time) / reached,
                            tolerance());
                    assertNear(
                            residual.expectedLifetime(Horizon.ofPeriods(time)),
                            integral(age, age + time) / reached,
                            tolerance());
                }
            }
        }
    }

    @Test
    void aResidualLifetimeHasAResidual() {
        if (lifetime().survivalProbability(2) > 0) {
            LifetimeDistribution twice = lifetime().residual(0.75).residual(1.25);
            assertNear(
                    twice.survivalProbability(1.5),
                    lifetime().survivalProbability(3.5) / lifetime().survivalProbability(2),
                    tolerance());
        }
    }

    @Test
    void theDiscountedExpectedLifetimeIsWhatPaymentsAtTheStartOfEachPeriodAreWorth() {
        for (double rate : RATES) {
            assertNear(
                    lifetime().discountedExpectedLifetime(DiscountRate.of(rate, RatePeriod.YEAR), Horizon.ofPeriods(6)),
                    payments(rate, 0, 6),
                    tolerance());
            if (isKnownAtAllTimes()) {
                assertNear(
                        lifetime().discountedExpectedLifetime(DiscountRate.of(rate, RatePeriod.YEAR)),
                        payments(rate, 0, 4000),
                        tolerance());
            }
        }
    }

    @Test
    void theDiscountedResidualLifetimeStartsWithTheRenewalThatIsDue() {
        for (double rate : RATES) {
            for (int renewal = 1; renewal <= 5 && isKnownAtAllTimes(); renewal++) {
                double reached = lifetime().survivalProbability(renewal - 1);
                if (reached > 0) {
                    assertNear(
                            lifetime().discountedResidualLifetime(DiscountRate.of(rate, RatePeriod.YEAR), renewal),
                            payments(rate, renewal, renewal + 4000) / reached,
                            tolerance());
                }
            }
        }
    }

    @Test
    void timesAgesAndRenewalsOutOfRangeAreRefused() {
        for (double bad : new double[] {-1, Double.NaN}) {
            assertThatThrownBy(() -> lifetime().survivalProbability(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("time must be in [0, ")
                    .hasMessageEndingWith("but was " + bad);
            assertThatThrownBy(() -> lifetime().residual(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("age must be in [0, Inf), but was " + bad);
        }
        assertThatThrownBy(() -> lifetime().discountedResidualLifetime(DiscountRate.of(0.1, RatePeriod.YEAR), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("renewal must be at least 1, but was 0");
    }
}
