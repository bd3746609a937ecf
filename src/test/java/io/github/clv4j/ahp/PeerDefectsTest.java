package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults seen in the source of other AHP software, each with a test that would catch it here. */
class PeerDefectsTest {

    private static final List<String> ABC = List.of("a", "b", "c");
    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    /** A zero-based table indexed with n: every ratio is divided by the random index of the next order. */
    @Nested
    class RandomIndexOffByOne {

        @Test
        void atOrderThreeTheIndexIsDividedByThatOfOrderThree() {
            AhpSolution solution = SOLVER.solve(PairwiseMatrix.ofUpperTriangle(ABC, 2, 8, 2));
            assertThat(solution.consistency().ratio()).isCloseTo((solution.lambdaMax() - 3) / 2 / 0.58, within(1e-12));
        }

        @ParameterizedTest
        @ValueSource(ints = {9, 10, 14, 15})
        void theLastOrdersOfATableHaveARatio(int order) {
            for (RandomIndex table : RandomIndex.values()) {
                assertThat(SOLVER.withRandomIndex(table)
                                .solve(RandomJudgements.noisy(new Random(order), order, 0.5))
                                .consistency()
                                .ratio())
                        .isPositive();
            }
        }
    }

    /** A limit of one hundredth for one tenth, and the largest ratio (Aw)_i / w_i taken for lambda. */
    @Nested
    class LimitTooStrictAndLambdaTooLarge {

        @Test
        void aRatioOfSevenHundredthsIsAcceptable() {
            Consistency consistency = SOLVER.solve(PublishedExample.DISTANCE_FROM_PHILADELPHIA.matrix)
                    .consistency();
            assertThat(consistency.limit()).isEqualTo(0.10);
            assertThat(consistency.ratio()).isBetween(0.07, 0.08);
            assertThat(consistency.isAcceptable()).isTrue();
        }

        /** By other weights the ratios differ from row to row; lambda is that of the matrix all the same. */
        @ParameterizedTest
        @EnumSource
        void lambdaIsTheEigenvalueWhateverTheWeights(WeightMethod method) {
            PairwiseMatrix house = PublishedExample.BUYING_A_HOUSE.matrix;
            assertThat(SOLVER.withMethod(method).solve(house).lambdaMax())
                    .isCloseTo(EigenReference.of(house).lambda(), within(1e-10));
        }
    }

    /** The n-th root of a product computed as the product over n; eigenvectors rounded to three digits before use. */
    @Nested
    class PrecedenceOfOperatorsAndEarlyRounding {

        @Test
        void theGeometricMeanIsARoot() {
            double[] weights = SOLVER.withMethod(WeightMethod.GEOMETRIC_MEAN)
                    .solve(PairwiseMatrix.ofMeasures(ABC, 8, 2, 1))
                    .toArray();
            assertThat(weights).containsExactly(new double[] {8 / 11.0, 2 / 11.0, 1 / 11.0}, within(1e-15));
        }

        @Test
        void smallWeightsKeepTheirDigits() {
            double[] weights =
                    SOLVER.solve(PairwiseMatrix.ofMeasures(ABC, 10_000, 100, 1)).toArray();
            assertThat(weights[2]).isCloseTo(1 / 10_101.0, within(1e-16));
        }
    }

    /** An exception made but never thrown, so that an order beyond the table ends as an index error. */
    @Nested
    class BeyondTheTable {

        @ParameterizedTest
        @ValueSource(ints = {16, 17, 40})
        void thereAreWeightsButNoRatioAndANoteThatSaysSo(int order) {
            AhpSolution solution = SOLVER.solve(RandomJudgements.noisy(new Random(order), order, 0.2));
            assertThat(solution.toArray()).hasSize(order);
            assertThat(solution.consistency().ratio()).isNaN();
            assertThat(solution.consistency().isAcceptable()).isFalse();
            assertThat(solution.consistency().note(Language.ENGLISH)).isPresent();
        }
    }

    /** Division by the random index 0 of the orders 1 and 2; no check of the input at all. */
    @Nested
    class SmallOrdersAndUncheckedInput {

        @Test
        void ordersOneAndTwoHaveTheRatioZero() {
            assertThat(SOLVER.solve(PairwiseMatrix.of(new double[][] {{1}}))
                            .consistency()
                            .ratio())
                    .isZero();
            assertThat(SOLVER.solve(PairwiseMatrix.of(new double[][] {{1, 7}, {1 / 7.0, 1}}))
                            .consistency()
                            .ratio())
                    .isZero();
        }

