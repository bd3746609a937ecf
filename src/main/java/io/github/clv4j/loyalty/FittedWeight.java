package io.github.clv4j.loyalty;

import io.github.clv4j.base.Language;

/**
 * The weight of an indicator beside the one a logistic regression of the outcome on the scores gives. Immutable and
 * thread-safe.
 *
 * @param indicator the name of the indicator
 * @param chineseName its Chinese name
 * @param judged its weight in the index, over the sum of those compared, in (0, 1]
 * @param coefficient its coefficient: what going from the worst to the best score adds to the log-odds of leaving
 * @param fitted the share of its coefficient in the sum of all that lower the log-odds of leaving, in [0, 1]; 0 for one that
 *     raises them, NaN if all do
 */
public record FittedWeight(String indicator, String chineseName, double judged, double coefficient, double fitted) {

    /**
     * The name of the indicator for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(indicator, chineseName);
    }

    /**
     * Whether customers who score better on the indicator left more, all others being equal.
     *
     * @return whether the coefficient is positive: the indicator counts the wrong way round for this outcome
     */
    public boolean isContrary() {
        return coefficient > 0;
    }
}
