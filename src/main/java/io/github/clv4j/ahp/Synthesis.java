package io.github.clv4j.ahp;

import io.github.clv4j.base.Language;

/**
 * How the weights of alternatives under each leaf become weights under the goal. The two can rank alternatives differently.
 * Immutable and thread-safe.
 */
public enum Synthesis {
    /**
     * The weights of the alternatives under a leaf sum to 1: {@code sum_leaf w_leaf a_leaf}. Adding an alternative can swap
     * others.
     */
    DISTRIBUTIVE("distributive", "分配模式"),
    /**
     * The best alternative under a leaf counts 1: {@code sum_leaf w_leaf a_leaf / max a_leaf}, scaled to sum to 1 in the end.
     * Adding an alternative that is nowhere the best swaps no others.
     */
    IDEAL("ideal", "理想模式");

    private final String english;
    private final String chinese;

    Synthesis(String english, String chinese) {
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
