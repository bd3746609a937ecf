package io.github.clv4j.benchmarks;

import io.github.clv4j.segment.CutRule;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
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
 * Takes the cut of an axis from its values, beside a sort of them.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar CutBenchmark -p customers=10000000</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CutBenchmark {

    /** What the values are like. */
    public enum Base {
        /** Amounts that all differ, many small and few large. */
        AMOUNTS,
        /** A thousand prices. */
        TIED
    }

    @Param({"1000000"})
    public int customers;

    @Param({"AMOUNTS", "TIED"})
    public Base base;

    private double[] values;

    @Setup
    public void simulateAndCheck() {
        Well19937c random = new Well19937c(11);
        values = new double[customers];
        for (int i = 0; i < customers; i++) {
            double amount = Math.exp(random.nextGaussian());
            values[i] = base == Base.AMOUNTS ? amount : Math.rint(100 * Math.min(amount, 10));
        }
        double[] sorted = sort();
        requireSame(median(), sorted[customers / 2] / 2 + sorted[(customers - 1) / 2] / 2);
        requireSame(median(), commonsMathMedian());
        requireSame(
                quantile(),
                new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 80));
        requireSame(paretoShare(), holdersOfEightyPercent(sorted));
        requireBest(naturalBreak(), sorted);
    }

    private static void requireSame(double found, double expected) {
        if (!(Math.abs(found - expected) <= 1e-12 * Math.abs(expected))) {
            throw new IllegalStateException("cut must be " + expected + ", but was " + found);
        }
    }

    private static double holdersOfEightyPercent(double[] sorted) {
        double wanted = 0.8 * Arrays.stream(sorted).sum() * (1 - 1e-12);
        double sum = 0;
        int place = sorted.length;
        while (sum < wanted) {
            sum += sorted[--place];
        }
        return sorted[place];
    }

    /** No break sets the means of the two classes further apart; of ten million, several do so equally, but for rounding. */
    private static void requireBest(double found, double[] sorted) {
        double total = Arrays.stream(sorted).sum();
        double most = 0;
        double ofFound = 0;
        double sum = 0;
        for (int k = 1; k < sorted.length; k++) {
            sum += sorted[k - 1];
            if (sorted[k - 1] < sorted[k]) {
                double apart = sum / k - (total - sum) / (sorted.length - k);
                double between = apart * apart * k * (sorted.length - k);
                most = Math.max(most, between);
                ofFound = sorted[k] == found ? between : ofFound;
            }
        }
        if (!(ofFound >= most * (1 - 1e-9))) {
            throw new IllegalStateException(
                    "break at " + found + " must explain " + most + ", but explains " + ofFound);
        }
    }

    @Benchmark
    public double[] sort() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Benchmark
    public double median() {
        return CutRule.median().cut(values);
    }

    @Benchmark
    public double quantile() {
        return CutRule.quantile(0.8).cut(values);
    }

    @Benchmark
    public double paretoShare() {
        return CutRule.paretoShare(0.8).cut(values);
    }

    @Benchmark
    public double naturalBreak() {
        return CutRule.naturalBreak().cut(values);
    }

    /** The peer: Commons Math selects too. */
    @Benchmark
    public double commonsMathMedian() {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 50);
    }
}
