package io.github.clv4j.growth;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;

/**
 * The customer structure (客户结构) of a base: how many customers stand in each tier, what they are worth now, and what the
 * paths they should take first would add. A better structure is the one goal of the 8-2-4-1 model. Immutable and thread-safe.
 */
public final class TierPortfolio {

    private final ImmutableList<TierProfile> tiers;
    private final ImmutableList<PathProfile> paths;
    private final int leftOut;

    TierPortfolio(ImmutableList<TierProfile> tiers, ImmutableList<PathProfile> paths, int leftOut) {
        this.tiers = tiers;
        this.paths = paths;
        this.leftOut = leftOut;
    }

    /**
     * The tiers.
     *
     * @return all four, in the order of {@link ValueTier#all()}
     */
    public List<TierProfile> tiers() {
        return tiers;
    }

    /**
     * The paths.
     *
     * @return all four, in the order of {@link GrowthPath#all()}
     */
    public List<PathProfile> paths() {
        return paths;
    }

    /**
     * One tier.
     *
     * @param tier the tier
     * @return its profile
     */
    public TierProfile of(ValueTier tier) {
        return tiers.get(tier.index());
    }

    /**
     * One path.
     *
     * @param path the path
     * @return its profile
     */
    public PathProfile of(GrowthPath path) {
        return paths.get(path.index());
    }

    /**
     * How many customers have a tier.
     *
     * @return the sum over the tiers
     */
    public double customers() {
        return tiers.stream().mapToDouble(TierProfile::customers).sum();
    }

    /**
     * What the customers are worth.
     *
     * @return the sum of the current values over the tiers, in money
     */
    public double value() {
        return tiers.stream().mapToDouble(TierProfile::value).sum();
    }

    /**
     * What all first steps would add.
     *
     * @return the sum of the worth over the paths, in money, at least 0
     */
    public double openWorth() {
        return paths.stream().mapToDouble(PathProfile::worth).sum();
    }

    /**
     * How many customers have no tier, because they cannot be evaluated: a number of theirs is missing or out of range, now or
     * after the {@link Improvement} this portfolio belongs to.
     *
     * @return the number, at least 0
     */
    public int leftOut() {
        return leftOut;
    }

    /**
     * The portfolio as lines a person can read, counts rounded to one decimal and amounts to two.
     *
     * @param language the language of the text
     * @return a line for each tier and each path, and one for those left out if there are any, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        for (TierProfile tier : tiers) {
            text.append(String.format(
                    Locale.ROOT,
                    language.pick("%s: %.1f customers (%s), value %.2f\n", "%s:%.1f 户(%s),价值 %.2f\n"),
                    tier.tier().displayName(language),
                    tier.customers(),
                    percent(tier.share(), language),
                    tier.value()));
        }
        for (PathProfile path : paths) {
            text.append(String.format(
                    Locale.ROOT,
                    language.pick("  %s: %.1f customers, worth %+.2f\n", "  %s:%.1f 户,可增值 %+.2f\n"),
                    path.path().displayName(language),
                    path.customers(),
                    path.worth()));
        }
        return text.append(leftOutText(language)).toString();
    }

    String leftOutText(Language language) {
        return leftOut == 0 ? "" : language.pick("left out: ", "未计入客户数:") + leftOut + '\n';
    }

    static String percent(double share, Language language) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, language.pick("%.1f %%", "%.1f%%"), 100 * share);
    }
}
