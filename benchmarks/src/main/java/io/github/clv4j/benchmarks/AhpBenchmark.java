package io.github.clv4j.benchmarks;

import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.ahp.RandomIndex;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Weights, lambda_max with its interval, and CR of a judgement matrix, beside the same weights, lambda_max and CR by the eigen
 * decomposition of Commons Math. A call goes through many matrices, so that no branch is learned by heart.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar AhpBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AhpBenchmark {

    private static final int MATRICES = 128;
    private static final double TOLERANCE = 1e-10;

    @Param({"4", "9", "15"})
    public int order;

    private final AhpSolver solver = AhpSolver.withDefaults();
    private List<PairwiseMatrix> matrices;
    private List<double[][]> rows;
    private List<AhpSolution> solutions;

    @Setup
    public void simulateAndCheck() {
        matrices = SimulatedJudgements.of(order, MATRICES);
        rows = matrices.stream().map(PairwiseMatrix::toArray).toList();
        solutions = matrices.stream().map(solver::solve).toList();
        for (int m = 0; m < MATRICES; m++) {
            AhpSolution solution = solutions.get(m);
            Eigen peer = Eigen.of(rows.get(m));
            requireClose(solution.lambdaMax(), peer.lambda);
            requireClose(solution.consistency().ratio(), peer.ratio);
            for (int i = 0; i < order; i++) {
                requireClose(solution.weight(i), peer.weights[i]);
            }
        }
    }

    private static void requireClose(double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.abs(theirs)))) {
            throw new IllegalStateException("the solver finds " + ours + ", the eigen decomposition " + theirs);
        }
    }

    @Benchmark
    @OperationsPerInvocation(MATRICES)
    public void solve(Blackhole result) {
        for (PairwiseMatrix matrix : matrices) {
            AhpSolution solution = solver.solve(matrix);
            result.consume(solution.lambdaInterval());
            result.consume(solution.consistency().ratio());
            result.consume(solution);
        }
    }

    @Benchmark
    @OperationsPerInvocation(MATRICES)
    public void commonsMathEigenDecomposition(Blackhole result) {
        for (double[][] row : rows) {
            result.consume(Eigen.of(row));
        }
    }

    @Benchmark
    @OperationsPerInvocation(MATRICES)
    public void diagnostics(Blackhole result) {
        for (AhpSolution solution : solutions) {
            result.consume(solution.consistency().geometricIndex());
            result.consume(solution.consistency().harmonicIndex());
            result.consume(solution.consistency().koczkodaj());
            result.consume(solution.deviations());
            result.consume(solution.intransitiveTriads());
        }
    }

    /** What a user of Commons Math would write. */
    private record Eigen(double[] weights, double lambda, double ratio) {

        static Eigen of(double[][] rows) {
            int n = rows.length;
            EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
            double[] values = eigen.getRealEigenvalues();
            int largest = 0;
            for (int k = 1; k < n; k++) {
                largest = values[k] > values[largest] ? k : largest;
            }
            double[] weights = eigen.getEigenvector(largest).toArray();
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            for (int i = 0; i < n; i++) {
                weights[i] /= sum;
            }
            double index = (values[largest] - n) / (n - 1);
            return new Eigen(weights, values[largest], index / RandomIndex.SAATY_1980.ofOrder(n));
        }
    }
}
