package io.github.clv4j.ahp;

import static io.github.clv4j.ahp.PublishedExample.EIGHT_DIGITS;
import static io.github.clv4j.ahp.PublishedExample.SIX_DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrices of the literature, solved by every method and measured by every table. */
class GoldenAhpTest {

    private static final AhpSolver EIGENVECTOR = AhpSolver.withDefaults();
    private static final AhpSolver GEOMETRIC_MEAN = EIGENVECTOR.withMethod(WeightMethod.GEOMETRIC_MEAN);

    @ParameterizedTest
    @EnumSource
    void theEigenvectorIsThatOfTheHighPrecisionRun(PublishedExample example) {
        assertThat(EIGENVECTOR.solve(example.matrix).toArray()).containsExactly(example.eigenvector, SIX_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void theEigenvectorIsTheOnePrinted(PublishedExample example) {
        assertThat(EIGENVECTOR.solve(example.matrix).toArray())
                .containsExactly(example.printed, example.printTolerance);
    }

    @ParameterizedTest
    @EnumSource
    void theGeometricMeanIsThatOfTheHighPrecisionRun(PublishedExample example) {
        assertThat(GEOMETRIC_MEAN.solve(example.matrix).toArray()).containsExactly(example.geometricMean, SIX_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void lambdaAndConsistencyIndexAreKnownToEightDigits(PublishedExample example) {
        AhpSolution solution = EIGENVECTOR.solve(example.matrix);
        assertThat(solution.lambdaMax()).isCloseTo(example.lambda, EIGHT_DIGITS);
        assertThat(solution.consistency().index()).isCloseTo(example.consistencyIndex, EIGHT_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void theConsistencyRatioIsRightByEveryTable(PublishedExample example) {
        for (RandomIndex table : RandomIndex.values()) {
            assertThat(EIGENVECTOR
                            .withRandomIndex(table)
                            .solve(example.matrix)
                            .consistency()
                            .ratio())
                    .as(table.toString())
                    .isCloseTo(example.ratio(table), SIX_DIGITS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGeometricConsistencyIndexIsKnownToSixDigits(PublishedExample example) {
        assertThat(EIGENVECTOR.solve(example.matrix).consistency().geometricIndex())
                .isCloseTo(example.geometricIndex, SIX_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void consistencyDoesNotDependOnTheMethod(PublishedExample example) {
        Consistency expected = EIGENVECTOR.solve(example.matrix).consistency();
        for (WeightMethod method : WeightMethod.values()) {
            AhpSolution solution = EIGENVECTOR.withMethod(method).solve(example.matrix);
            assertThat(solution.provenance().method()).isSameAs(method);
            assertThat(solution.consistency().ratio()).isEqualTo(expected.ratio());
            assertThat(solution.consistency().geometricIndex()).isEqualTo(expected.geometricIndex());
        }
    }

    @Test
    void inTheHouseExampleTheGeometricMeanMovesACriterionFromRankTwoToFour() {
        PairwiseMatrix house = PublishedExample.BUYING_A_HOUSE.matrix;
        assertThat(EIGENVECTOR.solve(house).weights().ranking())
                .startsWith("Financing", "Neighbourhood", "Size", "Condition");
        assertThat(GEOMETRIC_MEAN.solve(house).weights().ranking())
                .startsWith("Financing", "Size", "Condition", "Neighbourhood");
    }

    @ParameterizedTest
    @CsvSource({
        "DISTANCE_FROM_PHILADELPHIA, true",
        "WEALTH_OF_NATIONS, true",
        "OPTICS_FIRST_TRIAL, false",
        "BUYING_A_HOUSE, false",
        "HOUSEHOLD_ELECTRICITY, false",
        "FOUR_BY_FOUR, true"
    })
    void judgementsAreAcceptableBelowATenth(PublishedExample example, boolean acceptable) {
        assertThat(EIGENVECTOR.solve(example.matrix).consistency().isAcceptable())
                .isEqualTo(acceptable);
    }

    /** Six digits of the ratio are known, so the verdict must turn within the seventh. */
    @ParameterizedTest
    @EnumSource
    void judgementsAreAcceptableBelowTheLimitThatWasSet(PublishedExample example) {
        double ratio = example.ratio(RandomIndex.SAATY_1980);
        assertThat(EIGENVECTOR
                        .withLimit(ratio + 1e-6)
                        .solve(example.matrix)
                        .consistency()
                        .isAcceptable())
                .isTrue();
        assertThat(EIGENVECTOR
                        .withLimit(ratio - 1e-6)
                        .solve(example.matrix)
                        .consistency()
                        .isAcceptable())
                .isFalse();
    }

    /** The reference has the method of the column mean for one matrix only; here it is worked out by hand. */
    @Test
    void theColumnMeanIsTheMeanOfTheColumnsDividedByTheirSums() {
        PairwiseMatrix matrix = JudgementTables.matrix("""
                a     1   3   5
                b   1/3   1   2
                c   1/5 1/2   1
                """);
        double first = 1 + 1 / 3.0 + 1 / 5.0;
        double second = 3 + 1 + 1 / 2.0;
        double third = 5 + 2 + 1;
        assertThat(EIGENVECTOR
                        .withMethod(WeightMethod.COLUMN_MEAN)
                        .solve(matrix)
                        .toArray())
                .containsExactly(
                        new double[] {
                            (1 / first + 3 / second + 5 / third) / 3,
                            (1 / 3.0 / first + 1 / second + 2 / third) / 3,
                            (1 / 5.0 / first + 1 / 2.0 / second + 1 / third) / 3
                        },
                        within(1e-15));
    }

    @Test
    void weightsKnowWhereTheyComeFrom() {
        AhpSolution solution = EIGENVECTOR.solve(PublishedExample.OPTICS_SECOND_TRIAL.matrix);
        assertThat(solution.weights().names()).containsExactly("C1", "C2", "C3", "C4");
        assertThat(solution.weights().toArray()).isEqualTo(solution.toArray());
        assertThat(solution.weights().origin().facts())
                .containsEntry("method", "eigenvector")
                .containsEntry("randomIndex", "saaty-1980")
                .containsEntry("lambdaMax", Double.toString(solution.lambdaMax()))
                .containsEntry(
                        "consistencyRatio",
                        Double.toString(solution.consistency().ratio()))
                .doesNotContainKeys("completion", "missing");
    }
}
