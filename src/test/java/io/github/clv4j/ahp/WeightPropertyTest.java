package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class WeightPropertyTest {

    private static final Offset<Double> ROUNDING = within(1e-13);

    /** The eigenvector is known through its eigenvalue, to 1e-12; the vector is then good to some 1e-12 as well. */
    private static final Offset<Double> EIGENVECTOR_ERROR = within(1e-11);

    private static final double LAMBDA_ERROR = 1e-12;

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();
    private static final AhpSolver GEOMETRIC_MEAN = SOLVER.withMethod(WeightMethod.GEOMETRIC_MEAN);

    @Property
    void theOrderOfTheNamesDoesNotMatter(
            @ForAll @IntRange(min = 1, max = 9) int order, @ForAll WeightMethod method, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        List<String> shuffled = new ArrayList<>(matrix.names());
        Collections.shuffle(shuffled, random);
        AhpSolution expected = SOLVER.withMethod(method).solve(matrix);
        AhpSolution solution = SOLVER.withMethod(method).solve(reordered(matrix, shuffled));
        Weights weights = solution.weights();
        assertThat(weights.names()).isEqualTo(shuffled);
        for (String name : shuffled) {
            assertThat(weights.weight(name))
                    .as(name)
                    .isCloseTo(expected.weights().weight(name), EIGENVECTOR_ERROR);
        }
        assertThat(solution.lambdaMax()).isCloseTo(expected.lambdaMax(), withinLambdaError(order));
        assertThat(solution.consistency().koczkodaj())
                .isCloseTo(expected.consistency().koczkodaj(), ROUNDING);
        assertThat(solution.consistency().geometricIndex())
                .isCloseTo(expected.consistency().geometricIndex(), within(1e-12));
        assertThat(solution.consistency().harmonicIndex())
                .isCloseTo(expected.consistency().harmonicIndex(), within(1e-12));
    }

    private static PairwiseMatrix reordered(PairwiseMatrix matrix, List<String> names) {
        double[][] rows = new double[names.size()][names.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = matrix.judgement(names.get(i), names.get(j));
            }
        }
        return PairwiseMatrix.of(names, rows);
    }

    @Property
    void askingTheOtherWayRoundTurnsGeometricMeansUpsideDown(
            @ForAll @IntRange(min = 1, max = 9) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        double[] inverses = GEOMETRIC_MEAN.solve(matrix).toArray();
        Arrays.setAll(inverses, i -> 1 / inverses[i]);
        assertThat(GEOMETRIC_MEAN.solve(transposed(matrix)).toArray()).containsExactly(normalised(inverses), ROUNDING);
    }

    @Property
    void askingTheOtherWayRoundIsAsConsistent(
            @ForAll @IntRange(min = 1, max = 9) int order, @ForAll WeightMethod method, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        AhpSolution one = SOLVER.withMethod(method).solve(matrix);
        AhpSolution other = SOLVER.withMethod(method).solve(transposed(matrix));
        assertThat(other.lambdaMax()).isCloseTo(one.lambdaMax(), withinLambdaError(order));
        assertThat(other.consistency().ratio()).isCloseTo(one.consistency().ratio(), within(1e-10));
        assertThat(other.consistency().geometricIndex())
                .isCloseTo(one.consistency().geometricIndex(), within(1e-12));
        assertThat(other.consistency().koczkodaj()).isCloseTo(one.consistency().koczkodaj(), ROUNDING);
    }

    private static PairwiseMatrix transposed(PairwiseMatrix matrix) {
        double[][] rows = new double[matrix.order()][matrix.order()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = matrix.judgement(j, i);
            }
        }
        return PairwiseMatrix.of(matrix.names(), rows);
    }

    @Property
    void consistentJudgementsGiveBackTheirRatios(
            @ForAll @IntRange(min = 1, max = 15) int order, @ForAll WeightMethod method, @ForAll Random random) {
        double[] weights = RandomJudgements.weights(random, order);
        AhpSolution solution =
                SOLVER.withMethod(method).solve(PairwiseMatrix.ofMeasures(JudgementTables.names(order), weights));
        assertThat(solution.toArray()).containsExactly(weights, within(1e-12));
        assertThat(solution.lambdaMax()).isCloseTo(order, withinLambdaError(order));
        assertThat(solution.consistency().index()).isBetween(0.0, 1e-12);
        assertThat(solution.consistency().ratio()).isBetween(0.0, 1e-10);
        assertThat(solution.consistency().geometricIndex()).isBetween(0.0, 1e-25);
        assertThat(solution.consistency().harmonicIndex()).isBetween(0.0, 1e-13);
        assertThat(solution.consistency().koczkodaj()).isBetween(0.0, 1e-14);
        assertThat(solution.consistency().isAcceptable()).isTrue();
        assertThat(solution.intransitiveTriads()).isEmpty();
        assertThat(solution.deviations()).noneMatch(JudgementDeviation::isNotable);
    }

    /** A power of every judgement is the same power of the geometric means. */
    @Property
    void squaredJudgementsSquareGeometricMeans(@ForAll @IntRange(min = 1, max = 9) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        double[] squares = GEOMETRIC_MEAN.solve(matrix).toArray();
        Arrays.setAll(squares, i -> squares[i] * squares[i]);
        assertThat(GEOMETRIC_MEAN.solve(matrix.on(JudgementScale.POWER)).toArray())
                .containsExactly(normalised(squares), ROUNDING);
    }

    @Property
    void theGeometricMeanIsTheRootOfTheProductOfARow(
            @ForAll @IntRange(min = 1, max = 9) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        double[] roots = new double[order];
        for (int i = 0; i < order; i++) {
            double product = 1;
            for (int j = 0; j < order; j++) {
                product *= matrix.judgement(i, j);
            }
            roots[i] = Math.pow(product, 1.0 / order);
        }
        assertThat(GEOMETRIC_MEAN.solve(matrix).toArray()).containsExactly(normalised(roots), ROUNDING);
    }

    @Property
    void theColumnMeanIsTheMeanOfTheColumnsDividedByTheirSums(
            @ForAll @IntRange(min = 1, max = 9) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        double[] means = new double[order];
        for (int j = 0; j < order; j++) {
            double[] column = new double[order];
            for (int i = 0; i < order; i++) {
                column[i] = matrix.judgement(i, j);
            }
            double[] shares = normalised(column);
            for (int i = 0; i < order; i++) {
                means[i] += shares[i] / order;
            }
        }
        assertThat(SOLVER.withMethod(WeightMethod.COLUMN_MEAN).solve(matrix).toArray())
                .containsExactly(means, ROUNDING);
    }

    @Property
    void upToOrderThreeEigenvectorAndGeometricMeanAreTheSame(
            @ForAll @IntRange(min = 1, max = 3) int order,
            @ForAll @DoubleRange(max = 2) double sigma,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.noisy(random, order, sigma);
        assertThat(SOLVER.solve(matrix).toArray())
                .containsExactly(GEOMETRIC_MEAN.solve(matrix).toArray(), EIGENVECTOR_ERROR);
    }

    private static double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }

    private static Offset<Double> withinLambdaError(int order) {
        return within(100 * LAMBDA_ERROR * order);
    }
}
