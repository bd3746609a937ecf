package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionTest {

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();
    private static final PairwiseMatrix INCOMPLETE =
            JudgementTables.pairs(JudgementTables.names(4), "a-b 1, a-c 5, a-d 2, b-c 3, b-d 4");
    private static final PairwiseMatrix COMPLETE = PublishedExample.FOUR_BY_FOUR.matrix;

    @ParameterizedTest
    @EnumSource
    void groupsThatWereNeverComparedAreNamed(Completion completion) {
        PairwiseMatrix matrix = JudgementTables.pairs(List.of("p", "q", "r", "s", "t", "u"), "p-s 3, q-t 2, s-u 1/5");
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> SOLVER.withCompletion(completion).solve(matrix))
                .withMessage("judgements must connect all names, but nothing connects these groups: "
                        + "{p, s, u} and {q, t} and {r}; compare at least one of each with one of another")
                .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.DISCONNECTED))
                .satisfies(e -> assertThat(e.culprits())
                        .containsExactly(List.of("p", "s", "u"), List.of("q", "t"), List.of("r")));
    }

    @Test
    void withoutAnyJudgementEveryoneIsAGroup() {
        PairwiseMatrix matrix = PairwiseMatrix.builder(List.of("a", "b")).build();
        assertThat(matrix.missing()).isEqualTo(1);
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> SOLVER.solve(matrix))
                .withMessageContaining("{a} and {b}");
    }

    @Test
    void forTheColumnMeanAllMustBeJudgedUnlessACompletionIsChosen() {
        AhpSolver columnMean = SOLVER.withMethod(WeightMethod.COLUMN_MEAN);
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> columnMean.solve(INCOMPLETE))
                .withMessageStartingWith("judgements must be complete for the column mean, but ")
                .withMessageEndingWith("; choose a completion or another method")
                .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.INCOMPLETE))
                .satisfies(e -> assertThat(e.culprits()).containsExactly(List.of("c", "d")));
        AhpSolution solution =
                columnMean.withCompletion(Completion.LOG_LEAST_SQUARES).solve(INCOMPLETE);
        assertThat(solution.provenance().method()).isSameAs(WeightMethod.COLUMN_MEAN);
        assertThat(solution.toArray())
                .containsExactly(columnMean.solve(solution.completed()).toArray(), within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"EIGENVECTOR, MINIMAL_LAMBDA", "GEOMETRIC_MEAN, LOG_LEAST_SQUARES"})
    void theCompletionFollowsTheMethod(WeightMethod method, Completion completion) {
        AhpProvenance provenance = SOLVER.withMethod(method).solve(INCOMPLETE).provenance();
        assertThat(provenance.method()).isSameAs(method);
        assertThat(provenance.completion()).contains(completion);
        assertThat(provenance.missing()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theMethodFollowsTheCompletionWhereSomethingIsMissing(Completion completion) {
        AhpSolver solver = SOLVER.withCompletion(completion);
        assertThat(solver.solve(INCOMPLETE).provenance().method()).isSameAs(completion.partner());
        assertThat(solver.solve(COMPLETE).provenance().method()).isSameAs(WeightMethod.EIGENVECTOR);
        assertThat(solver.solve(COMPLETE).provenance().completion()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMethodThatWasChosenIsKept(WeightMethod method) {
        for (Completion completion : Completion.values()) {
            AhpProvenance provenance = SOLVER.withMethod(method)
                    .withCompletion(completion)
                    .solve(INCOMPLETE)
                    .provenance();
            assertThat(provenance.method()).isSameAs(method);
            assertThat(provenance.completion()).contains(completion);
        }
    }

    @ParameterizedTest
    @CsvSource({"LOG_LEAST_SQUARES, log-least-squares", "MINIMAL_LAMBDA, minimal-lambda", "HARKER, harker"})
    void theOriginOfTheWeightsTellsHowTheyWereCompleted(Completion completion, String name) {
        assertThat(SOLVER.withCompletion(completion)
                        .solve(INCOMPLETE)
                        .weights()
                        .origin()
                        .facts())
                .containsEntry("completion", name)
                .containsEntry("missing", "1");
    }

    @ParameterizedTest
    @EnumSource
    void aCompleteMatrixIsLeftAlone(Completion completion) {
        AhpSolution solution = SOLVER.withCompletion(completion).solve(COMPLETE);
        assertThat(solution.completed()).isSameAs(COMPLETE);
        assertThat(solution.judged()).isSameAs(COMPLETE);
    }

    /** What is left is 135 judgements of 435, or 270 of 1770. */
    @ParameterizedTest
    @CsvSource({
        "30, 300, MINIMAL_LAMBDA",
        "30, 300, LOG_LEAST_SQUARES",
        "30, 300, HARKER",
        "60, 1500, MINIMAL_LAMBDA",
        "60, 1500, LOG_LEAST_SQUARES",
        "60, 1500, HARKER"
    })
    void largeMatricesOfWhichMostIsMissingAreSolved(int order, int missing, Completion completion) {
        PairwiseMatrix matrix = RandomJudgements.without(
                new Random(order), RandomJudgements.noisy(new Random(missing), order, 0.5), missing);
        assertThat(matrix.missing()).isEqualTo(missing);
        AhpSolution solution = SOLVER.withCompletion(completion).solve(matrix);
        assertThat(solution.completed().isComplete()).isTrue();
        EigenReference reference = EigenReference.of(solution.completed());
        assertThat(solution.lambdaMax()).isCloseTo(reference.lambda(), within(1e-9));
        if (completion != Completion.LOG_LEAST_SQUARES) {
            assertThat(solution.toArray()).containsExactly(reference.weights(), within(1e-9));
        }
        if (completion == Completion.MINIMAL_LAMBDA) {
            assertThat(solution.lambdaMax())
                    .isLessThan(SOLVER.withCompletion(Completion.LOG_LEAST_SQUARES)
                            .solve(matrix)
                            .lambdaMax());
        }
    }

    /** A chain of judgements, each as large as can be, implies a ratio that no double can hold. */
    @ParameterizedTest
    @EnumSource
    void aChainBeyondTheRangeOfNumbersIsRefused(Completion completion) {
        PairwiseMatrix chain = JudgementTables.pairs(JudgementTables.names(5), "a-b 1, b-c 1, c-d 1, d-e 1")
                .with("a", "b", 1e100);
        for (String pair : List.of("bc", "cd", "de")) {
            chain = chain.with(pair.substring(0, 1), pair.substring(1), 1e100);
        }
        PairwiseMatrix tooLong = chain;
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> SOLVER.withCompletion(completion).solve(tooLong))
                .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.NOT_CONVERGED));
    }

    /** Judgements ten decades apart leave the equations of a step near singular: that is no reason for a foreign exception. */
    @Test
    void judgementsTooFarApartForTheStepsAreSolvedOrRefusedByOurOwnException() {
        PairwiseMatrix matrix = PairwiseMatrix.builder(JudgementTables.names(4))
                .judge("a", "b", 1e-8)
                .judge("a", "c", 1e10)
                .judge("b", "c", 1e-8)
                .judge("c", "d", 1e-9)
                .build();
        try {
            assertThat(SOLVER.solve(matrix).toArray()).hasSize(4);
        } catch (AhpException e) {
            assertThat(e.reason()).isSameAs(AhpException.Reason.NOT_CONVERGED);
        }
    }

    @Test
    void everyChoiceHasANameInBothLanguages() {
        assertThat(Completion.HARKER.displayName(Language.ENGLISH)).isEqualTo("Harker");
        assertThat(Completion.MINIMAL_LAMBDA.displayName(Language.CHINESE)).isEqualTo("最小 λmax 法");
        assertThat(WeightMethod.GEOMETRIC_MEAN.displayName(Language.ENGLISH)).isEqualTo("geometric mean");
        assertThat(WeightMethod.EIGENVECTOR.displayName(Language.CHINESE)).isEqualTo("特征向量法");
        assertThat(RandomIndex.DONEGAN_DODD.displayName(Language.ENGLISH)).isEqualTo("Donegan-Dodd");
        assertThat(Synthesis.IDEAL.displayName(Language.CHINESE)).isEqualTo("理想模式");
        assertThat(JudgementScale.BALANCED.displayName(Language.ENGLISH)).isEqualTo("balanced");
        assertThat(JudgementRepair.Outcome.FOUND.displayName(Language.CHINESE)).isEqualTo("已找到");
    }

    @Test
    void nullIsNoChoice() {
        assertThatNullPointerException()
                .isThrownBy(() -> SOLVER.withMethod(null))
                .withMessage("method");
        assertThatNullPointerException()
                .isThrownBy(() -> SOLVER.withRandomIndex(null))
                .withMessage("randomIndex");
        assertThatNullPointerException()
                .isThrownBy(() -> SOLVER.withCompletion(null))
                .withMessage("completion");
    }
}
