package io.github.clv4j.loyalty;

import io.github.clv4j.base.Language;

/** What a complaint is about (投诉原因). Immutable and thread-safe. */
public enum ComplaintCause {
    /** The customer expected more than there was to be had (期望落差). */
    EXPECTATION("Expectation", "期望落差"),
    /** The product failed (产品). */
    PRODUCT("Product", "产品"),
    /** The service failed (服务). */
    SERVICE("Service", "服务");

    private final String english;
    private final String chinese;

    ComplaintCause(String english, String chinese) {
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
