package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
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
 * Fits a whole plan: shares by group, churn model, cuts.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar FitBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FitBenchmark {

    @Param({"7043", "100000"})
    public int customers;

    private ScoringPlan plan;
    private CustomerColumns columns;

    @Setup
    public void simulateAndCheck() {
        plan = SimulatedBase.plan();
        columns = new SimulatedBase(customers).columns();
        ScoringFit fit = fit();
        // at the maximum of the likelihood its gradient is 0, up to the rounding of a sum over all customers
        double score = fit.churn().orElseThrow().convergence().maxAbsoluteScore();
        if (!(score < 1e-9 * customers)) {
            throw new IllegalStateException("the churn fit stopped at a gradient of " + score);
        }
    }

    @Benchmark
    public ScoringFit fit() {
        return plan.fit(columns);
    }
}
