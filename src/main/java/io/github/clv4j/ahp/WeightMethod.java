package io.github.clv4j.ahp;

import io.github.clv4j.base.Language;

/**
 * How weights are derived from judgements. All three give the same weights where the judgements are consistent, and the
 * first two always up to order 3. Immutable and thread-safe.
 */
public enum WeightMethod {
    /**
     * The principal eigenvector: {@code A w = lambda_max w}.
     *
     * <p>Source: Saaty, Journal of Mathematical Psychology 15 (1977) 234-281.
     */
    EIGENVECTOR("eigenvector", "特征向量法"),
    /**
     * The row geometric mean: {@code w_i} in proportion to {@code (prod_j a_ij)^(1/n)}.
     *
     * <p>Source: Crawford and Williams, Journal of Mathematical Psychology 29 (1985) 387-405.
     */
    GEOMETRIC_MEAN("geometric mean", "几何平均法"),
    /** The mean of the columns, each divided by its sum: the approximation of textbooks. */
    COLUMN_MEAN("column mean", "列归一化平均法");

    private final String english;
    private final String chinese;

    WeightMethod(String english, String chinese) {
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
