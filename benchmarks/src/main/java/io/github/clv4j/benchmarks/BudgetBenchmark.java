package io.github.clv4j.benchmarks;

import io.github.clv4j.retention.BudgetPlan;
import io.github.clv4j.retention.BudgetSplit;
import io.github.clv4j.retention.RetentionBudget;
import java.util.Arrays;
import java.util.Comparator;
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
 * A tenth of what could be spent on a base, split and planned, beside one sort of the ratios of gain and cost, with which the
 * usual solution begins.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar BudgetBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BudgetBenchmark {

    private static final double EFFECT = 0.3;
    private static final double SHARE = 0.1;
    private static final double TOLERANCE = 1e-9;

    @Param({"1000000"})
    public int customers;

    private double[] churn;
    private double[] value;
    private double[] cost;
    private double[] ratios;
    private double amount;
    private RetentionBudget budget;

    @Setup
    public void simulateAndCheck() {
        Random random = new Random(11);
        churn = random.doubles(customers).toArray();
        value = random.doubles(customers, 0, 200).toArray();
        cost = random.doubles(customers, 1, 20).toArray();
        ratios = new double[customers];
        Arrays.setAll(ratios, i -> gain(i) / cost[i]);
        amount = SHARE * Arrays.stream(cost).sum();
        budget = create();
        double best = bestGain();
        BudgetSplit split = split();
        if (!(Math.abs(split.gain() - best) <= TOLERANCE * best && split.spent() <= amount)) {
            throw new IllegalStateException(split + ", but a sorted ranking gains " + best + " with " + amount);
        }
        BudgetPlan plan = plan();
        double largest = Arrays.stream(value).max().orElseThrow();
        if (!(plan.gap() <= largest && plan.gain() <= best * (1 + TOLERANCE) && plan.spent() <= amount)) {
            throw new IllegalStateException(plan + ", but a sorted ranking gains " + best + " with " + amount);
        }
    }

    private double gain(int i) {
        return EFFECT * churn[i] * value[i] - cost[i];
    }

    /** The definition: whole customers in the order of their ratios, and a part of the last. */
    private double bestGain() {
        int[] ranking = IntStream.range(0, customers)
                .filter(i -> gain(i) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -ratios[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rest = amount;
        double sum = 0;
        for (int i : ranking) {
            double share = Math.min(1, rest / cost[i]);
            rest -= share * cost[i];
            sum += share * gain(i);
        }
        return sum;
    }

    @Benchmark
    public RetentionBudget create() {
        return RetentionBudget.of(churn, value, cost, EFFECT);
    }

    @Benchmark
    public BudgetSplit split() {
        return budget.split(amount);
    }

    @Benchmark
    public BudgetPlan plan() {
        return budget.plan(amount);
    }

    @Benchmark
    public double[] sortOfRatios() {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
