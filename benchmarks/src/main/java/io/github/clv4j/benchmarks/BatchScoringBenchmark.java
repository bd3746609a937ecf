package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.CustomerScore;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringModel;
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
 * Scores a base in columns, beside a loop that scores one customer after the other through the same model.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar BatchScoring -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BatchScoringBenchmark {

    @Param({"10000", "1000000"})
    public int customers;

    private ScoringModel model;
    private CustomerColumns columns;
    private double[][] rows;

    @Setup
    public void fitAndCheck() {
        SimulatedBase base = new SimulatedBase(customers);
        columns = base.columns();
        model = SimulatedBase.plan().fit(columns).model();
        rows = base.rows(model.inputs());
        CustomerScore[] alone = oneByOne();
        ScoredCustomers together = inColumns();
        for (int i = 0; i < customers; i++) {
            if (!together.score(i).orElseThrow().equals(alone[i])) {
                throw new IllegalStateException("customer " + i + " in columns differs from " + alone[i]);
            }
        }
    }

    @Benchmark
    public ScoredCustomers inColumns() {
        return model.score(columns);
    }

    @Benchmark
    public CustomerScore[] oneByOne() {
        CustomerScore[] scores = new CustomerScore[customers];
        for (int i = 0; i < customers; i++) {
            scores[i] = model.score(rows[i]);
        }
        return scores;
    }
}
