package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** By adding the terms with mpmath 1.3.0 and 40 digits; the powers of time and of the scale are beyond the doubles. */
    @ParameterizedTest
    @CsvSource({
        "146.28, 730.34, .01, 100.927675419190634",
        "146.28, 730.34, .0003, 654.083975856694548",
        "120, 1000, .02, 50.9999998573679624",
        "120, 1000, .0001, 947.831357558436028",
        "120, .001, .1, 1",
        "500, 300, .001, 259.447098916263023",
        "500, 2400, .0001, 2132.05987458248153",
        "50, 2000, 0, 1978.18840652782654",
        "500, 7.5, 0, 8"
    })
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void theDiscountedLifetimeOfASteepShapeIsTheSum(double shape, double scale, double rate, double expected) {
        assertThat(new WeibullLifetime(shape, scale).discountedExpectedLifetime(DiscountRate.monthly(rate)))
                .isCloseTo(expected, withinPercentage(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 120, 146.28, 300, 500})
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void theDiscountedLifetimeIsThePlainSumForEveryScale(double shape) {
        for (double scale : new double[] {1e-3, 0.5, 1, 17.3, 260, 730.34, 3000.7, 1e5}) {
            for (double rate : new double[] {0.05, 0.005, 1e-5, 0}) {
                for (double age : new double[] {0, 1, 0.4 * scale, 0.97 * scale, 2 * scale}) {
                    LifetimeDistribution lifetime = new WeibullLifetime(shape, scale).residual(age);
                    double sum = 0;
                    for (int t = 0; t < 1.2 * scale + 2; t++) {
                        sum += lifetime.survivalProbability(t) * StrictMath.pow(1 + rate, -t);
                    }
                    assertThat(lifetime.discountedExpectedLifetime(DiscountRate.monthly(rate)))
                            .as("scale %s, rate %s, age %s", scale, rate, age)
                            .isCloseTo(sum, withinPercentage(1e-9));
                }
            }
        }
    }

    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void aShapeThatIsAStepEndsTooHoweverFarItIs() {
        for (double scale : new double[] {1e5, 1e12, 1e20}) {
            for (double shape : new double[] {1e3, 1e6, 1e11, 1e300}) {
                assertThat(new WeibullLifetime(shape, scale).discountedExpectedLifetime(DiscountRate.monthly(0)))
                        .isCloseTo(scale, withinPercentage(0.1));
            }
        }
    }

    @Test
    void aCurveWithoutANumberIsNoSum() {
        PowerTimeSum sum = new PowerTimeSum(
                new PowerTime(1, 0, 1),
                new PowerTimeSum.Survival() {
                    @Override
                    public double log(double time) {
                        return time < 3 ? 0 : Double.NaN;
                    }

                    @Override
                    public double logAtLog(double logTime) {
                        return Double.NaN;
                    }

                    @Override
                    public String toString() {
                        return "a curve";
                    }
                },
                2,
                1,
                0.1);
        assertThatThrownBy(() -> sum.of(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("log S is NaN at 3.0 for a curve");
    }

    /** With 40 digits of mpmath 1.3.0: from a young age on the clock of a steep shape shows 1e418 times as much. */
    @ParameterizedTest
    @CsvSource({
        "146.28, 730.34, 1, 719, .883196557110130607",
        "146.28, 730.34, 5, 715, .883196557110130607",
        "120, 1000, 1, 998, .411944277491718471",
        "120, 1000, 990, 5, .779887270941052016",
        "120, .001, 1, 0, 1",
        "120, .001, 1, 1e-3, 0"
    })
    void whatIsLeftOfASteepShapeIsANumber(double shape, double scale, double age, double time, double expected) {
        assertThat(new WeibullLifetime(shape, scale).residual(age).survivalProbability(time))
                .isCloseTo(expected, within(1e-13));
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
