package io.github.clv4j.segment;

import io.github.clv4j.base.Language;
import java.util.Locale;
import java.util.Optional;

/**
 * An axis on which many customers are equal to the cut, so that it does not divide them as the rule meant to. Immutable
 * and thread-safe.
 *
 * @param axis the axis
 * @param cut its cut
 * @param shareHigh the share of customers who are high, in [0, 1]
 * @param shareAbove the share of customers strictly above the cut, in [0, 1]
 * @param group the group whose cut it is, of whom the shares are; empty where all customers have the same cut
 */
public record TiedCut(Axis axis, double cut, double shareHigh, double shareAbove, Optional<String> group) {

    /** More than this share of high customers is worth a warning. */
    private static final double LOPSIDED = 0.6;

    /** The cut as it stands to the customers, if it is ties that put more than 60 % of them high. */
    static Optional<TiedCut> of(Axis axis, double[] values, double cut) {
        int above = 0;
        int equal = 0;
        for (double value : values) {
            above += value > cut ? 1 : 0;
            equal += value == cut ? 1 : 0;
        }
        return of(axis, cut, values.length, above, equal);
    }

    /** The cut as it stands to so many customers, of whom so many are above it and on it. */
    static Optional<TiedCut> of(Axis axis, double cut, int customers, int above, int equal) {
        double all = customers;
        TiedCut tied = new TiedCut(axis, cut, (above + equal) / all, above / all, Optional.empty());
        // in a small base of customers who all differ, the one on the cut is no tie
        boolean ties = equal >= Math.min(2, customers);
        return ties && tied.shareHigh > LOPSIDED && tied.shareAbove <= LOPSIDED ? Optional.of(tied) : Optional.empty();
    }

    TiedCut of(String name) {
        return new TiedCut(axis, cut, shareHigh, shareAbove, Optional.of(name));
    }

    /**
     * The warning for people.
     *
     * @param language the language of the text
     * @return one line, without a line feed
     */
    public String text(Language language) {
        return String.format(
                Locale.ROOT,
                language.pick(
                        "%.1f %% of the customers%s are high on %s because many are equal to its cut %s",
                        "由于许多客户恰等于切分点,%.1f%% 的客户%s在%s上为高(切分点 %s)"),
                100 * shareHigh,
                group.map(name -> language.pick(" of group " + name, "(组 " + name + ")"))
                        .orElse(""),
                axis.displayName(language),
                cut);
    }
}
