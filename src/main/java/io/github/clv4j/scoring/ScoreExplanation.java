package io.github.clv4j.scoring;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.ChurnExplanation;
import io.github.clv4j.segment.SegmentPlacement;
import io.github.clv4j.value.ValueExplanation;
import java.util.Locale;
import java.util.Optional;

/**
 * A score and why it is what it is. The parts add up: services to the potential value in money, contributions of features
 * to the log-odds of churn, indicators to the loyalty index. Immutable and thread-safe.
 *
 * @param score the score, with the same bits as when it is asked for alone
 * @param value where the current and potential value come from
 * @param churn where the churn probability comes from; empty where it came with the customer, or there is none
 * @param loyalty where the loyalty comes from; empty where it is the retention probability
 * @param placement the segment and the distance to each cut
 * @param group the group whose cuts these are; empty where all customers have the same
 * @param survival where a churn probability of a survival curve comes from; empty where it comes from elsewhere
 * @param stay how long the customer is expected to stay; empty where its value does not count that
 */
public record ScoreExplanation(
        CustomerScore score,
        ValueExplanation value,
        Optional<ChurnExplanation> churn,
        Optional<LoyaltyExplanation> loyalty,
        SegmentPlacement placement,
        Optional<String> group,
        Optional<SurvivalExplanation> survival,
        Optional<ExpectedStay> stay) {

    /**
     * The explanation as lines a person can read.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        return placement.text(language)
                + group.map(name -> language.pick("  cuts of group ", "  切分点所属组:") + name + "\n")
                        .orElse("")
                + value.text(language)
                + stay.map(expected -> expected.text(language)).orElse("")
                + churn.map(explanation -> explanation.text(language))
                        .or(() -> survival.map(explanation -> explanation.text(language)))
                        .orElseGet(() -> givenChurn(language))
                + loyalty.map(explanation -> explanation.text(language)).orElse("");
    }

    private String givenChurn(Language language) {
        return Double.isNaN(score.churnProbability())
                ? ""
                : String.format(
                        Locale.ROOT,
                        language.pick("churn probability %.4f, as given\n", "流失概率 %.4f(直接给定)\n"),
                        score.churnProbability());
    }
}
