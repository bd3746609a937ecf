package io.github.clv4j.ahp;

import io.github.clv4j.base.Language;

/**
 * Words for a consensus.
 *
 * <p>Source: Goepel, Proceedings of the International Symposium on the Analytic Hierarchy Process (2013).
 *
 * <p>Immutable and thread-safe.
 */
public enum ConsensusLevel {
    /** Up to 0.5. */
    VERY_LOW(Double.NEGATIVE_INFINITY, "very low", "很低"),
    /** Above 0.5. */
    LOW(0.5, "low", "低"),
    /** Above 0.625. */
    MODERATE(0.625, "moderate", "中等"),
    /** Above 0.75. */
    HIGH(0.75, "high", "高"),
    /** Above 0.875. */
    VERY_HIGH(0.875, "very high", "很高");

    private final double above;
    private final String english;
    private final String chinese;

    ConsensusLevel(double above, String english, String chinese) {
        this.above = above;
        this.english = english;
        this.chinese = chinese;
    }

    static ConsensusLevel of(double consensus) {
        ConsensusLevel reached = VERY_LOW;
        for (ConsensusLevel level : values()) {
            reached = consensus > level.above ? level : reached;
        }
        return reached;
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
