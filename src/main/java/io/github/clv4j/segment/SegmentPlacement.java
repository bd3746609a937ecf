package io.github.clv4j.segment;

import io.github.clv4j.base.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
     * What it would take to bring the customer to a better segment, by one axis at a time.
     *
     * @return a lift for each axis that is low, in the order of the axes; none for {@link Segment#PLATINUM}
     */
    public List<SegmentLift> lifts() {
        return axes.stream()
                .filter(place -> place.value() < place.cut())
                .map(place -> new SegmentLift(
                        place.axis(), place.value(), place.cut(), SegmentLift.lifted(segment, place.axis())))
                .toList();
    }

    /**
     * The lift with the smallest {@linkplain SegmentLift#relativeGap() relative gap}: the gaps of money and of probability
     * cannot be compared as they are. A gap without one, of a cut at 0, comes last; of equal gaps the first in the order of the
     * axes is taken. That the smallest share is the lift to name is ours.
     *
     * @return the lift; empty for {@link Segment#PLATINUM}
     */
    public Optional<SegmentLift> lift() {
        return lifts().stream().min(Comparator.comparingDouble(SegmentLift::relativeGap));
    }

    /**
     * The placement as lines a person can read, numbers rounded to four decimals; the last line is the {@link #lift()}, if
     * there is one.
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
        lift().ifPresent(lift -> text.append("  ").append(lift.text(language)));
        return text.toString();
    }
}
