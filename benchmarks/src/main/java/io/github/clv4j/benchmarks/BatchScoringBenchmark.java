package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.BatchScorer;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoreBuffer;
import io.github.clv4j.scoring.ScoringModel;
import java.sql.SQLException;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scores a base of 17 columns, beside a pass that only reads the same columns and writes as many results, the loop over rows
 * that one writes without a library, and the same formulas in DuckDB. Each peer is checked for the same answers.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar BatchScoringBenchmark</pre>
 *
 * <p>Ten million customers: {@code -p customers=10000000 -jvmArgs -Xmx6g}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BatchScoringBenchmark {

    /** The customers, and the scores all must find: those of the hand-written formulas, one customer at a time. */
    @State(Scope.Benchmark)
    public static class Base {

        @Param({"10000", "1000000"})
        public int customers;

        @Param({"index", "logistic"})
        public String model;

        private SimulatedCustomers simulated;
        private PeerModel peer;
        private ScoreArrays expected;

        @Setup
        public void simulate() {
            simulated = new SimulatedCustomers(customers);
            peer = PeerModel.of(model);
            expected = ScoreArrays.of(customers);
            for (int i = 0; i < customers; i++) {
                expected.set(i, peer.score(simulated.customer(i)));
            }
        }

        private void check(ScoreArrays found) {
            found.requireEqual(expected, peer.cuts());
        }
    }

    /** The library. */
    @State(Scope.Benchmark)
    public static class Ours {

        private BatchScorer oneThread;
        private BatchScorer allCores;
        private CustomerColumns columns;
        private ScoreBuffer scores;

        @Setup
        public void prepareAndCheck(Base base) {
            ScoringModel model = base.peer.scoringModel();
            oneThread = model.batch();
            allCores = model.batch().inParallel();
            columns = base.simulated.inColumns();
            scores = model.buffer(base.customers);
            base.check(ScoreArrays.of(score(allCores)));
            base.check(ScoreArrays.of(score(oneThread)));
        }

        private ScoreBuffer score(BatchScorer scorer) {
            scorer.score(columns, 0, columns.customers(), scores);
            return scores;
        }
    }

    /** The pass. */
    @State(Scope.Benchmark)
    public static class Streaming {

        private StreamingPass pass;

        @Setup
        public void prepareAndCheck(Base base) {
            StreamingPass.check(base.simulated, base.peer.services(), pass(base).runOnAllCores());
            pass = pass(base);
            StreamingPass.check(base.simulated, base.peer.services(), pass.run());
        }

        private static StreamingPass pass(Base base) {
            return new StreamingPass(base.simulated.columns, base.peer.services());
        }
    }

    /** The customers as rows. */
    @State(Scope.Benchmark)
    public static class Rows {

        private RowLoop loop;

        @Setup
        public void prepareAndCheck(Base base) {
            loop = new RowLoop(base.peer, base.simulated);
            List<Score> scores = loop.run();
            ScoreArrays found = ScoreArrays.of(scores.size());
            for (int i = 0; i < scores.size(); i++) {
                found.set(i, scores.get(i));
            }
            base.check(found);
        }
    }

    /** The customers in a table. */
    @State(Scope.Benchmark)
    public abstract static class DuckDb {

        private final int threads;
        private final boolean tuned;
        private DuckDbScoring scoring;

        DuckDb(int threads, boolean tuned) {
            this.threads = threads;
            this.tuned = tuned;
        }

        @Setup
        public void prepareAndCheck(Base base) throws SQLException {
            scoring = new DuckDbScoring(base.peer, tuned, base.simulated);
            scoring.setThreads(threads);
            scoring.run();
            base.check(scoring.scores(base.customers));
        }

        void score() throws SQLException {
            scoring.run();
        }

        @TearDown
        public void close() throws SQLException {
            scoring.close();
        }
    }

    /** On one thread. */
    public static class DuckDbOneThread extends DuckDb {

        public DuckDbOneThread() {
            super(1, false);
        }
    }

    /** On as many threads as there are processors. */
    public static class DuckDbAllThreads extends DuckDb {

        public DuckDbAllThreads() {
            super(Runtime.getRuntime().availableProcessors(), false);
        }
    }

    /** On one thread, by faster SQL. */
    public static class DuckDbTunedOneThread extends DuckDb {

        public DuckDbTunedOneThread() {
            super(1, true);
        }
    }

    /** On as many threads as there are processors, by faster SQL. */
    public static class DuckDbTunedAllThreads extends DuckDb {

        public DuckDbTunedAllThreads() {
            super(Runtime.getRuntime().availableProcessors(), true);
        }
    }

    @Benchmark
    public ScoreBuffer ours(Ours ours) {
        return ours.score(ours.oneThread);
    }

    @Benchmark
    public ScoreBuffer oursAllCores(Ours ours) {
        return ours.score(ours.allCores);
    }

    @Benchmark
    public Object streamingPass(Streaming streaming) {
        return streaming.pass.run();
    }

    @Benchmark
    public Object streamingPassAllCores(Streaming streaming) {
        return streaming.pass.runOnAllCores();
    }

    @Benchmark
    public Object rowLoop(Rows rows) {
        return rows.loop.run();
    }

    @Benchmark
    public void duckdbOneThread(DuckDbOneThread duckDb) throws SQLException {
        duckDb.score();
    }

    @Benchmark
    public void duckdbAllThreads(DuckDbAllThreads duckDb) throws SQLException {
        duckDb.score();
    }

    @Benchmark
    public void duckdbTunedOneThread(DuckDbTunedOneThread duckDb) throws SQLException {
        duckDb.score();
    }

    @Benchmark
    public void duckdbTunedAllThreads(DuckDbTunedAllThreads duckDb) throws SQLException {
        duckDb.score();
    }
}
