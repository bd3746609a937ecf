package io.github.clv4j.segment;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.OrderStatistics;
import io.github.clv4j.base.Require;
import io.github.clv4j.base.Selection;
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
     * The natural break: the smallest value of the upper of two classes, chosen so that the sum of squares within the
     * classes is least (Jenks, after Fisher 1958). Of equally good breaks the lowest; where all values are equal, that
     * value. It has to sort the values.
     *
     * @return the rule
     */
    static CutRule naturalBreak() {
        return new NaturalBreak();
    }

    /**
     * The Pareto cut: the value of the last customer in the smallest group of best customers who together hold a share of
     * the total of all positive values (the 80 of "80/20"). The sums are exact, so that the order of the customers does not
     * matter; a group that falls short of the share by 1e-12 of it, as amounts that are rounded themselves may, reaches it.
     * Where no value is positive the cut is the greatest value.
     *
     * @param share the share of the positive total that the high customers hold, in (0, 1]
     * @return the rule
     */
    static CutRule paretoShare(double share) {
        return new ParetoShare(share);
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
            double[] work = copy(values);
            int upper = work.length / 2;
            double middle = Selection.select(work, 0, work.length, upper);
            double below = work.length % 2 == 1 ? middle : greatest(work, upper);
            return OrderStatistics.middle(below, middle) + 0.0;
        }
    }

    /** The arithmetic mean. */
    record Mean() implements CutRule {

        @Override
        public double cut(double[] values) {
            requireCustomers(values);
            DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
            return within(mean(values), range.getMin(), range.getMax());
        }

        /** Rounding could put the mean of equal values beside them, and all who are on the cut would be low. */
        static double within(double mean, double least, double greatest) {
            return Math.min(Math.max(mean, least), greatest) + 0.0;
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
            return OrderStatistics.select(copy(values), probability);
        }
    }

    /** The natural break between two classes. */
    record NaturalBreak() implements CutRule {

        @Override
        public double cut(double[] values) {
            requireCustomers(values);
            return BreakSearch.upperClass(values);
        }
    }

    /**
     * The cut above which customers hold a share of the positive total.
     *
     * @param share the share of the positive total that the high customers hold, in (0, 1]
     */
    record ParetoShare(double share) implements CutRule {

        /**
         * Creates the rule.
         *
         * @param share the share of the positive total that the high customers hold, in (0, 1]
         */
        public ParetoShare {
            if (!(share > 0 && share <= 1)) {
                throw Require.outside("Pareto share", "in (0, 1]", share);
            }
        }

        @Override
        public double cut(double[] values) {
            requireCustomers(values);
            return ParetoSelection.last(values, share);
        }
    }

    /** The mean, also where the sum overflows. */
    private static double mean(double[] values) {
        double mean = BlockSum.mean(values);
        return Double.isFinite(mean)
                ? mean
                : BlockSum.of(Arrays.stream(values)
                        .map(value -> value / values.length)
                        .toArray());
    }

    /** The greatest of the first values. */
    private static double greatest(double[] values, int count) {
        double greatest = values[0];
        for (int i = 1; i < count; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        return greatest;
    }

    private static double[] copy(double[] values) {
        requireCustomers(values);
        return values.clone();
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
