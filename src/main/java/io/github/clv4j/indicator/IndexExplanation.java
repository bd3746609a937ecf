package io.github.clv4j.indicator;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a part of an index, or the whole, says of one customer, and where that comes from. The contributions of the parts of a
 * group add up to the contribution of the group, and those of all indicators to the index. Immutable and thread-safe.
 *
 * @param part the group or the indicator
 * @param raw the raw value of an indicator; NaN if it is missing, and for a group
 * @param weight its weight in the whole index, in (0, 1]; 1 for the whole
 * @param value its own value, in [0, 1]: the score of an indicator, the weighted mean of what is known of a group; NaN where
 *     nothing is known, and for the whole where there is no index
 * @param coverage how much of it is known, in [0, 1]: of an indicator 0 or 1
 * @param contribution what it adds to the index, in [0, 1]: weight times score over the weight of all that is known; 0 where it
 *     is missing, NaN where there is no index
 * @param parts the parts of a group in their order; none of an indicator
 */
public record IndexExplanation(
        IndexNode part,
        double raw,
        double weight,
        double value,
        double coverage,
        double contribution,
        List<IndexExplanation> parts) {

    /**
     * Keeps a copy of the parts.
     *
     * @param part the group or the indicator
     * @param raw the raw value of an indicator
     * @param weight its weight in the whole index
     * @param value its own value
     * @param coverage how much of it is known
     * @param contribution what it adds to the index
     * @param parts the parts of a group in their order
     */
    public IndexExplanation {
        parts = List.copyOf(parts);
    }

    /**
     * Whether it is of an indicator, not of a group.
     *
     * @return whether it has no parts
     */
    public boolean isIndicator() {
        return parts.isEmpty();
    }

    /**
     * The explanations of the indicators below, at any depth.
     *
     * @return the explanations in the order of the indicators; of an indicator itself alone
     */
    public List<IndexExplanation> indicators() {
        return leaves().toList();
    }

    private Stream<IndexExplanation> leaves() {
        return isIndicator() ? Stream.of(this) : parts.stream().flatMap(IndexExplanation::leaves);
    }

    /**
     * What each indicator adds to the index.
     *
     * @return one for each indicator in their order, summing to the index
     */
    public List<Contribution> contributions() {
        return leaves().map(leaf -> new Contribution(leaf.part.name(), leaf.contribution))
                .toList();
    }

    /**
     * The explanation as lines a person can read, numbers rounded to four decimals; parts stand under their group, indented.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        if (weight < 1 || isIndicator()) {
            append(text, "", language);
        } else {
            text.append(wholeText(language));
            parts.forEach(inner -> inner.append(text, "  ", language));
        }
        return text.toString();
    }

    private String wholeText(Language language) {
        String name = part.displayName(language);
        return Double.isNaN(value)
                ? line(language.pick("%s: none, only %.4f of it is known\n", "%s:无,仅覆盖 %.4f\n"), name, coverage)
                : line(language.pick("%s %.4f: coverage %.4f\n", "%s %.4f:覆盖率 %.4f\n"), name, value, coverage);
    }

    private void append(StringBuilder text, String indent, Language language) {
        text.append(indent).append(isIndicator() ? indicatorText(language) : groupText(language));
        parts.forEach(inner -> inner.append(text, indent + "  ", language));
    }

    private String indicatorText(Language language) {
        String name = part.displayName(language);
        if (Double.isNaN(raw)) {
            return line(language.pick("%s is missing, weight %.4f\n", "%s 缺失,权重 %.4f\n"), name, weight);
        }
        return line(
                language.pick("%s %.4f%s: score %.4f, weight %.4f%s\n", "%s %.4f%s:得分 %.4f,权重 %.4f%s\n"),
                name,
                raw,
                unit(language),
                value,
                weight,
                added(language));
    }

    private String groupText(Language language) {
        String name = part.displayName(language);
        if (Double.isNaN(value)) {
            return line(language.pick("%s is unknown, weight %.4f\n", "%s 未知,权重 %.4f\n"), name, weight);
        }
        return line(
                language.pick("%s %.4f: coverage %.4f, weight %.4f%s\n", "%s %.4f:覆盖率 %.4f,权重 %.4f%s\n"),
                name,
                value,
                coverage,
                weight,
                added(language));
    }

    private String unit(Language language) {
        String unit = part instanceof Indicator indicator ? indicator.displayUnit(language) : "";
        return unit.isEmpty() ? "" : " " + unit;
    }

    private String added(Language language) {
        return Double.isNaN(contribution) ? "" : line(language.pick(": %+.4f", ":%+.4f"), contribution);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
