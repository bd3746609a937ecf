package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/** How a Cox regression takes customers who left at the same time. Immutable and thread-safe. */
public enum TiedTimes {
    /** As if they had left one after the other in all orders at once, approximately: close to exact, R's default. */
    EFRON("Efron", "Efron 法"),
    /** As if nobody had left before the others: simple, and biased towards no effect where ties are many. */
    BRESLOW("Breslow", "Breslow 法");

    private final String english;
    private final String chinese;

    TiedTimes(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name in that language
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }

    /** The part of those who leave together that has left when the one at a place, from 0, does. */
    double gone(int place, int together) {
        return this == EFRON ? (double) place / together : 0;
    }
}
