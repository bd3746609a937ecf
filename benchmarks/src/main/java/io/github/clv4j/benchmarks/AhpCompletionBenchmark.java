package io.github.clv4j.benchmarks;

import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.Completion;
import io.github.clv4j.ahp.PairwiseMatrix;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The completion of smallest lambda_max of eight things of which 12 pairs were not judged (Bozoki, Fulop and Ronyai 2010),
 * beside the method of that paper, which is also that of AHPy: one missing judgement after the other by a line search, round
 * and round, here with the optimiser and the eigen decomposition of Commons Math.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar AhpCompletionBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AhpCompletionBenchmark {

    private static final double LAMBDA = 9.298092;
    private static final double PUBLISHED_DIGITS = 5e-7;

    private final AhpSolver solver = AhpSolver.withDefaults();
    private PairwiseMatrix matrix;

    @Setup
    public void judgeAndCheck() {
        matrix = PairwiseMatrix.builder(List.of("a", "b", "c", "d", "e", "f", "g", "h"))
                .judge("a", "b", 5)
                .judge("a", "c", 3)
                .judge("a", "d", 7)
                .judge("a", "e", 6)
                .judge("a", "f", 6)
                .judge("b", "d", 5)
                .judge("b", "f", 3)
                .judge("c", "e", 3)
                .judge("c", "g", 6)
                .judge("f", "d", 4)
                .judge("g", "a", 3)
                .judge("g", "e", 5)
                .judge("h", "a", 4)
                .judge("h", "b", 7)
                .judge("h", "d", 8)
                .judge("h", "f", 6)
                .build();
        requirePublished(minimalLambda().lambdaMax());
        requirePublished(cyclicCoordinates());
    }

    private static void requirePublished(double lambda) {
        if (!(Math.abs(lambda - LAMBDA) <= PUBLISHED_DIGITS)) {
            throw new IllegalStateException("lambda must be " + LAMBDA + ", but was " + lambda);
        }
    }

    @Benchmark
    public AhpSolution minimalLambda() {
        return solver.solve(matrix);
    }

    @Benchmark
    public AhpSolution logLeastSquares() {
        return solver.withCompletion(Completion.LOG_LEAST_SQUARES).solve(matrix);
    }

    @Benchmark
    public AhpSolution harker() {
        return solver.withCompletion(Completion.HARKER).solve(matrix);
    }

    @Benchmark
    public double cyclicCoordinates() {
        double[][] rows = matrix.toArray();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = Double.isNaN(rows[i][j]) ? 1 : rows[i][j];
            }
        }
        double before = Double.POSITIVE_INFINITY;
        double lambda = lambda(rows);
        while (before - lambda > 1e-10) {
            before = lambda;
            for (int i = 0; i < rows.length; i++) {
                for (int j = i + 1; j < rows.length; j++) {
                    if (Double.isNaN(matrix.judgement(i, j))) {
                        minimise(rows, i, j);
                    }
                }
            }
            lambda = lambda(rows);
        }
        return lambda;
    }

    private static void minimise(double[][] rows, int i, int j) {
        double best = new BrentOptimizer(1e-6, 1e-9)
                .optimize(
                        GoalType.MINIMIZE,
                        new MaxEval(200),
                        new SearchInterval(Math.log(1e-3), Math.log(1e3), Math.log(rows[i][j])),
                        new UnivariateObjectiveFunction(log -> {
                            set(rows, i, j, log);
                            return lambda(rows);
                        }))
                .getPoint();
        set(rows, i, j, best);
    }

    private static void set(double[][] rows, int i, int j, double log) {
        rows[i][j] = Math.exp(log);
        rows[j][i] = 1 / rows[i][j];
    }

    private static double lambda(double[][] rows) {
        double largest = 0;
        for (double value : new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues()) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
