package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaDiscreteWeibullTest {

    @Nested
    class OfCustomersMoreAndMoreLikelyToLeave extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return new BetaDiscreteWeibull(0.214253, 1.426575, 1.723565);
        }
    }

    @Nested
    class OfCustomersLessAndLessLikelyToLeave extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return new BetaDiscreteWeibull(3, 7, 0.4);
        }
    }

    @Nested
    class OfCustomersNearlyAlike extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return new BetaDiscreteWeibull(1e6, 2e7, 1.2);
        }
    }

    @Nested
    class WatchedForLong extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return new BetaDiscreteWeibull(0.6, 2, 0.9);
        }

        @Override
        double last() {
            return 3000;
        }
    }

    @Test
    void projectionsAreThoseOfTheEstimatesFromPublishedCurves() {
        double[] regular = {
            100, 63.106, 46.745, 38.154, 32.770, 29.027, 26.245, 24.079, 22.335, 20.895, 19.680, 18.638, 17.733
        };
        double[] highEnd = {
            100, 86.942, 74.037, 65.529, 59.616, 55.233, 51.820, 49.064, 46.775, 44.834, 43.158, 41.692, 40.393
        };
        for (int t = 0; t <= 12; t++) {
            assertThat(100 * new BetaDiscreteWeibull(.455614, .779325, 1.283451).survivalProbability(t))
                    .isCloseTo(regular[t], within(6e-4));
            assertThat(100 * new BetaDiscreteWeibull(.214253, 1.426575, 1.723565).survivalProbability(t))
                    .isCloseTo(highEnd[t], within(6e-4));
        }
    }

    /** By adding the terms with mpmath 1.3.0 and 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.214253, 1.426575, 1.723565, 0.1, 6.09308783575082424",
        "0.455614, 0.779325, 1.283451, 0.01, 10.4094660795357355",
        "2, 3, 0.05, 0.01, 55.3422199767914354"
    })
    void theDiscountedLifetimeIsTheSum(double alpha, double beta, double exponent, double rate, double expected) {
        assertThat(new BetaDiscreteWeibull(alpha, beta, exponent)
                        .discountedExpectedLifetime(DiscountRate.monthly(rate)))
                .isCloseTo(expected, withinPercentage(1e-11));
    }

    /** One by one, without the integral that stands for the later terms. */
    @ParameterizedTest
    @CsvSource({
        "0.214253, 1.426575, 1.723565, 1e-4",
        "2, 3, 0.05, 1e-4",
        "0.01, 0.02, 0.5, 1e-4",
        "1e5, 1e9, 1.3, 2e-4",
        "30, 1e6, 2, 2e-4"
    })
    void sumsOfHundredsOfThousandsOfTermsAreShortened(double alpha, double beta, double exponent, double rate) {
        BetaDiscreteWeibull lifetime = new BetaDiscreteWeibull(alpha, beta, exponent);
        double sum = 0;
        for (int t = 0; t * rate < 40; t++) {
            sum += lifetime.survivalProbability(t) * StrictMath.pow(1 + rate, -t);
        }
        assertThat(lifetime.discountedExpectedLifetime(DiscountRate.monthly(rate)))
                .isCloseTo(sum, withinPercentage(1e-10));
    }

    @Test
    void withExponentOneItIsShiftedBetaGeometricSumsIncluded() {
        for (double alpha : new double[] {0.3, 1, 1.2, 9}) {
            BetaDiscreteWeibull lifetime = new BetaDiscreteWeibull(alpha, 2.5, 1);
            ShiftedBetaGeometric same = new ShiftedBetaGeometric(alpha, 2.5);
            for (double rate : new double[] {0.2, 0.01, 1e-4, 1e-9}) {
                assertThat(lifetime.discountedExpectedLifetime(DiscountRate.monthly(rate)))
                        .as("alpha %s, rate %s", alpha, rate)
                        .isCloseTo(
                                same.discountedExpectedLifetime(DiscountRate.monthly(rate)), withinPercentage(1e-11));
            }
            for (double periods : new double[] {3.5, 500, 1e4, 1e9, Double.POSITIVE_INFINITY}) {
                assertThat(lifetime.expectedLifetime(new Horizon(periods)))
                        .as("alpha %s, E(%s)", alpha, periods)
                        .isCloseTo(same.expectedLifetime(new Horizon(periods)), withinPercentage(1e-11));
            }
            assertThat(lifetime.retentionRate(7)).isCloseTo(same.retentionRate(7), within(1e-15));
            assertThat(lifetime.hazard(7)).isCloseTo(same.hazard(7), withinPercentage(1e-12));
        }
    }

    /** By adding 2000 terms and the Euler-Maclaurin formula of mpmath 1.3.0 for the others. */
    @Test
    void aHeavyTailIsInTheMean() {
        assertThat(new BetaDiscreteWeibull(6, 2, 0.5).expectedLifetime())
                .isCloseTo(2.2767911665469887, withinPercentage(1e-12));
        assertThat(new BetaDiscreteWeibull(2, 2, 0.5).expectedLifetime()).isInfinite();
        assertThat(new BetaDiscreteWeibull(1000.5, 2, 1e-3).expectedLifetime()).isGreaterThan(1e3);
    }

    @Test
    void whatIsLeftAtAHighAgeKeepsItsDigits() {
        assertThat(new BetaDiscreteWeibull(2, 3, 1.5).residual(1_000_000).survivalProbability(10))
                .isCloseTo(0.999970000600094996, withinPercentage(1e-13));
    }

    @Test
    void survivalIsTheMeanOverCustomersOfTheirOwn() {
        BetaDistribution churn = new BetaDistribution(2.5, 4.5);
        for (int t = 0; t <= 12; t += 3) {
            double time = StrictMath.pow(t, 1.4);
            double mean = new IterativeLegendreGaussIntegrator(16, 1e-13, 1e-15)
                    .integrate(1_000_000, p -> churn.density(p) * StrictMath.pow(1 - p, time), 0, 1);
            assertThat(new BetaDiscreteWeibull(2.5, 4.5, 1.4).survivalProbability(t))
                    .isCloseTo(mean, within(1e-10));
        }
    }

    /** With 400 digits of mpmath 1.3.0: t^c is beyond the doubles, S is not. */
    @ParameterizedTest
    @CsvSource({"5e10, 1e11, .719223093324864367", "5e10, 5e10, .812252396356235523", "0, 1e11, .000498343422682753713"
    })
    void aPowerOfTimeBeyondTheDoublesHasASurvival(double age, double time, double expected) {
        assertThat(new BetaDiscreteWeibull(.01, 1, 30).residual(age).survivalProbability(time))
                .isCloseTo(expected, withinPercentage(1e-11));
    }

    @Test
    void theMeanOfTheAgedIsWhatIsLeftOfTheMeanForASteepExponentToo() {
        BetaDiscreteWeibull lifetime = new BetaDiscreteWeibull(.1, 1e4, 30);
        double left = lifetime.expectedLifetime() - lifetime.expectedLifetime(Horizon.ofPeriods(3));
        assertThat(lifetime.residual(3).expectedLifetime())
                .isCloseTo(left / lifetime.survivalProbability(3), withinPercentage(1e-9));
    }

    @Test
    void parametersAreAboveZero() {
        assertThatThrownBy(() -> new BetaDiscreteWeibull(-1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be in (0, Inf), but was -1.0");
        assertThatThrownBy(() -> new BetaDiscreteWeibull(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta must be in (0, Inf), but was 0.0");
        assertThatThrownBy(() -> new BetaDiscreteWeibull(1, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exponent must be in (0, Inf), but was NaN");
    }

    @Test
    void withoutDiscountAHeavyTailHasNoFiniteSum() {
        assertThatThrownBy(() -> new BetaDiscreteWeibull(1, 1, 1).discountedExpectedLifetime(DiscountRate.annual(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discountRate must be in (0, Inf), but was 0.0");
    }
}
