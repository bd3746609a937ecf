package io.github.clv4j.growth;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The points to act on to raise one dimension. Made by {@link PerceptionLeverage#rank}. Immutable and thread-safe.
 *
 * @param dimension the dimension
 * @param ranked the points whose score is known, the highest priority first, ties in the order of the source
 * @param unknown the points whose score is not known, in the order of the source
 */
public record PerceptionRanking(
        GrowthDimension dimension, List<PerceptionPriority> ranked, List<PerceptionPoint> unknown) {

    /**
     * Keeps copies of the lists.
     *
     * @param dimension the dimension
     * @param ranked the points whose score is known, the highest priority first
     * @param unknown the points whose score is not known
     */
    public PerceptionRanking {
        ranked = List.copyOf(ranked);
        unknown = List.copyOf(unknown);
    }

    /**
     * The ranking as lines a person can read, numbers rounded to two decimals, priorities to three.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder(language.pick("to raise ", "提升"))
                .append(dimension.displayName(language))
                .append('\n');
        for (int i = 0; i < ranked.size(); i++) {
            PerceptionPriority priority = ranked.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    language.pick(
                            "  %d. %s: priority %.3f = leverage %.2f x (1 - score %.2f)\n",
                            "  %d. %s:优先度 %.3f = 影响力 %.2f ×(1 − 得分 %.2f)\n"),
                    i + 1,
                    priority.point().displayName(language),
                    priority.priority(),
                    priority.leverage(),
                    priority.score()));
        }
        if (!unknown.isEmpty()) {
            text.append(language.pick("  not known: ", "  得分未知:"))
                    .append(unknown.stream()
                            .map(point -> point.displayName(language))
                            .collect(Collectors.joining(language.pick(", ", "、"))))
                    .append('\n');
        }
        return text.toString();
    }
}
