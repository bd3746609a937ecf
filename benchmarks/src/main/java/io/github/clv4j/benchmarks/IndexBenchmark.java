package io.github.clv4j.benchmarks;

import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;
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
 * Scores customers by an index of ten indicators.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar IndexBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IndexBenchmark {

    private static final int INDICATORS = 10;
    private static final int BLOCK = 2048;

    /** How the raw values become scores. */
    public enum Kind {
        LINEAR,
        RANKS
    }

    @Param({"1000000"})
    public int customers;

    @Param({"LINEAR", "RANKS"})
    public Kind scales;

    /** The share of the values that are missing. */
    @Param({"0", "0.3"})
    public double missing;

    private CompositeIndex index;
    private double[] weights;
    private double[][] columns;
    private double[][] rows;
    private double[] values;
    private double[] coverage;

    @Setup
    public void simulateAndCheck() {
        Well19937c random = new Well19937c(7);
        columns = new double[INDICATORS][customers];
        rows = new double[customers][INDICATORS];
        for (int i = 0; i < customers; i++) {
            for (int j = 0; j < INDICATORS; j++) {
                double value = random.nextDouble() < missing ? Double.NaN : 100 * random.nextDouble();
                columns[j][i] = value;
                rows[i][j] = value;
            }
        }
        values = new double[customers];
        coverage = new double[customers];
        index = index();
        weights = index.weights().toArray();
        double[] found = inColumns().clone();
        requireSame(found, oneByOne(), 0);
        if (scales == Kind.LINEAR) {
            requireSame(found, handWritten(), 1e-12);
        }
    }

    private CompositeIndex index() {
        List<IndexNode> indicators = IntStream.range(0, INDICATORS)
                .<IndexNode>mapToObj(j -> Indicator.of("indicator " + j, "", scale(j)))
                .toList();
        List<String> names = indicators.stream().map(IndexNode::name).toList();
        IndexGroup root = new IndexGroup("index", "指数", Weights.equal(names), indicators);
        return CompositeIndex.of(root).withMissing(MissingPolicy.renormalise(0));
    }

    private Scale scale(int j) {
        return scales == Kind.LINEAR
                ? Scale.linear(10 + j, 80 + j)
                : ScaleRule.ranks().fit(Arrays.copyOf(columns[j], Math.min(customers, 10_000)));
    }

    private static void requireSame(double[] found, double[] expected, double tolerance) {
        for (int i = 0; i < found.length; i++) {
            boolean neither = Double.isNaN(found[i]) && Double.isNaN(expected[i]);
            if (!(neither || Math.abs(found[i] - expected[i]) <= tolerance)) {
                throw new IllegalStateException("customer " + i + " has " + found[i] + " and " + expected[i]);
            }
        }
    }

    @Benchmark
    public double[] inColumns() {
        for (int from = 0; from < customers; from += BLOCK) {
            index.score(columns, from, Math.min(from + BLOCK, customers), values, coverage);
        }
        return values;
    }

    @Benchmark
    public double[] oneByOne() {
        for (int i = 0; i < customers; i++) {
            values[i] = index.value(rows[i]);
        }
        return values;
    }

    /** What one writes without a library; of linear scales only. */
    @Benchmark
    public double[] handWritten() {
        for (int i = 0; i < customers; i++) {
            double points = 0;
            double known = 0;
            for (int j = 0; j < INDICATORS; j++) {
                double value = rows[i][j];
                if (!Double.isNaN(value)) {
                    double score = (value - (10 + j)) / 70;
                    points += weights[j] * (score < 0 ? 0 : score > 1 ? 1 : score);
                    known += weights[j];
                }
            }
            values[i] = known > 0 ? points / known : Double.NaN;
        }
        return values;
    }

    /** The least there is to do: every value read once, every result written once. */
    @Benchmark
    public double[] readAndWrite() {
        for (int from = 0; from < customers; from += BLOCK) {
            int to = Math.min(from + BLOCK, customers);
            Arrays.fill(values, from, to, 0);
            for (double[] column : columns) {
                for (int i = from; i < to; i++) {
                    values[i] += column[i];
                }
            }
            System.arraycopy(values, from, coverage, from, to - from);
        }
        return values;
    }
}
