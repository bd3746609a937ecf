package io.github.clv4j.indicator;

import io.github.clv4j.base.OrderStatistics;
import io.github.clv4j.base.Require;

/**
 * How an indicator gets its scale: a {@link Scale} stated, or one fitted to the customers at hand. The rule belongs to the
 * plan, the scale it gives to the model. Implementations are immutable and thread-safe.
 */
public sealed interface ScaleRule permits Scale, ScaleRule.Quantiles, ScaleRule.Ranks {

    /**
     * The scale this rule gives for a base of customers.
     *
     * @param values the value of the indicator of every customer, in any order, NaN where it is missing; not changed
     * @return the scale
     * @throws IllegalArgumentException if the rule needs values and none is known, one is infinite, or all are so alike that
     *     worst and best would be the same
     */
    Scale fit(double[] values);

    /**
     * This rule with worst and best swapped.
     *
     * @return the rule whose scales score 1 - s where those of this one score s
     */
    ScaleRule reversed();

    /**
     * Linear from the lowest value of the base, the worst, to its highest, the best. One outlier squeezes all others together;
     * {@link #quantiles(double, double)} does not let it.
     *
     * @return the rule; {@link #reversed()} makes the lowest the best
     */
    static ScaleRule minMax() {
        return new Quantiles(0, 1);
    }

    /**
     * Linear between two quantiles of the base (type 7); customers beyond them score 0 or 1.
     *
     * @param worst the share of the base below the worst value, in [0, 1]
     * @param best the share of the base below the best value, in [0, 1], not that of the worst; if it is less, low values
     *     are good
     * @return the rule
     * @throws IllegalArgumentException if a share is outside [0, 1] (NaN included), or both are the same
     */
    static ScaleRule quantiles(double worst, double best) {
        return new Quantiles(worst, best);
    }

    /**
     * The percentile rank: the share of the base a customer is ahead of, those level with it counting half.
     *
     * @return the rule; {@link #reversed()} makes low values good
     */
    static ScaleRule ranks() {
        return new Ranks(false);
    }

    /**
     * Linear between two quantiles of the base.
     *
     * @param worst the share of the base below the worst value, in [0, 1]
     * @param best the share of the base below the best value, in [0, 1]
     */
    record Quantiles(double worst, double best) implements ScaleRule {

        /**
         * Creates the rule.
         *
         * @param worst the share of the base below the worst value, in [0, 1]
         * @param best the share of the base below the best value, in [0, 1], not that of the worst
         * @throws IllegalArgumentException if a share is outside [0, 1] (NaN included), or both are the same
         */
        public Quantiles {
            Require.probability(worst, "quantile of the worst");
            Require.probability(best, "quantile of the best");
            if (worst == best) {
                throw Require.outside("quantile of the best", "another than that of the worst", best);
            }
        }

        @Override
        public Scale fit(double[] values) {
            double[] sorted = Values.known(values);
            double atWorst = OrderStatistics.quantile(sorted, worst);
            double atBest = OrderStatistics.quantile(sorted, best);
            if (atWorst == atBest) {
                throw new IllegalArgumentException("the quantiles " + worst + " and " + best
                        + " of the base must differ to fit a scale between them, but both are " + atBest
                        + "; ranks, other quantiles or a stated scale do without");
            }
            return Scale.linear(atWorst, atBest);
        }

        @Override
        public ScaleRule reversed() {
            return new Quantiles(best, worst);
        }

        @Override
        public String toString() {
            return "the quantiles " + worst + " and " + best;
        }
    }

    /**
     * The percentile rank.
     *
     * @param lowIsBest whether low values are good
     */
    record Ranks(boolean lowIsBest) implements ScaleRule {

        @Override
        public Scale fit(double[] values) {
            return Scale.percentileRank(PercentileRanks.ofSorted(Values.known(values)), lowIsBest);
        }

        @Override
        public ScaleRule reversed() {
            return new Ranks(!lowIsBest);
        }

        @Override
        public String toString() {
            return "ranks, " + (lowIsBest ? "low" : "high") + " values being the best";
        }
    }
}
