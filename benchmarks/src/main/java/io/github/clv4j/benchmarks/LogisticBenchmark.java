package io.github.clv4j.benchmarks;

import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.retention.LogisticRegression;
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
 * Fits a churn model of 16 features and an intercept, as many as the telecom model A of the reference has, beside a plain pass
 * over the same columns. The fit takes 6 Newton steps: it looks at all customers 8 times, once at the start and after each
 * step, and once to see that the last step moves nobody; and twice before for means and deviations.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar LogisticBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LogisticBenchmark {

    private static final int FEATURES = 16;
    private static final int MOST_STEPS = 7;

    @Param({"7043", "1000000"})
    public int customers;

    private List<String> names;
    private double[][] columns;
    private double[] left;

    @Setup
    public void simulateAndCheck() {
        Random random = new Random(5);
        names = IntStream.range(0, FEATURES).mapToObj(j -> "x" + j).toList();
        columns = new double[FEATURES][];
        double[] logOdds = new double[customers];
        Arrays.fill(logOdds, -1);
        for (int j = 0; j < FEATURES; j++) {
            boolean amount = j < 2; // as tenure and charges are; the others are answers to yes or no
            double[] x = amount
                    ? random.doubles(customers, 0, 70).toArray()
                    : random.doubles(customers).map(u -> u < 0.3 ? 1 : 0).toArray();
            double coefficient = (j % 2 == 0 ? -1 : 1) * (amount ? 0.025 : 0.4);
            Arrays.setAll(logOdds, i -> logOdds[i] + coefficient * x[i]);
            columns[j] = x;
        }
        left = new double[customers];
        Arrays.setAll(left, i -> random.nextDouble() < 1 / (1 + Math.exp(-logOdds[i])) ? 1 : 0);
        requireSolution(fit());
    }

    /** At the maximum of the likelihood the residuals are orthogonal to every column, up to rounding. */
    private void requireSolution(LogisticFit fit) {
        double[] probabilities = new double[customers];
        fit.model().churnProbability(columns, 0, customers, probabilities);
        for (double[] column : columns) {
            double score = 0;
            double size = 0;
            for (int i = 0; i < customers; i++) {
                score += column[i] * (left[i] - probabilities[i]);
                size += column[i];
            }
            if (!(Math.abs(score) < 1e-9 * size) || fit.convergence().iterations() > MOST_STEPS) {
                throw new IllegalStateException("a score of " + score + " after " + fit.convergence());
            }
        }
    }

    @Benchmark
    public LogisticFit fit() {
        return LogisticRegression.withDefaults().fit(names, columns, left);
    }

    /** What reading all of it costs, on one processor. */
    @Benchmark
    public double sumOfColumns() {
        double total = 0;
        for (double[] column : columns) {
            double sum = 0;
            for (double x : column) {
                sum += x;
            }
            total += sum;
        }
        return total;
    }
}
