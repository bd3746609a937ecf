package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTestTest {

    /** log10 of {@code gammainc(df / 2, x / 2, regularized=True)} of mpmath with 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 3.841458820694124, -1.3010299956639807",
        "1, 1e-8, -0.0000346530686132995971",
        "1, 2500, -544.665305866332674",
        "2, 2352.87253825934, -510.919779993864612",
        "2, 1, -0.217147240951625914",
        "3, 0.5, -0.036735807553548718",
        "4, 5000, -1082.33809106639907",
        "7, 9, -0.59747030388262636",
        "30, 25, -0.139642894368016124",
        "30, 60, -3.03589016067015539",
        "1, 100000, -21717.3221594439427",
        "50, 1e-3, 0.0",
        "200, 260, -2.56060281944209943"
    })
    void theTailIsThatOfAnArbitraryPrecision(int degreesOfFreedom, double chiSquare, double log10) {
        ChiSquareTest test = new ChiSquareTest(chiSquare, degreesOfFreedom);
        assertThat(test.log10PValue()).isCloseTo(log10, within(1e-13 * Math.max(1, Math.abs(log10))));
        assertThat(test.pValue()).isCloseTo(Math.pow(10, log10), within(1e-12));
    }

    @Test
    void withoutAnyEffectEverythingIsLikely() {
        assertThat(new ChiSquareTest(0, 3).pValue()).isEqualTo(1);
        assertThat(new ChiSquareTest(0, 3).log10PValue()).isZero();
    }

    @Test
    void whatNoStatisticCanBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChiSquareTest(-1, 1))
                .withMessage("chiSquare must be in [0, Inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChiSquareTest(1, 0))
                .withMessage("degreesOfFreedom must be at least 1, but was 0");
    }
}
