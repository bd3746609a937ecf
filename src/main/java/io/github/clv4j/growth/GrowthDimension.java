package io.github.clv4j.growth;

import io.github.clv4j.base.Language;

/**
 * The two dimensions of customer value: how long a customer stays and how much a customer pays. Both are of the source of
 * the 8-2-4-1 model. Immutable and thread-safe.
 */
public enum GrowthDimension {
    /** The time on the network so far (在网时长). */
    TENURE("tenure", "在网时长"),
    /** The average revenue per user of a period (每用户平均收入). */
    ARPU("ARPU", "每用户平均收入(ARPU)");

    private final String english;
    private final String chinese;

    GrowthDimension(String english, String chinese) {
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
