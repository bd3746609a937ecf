package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Saaty, The Analytic Hierarchy Process (1980); Saaty, Theory and Applications of the Analytic Network Process (2005) 31;
 * Donegan and Dodd, Mathematical and Computer Modelling 15 (1991) 135-137; Alonso and Lamata, International Journal of
 * Uncertainty, Fuzziness and Knowledge-Based Systems 14 (2006) 445-459.
 */
class RandomIndexTest {

    /** The regression leaves the tabulated values by up to 0.05 at order 3, by less than 0.03 above. */
    private static final double REGRESSION_ERROR = 0.05;

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0",
        "2, 0, 0, 0",
        "3, 0.58, 0.52, 0.4914",
        "4, 0.90, 0.89, 0.8286",
        "5, 1.12, 1.11, 1.0591",
        "6, 1.24, 1.25, 1.1797",
        "7, 1.32, 1.35, 1.2519",
        "8, 1.41, 1.40, 1.3171",
        "9, 1.45, 1.45, 1.3733",
        "10, 1.49, 1.49, 1.4055",
        "11, 1.51, 1.52, 1.4213",
        "12, 1.48, 1.54, 1.4497",
        "13, 1.56, 1.56, 1.4643",
        "14, 1.57, 1.58, 1.4822",
        "15, 1.59, 1.59, 1.4969"
    })
    void theTablesAreAsPrinted(int order, double saaty1980, double saaty2005, double doneganDodd) {
        assertThat(RandomIndex.SAATY_1980.ofOrder(order)).isEqualTo(saaty1980);
        assertThat(RandomIndex.SAATY_2005.ofOrder(order)).isEqualTo(saaty2005);
        assertThat(RandomIndex.DONEGAN_DODD.ofOrder(order)).isEqualTo(doneganDodd);
    }

    /** The regression as its own table prints it, and the mean indices that Alonso and Lamata found by simulation. */
    @ParameterizedTest
    @CsvSource({
        "3, 0.4792, 0.5247",
        "4, 0.9094, 0.8816",
        "5, 1.1246, 1.1086",
        "6, 1.2536, 1.2479",
        "7, 1.3397, 1.3417",
        "8, 1.4011, 1.4057",
        "9, 1.4472, 1.4499",
        "10, 1.4831, 1.4854",
        "11, 1.5118, 1.5140",
        "12, 1.5352, 1.5365",
        "13, 1.5548, 1.5551",
        "14, 1.5713, 1.5713",
        "15, 1.5855, 1.5838"
    })
    void theRegressionIsAsPrinted(int order, double regression, double simulated) {
        assertThat(RandomIndex.ALONSO_LAMATA.ofOrder(order)).isCloseTo(regression, within(5.01e-5));
        assertThat(RandomIndex.ALONSO_LAMATA.ofOrder(order)).isCloseTo(simulated, within(REGRESSION_ERROR));
    }

    @Test
    void theRegressionHasNoEnd() {
        double before = RandomIndex.ALONSO_LAMATA.ofOrder(2);
        assertThat(before).isZero();
        for (int n = 3; n <= 100; n++) {
            double index = RandomIndex.ALONSO_LAMATA.ofOrder(n);
            double meanLambda = 2.7699 * n - 4.3513;
            assertThat(index).isCloseTo((meanLambda - n) / (n - 1), within(1e-14));
            assertThat(index).isGreaterThan(before).isLessThan(1.7699);
            before = index;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SAATY_1980", "SAATY_2005", "DONEGAN_DODD"})
    void aboveTheEndOfATableThereIsNoIndex(RandomIndex table) {
        for (int n = 16; n <= 100; n++) {
            assertThat(table.ofOrder(n)).isNaN();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SAATY_1980", "SAATY_2005", "DONEGAN_DODD"})
    void aboveTheEndOfATableThereIsNoRatioAndTheNoteSaysWhy(RandomIndex table) {
        AhpSolution solution =
                AhpSolver.withDefaults().withRandomIndex(table).solve(RandomJudgements.noisy(new Random(16), 16, 0.3));
        assertThat(solution.consistency().index()).isGreaterThan(0.01);
        assertThat(solution.consistency().ratio()).isNaN();
        assertThat(solution.consistency().isAcceptable()).isFalse();
        assertThat(solution.consistency().note(Language.ENGLISH).orElseThrow())
                .contains("no consistency ratio", table.displayName(Language.ENGLISH), "order 16");
        assertThat(solution.consistency().note(Language.CHINESE).orElseThrow()).contains("无一致性比率", "16 阶");
    }

    @ParameterizedTest
    @EnumSource
    void withinATableThereIsNothingToNote(RandomIndex table) {
        AhpSolution solution =
                AhpSolver.withDefaults().withRandomIndex(table).solve(PublishedExample.BUYING_A_HOUSE.matrix);
        assertThat(solution.consistency().note(Language.ENGLISH)).isEmpty();
        assertThat(solution.consistency().randomIndex()).isEqualTo(table.ofOrder(8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void anOrderBelowOneIsRefused(int order) {
        for (RandomIndex table : RandomIndex.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.ofOrder(order))
                    .withMessage("order must be at least 1, but was " + order);
        }
    }

    /** To first order in the errors, GCI = 2n / (n - 2) CI, so that its limits follow from CR = 0.10 by a random index. */
    @ParameterizedTest
    @CsvSource({
        "3, 0.5247, 0.0002",
        "4, 0.8816, 0.0001",
        "5, 1.1086, 0.001",
        "6, 1.2479, 0.006",
        "7, 1.3417, 0.006",
        "8, 1.4057, 0.006",
        "10, 1.4854, 0.006",
        "15, 1.5838, 0.006"
    })
    void theLimitsOfTheGeometricIndexAnswerToARatioOfATenth(int n, double randomIndex, double tolerance) {
        Consistency consistency = AhpSolver.withDefaults()
                .solve(RandomJudgements.noisy(new Random(n), n, 0.1))
                .consistency();
        assertThat(consistency.geometricLimit()).isCloseTo(2.0 * n / (n - 2) * 0.1 * randomIndex, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8, 12, 15})
    void toFirstOrderTheGeometricIndexIsAMultipleOfTheConsistencyIndex(int n) {
        double smallErrors = 1e-3;
        Consistency consistency = AhpSolver.withDefaults()
                .solve(RandomJudgements.noisy(new Random(n), n, smallErrors))
                .consistency();
        assertThat(consistency.geometricIndex() / consistency.index())
                .isCloseTo(2.0 * n / (n - 2), within(10 * smallErrors));
    }

    @Test
    void whereNothingCanBeInconsistentThereIsNoLimit() {
        for (int n = 1; n <= 2; n++) {
            Consistency consistency = AhpSolver.withDefaults()
                    .solve(RandomJudgements.noisy(new Random(n), n, 0.1))
                    .consistency();
            assertThat(consistency.geometricLimit()).isNaN();
            assertThat(consistency.geometricIndex()).isZero();
            assertThat(consistency.ratio()).isZero();
            assertThat(consistency.isAcceptable()).isTrue();
            assertThat(consistency.note(Language.ENGLISH)).isEmpty();
        }
    }
}
