package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvectorTest {

    private static final double AGREEMENT = 1e-10;
    private static final Duration NOT_FOREVER = Duration.ofSeconds(20);
    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @ParameterizedTest
    @EnumSource
    void oneThingHasAllTheWeight(WeightMethod method) {
        AhpSolution solution = SOLVER.withMethod(method).solve(PairwiseMatrix.of(new double[][] {{1}}));
        assertThat(solution.toArray()).containsExactly(1);
        assertThat(solution.lambdaMax()).isCloseTo(1, within(1e-12));
        assertThat(solution.consistency().index()).isZero();
        assertThat(solution.consistency().ratio()).isZero();
        assertThat(solution.consistency().harmonicIndex()).isZero();
        assertThat(solution.consistency().koczkodaj()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"EIGENVECTOR, 3", "GEOMETRIC_MEAN, 3", "COLUMN_MEAN, 3", "EIGENVECTOR, 0.01", "EIGENVECTOR, 1e6"})
    void twoThingsShareByTheOneJudgement(WeightMethod method, double judgement) {
        AhpSolution solution =
                SOLVER.withMethod(method).solve(PairwiseMatrix.ofUpperTriangle(JudgementTables.names(2), judgement));
        assertThat(solution.toArray())
                .containsExactly(new double[] {judgement / (1 + judgement), 1 / (1 + judgement)}, within(1e-15));
        assertThat(solution.lambdaMax()).isCloseTo(2, within(1e-12));
        assertThat(solution.consistency().ratio()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100})
    void largeMatricesAgreeWithTheQrAlgorithm(int order) {
        for (double sigma : new double[] {0.1, 1}) {
            PairwiseMatrix matrix = RandomJudgements.noisy(new Random(order), order, sigma);
            EigenReference reference = EigenReference.of(matrix);
            AhpSolution solution = SOLVER.solve(matrix);
            assertThat(solution.toArray()).containsExactly(reference.weights(), within(AGREEMENT));
            assertThat(solution.lambdaMax()).isCloseTo(reference.lambda(), within(AGREEMENT * order));
            assertThat(solution.lambdaInterval().relativeGap()).isLessThanOrEqualTo(1e-12);
        }
    }

    /**
     * A cycle in which each beats the half of the others that follow it, seen through weights that double from one to the
     * next: by symmetry the eigenvector is those weights, and lambda the sum of a row of the cycle alone.
     */
    @ParameterizedTest
    @CsvSource({"3, 9", "5, 9", "9, 9", "15, 9", "3, 1e6", "5, 1e6", "15, 1e6", "25, 1e6"})
    void aTournamentThatGoesRoundIsSolved(int order, double judgement) {
        PairwiseMatrix matrix = cyclic(order, judgement, order / 2, 2);
        double lambda = 1 + order / 2 * (judgement + 1 / judgement);
        assertSolvedAsCycle(SOLVER.solve(matrix), lambda, 2);
    }

    /** Each beats only the next, and equals all others: the eigenvalues of the matrix are nearly all of the same size. */
    @ParameterizedTest
    @CsvSource({"3, 9", "8, 9", "15, 9", "40, 9", "8, 1000", "15, 1000"})
    void aLongCycleIsSolved(int order, double judgement) {
        PairwiseMatrix matrix = cyclic(order, judgement, 1, 1.1);
        double lambda = 1 + judgement + 1 / judgement + order - 3;
        assertSolvedAsCycle(SOLVER.solve(matrix), lambda, 1.1);
    }

    /** Where plain steps would take tens of thousands. */
    @Test
    void aLongAndStrongCycleIsSolvedInTime() {
        PairwiseMatrix matrix = cyclic(101, 1e6, 1, 1.05);
        Assertions.assertTimeoutPreemptively(
                NOT_FOREVER, () -> assertSolvedAsCycle(SOLVER.solve(matrix), 1 + 1e6 + 1e-6 + 101 - 3, 1.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e30, 1e60, 1e99})
    void evenJudgementsNobodyWouldMakeAreSolved(double judgement) {
        PairwiseMatrix matrix =
                PairwiseMatrix.ofUpperTriangle(JudgementTables.names(3), judgement, 1 / judgement, judgement);
        AhpSolution solution = SOLVER.solve(matrix);
        assertThat(solution.lambdaInterval().relativeGap()).isLessThanOrEqualTo(1e-12);
        assertThat(solution.lambdaMax()).isCloseTo(1 + judgement + 1 / judgement, within(1e-12 * judgement));
    }

    /** No matrix of judgements is like that: the eigenvalue of one part is not that of the whole. */
    @Test
    void whatDoesNotSettleIsRefused() {
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> PerronPair.of(new double[] {1, 0, 0, 2}, 2))
                .withMessageContaining("not after 1000 steps")
                .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.NOT_CONVERGED))
                .satisfies(e -> assertThat(e.culprits()).isEmpty());
    }

    @Test
    void ordersAboveOneThousandAreRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOLVER.solve(
                        PairwiseMatrix.builder(JudgementTables.names(1001)).build()))
                .withMessage("order of the matrix must be at most 1000, but was 1001");
    }

    private static void assertSolvedAsCycle(AhpSolution solution, double lambda, double growth) {
        assertThat(solution.lambdaMax()).isCloseTo(lambda, within(1e-12 * lambda));
        double[] weights = solution.toArray();
        for (int i = 1; i < weights.length; i++) {
            assertThat(weights[i] / weights[i - 1]).isCloseTo(growth, within(AGREEMENT * growth));
        }
    }

    /** Each is judged as given over so many that follow it in the circle, 1 over the rest; then scaled by growing weights. */
    private static PairwiseMatrix cyclic(int order, double judgement, int beaten, double growth) {
        double[] judgements = new double[order * (order - 1) / 2];
        int k = 0;
        for (int i = 0; i < order; i++) {
            for (int j = i + 1; j < order; j++) {
                double along = j - i <= beaten ? judgement : order - (j - i) <= beaten ? 1 / judgement : 1;
                judgements[k++] = along * StrictMath.pow(growth, i - j);
            }
        }
        return PairwiseMatrix.ofUpperTriangle(JudgementTables.names(order), judgements);
    }

    @Test
    void judgementsNearTheEndsOfTheRangeAreSolved() {
        AhpSolution solution = SOLVER.solve(PairwiseMatrix.ofMeasures(JudgementTables.names(3), 1e49, 1, 1e-50));
        assertThat(solution.weight(0)).isCloseTo(1, within(1e-15));
        assertThat(solution.weight(1)).isCloseTo(1e-49, within(1e-59));
        assertThat(solution.weight(2)).isCloseTo(1e-99, within(1e-109));
        assertThat(solution.lambdaMax()).isCloseTo(3, within(1e-11));
    }

    @Test
    void theProvenanceSaysHowItWasDone() {
        AhpProvenance provenance =
                SOLVER.solve(PublishedExample.BUYING_A_HOUSE.matrix).provenance();
        assertThat(provenance.method()).isSameAs(WeightMethod.EIGENVECTOR);
        assertThat(provenance.randomIndex()).isSameAs(RandomIndex.SAATY_1980);
        assertThat(provenance.completion()).isEmpty();
        assertThat(provenance.missing()).isZero();
        assertThat(provenance.tolerance()).isEqualTo(1e-12);
        assertThat(provenance.steps()).isBetween(1, 200);
    }

    @Test
    void theArrayOfWeightsIsACopy() {
        AhpSolution solution = SOLVER.solve(PublishedExample.BUYING_A_HOUSE.matrix);
        solution.toArray()[0] = 7;
        assertThat(solution.weight(0)).isLessThan(1);
        assertThat(solution.toArray()[0]).isEqualTo(solution.weight(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLimitThatIsNotPositiveAndFiniteIsRefused(double limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOLVER.withLimit(limit))
                .withMessage("limit of the consistency ratio must be in (0, Inf), but was " + limit);
    }

    @Test
    void anIntervalUpsideDownIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaInterval(2, 1))
                .withMessage("upper end of the interval must be at least 2.0, but was 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new LambdaInterval(Double.NaN, 1));
        assertThat(new LambdaInterval(4, 5).middle()).isEqualTo(4.5);
        assertThat(new LambdaInterval(4, 5).relativeGap()).isEqualTo(0.25);
        assertThat(new LambdaInterval(4, 5).contains(4)).isTrue();
        assertThat(new LambdaInterval(4, 5).contains(5)).isTrue();
        assertThat(new LambdaInterval(4, 5).contains(Double.NaN)).isFalse();
    }

    /** Plain steps need up to 126 for some of them. */
    @Test
    void randomJudgementsTakeFewProducts() {
        Random random = new Random(9);
        for (int k = 0; k < 20_000; k++) {
            int n = 3 + random.nextInt(13);
            double[] judgements = random.ints(n * (n - 1) / 2, -8, 9)
                    .mapToDouble(strength -> strength < 0 ? 1.0 / (1 - strength) : 1 + strength)
                    .toArray();
            AhpSolution solution = SOLVER.solve(PairwiseMatrix.ofUpperTriangle(JudgementTables.names(n), judgements));
            assertThat(solution.provenance().steps()).isLessThanOrEqualTo(60);
        }
    }
}
