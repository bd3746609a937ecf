package io.github.clv4j.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
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
 * Scores customers from file to file by the command line, beside DuckDB copying the columns that are read, an id and 17
 * numbers, from file to file. The copy computes nothing but writes 18 columns, the scores are 9.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar FileBenchmark</pre>
 *
 * <p>The files stand in the folder of temporary files, which needs some 2 GB for five million customers.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class FileBenchmark {

    private static final int FEW = 1000;

    /** A file of customers; a smaller one for which all answers are checked. */
    @State(Scope.Benchmark)
    public abstract static class Base {

        @Param({"5000000"})
        public int customers;

        private final String format;
        private CustomerFiles files;

        Base(String format) {
            this.format = format;
        }

        @Setup
        public void writeAndCheck() throws IOException, SQLException {
            files = new CustomerFiles(format);
            files.write("few", FEW);
            files.score("few", "few-scored");
            files.checkScores("few", "few-scored");
            files.copy("few", "few-copied");
            files.checkCopy("few", "few-copied");
            files.write("customers", customers);
        }

        void score() {
            files.score("customers", "out");
        }

        void copy() throws SQLException {
            files.copy("customers", "out");
        }

        @TearDown
        public void checkAndDelete() throws IOException, SQLException {
            files.requireRows("out", customers);
            files.close();
        }
    }

    /** Files of format Parquet. */
    public static class Parquet extends Base {

        public Parquet() {
            super("parquet");
        }
    }

    /** Files of format CSV. */
    public static class Csv extends Base {

        public Csv() {
            super("csv");
        }
    }

    @Benchmark
    public void scoreParquet(Parquet base) {
        base.score();
    }

    @Benchmark
    public void scoreCsv(Csv base) {
        base.score();
    }

    @Benchmark
    public void duckdbCopyParquet(Parquet base) throws SQLException {
        base.copy();
    }

    @Benchmark
    public void duckdbCopyCsv(Csv base) throws SQLException {
        base.copy();
    }
}
