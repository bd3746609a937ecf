package io.github.clv4j.loyalty;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a loyalty index tells who leaves. It was judged, not fitted, so what it says of the customers at hand is not in-sample;
 * scales fitted to them, and the fitted weights, are. It says what goes together, not what causes what: where an index leans on
 * tenure, and those who left had less time to gain any, the two must agree. Indices that differ by rounding only, some 1e-12, are
 * level. Immutable and thread-safe.
 *
 * @param customers how many have an index and a known outcome; the figures are of them
 * @param churned how many of them left
 * @param withoutIndex how many have a known outcome, but too little is known of them for an index
 * @param refused how many have a known outcome, but a value that is refused: infinite, an answer that is not among the
 *     possible ones, or missing where the policy rejects that
 * @param auc the probability that of two customers, one who stayed and one who left, the one who stayed has the higher index,
 *     ties counting half: 1/2 for an index that says nothing, 1 for one that says all; NaN if all stayed or all left
 * @param rankCorrelation Spearman's rank correlation of index and leaving, in [-1, 1]: negative where the loyal leave less; NaN
 *     if all stayed, all left, or all have the same index
 * @param fifths the five fifths of the index, from the lowest
 * @param fittedCustomers how many customers the fitted weights are of: those who have every indicator that is compared
 * @param weights the indicators known of at least half of those with a known outcome, with both weights, in their order; empty
 *     if there is no fit
 * @param noFit why there are no fitted weights; empty if there are
 */
public record LoyaltyValidation(
        int customers,
        int churned,
        int withoutIndex,
        int refused,
        double auc,
        double rankCorrelation,
        List<IndexFifth> fifths,
        int fittedCustomers,
        List<FittedWeight> weights,
        Optional<String> noFit) {

    /**
     * Keeps copies of the lists.
     *
     * @param customers how many have an index and a known outcome
     * @param churned how many of them left
     * @param withoutIndex how many have a known outcome, but too little is known of them for an index
     * @param refused how many have a known outcome, but a value that is refused
     * @param auc the probability that one who stayed has a higher index than one who left
     * @param rankCorrelation Spearman's rank correlation of index and leaving
     * @param fifths the five fifths of the index, from the lowest
     * @param fittedCustomers how many customers the fitted weights are of
     * @param weights the indicators compared, with both weights
     * @param noFit why there are no fitted weights
     */
    public LoyaltyValidation {
        fifths = List.copyOf(fifths);
        weights = List.copyOf(weights);
    }

    /**
     * The findings as lines a person can read.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                language.pick(
                        "%d customers with an index, %d of them left; %d without an index, %d refused\n",
                        "%d 个客户有指数,其中 %d 个流失;%d 个没有指数,%d 个被拒绝\n"),
                customers,
                churned,
                withoutIndex,
                refused);
        line(
                text,
                language.pick("AUC %.4f, rank correlation with leaving %+.4f\n", "AUC %.4f,与流失的秩相关 %+.4f\n"),
                auc,
                rankCorrelation);
        for (IndexFifth fifth : fifths) {
            line(
                    text,
                    language.pick(
                            "  fifth %d, index %.4f to %.4f: %d customers, churn rate %.4f\n",
                            "  第 %d 个五分之一,指数 %.4f 至 %.4f:%d 个客户,流失率 %.4f\n"),
                    fifth.fifth(),
                    fifth.lowest(),
                    fifth.highest(),
                    fifth.customers(),
                    fifth.churnRate());
        }
        noFit.ifPresent(reason -> line(text, language.pick("no fitted weights: %s\n", "无拟合权重:%s\n"), reason));
        if (noFit.isEmpty()) {
            line(text, language.pick("weights fitted to %d customers\n", "以 %d 个客户拟合权重\n"), fittedCustomers);
        }
        for (FittedWeight weight : weights) {
            line(
                    text,
                    language.pick(
                            "  %s: judged %.4f, fitted %.4f (log-odds of leaving %+.4f)%s\n",
                            "  %s:判断 %.4f,拟合 %.4f(流失对数优势 %+.4f)%s\n"),
                    weight.displayName(language),
                    weight.judged(),
                    weight.fitted(),
                    weight.coefficient(),
                    weight.isContrary() ? language.pick(": contrary", ":方向相反") : "");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
