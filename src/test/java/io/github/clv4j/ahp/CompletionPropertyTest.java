package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.PowellOptimizer;

class CompletionPropertyTest {

    /** Lambda is known to a relative 1e-12. */
    private static final double LAMBDA_ERROR = 2e-12;

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @Property(tries = 300)
    void noOtherCompletionHasASmallerLambda(
            @ForAll @IntRange(min = 4, max = 8) int order,
            @ForAll @IntRange(min = 1, max = 12) int missing,
            @ForAll Random random) {
        PairwiseMatrix matrix = incomplete(random, order, missing);
        AhpSolution best = SOLVER.solve(matrix);
        double bound = best.lambdaMax() * (1 - LAMBDA_ERROR);
        for (Completion other : Completion.values()) {
            assertThat(SOLVER.withCompletion(other).solve(matrix).lambdaMax())
                    .as(other.toString())
                    .isGreaterThanOrEqualTo(bound);
        }
        for (double distance : new double[] {1e-4, 1e-2, 1, 3}) {
            assertThat(SOLVER.solve(disturbed(best, distance, random)).lambdaMax())
                    .as("at a distance of %s", distance)
                    .isGreaterThanOrEqualTo(bound);
        }
    }

    /** The completed matrix with lognormal noise on all that was missing. */
    private static PairwiseMatrix disturbed(AhpSolution solution, double sigma, Random random) {
        PairwiseMatrix disturbed = solution.completed();
        for (List<String> pair : ComparisonGraph.missingPairs(solution.judged())) {
            double judgement = disturbed.judgement(pair.get(0), pair.get(1));
            disturbed =
                    disturbed.with(pair.get(0), pair.get(1), judgement * StrictMath.exp(sigma * random.nextGaussian()));
        }
        return disturbed;
    }

    @Property(tries = 100)
    void atTheMinimumLambdaHasNoSlope(
            @ForAll @IntRange(min = 4, max = 8) int order,
            @ForAll @IntRange(min = 1, max = 12) int missing,
            @ForAll Random random) {
        AhpSolution solution = SOLVER.solve(incomplete(random, order, missing));
        for (List<String> pair : ComparisonGraph.missingPairs(solution.judged())) {
            assertThat(slope(solution.completed(), pair.get(0), pair.get(1)))
                    .as(pair.toString())
                    .isCloseTo(0, within(1e-8 * solution.lambdaMax()));
        }
    }

    /** The derivative of lambda by the logarithm of a judgement: central differences of the fourth order. */
    private static double slope(PairwiseMatrix matrix, String first, String second) {
        double step = 0.01;
        double[] lambda = new double[5];
        for (int k = -2; k <= 2; k++) {
            double judgement = matrix.judgement(first, second) * StrictMath.exp(k * step);
            lambda[k + 2] = SOLVER.solve(matrix.with(first, second, judgement)).lambdaMax();
        }
        return (8 * (lambda[3] - lambda[1]) - (lambda[4] - lambda[0])) / (12 * step);
    }

    /**
     * Powell's method knows nothing of convexity or gradients, and gets lambda from the QR algorithm; which is not to be
     * trusted near consistent judgements, so some must be left that check others. It stops early, and is started again.
     */
    @Property(tries = 25)
    void anOptimiserOfAnotherKindFindsTheSameMinimum(
            @ForAll @IntRange(min = 4, max = 6) int order,
            @ForAll @IntRange(min = 1, max = 4) int missing,
            @ForAll Random random) {
        PairwiseMatrix matrix = incomplete(random, order, Math.min(missing, (order - 1) * (order - 2) / 2 - 1));
        List<List<String>> pairs = ComparisonGraph.missingPairs(matrix);
        MultivariateFunction lambda =
                logs -> EigenReference.of(filled(matrix, pairs, logs)).lambda();
        PointValuePair optimum = powell(lambda, new double[pairs.size()]);
        for (int start = 0; start < 3; start++) {
            optimum = powell(lambda, optimum.getPoint());
        }
        AhpSolution solution = SOLVER.solve(matrix);
        assertThat(solution.lambdaMax()).isCloseTo(optimum.getValue(), within(1e-8));
        for (int k = 0; k < pairs.size(); k++) {
            double entry = solution.completed()
                    .judgement(pairs.get(k).get(0), pairs.get(k).get(1));
            assertThat(StrictMath.log(entry)).isCloseTo(optimum.getPoint()[k], within(5e-4));
        }
    }

