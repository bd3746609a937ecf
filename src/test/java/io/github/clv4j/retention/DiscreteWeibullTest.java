package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreteWeibullTest {

    @Nested
    class OfCustomersMoreAndMoreLikelyToLeave extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return DiscreteWeibull.ofFirstRetention(0.98, 1.6);
        }
    }

    @Nested
    class OfCustomersLessAndLessLikelyToLeave extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return DiscreteWeibull.ofFirstRetention(0.7, 0.3);
        }

        @Override
        double last() {
            return 2000;
        }
    }

    /** By adding the terms with mpmath 1.3.0 and 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0.5, 0.01, 44.4311413999488593",
        "0.99, 1.7, 0.001, 13.7351441621624222",
        "0.6, 0.1, 0.01, 47.3827370149290728"
    })
    void theDiscountedLifetimeIsTheSum(double first, double exponent, double rate, double expected) {
        assertThat(DiscreteWeibull.ofFirstRetention(first, exponent)
                        .discountedExpectedLifetime(DiscountRate.monthly(rate)))
                .isCloseTo(expected, withinPercentage(1e-12));
    }

    @Test
    void withExponentOneItIsGeometric() {
        DiscreteWeibull lifetime = DiscreteWeibull.ofFirstRetention(0.9995, 1);
        GeometricLifetime same = new GeometricLifetime(0.9995);
        for (double time : new double[] {0, 1, 17.5, 3000}) {
            assertThat(lifetime.survivalProbability(time)).isCloseTo(same.survivalProbability(time), within(1e-13));
        }
        assertThat(lifetime.expectedLifetime()).isCloseTo(same.expectedLifetime(), withinPercentage(1e-11));
        assertThat(lifetime.expectedLifetime(Horizon.ofPeriods(2345.5)))
                .isCloseTo(same.expectedLifetime(Horizon.ofPeriods(2345.5)), withinPercentage(1e-11));
        assertThat(lifetime.discountedExpectedLifetime(DiscountRate.annual(0))).isCloseTo(2000, withinPercentage(1e-9));
    }

    /** The sum is near the integral gamma(1 + 1/c) (-log q)^(-1/c), here 5! x 8^5. */
    @Test
    void aLongTailIsAddedUpInNoTime() {
        double first = StrictMath.exp(-0.125);
        assertThat(DiscreteWeibull.ofFirstRetention(first, 0.2).expectedLifetime())
                .isCloseTo(120 * 32768, withinPercentage(0.001));
        assertThat(DiscreteWeibull.ofFirstRetention(0.5, 1e-3).expectedLifetime())
                .isInfinite();
    }

    @Test
    void whatIsLeftAtAnAgeNobodyIsSeenToReachKeepsItsDigits() {
        DiscreteWeibull lifetime = DiscreteWeibull.ofFirstRetention(0.5, 2);
        assertThat(lifetime.survivalProbability(1000)).isZero();
        assertThat(lifetime.residual(1000).survivalProbability(1))
                .isCloseTo(StrictMath.pow(0.5, 2001), withinPercentage(1e-10));
        assertThat(lifetime.retentionRate(20)).isCloseTo(StrictMath.pow(0.5, 39), withinPercentage(1e-11));
    }

    /** (6^3.5 - 5^3.5) log 0.9 with 20 digits. */
    @Test
    void theLikelihoodOfAHazardNextToOneKeepsItsDigits() {
        CohortTable kept = CohortTable.ofTenures(
                ObservedTenures.of(new double[] {6}, new double[] {0}).withEntries(new double[] {5}));
        assertThat(PeriodLikelihood.of(kept, DiscreteWeibull.ofFirstRetention(.9, 3.5), 0))
                .isCloseTo(-26.2960131235931, within(1e-12));
    }

    @Test
    void parametersAreInRange() {
        assertThatThrownBy(() -> DiscreteWeibull.ofFirstRetention(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("firstRetention must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> DiscreteWeibull.ofFirstRetention(0.5, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exponent must be in (0, Inf), but was NaN");
    }

    @Test
    void aNegativeRateIsRefused() {
        assertThatThrownBy(() ->
                        DiscreteWeibull.ofFirstRetention(0.5, 1).discountedExpectedLifetime(DiscountRate.annual(-0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discountRate must be in [0, Inf), but was -0.1");
    }
}
