package io.github.clv4j.growth;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.List;
import java.util.Optional;

/**
 * Where a customer stands and which path to take first: the steps open to the customer, the one of the larger worth first,
 * and that by ARPU where both are worth the same. A step that is worth nothing or less is never advised. Immutable and
 * thread-safe.
 *
 * @param tier the tier of the customer
 * @param steps the steps open to the customer in the order in which to try them: two for low value, none for high value,
 *     else one
 */
public record GrowthAdvice(ValueTier tier, List<GrowthStep> steps) {

    /**
     * Keeps a copy of the steps.
     *
     * @param tier the tier of the customer
     * @param steps the steps open to the customer, the one of the larger worth first
     * @throws IllegalArgumentException if the steps are not those of the tier, or the smaller worth comes first
     */
    public GrowthAdvice {
        steps = List.copyOf(steps);
        List<GrowthPath> paths = steps.stream().map(GrowthStep::path).sorted().toList();
        if (!paths.equals(GrowthPath.from(tier))) {
            throw new IllegalArgumentException(
                    "steps of " + tier + " must be along " + GrowthPath.from(tier) + ", but were along " + paths);
        }
        if (steps.size() == 2 && steps.get(1).worth() > steps.get(0).worth()) {
            throw Require.outside(
                    "worth of the first step",
                    "at least " + steps.get(1).worth(),
                    steps.get(0).worth());
        }
    }

    /**
     * The step to make first.
     *
     * @return the step; empty where no step is worth more than nothing, or the tier is high value
     */
    public Optional<GrowthStep> first() {
        return steps.stream().findFirst().filter(GrowthStep::isWorthwhile);
    }

    /**
     * The path to take first.
     *
     * @return the path of {@link #first()}
     */
    public Optional<GrowthPath> path() {
        return first().map(GrowthStep::path);
    }

    /**
     * What the path is worth today.
     *
     * @return the worth of {@link #first()}, in money, in [0, Inf); 0 where there is none
     */
    public double worth() {
        return first().map(GrowthStep::worth).orElse(0.0);
    }

    /**
     * The other step of a low value customer, whatever it is worth.
     *
     * @return the step of the smaller worth; empty for the other tiers
     */
    public Optional<GrowthStep> other() {
        return steps.stream().skip(1).findFirst();
    }

    /**
     * The advice as lines a person can read, amounts rounded to two decimals.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder(tier.displayName(language)).append('\n');
        if (steps.isEmpty()) {
            text.append(language.pick("  no step left: keep\n", "  已无可升之级:予以保持\n"));
        }
        for (int i = 0; i < steps.size(); i++) {
            GrowthStep step = steps.get(i);
            text.append("  ")
                    .append(label(step, i, language))
                    .append(step.text(language))
                    .append('\n');
        }
        first().ifPresent(step -> text.append(lever(step.path().lever(), language)));
        return text.toString();
    }

    private static String label(GrowthStep step, int place, Language language) {
        if (!step.isWorthwhile()) {
            return language.pick("not advised: ", "不建议:");
        }
        return place == 0 ? language.pick("first: ", "首选:") : language.pick("other: ", "另一路径:");
    }

    private static String lever(GrowthLever lever, Language language) {
        return language.pick("  lever: ", "  抓手:")
                + lever.displayName(language)
                + language.pick(", by ", ":")
                + lever.means(language)
                + '\n';
    }
}