        @Test
        void whatIsNoJudgementMatrixIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PairwiseMatrix.of(new double[][] {{1, -2}, {-0.5, 1}}));
            assertThatIllegalArgumentException().isThrownBy(() -> PairwiseMatrix.of(new double[][] {{1, 2}}));
            assertThatExceptionOfType(AhpException.class)
                    .isThrownBy(() -> PairwiseMatrix.of(new double[][] {{1, 2}, {2, 1}}));
        }
    }

    /** Nonsense taken for judgements: each of these gave weights somewhere, some of them with a perfect ratio. */
    @Nested
    class NonsenseTakenForJudgements {

        @Test
        void comparisonsThatDoNotConnectAreRefused() {
            PairwiseMatrix matrix = JudgementTables.pairs(JudgementTables.names(4), "a-b 3, c-d 5");
            assertThatExceptionOfType(AhpException.class)
                    .isThrownBy(() -> SOLVER.solve(matrix))
                    .satisfies(e -> assertThat(e.culprits()).containsExactly(List.of("a", "b"), List.of("c", "d")));
        }

        @Test
        void thePairTheOtherWayRoundDoesNotOverwrite() {
            PairwiseMatrixBuilder builder = PairwiseMatrix.builder(ABC).judge("a", "b", 3);
            assertThatExceptionOfType(AhpException.class).isThrownBy(() -> builder.judge("b", "a", 5));
        }

        @Test
        void aThingComparedWithItselfDoesNotCorruptTheDiagonal() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PairwiseMatrix.builder(ABC).judge("a", "a", 3));
        }

        /** A misspelt table cannot be written; none at all can. */
        @Test
        void withoutATableOfRandomIndicesThereIsNoSolver() {
            assertThatNullPointerException().isThrownBy(() -> SOLVER.withRandomIndex(null));
        }

        @Test
        void aChildWhoseNameDoesNotMatchIsNotDropped() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AhpHierarchy.of(
                            "goal",
                            PairwiseMatrix.ofUpperTriangle(ABC, 1, 2, 3),
                            AhpHierarchy.leaf("a"),
                            AhpHierarchy.leaf("b"),
                            AhpHierarchy.leaf("C")));
        }

        /** Where digits decide when to stop, asking for all of them ends in overflow; here random matrices just work. */
        @Test
        void fullPrecisionNeverEndsInNaN() {
            Random random = new Random(300);
            for (int k = 0; k < 300; k++) {
                AhpSolution solution = SOLVER.solve(RandomJudgements.onScale(random, 3 + k % 8));
                for (double weight : solution.toArray()) {
                    assertThat(weight).isBetween(0.0, 1.0);
                }
            }
        }

        @Test
        void infinityIsRefusedByTheEntryThatHasIt() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PairwiseMatrix.builder(ABC).judge("a", "b", Double.POSITIVE_INFINITY))
                    .withMessage("entry (a, b) must be in [1e-100, 1e100], but was Infinity");
        }
    }

    /** Weights rounded to four digits at every level, so that errors add up on the way to the leaves. */
    @Nested
    class RoundingAtEveryLevel {

        @Test
        void globalWeightsAreExactProductsDownToAnyDepth() {
            int depth = 12;
            AhpHierarchy node = AhpHierarchy.leaf("left 0");
            for (int level = 1; level <= depth; level++) {
                node = AhpHierarchy.of(
                        "left " + level,
                        PairwiseMatrix.ofUpperTriangle(List.of("left " + (level - 1), "right " + level), 1 / 2.0),
                        node,
                        AhpHierarchy.leaf("right " + level));
            }
            HierarchySolution solution = SOLVER.solve(node);
            double deepest = StrictMath.pow(3, -depth);
            assertThat(solution.globalWeights().weight("left 0")).isCloseTo(deepest, within(1e-11 * deepest));
            double sum = 0;
            for (double weight : solution.globalWeights().toArray()) {
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-14));
        }
    }

    /** The weights of the first expert used for everyone; a gap that zeroes other cells; a mean assigned to the wrong one. */
    @Nested
    class OneExpertTakenForAnother {

        private final PairwiseMatrix first = PairwiseMatrix.ofUpperTriangle(ABC, 2, 8, 2);
        private final PairwiseMatrix second = PairwiseMatrix.ofUpperTriangle(ABC, 1 / 5.0, 1 / 3.0, 4);

        @Test
        void everyExpertIsMeasuredByTheirOwnWeights() {
            GroupSolution group = SOLVER.solve(GroupJudgements.of(List.of(first, second)));
            assertThat(group.experts().get(1).deviations())
                    .isEqualTo(SOLVER.solve(second).deviations())
                    .isNotEqualTo(group.experts().get(0).deviations());
        }

        @ParameterizedTest
        @EnumSource
        void aGapTouchesNoOtherCell(Completion completion) {
            PairwiseMatrix house = PublishedExample.BUYING_A_HOUSE.matrix;
            PairwiseMatrix completed = SOLVER.withCompletion(completion)
                    .solve(house.without("Size", "Yard"))
                    .completed();
            for (String row : house.names()) {
                for (String column : house.names()) {
                    if (!List.of(row, column).containsAll(List.of("Size", "Yard"))) {
                        assertThat(completed.judgement(row, column)).isEqualTo(house.judgement(row, column));
                    }
                }
            }
        }

        @Test
        void everyMeanIsItsOwn() {
            GroupSolution group = SOLVER.solve(GroupJudgements.of(List.of(first, second)));
            assertThat(group.aijWeights()).isNotEqualTo(group.aipGeometricWeights());
            assertThat(group.aipGeometricWeights()).isNotEqualTo(group.aipArithmeticWeights());
            assertThat(group.aipArithmeticWeights().weight("a"))
                    .isCloseTo(
                            (SOLVER.solve(first).weight(0)
                                            + SOLVER.solve(second).weight(0))
                                    / 2,
                            within(1e-15));
        }
    }

    /** Twelve or twenty steps and no test: weights wrong by up to 6e-3 where judgements are bad. */
    @Nested
    class StoppingEarly {

        @ParameterizedTest
        @ValueSource(ints = {3, 5, 7, 9, 12})
        void badJudgementsAreSolvedAsExactlyAsGoodOnes(int order) {
            Random random = new Random(order);
            for (int k = 0; k < 50; k++) {
                PairwiseMatrix matrix = RandomJudgements.noisy(random, order, 2);
                assertThat(SOLVER.solve(matrix).toArray())
                        .containsExactly(EigenReference.of(matrix).weights(), within(1e-10));
            }
        }
    }

    /** Forms that take whole numbers from 1 to 9 only, so that a published example cannot be entered. */
    @Nested
    class WholeNumbersOnly {

        @Test
        void threeHalvesIsAJudgement() {
            assertThat(PairwiseMatrix.builder(ABC)
                            .judge("a", "b", "3/2")
                            .build()
                            .judgement("a", "b"))
                    .isEqualTo(1.5);
            assertThat(PublishedExample.AREAS_OF_FIGURES.matrix.judgement("Square", "Diamond"))
                    .isEqualTo(1.5);
        }
    }

    /** A table that stops at order 10 and gives 0 beyond, so that large matrices look perfectly consistent. */
    @Nested
    class PerfectConsistencyForLargeMatrices {

        @ParameterizedTest
        @ValueSource(ints = {11, 12, 15})
        void largeBadMatricesAreNotConsistent(int order) {
            for (RandomIndex table : RandomIndex.values()) {
                Consistency consistency = SOLVER.withRandomIndex(table)
                        .solve(RandomJudgements.onScale(new Random(order), order))
                        .consistency();
                assertThat(consistency.ratio()).isGreaterThan(0.5);
                assertThat(consistency.isAcceptable()).isFalse();
            }
        }

        @ParameterizedTest
        @EnumSource
        void aMissingEntryDoesNotMakeAMatrixConsistent(Completion completion) {
            PairwiseMatrix bad = JudgementTables.pairs(JudgementTables.names(4), "a-b 5, b-c 5, c-a 5, a-d 3, b-d 3");
            Consistency consistency =
                    SOLVER.withCompletion(completion).solve(bad).consistency();
            assertThat(consistency.ratio()).isGreaterThan(0.5);
            assertThat(consistency.isAcceptable()).isFalse();
        }
    }

    /** A random index of 100 at order 2 to force a ratio of 0, and equal weights in silence where judgements are bad. */
    @Nested
    class EqualWeightsInSilence {

        @Test
        void theRandomIndexOfOrderTwoIsZeroAndSoIsTheRatio() {
            Consistency consistency = SOLVER.solve(PairwiseMatrix.of(new double[][] {{1, 9}, {1 / 9.0, 1}}))
                    .consistency();
            assertThat(consistency.randomIndex()).isZero();
            assertThat(consistency.ratio()).isZero();
        }

        @Test
        void badJudgementsKeepTheirWeightsAndAreCalledBad() {
            AhpSolution strict = SOLVER.withLimit(0.01).solve(PublishedExample.SELECTING_A_SCHOOL.matrix);
            assertThat(strict.consistency().isAcceptable()).isFalse();
            assertThat(strict.toArray())
                    .containsExactly(
                            SOLVER.solve(PublishedExample.SELECTING_A_SCHOOL.matrix)
                                    .toArray(),
                            within(0.0));
            assertThat(strict.weight(0)).isGreaterThan(0.3);
        }
    }
}
