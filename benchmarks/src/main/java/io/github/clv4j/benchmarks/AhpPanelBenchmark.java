package io.github.clv4j.benchmarks;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.GroupJudgements;
import io.github.clv4j.ahp.GroupSolution;
import io.github.clv4j.ahp.WeightMethod;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A panel in one call: the weights and consistency of each expert, of their judgements together, and their consensus.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar AhpPanelBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AhpPanelBenchmark {

    private static final int ORDER = 9;
    private static final double TOLERANCE = 1e-12;

    @Param("1000")
    public int experts;

    private final AhpSolver solver = AhpSolver.withDefaults();
    private GroupJudgements panel;

    @Setup
    public void simulateAndCheck() {
        panel = GroupJudgements.of(SimulatedJudgements.of(ORDER, experts));
        GroupSolution solution = solver.withMethod(WeightMethod.GEOMETRIC_MEAN).solve(panel);
        double[] judgements = solution.aijWeights().toArray();
        double[] priorities = solution.aipGeometricWeights().toArray();
        for (int i = 0; i < ORDER; i++) {
            if (!(Math.abs(judgements[i] - priorities[i]) <= TOLERANCE)) {
                throw new IllegalStateException("AIJ gives " + judgements[i] + ", geometric AIP " + priorities[i]);
            }
        }
    }

    @Benchmark
    public GroupSolution panel() {
        return solver.solve(panel);
    }
}
