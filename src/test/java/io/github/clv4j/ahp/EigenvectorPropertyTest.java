package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** The principal eigenpair against the QR algorithm, and its certificate against exact arithmetic. */
class EigenvectorPropertyTest {

    private static final Offset<Double> AGREEMENT = within(1e-10);
    private static final double WIDEST = 1e-12;

    /** What the QR algorithm itself may be off by, relative. */
    private static final double QR_ERROR = 1e-12;

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @Property(tries = 400)
    void onTheScaleWeightsAndLambdaAreThoseOfTheQrAlgorithm(
            @ForAll @IntRange(min = 3, max = 15) int order, @ForAll Random random) {
        assertAgreesWithQr(RandomJudgements.onScale(random, order));
    }

    /** Some noise there must be: of consistent judgements, whose other eigenvalues are all 0, the QR algorithm gives up. */
    @Property(tries = 400)
    void withNoiseWeightsAndLambdaAreThoseOfTheQrAlgorithm(
            @ForAll @IntRange(min = 3, max = 15) int order,
            @ForAll @DoubleRange(min = 0.01, max = 2) double sigma,
            @ForAll Random random) {
        assertAgreesWithQr(RandomJudgements.noisy(random, order, sigma));
    }

    private static void assertAgreesWithQr(PairwiseMatrix matrix) {
        EigenReference reference = EigenReference.of(matrix);
        AhpSolution solution = SOLVER.solve(matrix);
        assertThat(solution.toArray()).containsExactly(reference.weights(), AGREEMENT);
        assertThat(solution.lambdaMax()).isCloseTo(reference.lambda(), AGREEMENT);
        LambdaInterval interval = solution.lambdaInterval();
        double slack = QR_ERROR * reference.lambda();
        assertThat(new LambdaInterval(interval.lower() - slack, interval.upper() + slack).contains(reference.lambda()))
                .isTrue();
        assertThat(interval.relativeGap()).isLessThanOrEqualTo(WIDEST);
        assertThat(interval.contains(solution.lambdaMax())).isTrue();
    }

    /** In 40 digits lambda is pinned down to far less than the interval is wide, so that this is a test of certainty. */
    @Property(tries = 150)
    void theIntervalHoldsTheEigenvalueInExactArithmetic(
            @ForAll @IntRange(min = 1, max = 7) int order,
            @ForAll @DoubleRange(max = 1.5) double sigma,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.noisy(random, order, sigma);
        AhpSolution solution = SOLVER.solve(matrix);
        ExactLambda exact = ExactLambda.after(80, matrix.toArray(), solution.toArray());
        assertThat(exact.relativeGap()).isLessThan(1e-20);
        assertThat(exact.isWithin(solution.lambdaInterval())).isTrue();
    }

    /** The weights themselves are a certificate that anyone can check by hand. */
    @Property(tries = 200)
    void theWeightsCertifyTheEigenvalue(@ForAll @IntRange(min = 1, max = 15) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        AhpSolution solution = SOLVER.solve(matrix);
        ExactLambda exact = ExactLambda.at(matrix.toArray(), solution.toArray());
        double lambda = solution.lambdaMax();
        assertThat(exact.lower().doubleValue()).isCloseTo(lambda, within(2 * WIDEST * lambda));
        assertThat(exact.upper().doubleValue()).isCloseTo(lambda, within(2 * WIDEST * lambda));
    }

    @Property
    void weightsSumToOneAndAreAllPositive(@ForAll @IntRange(min = 1, max = 15) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        for (WeightMethod method : WeightMethod.values()) {
            double[] weights = SOLVER.withMethod(method).solve(matrix).toArray();
            double sum = 0;
            for (double weight : weights) {
                assertThat(weight).isPositive();
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-14));
        }
    }

    /** Judgements up to a million: solved right, or refused. */
    @Property(tries = 200)
    void judgementsFarApartAreSolvedRightOrRefused(
            @ForAll @IntRange(min = 3, max = 12) int order,
            @ForAll @DoubleRange(min = 1, max = 6) double decades,
            @ForAll Random random) {
        double[] judgements = new double[order * (order - 1) / 2];
        for (int k = 0; k < judgements.length; k++) {
            judgements[k] = StrictMath.pow(10, decades * (2 * random.nextDouble() - 1));
        }
        assertSolvedRightOrRefused(PairwiseMatrix.ofUpperTriangle(JudgementTables.names(order), judgements));
    }

    @Property(tries = 200)
    void tournamentsOfNinesAreSolvedRightOrRefused(
            @ForAll @IntRange(min = 3, max = 15) int order, @ForAll Random random) {
        double[] judgements = new double[order * (order - 1) / 2];
        for (int k = 0; k < judgements.length; k++) {
            judgements[k] = random.nextBoolean() ? 9 : 1 / 9.0;
        }
        assertSolvedRightOrRefused(PairwiseMatrix.ofUpperTriangle(JudgementTables.names(order), judgements));
    }

    private static void assertSolvedRightOrRefused(PairwiseMatrix matrix) {
        try {
            AhpSolution solution = SOLVER.solve(matrix);
            ExactLambda exact = ExactLambda.at(matrix.toArray(), solution.toArray());
            assertThat(exact.relativeGap()).isLessThan(4 * WIDEST);
            assertThat(exact.lower().doubleValue())
                    .isCloseTo(solution.lambdaMax(), within(4 * WIDEST * solution.lambdaMax()));
        } catch (AhpException e) {
            assertThat(e.reason()).isSameAs(AhpException.Reason.NOT_CONVERGED);
        }
    }
}
