package io.github.clv4j.scoring;

import io.github.clv4j.base.Language;
import java.util.Locale;

/**
 * How long a customer is expected to stay, where its value counts that. Immutable and thread-safe.
 *
 * @param periods the lifetime its survival curve still expects at its tenure within the limit, in periods, in [0, Inf]
 * @param limit how far ahead that is counted, in periods, in [0, Inf]
 * @param weighted whether each profit is weighted by the probability that the customer is there; else the expected lifetime
 *     is the horizon
 */
public record ExpectedStay(double periods, double limit, boolean weighted) {

    /**
     * The explanation as a line a person can read.
     *
     * @param language the language of the text
     * @return one line, ended by a line feed
     */
    public String text(Language language) {
        boolean limited = limit < Double.POSITIVE_INFINITY;
        String format = weighted
                ? language.pick(
                        "  weighted by survival: expected to be there for %.2f periods%s\n", "  按留存加权:预期还在网 %.2f 期%s\n")
                : language.pick("  horizon: expected to stay for another %.2f periods%s\n", "  计算期数:预期还在网 %.2f 期%s\n");
        return String.format(
                Locale.ROOT,
                format,
                periods,
                limited ? String.format(Locale.ROOT, language.pick(" of the next %.0f", "(今后 %.0f 期内)"), limit) : "");
    }
}
