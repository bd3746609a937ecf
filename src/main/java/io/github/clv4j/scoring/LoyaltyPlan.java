package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import io.github.clv4j.indicator.IndexPlan;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.loyalty.LoyaltyIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the loyalty axis is. Immutable and thread-safe. */
public sealed interface LoyaltyPlan {

    /** What becomes of a customer without an index, for whom too few indicators are known. */
    enum WithoutIndex {
        /** The customer has no score. */
        FAIL("no score", "不评分"),
        /**
         * The retention probability stands for the whole axis. Probabilities and indices may lie at different heights, say around
         * 0.7 and 0.5: with one cut for both, those without an index are then mostly high, whatever their loyalty.
         */
        RETENTION("retention probability instead", "以保持概率代替");

        private final String english;
        private final String chinese;

        WithoutIndex(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /**
         * The name for people.
         *
         * @param language the language of the name
         * @return the name
         */
        public String displayName(Language language) {
            return language.pick(english, chinese);
        }
    }

    /**
     * The retention probability, {@code 1 - P}, P being the churn probability.
     *
     * @return the plan
     */
    static LoyaltyPlan retention() {
        return new Retention();
    }

    /**
     * The loyalty index. A customer without an index has no score.
     *
     * @param index the index, as a {@link io.github.clv4j.loyalty.LoyaltyIndexBuilder} plans it
     * @param columns the column of each indicator, by the name of the indicator; an indicator without a column is missing for
     *     every customer
     * @return the plan
     * @throws IllegalArgumentException if the index is no loyalty index, a column is named for an indicator it does not have,
     *     or the indicators with columns cannot reach the coverage an index needs
     */
    static LoyaltyPlan index(IndexPlan index, Map<String, String> columns) {
        return mix(0, index, columns, WithoutIndex.FAIL);
    }

    /**
     * A mix of both, {@code m (1 - P) + (1 - m) index}.
     *
     * @param retentionShare the share m of the retention probability, in [0, 1]
     * @param index the index, as a {@link io.github.clv4j.loyalty.LoyaltyIndexBuilder} plans it
     * @param columns the column of each indicator, by the name of the indicator; an indicator without a column is missing for
     *     every customer
     * @param withoutIndex what becomes of a customer without an index
     * @return the plan
     * @throws IllegalArgumentException as {@link #index}, or if the share is outside [0, 1] (NaN included)
     */
    static LoyaltyPlan mix(
            double retentionShare, IndexPlan index, Map<String, String> columns, WithoutIndex withoutIndex) {
        return new Index(index, columns, retentionShare, withoutIndex);
    }

    /** The retention probability. */
    record Retention() implements LoyaltyPlan {}

    /**
     * The loyalty index, alone or mixed with the retention probability.
     *
     * @param index the index
     * @param columns the column of each indicator, by the name of the indicator
     * @param retentionShare the share of the retention probability, in [0, 1]; 0 for the index alone
     * @param withoutIndex what becomes of a customer without an index
     */
    record Index(IndexPlan index, Map<String, String> columns, double retentionShare, WithoutIndex withoutIndex)
            implements LoyaltyPlan {

        /**
         * Creates the plan. A scale that would have to be fitted to an indicator without a column is replaced by one from 0 to 1,
         * which is never used.
         *
         * @param index the index
         * @param columns the column of each indicator, by the name of the indicator
         * @param retentionShare the share of the retention probability, in [0, 1]
         * @param withoutIndex what becomes of a customer without an index
         * @throws IllegalArgumentException if the index is no loyalty index, a column is named for an indicator it does not
         *     have, the indicators with columns cannot reach the coverage an index needs, or the share is outside [0, 1]
         */
        public Index {
            LoyaltyIndex.requireLoyalty(index.root());
            Require.probability(retentionShare, "share of the retention probability");
            columns = ImmutableMap.copyOf(columns);
            columns.forEach((indicator, column) -> Require.notBlank(column, "column of " + indicator));
            requireKnown(index, columns);
            requireReachable(index, columns);
            index = withoutRulesForAbsent(index, columns);
        }

        /** The column of an indicator; empty if it is absent from the data. */
        Optional<String> column(String indicator) {
            return Optional.ofNullable(columns.get(indicator));
        }

        /** Whether the loyalty is the index and nothing else, for every customer. */
        boolean isAlone() {
            return retentionShare == 0 && !hasFallback();
        }

        boolean hasFallback() {
            return withoutIndex == WithoutIndex.RETENTION;
        }

        private static void requireKnown(IndexPlan index, Map<String, String> columns) {
            List<String> names =
                    index.root().indicators().stream().map(Indicator::name).toList();
            for (String name : columns.keySet()) {
                if (!names.contains(name)) {
                    throw new IllegalArgumentException(
                            "columns must be of the indicators " + names + ", but one was of \"" + name + "\"");
                }
            }
        }

        /** An indicator without a column has nothing to fit its scale to, and no value to score: any scale will do. */
        private static IndexPlan withoutRulesForAbsent(IndexPlan index, Map<String, String> columns) {
            Map<String, Scale> unused = new HashMap<>();
            for (Indicator indicator : index.toFit()) {
                if (!columns.containsKey(indicator.name())) {
                    unused.put(indicator.name(), Scale.linear(0, 1));
                }
            }
            return index.withScales(unused);
        }

        private static void requireReachable(IndexPlan index, Map<String, String> columns) {
            Weights weights = index.weights();
            double known =
                    columns.keySet().stream().mapToDouble(weights::weight).sum();
            if (!(known >= index.missing().leastCoverage() && known > 0)) {
                throw new IllegalArgumentException("indicators with columns must weigh as much as an index needs by "
                        + index.missing() + ", but weigh " + known + "; without a column are "
                        + weights.names().stream()
                                .filter(name -> !columns.containsKey(name))
                                .toList());
            }
        }
    }
}
