package io.github.clv4j.growth;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.Locale;

/**
 * The customer structure now and after a stated improvement. One goal: a better customer structure. Counts after it are
 * expected numbers. Immutable and thread-safe.
 */
public final class PortfolioChange {

    private final Improvement improvement;
    private final TierPortfolio now;
    private final TierPortfolio after;
    private final ImmutableList<Double> moved;

    PortfolioChange(Improvement improvement, TierPortfolio now, TierPortfolio after, ImmutableList<Double> moved) {
        this.improvement = improvement;
        this.now = now;
        this.after = after;
        this.moved = moved;
    }

    /**
     * What was assumed.
     *
     * @return the improvement
     */
    public Improvement improvement() {
        return improvement;
    }

    /**
     * The structure now.
     *
     * @return the portfolio before the improvement
     */
    public TierPortfolio now() {
        return now;
    }

    /**
     * The structure after the improvement.
     *
     * @return the portfolio after it
     */
    public TierPortfolio after() {
        return after;
    }

    /**
     * How many customers of one tier stand in another, or in the same, after the improvement.
     *
     * @param from the tier now
     * @param to the tier after the improvement
     * @return the expected number of customers; 0 wherever {@code to} is not {@linkplain ValueTier#isAtLeast at least} {@code
     *     from}
     */
    public double moved(ValueTier from, ValueTier to) {
        return moved.get(place(from.index(), to.index()));
    }

    static int place(byte from, byte to) {
        return from * ValueTier.all().size() + to;
    }

    /**
     * What the improvement is worth.
     *
     * @return value after less value now, in money
     */
    public double gain() {
        return after.value() - now.value();
    }

    /**
     * The change as lines a person can read, counts rounded to one decimal and amounts to two.
     *
     * @param language the language of the text
     * @return what was stated, a line for each tier, and the sums, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder(improvement.text(language));
        for (ValueTier tier : ValueTier.all()) {
            TierProfile before = now.of(tier);
            TierProfile then = after.of(tier);
            text.append(String.format(
                    Locale.ROOT,
                    language.pick(
                            "  %s: customers %.1f -> %.1f, share %s -> %s, value %.2f -> %.2f\n",
                            "  %s:客户数 %.1f → %.1f,占比 %s → %s,价值 %.2f → %.2f\n"),
                    tier.displayName(language),
                    before.customers(),
                    then.customers(),
                    TierPortfolio.percent(before.share(), language),
                    TierPortfolio.percent(then.share(), language),
                    before.value(),
                    then.value()));
        }
        text.append(String.format(
                Locale.ROOT,
                language.pick(
                        "  all: value %.2f -> %.2f (%+.2f), first steps still open %.2f -> %.2f\n",
                        "  合计:价值 %.2f → %.2f(%+.2f),尚可增值 %.2f → %.2f\n"),
                now.value(),
                after.value(),
                gain(),
                now.openWorth(),
                after.openWorth()));
        return text.append(now.leftOutText(language)).toString();
    }
}
