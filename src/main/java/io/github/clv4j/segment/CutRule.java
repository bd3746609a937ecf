package io.github.clv4j.segment;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.OrderStatistics;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * How an axis is cut: a number given, or one taken from the customers at hand. The rule belongs to the plan, the number
 * it gives to the model. Implementations are immutable and thread-safe.
 */
public sealed interface CutRule {

    /**
     * The cut this rule gives for a base of customers.
     *
     * @param values the value of every customer on the axis, finite, in any order; not changed
     * @return the cut
     * @throws IllegalArgumentException if the rule needs customers and there are none, or a value is NaN or infinite
     */
    double cut(double[] values);

    /**
     * A cut given as a number, whatever the customers.
     *
     * @param cut the cut, finite
     * @return the rule
     */
    static CutRule fixed(double cut) {
        return new Fixed(cut);
    }

    /**
     * The median: the middle value, or the mean of the middle two of an even count.
     *
     * @return the rule
     */
    static CutRule median() {
        return new Median();
    }

    /**
     * The arithmetic mean.
     *
     * @return the rule
     */
    static CutRule mean() {
        return new Mean();
    }

    /**
     * The quantile of type 7 (the default of R and numpy): linear between the order statistics at {@code (n - 1) q}.
     *
     * @param probability the share q of customers below the cut, in [0, 1]
     * @return the rule
     */
    static CutRule quantile(double probability) {
        return new Quantile(probability);
    }

    /**
     * A cut given as a number.
     *
     * @param cut the cut, finite
     */
    record Fixed(double cut) implements CutRule {

        /**
         * Creates the rule.
         *
         * @param cut the cut, finite
         */
        public Fixed {
            Require.finite(cut, "fixed cut");
        }

        @Override
        public double cut(double[] values) {
            return cut;
        }
    }

    /** The median. */
    record Median() implements CutRule {

        @Override
        public double cut(double[] values) {
            double[] sorted = sorted(values);
            int upper = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[upper] : mean(sorted[upper - 1], sorted[upper]);
        }
    }

    /** The arithmetic mean. */
    record Mean() implements CutRule {

        @Override
        public double cut(double[] values) {
            requireCustomers(values);
            DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
            // rounding could put the mean of equal values beside them, and all who are on the cut would be low
            return Math.min(Math.max(BlockSum.mean(values), range.getMin()), range.getMax());
        }
    }

    /**
     * A quantile of type 7.
     *
     * @param probability the share of customers below the cut, in [0, 1]
     */
    record Quantile(double probability) implements CutRule {

        /**
         * Creates the rule.
         *
         * @param probability the share of customers below the cut, in [0, 1]
         */
        public Quantile {
            Require.probability(probability, "quantile");
        }

        @Override
        public double cut(double[] values) {
            return OrderStatistics.quantile(sorted(values), probability);
        }
    }

    /** The mean of two values, also where their sum overflows. */
    private static double mean(double a, double b) {
        double sum = a + b;
        return Double.isFinite(sum) ? sum / 2 : a / 2 + b / 2;
    }

    private static double[] sorted(double[] values) {
        requireCustomers(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void requireCustomers(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("cut must be taken from at least one customer, but there were 0");
        }
        for (double value : values) {
            Require.finite(value, "value to cut");
        }
    }
}
