package io.github.clv4j.benchmarks;

import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.retention.LogisticRegression;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.FittedCuts;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * Fits a whole plan: shares by group, churn model, cuts; and what a plan may leave to be learned one by one: three median cuts
 * beside a sort of each axis, ten scales beside a sort of each indicator, a churn model of ten features beside a plain pass
 * over them.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar FitBenchmark</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FitBenchmark {

    /** A plan and the customers it is fitted to. */
    @State(Scope.Benchmark)
    public static class WholePlan {

        @Param({"7043", "100000"})
        public int customers;

        private ScoringPlan plan;
        private CustomerColumns columns;
        private ScoringFit found;

        @Setup
        public void simulateAndCheck() {
            plan = SimulatedBase.plan();
            columns = new SimulatedBase(customers).columns();
            found = fit();
            requireMaximum(found.churn().orElseThrow(), customers);
        }

        private ScoringFit fit() {
            return plan.fit(columns);
        }
    }

    /** The three axes of the same customers. */
    @State(Scope.Benchmark)
    public static class Axes {

        private double[] current;
        private double[] potential;
        private double[] loyalty;

        @Setup
        public void scoreAndCheck(WholePlan base) {
            ScoredCustomers scored = base.found.model().score(base.columns);
            current = scored.currentValues();
            potential = scored.potentialValues();
            loyalty = scored.loyalties();
            CutPoints cuts = fit().cuts();
            requireMedian(cuts.currentValue(), current);
            requireMedian(cuts.potentialValue(), potential);
            requireMedian(cuts.loyalty(), loyalty);
        }

        private FittedCuts fit() {
            return CutRules.medians().fit(current, potential, loyalty);
        }

        private List<double[]> sort() {
            return Stream.of(current, potential, loyalty)
                    .map(FitBenchmark::sorted)
                    .toList();
        }

        private static void requireMedian(double cut, double[] values) {
            double[] sorted = sorted(values);
            double median = sorted[values.length / 2] / 2 + sorted[(values.length - 1) / 2] / 2;
            if (!(Math.abs(cut - median) <= 1e-12 * median)) {
                throw new IllegalStateException("cut must be " + median + ", but was " + cut);
            }
        }
    }

    /** Ten indicators of as many customers. */
    @State(Scope.Benchmark)
    public static class Indicators {

        private static final double LOW = 0.05;
        private static final double HIGH = 0.95;

        private List<double[]> columns;

        @Setup
        public void simulateAndCheck(WholePlan base) {
            double[][] all = new SimulatedCustomers(base.customers).columns;
            columns = List.of(all).subList(all.length - SimulatedCustomers.INDICATORS.size(), all.length);
            requireScores(linear(), (sorted, value) -> betweenQuantiles(sorted, value));
            requireScores(ranks(), (sorted, value) -> (Arrays.binarySearch(sorted, value) + 0.5) / sorted.length);
        }

        private List<Scale> linear() {
            return fit(ScaleRule.quantiles(LOW, HIGH));
        }

        private List<Scale> ranks() {
            return fit(ScaleRule.ranks());
        }

        private List<Scale> fit(ScaleRule rule) {
            return columns.stream().map(rule::fit).toList();
        }

        private List<double[]> sort() {
            return columns.stream().map(FitBenchmark::sorted).toList();
        }

        /** What a scale must say of a value of the column it was fitted to. */
        private interface Definition {

            double score(double[] sorted, double value);
        }

        private void requireScores(List<Scale> scales, Definition definition) {
            for (int j = 0; j < scales.size(); j++) {
                double[] column = columns.get(j);
                double[] sorted = sorted(column);
                for (int i = 0; i < Math.min(1000, column.length); i++) {
                    double score = scales.get(j).score(column[i]);
                    double expected = definition.score(sorted, column[i]);
                    if (!(Math.abs(score - expected) <= 1e-9)) {
                        throw new IllegalStateException("customer " + i + " must score " + expected + " by "
                                + scales.get(j) + ", but " + score);
                    }
                }
            }
        }

        private static double betweenQuantiles(double[] sorted, double value) {
            double worst = quantile(sorted, LOW);
            return Math.max(0, Math.min(1, (value - worst) / (quantile(sorted, HIGH) - worst)));
        }

        /** Type 7. */
        private static double quantile(double[] sorted, double share) {
            double place = share * (sorted.length - 1);
            int below = (int) place;
            return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
        }
    }

    /** The features and outcomes of the plan's customers. */
    @State(Scope.Benchmark)
    public static class Outcomes {

        private List<String> names;
        private double[][] features;
        private double[] churned;

        @Setup
        public void simulateAndCheck(WholePlan base) {
            SimulatedBase simulated = new SimulatedBase(base.customers);
            names = SimulatedBase.features();
            features = names.stream().map(simulated::numbers).toArray(double[][]::new);
            churned = simulated.numbers("churned");
            requireMaximum(fit(), base.customers);
        }

        private LogisticFit fit() {
            return LogisticRegression.withDefaults().fit(names, features, churned);
        }

        private double sum() {
            double total = 0;
            for (double[] feature : features) {
                double sum = 0;
                for (double x : feature) {
                    sum += x;
                }
                total += sum;
            }
            return total;
        }
    }

    /** At the maximum of the likelihood its gradient is 0, up to the rounding of a sum over all customers. */
    private static void requireMaximum(LogisticFit fit, int customers) {
        double score = fit.convergence().maxAbsoluteScore();
        if (!(score < 1e-9 * customers)) {
            throw new IllegalStateException("the churn fit stopped at a gradient of " + score);
        }
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Benchmark
    public ScoringFit fit(WholePlan plan) {
        return plan.fit();
    }

    @Benchmark
    public FittedCuts cuts(Axes axes) {
        return axes.fit();
    }

    @Benchmark
    public List<double[]> sortOfAxes(Axes axes) {
        return axes.sort();
    }

    @Benchmark
    public List<Scale> linearScales(Indicators indicators) {
        return indicators.linear();
    }

    @Benchmark
    public List<Scale> rankScales(Indicators indicators) {
        return indicators.ranks();
    }

    @Benchmark
    public List<double[]> sortOfIndicators(Indicators indicators) {
        return indicators.sort();
    }

    @Benchmark
    public LogisticFit churn(Outcomes outcomes) {
        return outcomes.fit();
    }

    @Benchmark
    public double sumOfFeatures(Outcomes outcomes) {
        return outcomes.sum();
    }
}
