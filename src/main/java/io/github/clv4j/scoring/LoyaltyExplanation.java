package io.github.clv4j.scoring;

import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.IndexExplanation;
import java.util.Locale;

/**
 * Where a loyalty comes from that is not the retention probability alone: {@code m (1 - P) + (1 - m) index}, or, for a customer
 * without an index, {@code 1 - P}. Immutable and thread-safe.
 *
 * @param loyalty the loyalty, in [0, 1]
 * @param retention the retention probability 1 - P, in [0, 1]; NaN where the plan has no churn probability
 * @param retentionShare the share m of the retention probability, in [0, 1]; 0 for the index alone
 * @param index the loyalty index, down to the single indicator; its value is NaN for a customer without an index
 */
public record LoyaltyExplanation(double loyalty, double retention, double retentionShare, IndexExplanation index) {

    /**
     * The explanation as lines a person can read.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        return mixture(language) + index.text(language);
    }

    private String mixture(Language language) {
        if (Double.isNaN(index.value())) {
            return String.format(
                    Locale.ROOT,
                    language.pick(
                            "loyalty %.4f: the retention probability, for want of an index\n", "忠诚度 %.4f:无指数,取保留概率\n"),
                    loyalty);
        }
        return retentionShare == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        language.pick(
                                "loyalty %.4f: %.4f x retention probability %.4f + %.4f x loyalty index %.4f\n",
                                "忠诚度 %.4f:%.4f × 保留概率 %.4f + %.4f × 忠诚度指数 %.4f\n"),
                        loyalty,
                        retentionShare,
                        retention,
                        1 - retentionShare,
                        index.value());
    }
}
