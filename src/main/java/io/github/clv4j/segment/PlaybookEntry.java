package io.github.clv4j.segment;

import io.github.clv4j.base.BilingualText;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import io.github.clv4j.base.VisibleText;
import java.util.List;

/**
 * What to do about the customers of one segment. Immutable and thread-safe.
 *
 * @param segment the segment
 * @param priority how much may be spent on it
 * @param stance what to do, in a line
 * @param aims what it is done for, the main aim first
 * @param measures what is typically done, the first step first
 */
public record PlaybookEntry(
        Segment segment,
        ResourcePriority priority,
        BilingualText stance,
        List<BilingualText> aims,
        List<BilingualText> measures) {

    /**
     * Creates an entry; the lists are copied.
     *
     * @param segment the segment
     * @param priority how much may be spent on it
     * @param stance what to do, in a line
     * @param aims what it is done for, the main aim first; at least one, distinct
     * @param measures what is typically done, the first step first; at least one, distinct
     * @throws IllegalArgumentException if there is no aim or no measure, one stands twice, or a text is not one line in which
     *     everything can be seen
     */
    public PlaybookEntry {
        aims = List.copyOf(aims);
        measures = List.copyOf(measures);
        requireLine(stance, "stance of " + segment);
        requireLines(aims, "aims of " + segment);
        requireLines(measures, "measures of " + segment);
    }

    private static void requireLines(List<BilingualText> texts, String name) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(name + " must be at least one, but were none");
        }
        Require.distinct(texts, name);
        texts.forEach(text -> requireLine(text, name));
    }

    private static void requireLine(BilingualText text, String name) {
        for (Language language : Language.values()) {
            if (!VisibleText.isLine(text.in(language))) {
                throw new IllegalArgumentException(
                        name + " must be one line, without characters that cannot be seen, but was "
                                + VisibleText.line(text.in(language)));
            }
        }
    }

    /**
     * The measure to begin with.
     *
     * @param language the language of the text
     * @return the first measure
     */
    public String firstStep(Language language) {
        return measures.get(0).in(language);
    }

    /**
     * The entry as lines a person can read: the segment and its stance, what may be spent, the aims, the first step and those
     * after it.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder()
                .append(segment.displayName(language))
                .append(" (" + segment.code() + "): ")
                .append(stance.in(language))
                .append('\n');
        append(text, language.pick("resources: ", "资源投入:"), priority.displayName(language));
        aims.forEach(aim -> append(text, language.pick("aim: ", "目标:"), aim.in(language)));
        append(text, language.pick("first step: ", "第一步:"), firstStep(language));
        measures.stream()
                .skip(1)
                .forEach(measure -> append(text, language.pick("then: ", "其后:"), measure.in(language)));
        return text.toString();
    }

    private static void append(StringBuilder text, String label, String line) {
        text.append("  ").append(label).append(line).append('\n');
    }
}
