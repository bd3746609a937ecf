package io.github.clv4j.loyalty;

import io.github.clv4j.base.Language;

/**
 * Who gains from a relationship (双向价值): the firm, the customer, both or neither. {@link MutualValueSquare} says which
 * is whose.
 *
 * <p>That loyalty lasts where both gain is the thought of Chinese writing on customer loyalty; the four names are those
 * of clv4j. Immutable and thread-safe.
 */
public enum MutualValue {
    /** The firm gains, and the customer perceives value (互利共赢). */
    BOTH("Both gain", "互利共赢", "a relationship that can last: protect it", "关系可持续:予以保护"),
    /** The firm gains, and the customer perceives little value (企业单方受益). */
    FIRM_ONLY(
            "Only the firm gains",
            "企业单方受益",
            "the customer has reason to leave: give more value before a rival does",
            "客户有离开的理由:应抢在竞争对手之前提升其感知价值"),
    /** The customer perceives value, and the firm gains little (客户单方受益). */
    CUSTOMER_ONLY(
            "Only the customer gains",
            "客户单方受益",
            "a content customer who does not pay: sell more or serve at lower cost",
            "客户满意而企业无利:增加销售或降低服务成本"),
    /** Neither gains (双方均不受益). */
    NEITHER("Neither gains", "双方均不受益", "nothing holds either side: mend it or let it end", "双方均无留恋:改善,或任其结束");

    private final String english;
    private final String chinese;
    private final String englishMeaning;
    private final String chineseMeaning;

    MutualValue(String english, String chinese, String englishMeaning, String chineseMeaning) {
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
     * What it means for the relationship, in a line.
     *
     * @param language the language of the text
     * @return the meaning
     */
    public String meaning(Language language) {
        return language.pick(englishMeaning, chineseMeaning);
    }
}
