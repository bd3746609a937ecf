package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcentrationTest {

    private static final double ROUNDING = 1e-15;

    /** The example of the R package ineq (A. Zeileis), also in DescTools and acid, which print 0.4620911. */
    @Test
    void theGiniCoefficientOfThePublishedExampleIsThatPrinted() {
        double[] incomes = {541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261};
        assertThat(Concentration.of(incomes).gini().orElseThrow()).isCloseTo(0.4620911, within(5e-8));
    }

    /** Of 1, 2, ..., n it is (n - 1) / 3n; where one has all, (n - 1) / n. */
    @Test
    void theGiniCoefficientHasItsClosedForms() {
        for (int n : new int[] {1, 2, 5, 1000, 5000}) {
            double[] ramp = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
            assertThat(gini(ramp)).isCloseTo((n - 1) / (3.0 * n), within(1e-14));
            double[] one = new double[n];
            one[n / 2] = 7;
            assertThat(gini(one)).isCloseTo((n - 1.0) / n, within(ROUNDING));
        }
    }

    @Test
    void whereAllHaveTheSameTheGiniCoefficientIsExactlyZero() {
        double[] same = new double[3001];
        Arrays.fill(same, 0.1);
        assertThat(gini(same)).isZero();
        assertThat(gini(new double[] {5})).isZero();
    }

    @Test
    void theTopHoldsWhatTheOthersDoNot() {
        Concentration concentration = Concentration.of(new double[] {10, 50, 20, 5, 15});
        assertThat(concentration.customers()).isEqualTo(5);
        assertThat(concentration.topShare(0.2)).hasValue(0.5);
        assertThat(concentration.topShare(0.4)).hasValue(0.7);
        assertThat(concentration.lorenz(0.6)).hasValue(0.3);
        assertThat(concentration.lorenzPoints(5))
                .containsExactly(new double[] {0, .05, .15, .3, .5, 1}, within(ROUNDING));
    }

    @Test
    void betweenWholeCustomersTheCurveIsLinear() {
        Concentration concentration = Concentration.of(new double[] {10, 50, 20, 5, 15});
        assertThat(concentration.topShare(0.1).orElseThrow()).isCloseTo(0.25, within(ROUNDING));
        assertThat(concentration.lorenz(0.1).orElseThrow()).isCloseTo(0.025, within(ROUNDING));
        assertThat(concentration.shareOfCustomersHolding(0.25).orElseThrow()).isCloseTo(0.1, within(ROUNDING));
    }

    @Test
    void aTextbookBaseHoldsEightyPercentWithTwenty() {
        double[] values = {40, 40, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5};
        Concentration concentration = Concentration.of(values);
        assertThat(concentration.topShare(0.2).orElseThrow()).isCloseTo(0.8, within(ROUNDING));
        assertThat(concentration.shareOfCustomersHolding(0.8).orElseThrow()).isCloseTo(0.2, within(ROUNDING));
    }

    @Test
    void theEndsOfTheCurveAreExact() {
        Concentration concentration = Concentration.of(new double[] {0.1, 0.2, 0, 0.3, 0});
        assertThat(concentration.topShare(0)).hasValue(0);
        assertThat(concentration.topShare(1)).hasValue(1);
        assertThat(concentration.lorenz(0)).hasValue(0);
        assertThat(concentration.lorenz(1)).hasValue(1);
        assertThat(concentration.shareOfCustomersHolding(0)).hasValue(0);
        assertThat(concentration.shareOfCustomersHolding(1))
                .as("those with nothing are not needed")
                .hasValue(0.6);
    }

    @Test
    void customersWorthLessThanNothingLetTheTopHoldMoreThanAll() {
        Concentration concentration = Concentration.of(new double[] {-20, 60, 60});
        assertThat(concentration.gini()).isEmpty();
        assertThat(concentration.topShare(2.0 / 3).orElseThrow()).isCloseTo(1.2, within(ROUNDING));
        assertThat(concentration.topShare(1)).hasValue(1);
        assertThat(concentration.lorenz(1.0 / 3).orElseThrow()).isCloseTo(-0.2, within(ROUNDING));
        assertThat(concentration.shareOfCustomersHolding(1).orElseThrow())
                .as("the fewest who hold all: 100 of 120 from the two")
                .isCloseTo(5.0 / 9, within(ROUNDING));
    }

    @Test
    void withoutPositiveValueInAllThereIsNothingToShare() {
        for (double[] values : new double[][] {{}, {0, 0}, {-0.0}, {5, -5}, {-1, -2}}) {
            Concentration concentration = Concentration.of(values);
            assertThat(concentration.customers()).isEqualTo(values.length);
            assertThat(concentration.gini()).isEmpty();
            assertThat(concentration.topShare(0.2)).isEmpty();
            assertThat(concentration.lorenz(0.2)).isEmpty();
            assertThat(concentration.lorenzPoints(4)).isEmpty();
            assertThat(concentration.shareOfCustomersHolding(0.8)).isEmpty();
        }
    }

    @Test
    void theValuesHandedInAreNotSorted() {
        double[] values = {3, 1, 2};
        Concentration.of(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNotFiniteIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(new double[] {1, value}))
                .withMessage("value must be finite, but was " + value);
    }

    @Test
    void aSumThatOverflowsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(new double[] {1e308, 1e308}))
                .withMessage("sum of values must be finite, but was Infinity");
    }

    @Test
    void aShareIsBetweenNothingAndAll() {
        Concentration concentration = Concentration.of(new double[] {1, 2});
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> concentration.topShare(bad))
                    .withMessage("share of customers must be in [0, 1], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> concentration.lorenz(bad))
                    .withMessage("share of customers must be in [0, 1], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> concentration.shareOfCustomersHolding(bad))
                    .withMessage("share of value must be in [0, 1], but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> concentration.lorenzPoints(0))
                .withMessage("parts must be at least 1, but was 0");
    }

    private static double gini(double[] values) {
        return Concentration.of(values).gini().orElseThrow();
    }
}
