package io.github.clv4j.ahp;

import static io.github.clv4j.ahp.PublishedExample.SIX_DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The incomplete matrices of Bozoki, Fulop and Ronyai, Mathematical and Computer Modelling 52 (2010) 318-333, with the
 * results of the three completions recomputed to 80 digits (mpmath).
 */
class GoldenIncompleteTest {

    /** The entries were recomputed to nine significant digits. */
    private static final double NINE_DIGITS_PERCENT = 1e-6;

    private static final Offset<Double> ONE_OFF_PRINT = within(0.0001);

    private static final PairwiseMatrix ORDER_FOUR =
            JudgementTables.pairs(JudgementTables.names(4), "a-b 1, a-c 5, a-d 2, b-c 3, b-d 4");

    private static final PairwiseMatrix ORDER_EIGHT = JudgementTables.pairs(JudgementTables.names(8), """
            a-b 5, a-c 3, a-d 7, a-e 6, a-f 6, b-d 5, b-f 3, c-e 3, \
            c-g 6, f-d 4, g-a 3, g-e 5, h-a 4, h-b 7, h-d 8, h-f 6""");

    @ParameterizedTest
    @CsvSource({
        "MINIMAL_LAMBDA, 0.373787 0.391993 0.098484 0.135736, 4.092367",
        "LOG_LEAST_SQUARES, 0.374183 0.391633 0.098841 0.135343, NaN",
        "HARKER, 0.373579 0.392123 0.098177 0.136122, 4.092388"
    })
    void oneMissingJudgementOfSix(Completion completion, String weights, double lambda) {
        assertSolution(ORDER_FOUR, completion, weights, lambda);
    }

    @ParameterizedTest
    @CsvSource({
        "MINIMAL_LAMBDA, 0.189370 0.056681 0.211615 0.017493 0.031934 0.035356 0.150927 0.306624, 9.298092",
        "LOG_LEAST_SQUARES, 0.176950 0.067643 0.176950 0.019678 0.036707 0.041452 0.142167 0.338453, NaN",
        "HARKER, 0.190727 0.038786 0.280637 0.012973 0.036207 0.024930 0.179618 0.236123, 9.453814"
    })
    void twelveMissingJudgementsOfTwentyEight(Completion completion, String weights, double lambda) {
        assertSolution(ORDER_EIGHT, completion, weights, lambda);
    }

    private static void assertSolution(PairwiseMatrix matrix, Completion completion, String weights, double lambda) {
        AhpSolution solution =
                AhpSolver.withDefaults().withCompletion(completion).solve(matrix);
        assertThat(solution.toArray()).containsExactly(JudgementTables.numbers(weights), SIX_DIGITS);
        assertThat(solution.provenance().method()).isSameAs(completion.partner());
        assertThat(solution.provenance().completion()).contains(completion);
        assertThat(solution.provenance().missing()).isEqualTo(matrix.missing());
        if (!Double.isNaN(lambda)) {
            assertThat(solution.lambdaMax()).isCloseTo(lambda, SIX_DIGITS);
        }
    }

    @Test
    void theOneMissingJudgementOfSmallestLambdaIsTheRootOfEightFifteenths() {
        AhpSolution solution = AhpSolver.withDefaults().solve(ORDER_FOUR);
        double exact = Math.sqrt(8 / 15.0);
        assertThat(exact).isCloseTo(0.730296743, within(5.01e-10));
        assertThat(solution.completed().judgement("c", "d")).isCloseTo(exact, within(1e-10));
        assertThat(solution.consistency().index()).isCloseTo(0.030789, SIX_DIGITS);
    }

    @Test
    void theMissingJudgementOfLeastSquaresIsTheRatioOfItsWeights() {
        AhpSolution solution = AhpSolver.withDefaults()
                .withCompletion(Completion.LOG_LEAST_SQUARES)
                .solve(ORDER_FOUR);
        assertThat(solution.completed().judgement("c", "d")).isCloseTo(0.730297, SIX_DIGITS);
        assertThat(solution.weight(2) / solution.weight(3))
                .isCloseTo(solution.completed().judgement("c", "d"), within(1e-14));
    }

    /** Printed to four digits by another library, whose line search is 3.6e-7 off in the missing judgement. */
    @Test
    void weightsAgreeWithThosePrintedElsewhere() {
        assertThat(AhpSolver.withDefaults().solve(ORDER_FOUR).toArray())
                .containsExactly(new double[] {0.3738, 0.3920, 0.0985, 0.1357}, ONE_OFF_PRINT);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 0.330016554",
        "1, 4, 1.71972027",
        "1, 6, 0.466347944",
        "2, 3, 9.92063080",
        "2, 5, 4.85253065",
        "2, 7, 0.569613369",
        "3, 4, 0.525270243",
        "3, 6, 0.142441013",
        "4, 5, 0.931206936",
        "4, 7, 0.109309545",
        "5, 6, 0.291209845",
        "6, 7, 0.403093535"
    })
    void theTwelveMissingJudgementsOfSmallestLambda(int row, int column, double expected) {
        PairwiseMatrix completed = AhpSolver.withDefaults().solve(ORDER_EIGHT).completed();
        assertThat(ORDER_EIGHT.judgement(row, column)).isNaN();
        assertThat(completed.judgement(row, column)).isCloseTo(expected, withinPercentage(NINE_DIGITS_PERCENT));
        assertThat(completed.judgement(column, row)).isCloseTo(1 / expected, withinPercentage(NINE_DIGITS_PERCENT));
    }

    @Test
    void theBestCompletionMayLeaveTheScale() {
        assertThat(AhpSolver.withDefaults().solve(ORDER_EIGHT).completed().judgement("c", "d"))
                .isGreaterThan(9);
    }

    @ParameterizedTest
    @CsvSource({"MINIMAL_LAMBDA, h", "LOG_LEAST_SQUARES, h", "HARKER, c"})
    void theCompletionsDisagreeOnTheWinner(Completion completion, String winner) {
        assertThat(AhpSolver.withDefaults()
                        .withCompletion(completion)
                        .solve(ORDER_EIGHT)
                        .weights()
                        .ranking())
                .startsWith(winner);
    }

    @ParameterizedTest
    @CsvSource({"MINIMAL_LAMBDA", "LOG_LEAST_SQUARES", "HARKER"})
    void completionKeepsWhatWasJudged(Completion completion) {
        AhpSolution solution =
                AhpSolver.withDefaults().withCompletion(completion).solve(ORDER_EIGHT);
        assertThat(solution.judged()).isEqualTo(ORDER_EIGHT);
        assertThat(solution.completed().isComplete()).isTrue();
        for (int i = 0; i < ORDER_EIGHT.order(); i++) {
            for (int j = 0; j < ORDER_EIGHT.order(); j++) {
                if (!Double.isNaN(ORDER_EIGHT.judgement(i, j))) {
                    assertThat(solution.completed().judgement(i, j)).isEqualTo(ORDER_EIGHT.judgement(i, j));
                }
            }
        }
    }
}
