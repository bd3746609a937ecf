package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/** What a curve of tenure over activities does where it turns. */
public enum TurningKind {
    /** Tenure rises to the turning point and falls after it. */
    MAXIMUM("maximum", "极大值"),
    /** Tenure falls to the turning point and rises after it: it is the worst number of activities, not the best. */
    MINIMUM("minimum", "极小值"),
    /** The curve is a straight line, which does not turn. */
    NONE("no turning point", "无拐点");

    private final String english;
    private final String chinese;

    TurningKind(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The kind of a curve by its coefficient of the square. */
    static TurningKind of(double quadratic) {
        if (quadratic == 0) {
            return NONE;
        }
        return quadratic < 0 ? MAXIMUM : MINIMUM;
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
