package io.github.clv4j.segment;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;

/**
 * The segment of a customer and why: the place on each axis and the distance to its cut. Immutable and thread-safe.
 *
 * @param segment the segment
 * @param axes the three axes in the order current value, potential value, loyalty
 */
public record SegmentPlacement(Segment segment, List<AxisPlacement> axes) {

    /**
     * Keeps a copy of the axes.
     *
     * @param segment the segment
     * @param axes the three axes in the order current value, potential value, loyalty
     */
    public SegmentPlacement {
        axes = List.copyOf(axes);
    }

    /**
     * The placement as lines a person can read, numbers rounded to four decimals.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "%s (%s): %s\n", segment.displayName(language), segment.code(), segment.stance(language)));
        for (AxisPlacement axis : axes) {
            text.append(String.format(
                    Locale.ROOT,
                    language.pick("  %s %.4f is %s: cut %.4f, distance %+.4f\n", "  %s %.4f 为%s:切分点 %.4f,相距 %+.4f\n"),
                    axis.axis().displayName(language),
                    axis.value(),
                    axis.isHigh() ? language.pick("high", "高") : language.pick("low", "低"),
                    axis.cut(),
                    axis.distance()));
        }
        return text.toString();
    }
}
