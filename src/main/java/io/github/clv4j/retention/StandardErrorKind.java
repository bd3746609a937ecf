package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/** What the standard errors of a logistic regression are. Immutable and thread-safe. */
public enum StandardErrorKind {
    /** The roots of the diagonal of the inverse information matrix, as R's {@code glm} has them: no ridge, no class weights. */
    INFORMATION("inverse information", "信息矩阵的逆"),
    /**
     * {@code A^-1 J A^-1}, with A the weighted information matrix (plus the penalty) and J the sum of the squared weighted
     * scores of the customers (Huber 1967, White 1982): with class weights. Weights that make a class count more do not make more
     * customers of it; the inverse information matrix, which R prints for {@code glm} with prior weights, would take them for
     * that. With a ridge penalty too it is the spread around what the penalised estimate has as its mean, without its bias.
     */
    SANDWICH("sandwich, robust to the class weights", "稳健(三明治)估计,已计及类别权重"),
    /**
     * The roots of the diagonal of the inverse penalised information matrix: with a ridge penalty and no class weights. They are
     * no sampling errors, as a penalised estimate is biased, but the approximate posterior standard deviations where each
     * standardised coefficient has a normal prior of mean 0 and variance 1 / penalty, and the intercept a flat one.
     */
    POSTERIOR("posterior standard deviation, the ridge penalty read as a prior", "后验标准差(岭惩罚视为先验)");

    private final String english;
    private final String chinese;

    StandardErrorKind(String english, String chinese) {
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
