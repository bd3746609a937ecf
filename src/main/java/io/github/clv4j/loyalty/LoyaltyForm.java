package io.github.clv4j.loyalty;

import io.github.clv4j.base.Language;

/**
 * The four forms of loyalty (忠诚形态) by attitude and behaviour; {@link AttitudeBehaviourSquare} says which is whose.
 *
 * <p>Source: A. S. Dick, K. Basu, 1994, Customer loyalty: toward an integrated conceptual framework, Journal of the
 * Academy of Marketing Science 22. The advice is that of clv4j. Immutable and thread-safe.
 */
public enum LoyaltyForm {
    /** Attitude high, behaviour high (真正忠诚). */
    TRUE("True loyalty", "真正忠诚", "keep and reward them, and let them recommend you", "维系并回报,鼓励其向他人推荐"),
    /** Attitude high, behaviour low (潜在忠诚). */
    LATENT(
            "Latent loyalty",
            "潜在忠诚",
            "remove what keeps them from buying: price, access, the say of others",
            "消除购买障碍:价格、便利性、他人的影响"),
    /** Attitude low, behaviour high (虚假忠诚). */
    SPURIOUS(
            "Spurious loyalty",
            "虚假忠诚",
            "win their liking before a rival does, for only habit or lack of choice holds them",
            "在竞争对手之前赢得好感:目前仅靠习惯或缺乏选择维系"),
    /** Attitude low, behaviour low (无忠诚). */
    NONE(
            "No loyalty",
            "无忠诚",
            "make the offer known and distinct first: there is nothing to keep yet",
            "先提高知名度并突出差异:尚无忠诚可言");

    private final String english;
    private final String chinese;
    private final String englishAdvice;
    private final String chineseAdvice;

    LoyaltyForm(String english, String chinese, String englishAdvice, String chineseAdvice) {
        this.english = english;
        this.chinese = chinese;
        this.englishAdvice = englishAdvice;
        this.chineseAdvice = chineseAdvice;
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
     * What to do about customers of this form, in a line.
     *
     * @param language the language of the text
     * @return the advice
     */
    public String advice(Language language) {
        return language.pick(englishAdvice, chineseAdvice);
    }
}
