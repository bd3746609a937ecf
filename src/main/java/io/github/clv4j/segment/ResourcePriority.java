package io.github.clv4j.segment;

import io.github.clv4j.base.Language;

/**
 * How much of what a firm can spend on its customers a segment may claim, the greatest claim first. The levels and their
 * order are ours; what the sources say of each segment fits one of them. Immutable and thread-safe.
 */
public enum ResourcePriority {
    /** Served before all others (最优先). */
    FIRST_CALL("first call", "最优先"),
    /** Spending that is to pay back: to win value, or to keep value that is courted by others (加大投入). */
    INVEST("invest", "加大投入"),
    /** Whatever keeping them takes, and nothing for growth (足额保障). */
    ENOUGH("enough to keep them", "足额保障"),
    /** A measured amount, to see whether it bears fruit (适度投入). */
    SOME("some", "适度投入"),
    /** Good basic service, as now, and nothing beside it (维持基本服务). */
    BASIC("basic service, nothing extra", "维持基本服务"),
    /** Nothing in particular (不专门投入). */
    NONE("nothing in particular", "不专门投入");

    private final String english;
    private final String chinese;

    ResourcePriority(String english, String chinese) {
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
