package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as R prints them: each expectation is what {@code format}, {@code formatC} or {@code format.pval} is documented to do. */
class RNumbersTest {

    @Test
    void aColumnHasTheDecimalsOfItsMostDemandingNumber() {
        assertThat(RNumbers.column(new double[] {-29.069, -9.525, 43.201}, 4))
                .containsExactly("-29.069", "-9.525", "43.201");
        assertThat(RNumbers.column(new double[] {21.753, 45.146}, 4)).containsExactly("21.75", "45.15");
        assertThat(RNumbers.column(new double[] {1, 20, 0}, 4)).containsExactly("1", "20", "0");
        assertThat(RNumbers.column(new double[] {0.5, 0.25}, 4)).containsExactly("0.50", "0.25");
    }

    @Test
    void aColumnThatWouldBeTooWideIsScientific() {
        assertThat(RNumbers.column(new double[] {123456, 0.00012341}, 4)).containsExactly("1.235e+05", "1.234e-04");
        assertThat(RNumbers.column(new double[] {1e15}, 4)).containsExactly("1e+15");
        assertThat(RNumbers.column(new double[] {100000}, 4)).containsExactly("1e+05");
    }

    @Test
    void whatIsNoNumberIsNamedAndMinusZeroIsZero() {
        assertThat(RNumbers.column(
                        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1.5}, 4))
                .containsExactly("NaN", "Inf", "-Inf", "0.0", "1.5");
    }

    @ParameterizedTest
    @CsvSource({
        "15.37959, 15.38",
        "0.2200001, 0.22",
        "2038.18, 2038",
        "605512.3, 6.055e+05",
        "-0.00001234, -1.234e-05",
        "0, 0",
        "1e300, 1e+300",
        "Infinity, Inf",
        "NaN, NaN"
    })
    void aNumberAloneHasFourDigitsWithoutZerosAtItsEnd(double value, String text) {
        assertThat(RNumbers.number(value, 4)).isEqualTo(text);
    }

    @Test
    void probabilitiesBelowTheRoundingOfDoublesAreOnlySaidToBe() {
        assertThat(RNumbers.probabilities(new double[] {0.0123, 1.49e-12}, 3)).containsExactly("0.0123", "1.49e-12");
        assertThat(RNumbers.probabilities(new double[] {1e-100, 0}, 3)).containsExactly("<2e-16", "<2e-16");
        assertThat(RNumbers.probabilities(new double[] {1e-100, 0.48399}, 3)).containsExactly("<2e-16", "0.484");
        assertThat(RNumbers.probabilities(new double[] {1e-100, 1.03e-8}, 3)).containsExactly("< 2e-16", "1.03e-08");
        assertThat(RNumbers.probabilities(new double[] {1e-100}, 4)).containsExactly("< 2.2e-16");
        assertThat(RNumbers.probabilities(new double[] {Double.NaN}, 3)).containsExactly("NaN");
    }

    @ParameterizedTest
    @CsvSource({"0.0009, ***", "0.001, ***", "0.002, **", "0.05, *", "0.07, .", "0.11, ''", "NaN, ''"})
    void starsMarkSmallProbabilities(double p, String stars) {
        assertThat(RNumbers.stars(p)).isEqualTo(stars);
    }

    @Test
    void tailsKeepTheirDigitsFarOut() {
        // t with 1 degree of freedom is Cauchy: p = 1 - 2 atan(t) / pi, and 2 / (pi t) far out
        assertThat(TailProbability.ofT(1, 1)).isCloseTo(0.5, within(1e-15));
        assertThat(TailProbability.ofT(1e100, 1) * 1e100).isCloseTo(2 / Math.PI, within(1e-13));
        assertThat(TailProbability.ofT(0, 5)).isEqualTo(1);
        assertThat(TailProbability.ofT(Double.POSITIVE_INFINITY, 5)).isZero();
        assertThat(TailProbability.ofT(Double.NaN, 5)).isNaN();
    }
}
