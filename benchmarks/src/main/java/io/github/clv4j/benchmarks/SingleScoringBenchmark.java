package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.CustomerInput;
import io.github.clv4j.scoring.CustomerScore;
import io.github.clv4j.scoring.CustomerScorer;
import io.github.clv4j.scoring.ScoreBuffer;
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
 * Scores one customer of 17 inputs, each time another of 1,024, so that no branch is learned by heart, beside the same formulas
 * written by hand.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar SingleScoringBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SingleScoringBenchmark {

    private static final int CUSTOMERS = 1024;

    @Param({"index", "logistic"})
    public String model;

    private final double[][] rows = new double[CUSTOMERS][];
    private final Customer[] customers = new Customer[CUSTOMERS];
    private String[] names;
    private PeerModel peer;
    private ScoringModel scoring;
    private CustomerScorer scorer;
    private CustomerInput input;
    private ScoreBuffer score;
    private int next;

    @Setup
    public void simulateAndCheck() {
        SimulatedCustomers simulated = new SimulatedCustomers(CUSTOMERS);
        names = SimulatedCustomers.NAMES.toArray(String[]::new);
        peer = PeerModel.of(model);
        scoring = peer.scoringModel();
        scorer = scoring.scorer();
        input = scoring.customer();
        score = scoring.buffer(1);
        if (!scoring.inputs().stream().map(input -> input.name()).toList().equals(SimulatedCustomers.NAMES)) {
            throw new IllegalStateException("inputs must be those of the rows, but were " + scoring.inputs());
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            rows[i] = simulated.values(i);
            customers[i] = simulated.customer(i);
        }
        ScoreArrays expected = ScoreArrays.of(CUSTOMERS);
        ScoreArrays array = ScoreArrays.of(CUSTOMERS);
        ScoreArrays named = ScoreArrays.of(CUSTOMERS);
        ScoreArrays prepared = ScoreArrays.of(CUSTOMERS);
        ScoreArrays preparedByName = ScoreArrays.of(CUSTOMERS);
        for (int i = 0; i < CUSTOMERS; i++) {
            expected.set(i, peer.score(customers[i]));
            set(array, i, scoring.score(rows[i]));
            set(named, i, byName(rows[i]));
            set(prepared, i, prepared(rows[i]).score(0).orElseThrow());
            set(preparedByName, i, preparedByName(rows[i]).score(0).orElseThrow());
        }
        array.requireEqual(expected, peer.cuts());
        named.requireEqual(expected, peer.cuts());
        prepared.requireEqual(expected, peer.cuts());
        preparedByName.requireEqual(expected, peer.cuts());
    }

    private static void set(ScoreArrays scores, int i, CustomerScore score) {
        scores.set(i, score.currentValue(), score.potentialValue(), score.loyalty(), score.segment());
    }

    private CustomerScore byName(double[] row) {
        CustomerInput customer = scoring.customer();
        for (int j = 0; j < row.length; j++) {
            customer.set(names[j], row[j]);
        }
        return customer.score();
    }

    private ScoreBuffer prepared(double[] row) {
        scorer.score(row, score, 0);
        return score;
    }

    private ScoreBuffer preparedByName(double[] row) {
        for (int j = 0; j < row.length; j++) {
            input.set(names[j], row[j]);
        }
        scorer.score(input, score, 0);
        return score;
    }

    private int next() {
        next = (next + 1) % CUSTOMERS;
        return next;
    }

    @Benchmark
    public CustomerScore asArray() {
        return scoring.score(rows[next()]);
    }

    @Benchmark
    public CustomerScore byName() {
        return byName(rows[next()]);
    }

    /** The scorer and the place for the score are kept: nothing is allocated. */
    @Benchmark
    public ScoreBuffer prepared() {
        return prepared(rows[next()]);
    }

    /** The same, the inputs set by their names. */
    @Benchmark
    public ScoreBuffer preparedByName() {
        return preparedByName(rows[next()]);
    }

    @Benchmark
    public Score handWritten() {
        return peer.score(customers[next()]);
    }
}
