package io.github.clv4j.benchmarks;

import io.github.clv4j.retention.KaplanMeier;
import io.github.clv4j.retention.ObservedTenures;
import io.github.clv4j.retention.SurvivalStep;
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
 * A Kaplan-Meier curve from its columns, beside one sort of the times.
 *
 * <pre>java -Xmx4g -jar benchmarks/target/benchmarks.jar SurvivalBenchmark -p customers=10000000</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SurvivalBenchmark {

    /** What the times are like. */
    public enum Unit {
        /** Moments that all differ. */
        MOMENTS,
        /** Whole months, 72 of them. */
        MONTHS
    }

    @Param({"1000000"})
    public int customers;

    @Param({"MOMENTS", "MONTHS"})
    public Unit unit;

    private double[] times;
    private double[] left;

    @Setup
    public void simulateAndCheck() {
        Random random = new Random(11);
        times = random.doubles(customers, 0, 72).toArray();
        if (unit == Unit.MONTHS) {
            Arrays.setAll(times, i -> Math.floor(times[i]));
        }
        left = random.doubles(customers).map(u -> u < 0.3 ? 1 : 0).toArray();
        checkByDefinition();
    }

    /** The definition, with customers sorted as objects, on so many that it does not take forever. */
    private void checkByDefinition() {
        int some = Math.min(customers, 20_000);
        double[] someTimes = Arrays.copyOf(times, some);
        double[] someLeft = Arrays.copyOf(left, some);
        List<SurvivalStep> steps =
                KaplanMeier.of(ObservedTenures.of(someTimes, someLeft)).steps();
        int[] order = IntStream.range(0, some)
                .boxed()
                .sorted((a, b) -> Double.compare(someTimes[a], someTimes[b]))
                .mapToInt(i -> i)
                .toArray();
        double alive = 1;
        int place = 0;
        for (SurvivalStep step : steps) {
            int first = place;
            int events = 0;
            while (place < some && someTimes[order[place]] == step.time()) {
                events += (int) someLeft[order[place++]];
            }
            alive *= 1 - (double) events / (some - first);
            if (step.atRisk() != some - first
                    || step.events() != events
                    || !(Math.abs(step.survival() - alive) <= 1e-11)) {
                throw new IllegalStateException(step + ", but S by the definition is " + alive);
            }
        }
        if (place != some) {
            throw new IllegalStateException("the curve has " + place + " of " + some + " customers");
        }
    }

    @Benchmark
    public KaplanMeier curve() {
        return KaplanMeier.of(ObservedTenures.of(times, left));
    }

    @Benchmark
    public double[] sortOfTimes() {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
