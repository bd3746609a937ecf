package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Locale;

/**
 * Whether to spend on keeping customers: yes while that costs less than the profit it saves, and by how much less.
 * Immutable and thread-safe.
 *
 * @param cost what keeping them would cost, in money, at least 0 and finite
 * @param profitSaved the lost profit it would save, in money, finite; below 0 where the customers kept would cost more
 *     than they bring
 */
public record RetentionVerdict(double cost, double profitSaved) {

    /**
     * Creates a verdict.
     *
     * @param cost what keeping them would cost, in money, at least 0 and finite
     * @param profitSaved the lost profit it would save, in money, finite
     * @throws IllegalArgumentException if a number is out of range (NaN included)
     */
    public RetentionVerdict {
        if (!RetentionOffer.isCost(cost)) {
            throw RetentionOffer.badCost(cost, "cost");
        }
        Require.finite(profitSaved, "profit saved");
    }

    /**
     * Whether it costs less than it saves.
     *
     * @return true if so; false if it costs as much or more
     */
    public boolean isWorthSpending() {
        return cost < profitSaved;
    }

    /**
     * What is gained by spending.
     *
     * @return {@code profitSaved - cost}: how much more could be spent for the same result, or below 0 how much too
     *     much it is
     */
    public double gain() {
        return profitSaved - cost;
    }

    /**
     * The verdict for people.
     *
     * @param language the language of the text
     * @return one line, ended by a line feed
     */
    public String text(Language language) {
        String format = isWorthSpending()
                ? language.pick(
                        "spend: %.2f saves a profit of %.2f, a gain of %.2f\n", "值得投入:花费 %.2f 可挽回利润 %.2f,净得 %.2f\n")
                : language.pick(
                        "do not spend: %.2f would save a profit of %.2f, a gain of %.2f\n",
                        "不值得投入:花费 %.2f 仅可挽回利润 %.2f,净得 %.2f\n");
        return String.format(Locale.ROOT, format, cost, profitSaved, gain());
    }
}