    private static PointValuePair powell(MultivariateFunction function, double[] start) {
        return new PowellOptimizer(1e-15, 1e-15, 1e-10, 1e-12)
                .optimize(
                        new MaxEval(100_000),
                        new ObjectiveFunction(function),
                        GoalType.MINIMIZE,
                        new InitialGuess(start));
    }

    private static PairwiseMatrix filled(PairwiseMatrix matrix, List<List<String>> pairs, double[] logs) {
        PairwiseMatrix filled = matrix;
        for (int k = 0; k < logs.length; k++) {
            filled = filled.with(pairs.get(k).get(0), pairs.get(k).get(1), StrictMath.exp(logs[k]));
        }
        return filled;
    }

    @Property
    void consistentJudgementsImplyTheMissingOnesWhateverTheCompletion(
            @ForAll @IntRange(min = 1, max = 12) int order,
            @ForAll @IntRange(max = 60) int missing,
            @ForAll Completion completion,
            @ForAll Random random) {
        double[] weights = RandomJudgements.weights(random, order);
        PairwiseMatrix full = PairwiseMatrix.ofMeasures(JudgementTables.names(order), weights);
        AhpSolution solution = SOLVER.withCompletion(completion).solve(RandomJudgements.without(random, full, missing));
        assertThat(solution.toArray()).containsExactly(weights, within(1e-10));
        assertThat(solution.lambdaMax()).isCloseTo(order, within(1e-11 * order));
        PairwiseMatrix completed = solution.completed();
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                assertThat(completed.judgement(i, j) / full.judgement(i, j)).isCloseTo(1, within(1e-9));
            }
        }
    }

    /** The weights of least squares make the log errors of each name sum to 0. */
    @Property
    void leastSquaresWeightsSolveTheNormalEquations(
            @ForAll @IntRange(min = 2, max = 12) int order,
            @ForAll @IntRange(min = 1, max = 60) int missing,
            @ForAll Random random) {
        PairwiseMatrix matrix = incomplete(random, order, missing);
        double[] weights = SOLVER.withCompletion(Completion.LOG_LEAST_SQUARES)
                .solve(matrix)
                .toArray();
        for (int i = 0; i < order; i++) {
            double errors = 0;
            for (int j = 0; j < order; j++) {
                if (!Double.isNaN(matrix.judgement(i, j))) {
                    errors += StrictMath.log(matrix.judgement(i, j) * weights[j] / weights[i]);
                }
            }
            assertThat(errors).isCloseTo(0, within(1e-11));
        }
    }

    @Property
    void harkersWeightsAreTheEigenvectorOfHisMatrix(
            @ForAll @IntRange(min = 3, max = 10) int order,
            @ForAll @IntRange(min = 1, max = 20) int missing,
            @ForAll Random random) {
        PairwiseMatrix matrix = incomplete(random, order, missing);
        double[][] rows = matrix.toArray();
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                if (Double.isNaN(rows[i][j])) {
                    rows[i][j] = 0;
                    rows[i][i] += 1;
                }
            }
        }
        EigenReference reference = EigenReference.of(rows);
        AhpSolution solution = SOLVER.withCompletion(Completion.HARKER).solve(matrix);
        assertThat(solution.toArray()).containsExactly(reference.weights(), within(1e-10));
        assertThat(solution.lambdaMax()).isCloseTo(reference.lambda(), within(1e-10));
    }

    @Property
    void theCompletedMatrixIsReciprocalAndKeepsWhatWasJudged(
            @ForAll @IntRange(min = 3, max = 9) int order,
            @ForAll @IntRange(min = 1, max = 20) int missing,
            @ForAll Completion completion,
            @ForAll Random random) {
        PairwiseMatrix matrix = incomplete(random, order, missing);
        PairwiseMatrix completed =
                SOLVER.withCompletion(completion).solve(matrix).completed();
        assertThat(completed.isComplete()).isTrue();
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                assertThat(completed.judgement(i, j) * completed.judgement(j, i))
                        .isCloseTo(1, within(1e-15));
                if (!Double.isNaN(matrix.judgement(i, j))) {
                    assertThat(completed.judgement(i, j)).isEqualTo(matrix.judgement(i, j));
                }
            }
        }
    }

    /** Leaving everything to chance, about half of these fall apart. */
    @Property
    void judgementsAreRefusedIfAndOnlyIfTheyFallIntoGroups(
            @ForAll @IntRange(min = 2, max = 9) int order, @ForAll Completion completion, @ForAll Random random) {
        double[][] rows = RandomJudgements.onScale(random, order).toArray();
        for (int i = 0; i < order; i++) {
            for (int j = i + 1; j < order; j++) {
                if (random.nextDouble() > 2.0 / order) {
                    rows[i][j] = Double.NaN;
                    rows[j][i] = Double.NaN;
                }
            }
        }
        PairwiseMatrix matrix = RandomJudgements.ofKnown(JudgementTables.names(order), rows);
        List<List<String>> groups = groups(matrix);
        AhpSolver solver = SOLVER.withCompletion(completion);
        if (groups.size() == 1) {
            assertThat(solver.solve(matrix).toArray()).hasSize(order);
        } else {
            assertThatExceptionOfType(AhpException.class)
                    .isThrownBy(() -> solver.solve(matrix))
                    .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.DISCONNECTED))
                    .satisfies(e -> assertThat(e.culprits()).isEqualTo(groups));
        }
    }

    private static List<List<String>> groups(PairwiseMatrix matrix) {
        List<List<String>> groups = new ArrayList<>();
        boolean[] seen = new boolean[matrix.order()];
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                List<Integer> group = RandomJudgements.groupOf(matrix.toArray(), i);
                group.forEach(member -> seen[member] = true);
                groups.add(group.stream().map(matrix.names()::get).toList());
            }
        }
        return groups;
    }

    /** Judgements over twelve decades: solved, or refused with a reason of our own; never wrong, never another exception. */
    @Property(tries = 200)
    void incompleteJudgementsFarApartAreSolvedRightOrRefused(
            @ForAll @IntRange(min = 3, max = 9) int order,
            @ForAll @IntRange(min = 1, max = 20) int missing,
            @ForAll @IntRange(min = 1, max = 6) int decades,
            @ForAll Completion completion,
            @ForAll Random random) {
        double[] judgements = IntStream.range(0, order * (order - 1) / 2)
                .mapToDouble(k -> StrictMath.pow(10, decades * (2 * random.nextDouble() - 1)))
                .toArray();
        PairwiseMatrix matrix = RandomJudgements.without(
                random, PairwiseMatrix.ofUpperTriangle(JudgementTables.names(order), judgements), missing);
        try {
            AhpSolution solution = SOLVER.withCompletion(completion).solve(matrix);
            assertThat(Arrays.stream(solution.toArray()).sum()).isCloseTo(1, within(1e-12));
            if (completion == Completion.MINIMAL_LAMBDA) {
                for (double distance : new double[] {1e-2, 1}) {
                    assertThat(SOLVER.solve(disturbed(solution, distance, random))
                                    .lambdaMax())
                            .isGreaterThanOrEqualTo(solution.lambdaMax() * (1 - 1e-9));
                }
            }
        } catch (AhpException e) {
            assertThat(e.reason()).isSameAs(AhpException.Reason.NOT_CONVERGED);
        }
    }

    private static PairwiseMatrix incomplete(Random random, int order, int missing) {
        return RandomJudgements.without(random, RandomJudgements.onScale(random, order), missing);
    }
}
