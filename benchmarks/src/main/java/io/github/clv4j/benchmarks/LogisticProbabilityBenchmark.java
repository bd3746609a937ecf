package io.github.clv4j.benchmarks;

import io.github.clv4j.retention.ChurnModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Churn probabilities of a logistic model on 16 columns, beside the loops one writes without a library and a pass that only
 * reads the columns and writes a result. All in blocks of customers on one processor.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar LogisticProbabilityBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LogisticProbabilityBenchmark {

    private static final int FEATURES = 16;
    private static final int BLOCK = 2048;
    private static final double INTERCEPT = -1;

    @Param({"1000000"})
    public int customers;

    private ChurnModel model;
    private double[] coefficients;
    private double[][] columns;
    private double[] out;

    @Setup
    public void simulateAndCheck() {
        Random random = new Random(8);
        List<String> names = IntStream.range(0, FEATURES).mapToObj(j -> "x" + j).toList();
        coefficients = random.doubles(FEATURES, -1.5, 1.5).toArray();
        model = ChurnModel.of(names, INTERCEPT, coefficients, new double[FEATURES]);
        columns = new double[FEATURES][];
        Arrays.setAll(columns, j -> random.doubles(customers, -1, 1).toArray());
        out = new double[customers];
        double[] expected = strictMath().clone();
        requireSame(inColumns(), expected, 0);
        requireSame(mathExp(), expected, 1e-15);
        requireSums(sumOfColumns());
    }

    private static void requireSame(double[] found, double[] expected, double tolerance) {
        for (int i = 0; i < found.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= tolerance)) {
                throw new IllegalStateException("customer " + i + " has " + found[i] + " and " + expected[i]);
            }
        }
    }

    private void requireSums(double[] found) {
        for (int i = 0; i < customers; i++) {
            int customer = i;
            double sum = Arrays.stream(columns).mapToDouble(x -> x[customer]).sum();
            if (!(Math.abs(found[i] - sum) < 1e-12)) {
                throw new IllegalStateException("customer " + i + " has the sums " + found[i] + " and " + sum);
            }
        }
    }

    @Benchmark
    public double[] inColumns() {
        model.churnProbability(columns, 0, customers, out);
        return out;
    }

    /** The bits of clv4j, by a plain loop. */
    @Benchmark
    public double[] strictMath() {
        for (int from = 0; from < customers; from += BLOCK) {
            int to = Math.min(from + BLOCK, customers);
            addProducts(from, to);
            for (int i = from; i < to; i++) {
                out[i] = 1 / (1 + StrictMath.exp(-out[i]));
            }
        }
        return out;
    }

    /** With the exp that the JDK has for the processor, whose last bit may differ from that of StrictMath. */
    @Benchmark
    public double[] mathExp() {
        for (int from = 0; from < customers; from += BLOCK) {
            int to = Math.min(from + BLOCK, customers);
            addProducts(from, to);
            for (int i = from; i < to; i++) {
                out[i] = 1 / (1 + Math.exp(-out[i]));
            }
        }
        return out;
    }

    private void addProducts(int from, int to) {
        Arrays.fill(out, from, to, INTERCEPT);
        for (int j = 0; j < FEATURES; j++) {
            addProduct(coefficients[j], columns[j], from, to, out);
        }
    }

    private static void addProduct(double coefficient, double[] x, int from, int to, double[] sums) {
        for (int i = from; i < to; i++) {
            sums[i] += coefficient * x[i];
        }
    }

    /** The least there is to do: every value read once, every result written once, four columns per loop. */
    @Benchmark
    public double[] sumOfColumns() {
        for (int from = 0; from < customers; from += BLOCK) {
            int to = Math.min(from + BLOCK, customers);
            Arrays.fill(out, from, to, 0);
            for (int j = 0; j < FEATURES; j += 4) {
                addFour(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], from, to, out);
            }
        }
        return out;
    }

    private static void addFour(double[] x0, double[] x1, double[] x2, double[] x3, int from, int to, double[] sums) {
        for (int i = from; i < to; i++) {
            sums[i] = (((sums[i] + x0[i]) + x1[i]) + x2[i]) + x3[i];
        }
    }
}
