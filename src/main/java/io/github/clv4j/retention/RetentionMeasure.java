package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/** How a retention rate was counted. Immutable and thread-safe. */
public enum RetentionMeasure {
    /** Those who bought again, of the customers at the start (重复购买率). */
    REPEAT_PURCHASE("repeat purchase", "重复购买率"),
    /** The customers at the start without those who left (1 - 流失率). */
    ONE_MINUS_CHURN("1 - churn", "1 - 流失率");

    private final String english;
    private final String chinese;

    RetentionMeasure(String english, String chinese) {
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
