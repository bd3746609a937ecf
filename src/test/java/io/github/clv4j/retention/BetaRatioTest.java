package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaRatioTest {

    /** By {@code loggamma} of mpmath 1.3.0 with 80 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.067, 0.267, 12, -0.40059058560129848268",
        "1e8, 3e8, 5, -1.4384103539255713768",
        "1e-3, 1e8, 1000, -9.9999500502828315045e-9",
        "2.5, 1e-6, 7, -18.640908940860314204",
        "1e6, 1e-3, 3, -47.659643399937776475",
        "0.668, 3.806, 1e9, -12.978945163844456018",
        "50, 20, 2.5, -3.0676774728315822248",
        "1e-9, 5, 100, -3.1430732183475097394e-9"
    })
    void noDigitIsLostHoweverLargeOrSmallTheParameters(double a, double x, double s, double expected) {
        assertThat(BetaRatio.log(a, x, s)).isCloseTo(expected, withinPercentage(1e-13));
    }

    @Test
    void itIsTheRatioOfTwoBetaFunctions() {
        for (double a : new double[] {0.05, 0.7, 3, 12, 60}) {
            for (double x : new double[] {0.2, 1.4, 9.9, 10, 35}) {
                for (double s : new double[] {0, 0.3, 1, 4.5, 25}) {
                    double expected = StrictMath.exp(Beta.logBeta(a, x + s) - Beta.logBeta(a, x));
                    assertThat(StrictMath.exp(BetaRatio.log(a, x, s)))
                            .as("a %s, x %s, s %s", a, x, s)
                            .isCloseTo(expected, withinPercentage(1e-10));
                }
            }
        }
    }

    @Test
    void afterForEverNothingIsLeft() {
        assertThat(BetaRatio.log(2, 3, Double.POSITIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
