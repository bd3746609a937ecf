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

class WeibullLifetimeTest {

    @Nested
    class OfARisingHazard extends LifetimeDistributionContract {
        @Override
        LifetimeDistribution lifetime() {
            return new WeibullLifetime(2.5, 20);
        }

        @Override
        double[] steps() {
            return new double[0];
        }
    }

    @Nested
    class OfTheAged extends LifetimeDistributionContract {
        @Override
        LifetimeDistribution lifetime() {
            return new WeibullLifetime(0.6, 20).residual(7.5);
        }

        @Override
        double[] steps() {
            return new double[0];
        }
    }

    @Nested
    class OfAConstantHazard extends LifetimeDistributionContract {
        @Override
        LifetimeDistribution lifetime() {
            return new ExponentialLifetime(0.07);
        }

        @Override
        double[] steps() {
            return new double[0];
        }
    }

    /** By the incomplete gamma function of mpmath 1.3.0 with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 10, 7, 4.08883655711753314",
        "3, 10, 12, 8.60927300878606903",
        "0.05, 2, 100, 31.4566232314241599",
        "0.004, 1, 1e5, 35241.4209217512458"
    })
    void theRestrictedMeanIsAnIncompleteGammaFunction(double shape, double scale, double periods, double expected) {
        assertThat(new WeibullLifetime(shape, scale).expectedLifetime(Horizon.ofPeriods(periods)))
                .isCloseTo(expected, withinPercentage(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 10, 500, 0.1, 0.063210449898831503",
        "2, 10, 500, 30, 0.0999800119880167698",
        "0.5, 10, 0.01, 50, 13.4940347341882095",
        "5, 3, 6, 1e-3, 0.000986781494571064896",
        "0.05, 2, 1e6, 100, 99.9995181927156606",
        "2, 10, 500, Infinity, 0.0999800119880167698",
        "0.5, 10, 3, Infinity, 30.9544511501033223",
        "0.5, 10, 3e6, Infinity, 10974.4511501033223",
        "10, 5, 4, Infinity, 0.884810005698265291"
    })
    void whatIsLeftKeepsItsDigits(double shape, double scale, double age, double periods, double expected) {
        assertThat(new WeibullLifetime(shape, scale).residual(age).expectedLifetime(new Horizon(periods)))
                .isCloseTo(expected, withinPercentage(1e-11));
    }

    @Test
    void withShapeOneItIsExponential() {
        WeibullLifetime lifetime = new WeibullLifetime(1, 25);
        ExponentialLifetime same = new ExponentialLifetime(0.04);
        for (double time : new double[] {1, 17.5, 300}) {
            assertThat(lifetime.survivalProbability(time)).isCloseTo(same.survivalProbability(time), within(1e-15));
            assertThat(lifetime.hazard(time)).isCloseTo(same.hazard(time), within(1e-15));
            assertThat(lifetime.hazardRate(time)).isCloseTo(same.hazardRate(time), within(1e-15));
            assertThat(lifetime.expectedLifetime(Horizon.ofPeriods(time)))
                    .isCloseTo(same.expectedLifetime(Horizon.ofPeriods(time)), withinPercentage(1e-12));
        }
        assertThat(lifetime.median()).isCloseTo(same.median(), withinPercentage(1e-12));
        assertThat(lifetime.expectedLifetime()).isCloseTo(25, withinPercentage(1e-12));
        assertThat(lifetime.residual(1e5).expectedLifetime()).isCloseTo(25, withinPercentage(1e-9));
        for (double rate : new double[] {0.1, 0.01, 1e-4, 1e-8, 0}) {
            assertThat(lifetime.discountedExpectedLifetime(DiscountRate.monthly(rate)))
                    .isCloseTo(same.discountedExpectedLifetime(DiscountRate.monthly(rate)), withinPercentage(1e-11));
        }
    }

    @Test
    void theHazardRateIsTheSlopeOfTheLogarithmOfSurvival() {
        WeibullLifetime lifetime = new WeibullLifetime(1.7, 12);
        double step = 1e-5;
        double slope = (StrictMath.log(lifetime.survivalProbability(9 - step))
                        - StrictMath.log(lifetime.survivalProbability(9 + step)))
                / (2 * step);
        assertThat(lifetime.hazardRate(9)).isCloseTo(slope, within(1e-9));
        assertThat(lifetime.survivalProbability(lifetime.median())).isCloseTo(0.5, within(1e-15));
        assertThat(new WeibullLifetime(0.5, 1).hazardRate(0)).isInfinite();
        assertThat(new ExponentialLifetime(0.3).survivalProbability(new ExponentialLifetime(0.3).median()))
                .isCloseTo(0.5, within(1e-15));
    }

    @Test
    void parametersAreAboveZero() {
        assertThatThrownBy(() -> new WeibullLifetime(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape must be in (0, Inf), but was 0.0");
        assertThatThrownBy(() -> new WeibullLifetime(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale must be in (0, Inf), but was NaN");
        assertThatThrownBy(() -> new ExponentialLifetime(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hazardRate must be in (0, Inf), but was -0.1");
    }

    @Test
    void ratesWithoutAFiniteSumAreRefused() {
        assertThatThrownBy(() -> new ExponentialLifetime(1).discountedExpectedLifetime(DiscountRate.annual(-0.7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("discountRate must be above exp(-hazardRate) - 1 = -0.63");
        assertThatThrownBy(() -> new WeibullLifetime(1, 2).discountedExpectedLifetime(DiscountRate.annual(-0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discountRate must be in [0, Inf), but was -0.1");
    }
}
