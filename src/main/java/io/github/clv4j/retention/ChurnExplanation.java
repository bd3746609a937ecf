package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a customer has its churn probability: {@code logOdds = baseline + sum of contributions}, the probability being the
 * transform {@code 1 / (1 + exp(-logOdds))}. A contribution is the coefficient times the distance of the feature from its
 * mean. Immutable and thread-safe.
 *
 * @param probability the churn probability, in [0, 1]
 * @param logOdds its log-odds
 * @param baseline the log-odds of the mean customer of the fit
 * @param contributions what each feature adds to the log-odds, in the order of the model
 * @param period the time the probability is over; empty if it is not stated
 */
public record ChurnExplanation(
        double probability,
        double logOdds,
        double baseline,
        List<FeatureContribution> contributions,
        Optional<ChurnPeriod> period) {

    /**
     * Keeps a copy of the contributions.
     *
     * @param probability the churn probability, in [0, 1]
     * @param logOdds its log-odds
     * @param baseline the log-odds of the mean customer of the fit
     * @param contributions what each feature adds to the log-odds, in the order of the model
     * @param period the time the probability is over; empty if it is not stated
     */
    public ChurnExplanation {
        contributions = List.copyOf(contributions);
    }

    /**
     * The explanation as lines a person can read, the strongest contributions first.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                language.pick(
                        "churn probability %.4f%s: log-odds %.4f, the mean customer has %.4f\n",
                        "流失概率 %.4f%s:对数优势 %.4f,平均客户为 %.4f\n"),
                probability,
                period.map(stated -> language.pick(" over ", "(") + stated.text(language) + language.pick("", "内)"))
                        .orElse(""),
                logOdds,
                baseline));
        contributions.stream()
                .sorted(Comparator.comparingDouble(c -> -Math.abs(c.amount())))
                .forEach(c -> text.append(String.format(
                        Locale.ROOT,
                        language.pick("  %s %.4f (mean %.4f): %+.4f\n", "  %s %.4f(平均 %.4f):%+.4f\n"),
                        c.name(),
                        c.value(),
                        c.mean(),
                        c.amount())));
        return text.toString();
    }
}
