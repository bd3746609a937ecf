package io.github.clv4j.value;

import io.github.clv4j.base.Language;

/** How the profit of a service is stated. Immutable and thread-safe. */
public enum ProfitBasis {
    /** A profit per period of the discount rate, continued and discounted over the horizon like the current profit. */
    PER_PERIOD("per period", "每期"),
    /** A present value: counted as it stands, neither discounted nor weighted by survival. */
    PRESENT_VALUE("present value", "现值");

    private final String english;
    private final String chinese;

    ProfitBasis(String english, String chinese) {
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
