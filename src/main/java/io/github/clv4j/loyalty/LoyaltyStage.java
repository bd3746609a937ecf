package io.github.clv4j.loyalty;

import io.github.clv4j.base.Language;

/**
 * The four stages of loyalty (忠诚阶段), from what a customer knows to what a customer does. Each builds on the one before:
 * {@link StageThresholds} says at which of them a customer stands.
 *
 * <p>Source: R. L. Oliver, 1999, Whence consumer loyalty?, Journal of Marketing 63. Immutable and thread-safe.
 */
public enum LoyaltyStage {
    /** Loyal to what is known of the offer (认知忠诚). */
    COGNITIVE(
            "Cognitive loyalty",
            "认知忠诚",
            "chooses by what is known of price and features: a better offer is enough to lose them",
            "凭所知的价格与功能而选择:遇到更优的选择便会离开"),
    /** Loyal out of liking (情感忠诚). */
    AFFECTIVE(
            "Affective loyalty",
            "情感忠诚",
            "likes the brand after good experience: liking alone does not keep them from trying others",
            "因满意的体验而喜爱品牌:但仅有喜爱仍会尝试他家"),
    /** Loyal by intention (意向忠诚). */
    CONATIVE(
            "Conative loyalty",
            "意向忠诚",
            "means to buy again: a good intention that is not yet carried out",
            "有再次购买的意愿:但意愿尚未付诸行动"),
    /** Loyal in action (行动忠诚). */
    ACTION("Action loyalty", "行动忠诚", "buys again, and overcomes what stands in the way of it", "持续购买,并愿意克服购买中的障碍");

    private final String english;
    private final String chinese;
    private final String englishMeaning;
    private final String chineseMeaning;

    LoyaltyStage(String english, String chinese, String englishMeaning, String chineseMeaning) {
        this.english = english;
        this.chinese = chinese;
        this.englishMeaning = englishMeaning;
        this.chineseMeaning = chineseMeaning;
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

    /**
     * What it means to stand at this stage, in a line.
     *
     * @param language the language of the text
     * @return the meaning
     */
    public String meaning(Language language) {
        return language.pick(englishMeaning, chineseMeaning);
    }
}
