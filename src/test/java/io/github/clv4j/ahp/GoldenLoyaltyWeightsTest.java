package io.github.clv4j.ahp;

import static io.github.clv4j.ahp.PublishedExample.SIX_DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The weights printed in the paper on telecom loyalty, whose matrices are lost. The behavioural one was found again by
 * trying all 24,137,569 matrices of order 4 on the 17 values of the scale; the emotional one is consistent.
 */
class GoldenLoyaltyWeightsTest {

    private static final double[] PRINTED_BEHAVIOUR = {.397, .397, .046, .160};

    /** The best of all matrices misses the print by 0.00066, so the print cannot be met to its last digit. */
    private static final Offset<Double> PRINT = within(0.001);

    /** The report of the search was rounded twice. */
    private static final Offset<Double> FIFTH_DIGIT = within(1e-5);

    private static final PairwiseMatrix BEHAVIOUR = JudgementTables.matrix("""
            averageSpend      1    1    7    3
            tenure            1    1    7    3
            services        1/7  1/7    1  1/5
            trend           1/3  1/3    5    1
            """);

    private static final List<String> FOUR = BEHAVIOUR.names();

    @ParameterizedTest
    @CsvSource({
        "GEOMETRIC_MEAN, 0.396609 0.396609 0.046829 0.159952, 0.00083",
        "EIGENVECTOR, 0.395025 0.395025 0.047306 0.162644, 0.00264",
        "COLUMN_MEAN, 0.393590 0.393590 0.048291 0.164530, 0.00453"
    })
    void theReconstructionByEveryMethod(WeightMethod method, String expected, double miss) {
        AhpSolution solution = AhpSolver.withDefaults().withMethod(method).solve(BEHAVIOUR);
        assertThat(solution.toArray()).containsExactly(JudgementTables.numbers(expected), SIX_DIGITS);
        assertThat(largestMiss(solution)).isCloseTo(miss, FIFTH_DIGIT);
    }

    @Test
    void theReconstructionIsConsistentEnough() {
        AhpSolution solution = AhpSolver.withDefaults().solve(BEHAVIOUR);
        assertThat(solution.lambdaMax()).isCloseTo(4.073467, SIX_DIGITS);
        assertThat(solution.consistency().index()).isCloseTo(0.024489, SIX_DIGITS);
        assertThat(solution.consistency().geometricIndex()).isCloseTo(0.0968, within(5.01e-5));
        assertThat(solution.consistency().ratio()).isCloseTo(0.0272, within(5.01e-5));
        assertThat(AhpSolver.withDefaults()
                        .withRandomIndex(RandomIndex.SAATY_2005)
                        .solve(BEHAVIOUR)
                        .consistency()
                        .ratio())
                .isCloseTo(0.0275, within(5.01e-5));
    }

    @Test
    void byTheGeometricMeanTheReconstructionMeetsThePrint() {
        assertThat(AhpSolver.withDefaults()
                        .withMethod(WeightMethod.GEOMETRIC_MEAN)
                        .solve(BEHAVIOUR)
                        .toArray())
                .containsExactly(PRINTED_BEHAVIOUR, PRINT);
    }

    /** Every matrix the search found within 0.001 of the print, with its weights, miss, and ratio by Saaty's table of 1980. */
    @ParameterizedTest
    @CsvSource({
        "COLUMN_MEAN, 1/2 8 6 6 2 1/5, 0.39668 0.39663 0.04666 0.16002, 0.00066, 0.150",
        "COLUMN_MEAN, 2 6 2 8 6 1/5, 0.39663 0.39668 0.04666 0.16002, 0.00066, 0.150",
        "GEOMETRIC_MEAN, 1 7 3 7 3 1/5, 0.39661 0.39661 0.04683 0.15995, 0.00083, 0.027",
        "GEOMETRIC_MEAN, 1/3 7 9 7 1 1/5, 0.39661 0.39661 0.04683 0.15995, 0.00083, 0.424",
        "GEOMETRIC_MEAN, 3 7 1 7 9 1/5, 0.39661 0.39661 0.04683 0.15995, 0.00083, 0.424",
        "COLUMN_MEAN, 1 7 4 7 4 1/7, 0.39788 0.39788 0.04512 0.15913, 0.00088, 0.092",
        "GEOMETRIC_MEAN, 1/3 9 7 7 1 1/4, 0.39629 0.39629 0.04646 0.16095, 0.00095, 0.338",
        "GEOMETRIC_MEAN, 3 7 1 9 7 1/4, 0.39629 0.39629 0.04646 0.16095, 0.00095, 0.338",
        "EIGENVECTOR, 1 6 4 6 4 1/7, 0.39706 0.39706 0.04685 0.15904, 0.00096, 0.115"
    })
    void theOtherMatricesNearThePrint(
            WeightMethod method, String judgements, String weights, double miss, double ratio) {
        AhpSolution solution =
                AhpSolver.withDefaults().withMethod(method).solve(JudgementTables.upperTriangle(FOUR, judgements));
        assertThat(solution.toArray()).containsExactly(JudgementTables.numbers(weights), FIFTH_DIGIT);
        assertThat(largestMiss(solution)).isCloseTo(miss, FIFTH_DIGIT);
        assertThat(solution.consistency().ratio()).isCloseTo(ratio, within(5.01e-4));
    }

    private static double largestMiss(AhpSolution solution) {
        double largest = 0;
        for (int i = 0; i < PRINTED_BEHAVIOUR.length; i++) {
            largest = Math.max(largest, Math.abs(solution.weight(i) - PRINTED_BEHAVIOUR[i]));
        }
        return largest;
    }

    /** The printed .250 .250 .083 .250 .083 .083 sum to .999. */
    @ParameterizedTest
    @EnumSource
    void theEmotionalWeightsAreThoseOfAConsistentMatrix(WeightMethod method) {
        AhpSolution solution = AhpSolver.withDefaults()
                .withMethod(method)
                .solve(PairwiseMatrix.ofMeasures(JudgementTables.names(6), 3, 3, 1, 3, 1, 1));
        double twelfth = 1 / 12.0;
        assertThat(solution.toArray())
                .containsExactly(new double[] {0.25, 0.25, twelfth, 0.25, twelfth, twelfth}, within(1e-15));
        assertThat(solution.lambdaMax()).isCloseTo(6, within(1e-11));
        assertThat(solution.consistency().index()).isLessThan(1e-12);
        assertThat(solution.consistency().ratio()).isLessThan(1e-12);
        assertThat(solution.consistency().koczkodaj()).isLessThan(1e-15);
    }
}
