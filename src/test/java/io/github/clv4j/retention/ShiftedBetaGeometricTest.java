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

class ShiftedBetaGeometricTest {

    /** Estimates from the first seven renewals of two published retention curves, Regular and High End. */
    private static final ShiftedBetaGeometric REGULAR = new ShiftedBetaGeometric(0.704077, 1.182043);

    private static final ShiftedBetaGeometric HIGH_END = new ShiftedBetaGeometric(0.668088, 3.806095);

    @Nested
    class OfCustomersWhoDiffer extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return HIGH_END;
        }
    }

    @Nested
    class OfCustomersWhoDifferMuch extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return new ShiftedBetaGeometric(0.067, 0.267);
        }
    }

    @Nested
    class OfCustomersNearlyAlike extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return new ShiftedBetaGeometric(3e7, 9e7);
        }
    }

    @Nested
    class OfAChurnProbabilityThatMayBeAnything extends WholePeriodContract {
        @Override
        LifetimeDistribution lifetime() {
            return new ShiftedBetaGeometric(1, 1);
        }
    }

    @Test
    void projectionsAreThePublishedOnes() {
        assertPercent(
                REGULAR, 100, 62.671, 47.382, 38.797, 33.207, 29.235, 26.246, 23.902, 22.008, 20.441, 19.119, 17.986,
                17.004);
        assertPercent(
                HIGH_END, 100, 85.068, 74.686, 66.979, 60.992, 56.183, 52.222, 48.891, 46.044, 43.578, 41.417, 39.506,
                37.800);
    }

    private static void assertPercent(ShiftedBetaGeometric lifetime, double... percent) {
        for (int t = 0; t < percent.length; t++) {
            assertThat(100 * lifetime.survivalProbability(t)).as("S(%s)", t).isCloseTo(percent[t], within(6e-4));
        }
    }

    @Test
    void retentionRisesAlthoughNobodysOwnDoes() {
        assertRetention(
                REGULAR, .62671, .75605, .81882, .85590, .88038, .89775, .91072, .92077, .92878, .93532, .94076,
                .94536);
        assertRetention(
                HIGH_END, .85068, .87796, .89681, .91061, .92116, .92948, .93622, .94177, .94644, .95042, .95384,
                .95683);
    }

    private static void assertRetention(ShiftedBetaGeometric lifetime, double... expected) {
        for (int t = 1; t <= expected.length; t++) {
            assertThat(lifetime.retentionRate(t)).as("r(%s)", t).isCloseTo(expected[t - 1], within(6e-6));
        }
    }

    /** DEL and DERL(1..8) at 10 % a period, recomputed elsewhere with 40 digits. */
    @Test
    void discountedLifetimesAreThoseRecomputed() {
        assertDiscounted(REGULAR, 3.694908, 2.9644, 4.10314, 4.86980, 5.44206, 5.89410, 6.26441, 6.57566, 6.84232);
        assertDiscounted(HIGH_END, 5.922254, 5.41448, 5.90138, 6.29389, 6.61992, 6.89671, 7.13566, 7.34472, 7.52963);
    }

    private static void assertDiscounted(ShiftedBetaGeometric lifetime, double del, double... derl) {
        assertThat(lifetime.discountedExpectedLifetime(DiscountRate.annual(0.1)))
                .isCloseTo(del, within(2e-6));
        for (int n = 1; n <= derl.length; n++) {
            assertThat(lifetime.discountedResidualLifetime(DiscountRate.annual(0.1), n))
                    .as("DERL(%s)", n)
                    .isCloseTo(derl[n - 1], within(6e-5));
        }
    }

    /** Table 3 of Fader and Hardie 2010; the printed parameters of its second case are rounded, so it has two digits. */
    @Test
    void residualLifetimesArePublished() {
        double[] case1 = {3.31, 3.45, 3.59, 3.72, 3.84};
        double[] case2 = {7.68, 9.46, 9.86, 10.06, 10.19};
        for (int n = 1; n <= 5; n++) {
            assertThat(new ShiftedBetaGeometric(3.80, 15.20).discountedResidualLifetime(DiscountRate.annual(0.1), n))
                    .isCloseTo(case1[n - 1], within(0.005));
            assertThat(new ShiftedBetaGeometric(0.067, 0.267).discountedResidualLifetime(DiscountRate.annual(0.1), n))
                    .isCloseTo(case2[n - 1], within(0.01));
        }
        assertThat(new ShiftedBetaGeometric(3.80, 15.20).discountedExpectedLifetime(DiscountRate.annual(0.1)))
                .isCloseTo(4.00893, within(5e-6));
        assertThat(new ShiftedBetaGeometric(0.067, 0.267).discountedExpectedLifetime(DiscountRate.annual(0.1)))
                .isCloseTo(7.97349, within(5e-6));
    }

    /** By {@code hyp2f1} of mpmath 1.3.0 with 40 digits, on both sides of the rate where the method changes. */
    @ParameterizedTest
    @CsvSource({
        "0.704077, 1.182043, 0.1, 3.6949095350251241175",
        "0.704077, 1.182043, 1e-4, 45.042059508296740602",
        "0.067, 0.267, 1e-6, 326818.55578615267801",
        "1, 2, 1e-8, 34.841362224731964687",
        "3, 0.5, 1e-4, 1.249937580598886427",
        "1e6, 3e6, 0.01, 3.8846180782766914066",
        "1e8, 3e8, 1e-4, 3.9988005097751022522",
        "0.5, 1e8, 1e-6, 995074.18292123706259",
        "0.01, 1000, 1e-5, 96010.773597345069437",
        "50, 1e4, 1e-3, 169.85829346652980274",
        "2, 1e3, 0.0011, 386.08011177521272456",
        "1.5, 1.5, 1e-12, 3.999992000011999988",
        "1e4, 0.2, 5e-4, 1.0000199920029987605",
        "30, 7, 0.5, 1.1471059229396996171",
        "1e-15, 1e-15, 0.1, 6",
        "1e-16, 1e-16, 0.1, 6",
        "1e-300, 1e-300, 0.1, 6",
        "1e-18, 1e-18, 1e-4, 5001",
        "1e-300, 3e-300, 1e-4, 7501",
        "1e-300, 1, 1e-4, 10001",
        "1e308, 1e308, 1e-4, 1.99980003999200159968"
    })
    void theDiscountedLifetimeIsRightAtAnyRate(double alpha, double beta, double rate, double expected) {
        assertThat(new ShiftedBetaGeometric(alpha, beta).discountedExpectedLifetime(DiscountRate.monthly(rate)))
                .isCloseTo(expected, withinPercentage(1e-12));
    }

    @Test
    void withinAPeriodThePaymentsAreWorthWhatTheyAreAtItsStart() {
        ShiftedBetaGeometric lifetime = new ShiftedBetaGeometric(.7, 1.2);
        for (double rate : new double[] {0.1, 1e-4, 1e-7, 1e-12}) {
            assertThat(lifetime.residual(.5).discountedExpectedLifetime(DiscountRate.monthly(rate)))
                    .isEqualTo(lifetime.discountedExpectedLifetime(DiscountRate.monthly(rate)));
        }
    }

    @Test
    void survivalIsTheMeanOverCustomersOfTheirOwn() {
        BetaDistribution churn = new BetaDistribution(2.5, 4.5);
        for (int t = 0; t <= 12; t += 3) {
            int time = t;
            double mean = new IterativeLegendreGaussIntegrator(16, 1e-13, 1e-15)
                    .integrate(1_000_000, p -> churn.density(p) * StrictMath.pow(1 - p, time), 0, 1);
            assertThat(new ShiftedBetaGeometric(2.5, 4.5).survivalProbability(t))
                    .isCloseTo(mean, within(1e-10));
        }
    }

    @Test
    void theMeanIsFiniteWhereAlphaIsAboveOne() {
        assertThat(new ShiftedBetaGeometric(3.8, 15.2).expectedLifetime()).isCloseTo(18.0 / 2.8, within(1e-14));
        assertThat(new ShiftedBetaGeometric(1, 15.2).expectedLifetime()).isInfinite();
        assertThat(new ShiftedBetaGeometric(3.8, 15.2).discountedExpectedLifetime(DiscountRate.annual(0)))
                .isCloseTo(18.0 / 2.8, within(1e-14));
    }

    /** The closed form of the sum has a - 1 below the line. */
    @ParameterizedTest
    @CsvSource({"1", "1.000000001", "0.99999", "1e-6", "0.3", "40", "1e8"})
    void theRestrictedMeanIsTheSumOfSurvivalForEveryAlpha(double alpha) {
        ShiftedBetaGeometric lifetime = new ShiftedBetaGeometric(alpha, 0.2);
        double sum = 0;
        for (int t = 0; t < 1000; t++) {
            sum += lifetime.survivalProbability(t);
        }
        assertThat(lifetime.expectedLifetime(Horizon.ofPeriods(1000))).isCloseTo(sum, withinPercentage(1e-11));
    }

    @Test
    void customersWhoHardlyDifferHaveAGeometricLifetime() {
        ShiftedBetaGeometric lifetime = new ShiftedBetaGeometric(2e9, 8e9);
        GeometricLifetime limit = new GeometricLifetime(0.8);
        for (int t = 1; t <= 50; t++) {
            assertThat(lifetime.survivalProbability(t)).isCloseTo(limit.survivalProbability(t), withinPercentage(1e-4));
        }
        assertThat(lifetime.discountedExpectedLifetime(DiscountRate.annual(0.05)))
                .isCloseTo(limit.discountedExpectedLifetime(DiscountRate.annual(0.05)), withinPercentage(1e-6));
    }

    @Test
    void parametersAreAboveZero() {
        assertThatThrownBy(() -> new ShiftedBetaGeometric(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be in (0, Inf), but was 0.0");
        assertThatThrownBy(() -> new ShiftedBetaGeometric(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta must be in (0, Inf), but was NaN");
    }

    @Test
    void withoutDiscountAHeavyTailHasNoFiniteSum() {
        assertThatThrownBy(() -> REGULAR.discountedExpectedLifetime(DiscountRate.annual(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discountRate must be in (0, Inf), but was 0.0");
        assertThatThrownBy(() -> new ShiftedBetaGeometric(2, 2).discountedExpectedLifetime(DiscountRate.annual(-0.01)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discountRate must be in [0, Inf), but was -0.01");
    }
}
