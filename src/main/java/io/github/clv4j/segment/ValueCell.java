package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;

/**
 * The four cells of the {@link ValueMatrix}: a face of the cube, without loyalty. The names describe; writers on the
 * matrix use several sets of names. Immutable and thread-safe.
 */
public enum ValueCell {
    /** High current, high potential value (当前价值高、潜在价值高). */
    HIGH_HIGH("HH", "High current, high potential value", "当前价值高、潜在价值高"),
    /** High current, low potential value (当前价值高、潜在价值低). */
    HIGH_LOW("HL", "High current, low potential value", "当前价值高、潜在价值低"),
    /** Low current, high potential value (当前价值低、潜在价值高). */
    LOW_HIGH("LH", "Low current, high potential value", "当前价值低、潜在价值高"),
    /** Low current, low potential value (当前价值低、潜在价值低). */
    LOW_LOW("LL", "Low current, low potential value", "当前价值低、潜在价值低");

    private static final ImmutableList<ValueCell> ALL = ImmutableList.copyOf(values());

    private final String code;
    private final String english;
    private final String chinese;

    ValueCell(String code, String english, String chinese) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The cell of a place in the matrix.
     *
     * @param highCurrent whether the current value is high
     * @param highPotential whether the potential value is high
     * @return the cell
     */
    public static ValueCell of(boolean highCurrent, boolean highPotential) {
        return ALL.get((highCurrent ? 0 : 2) + (highPotential ? 0 : 1));
    }

    /**
     * The cell of a segment, whatever its loyalty.
     *
     * @param segment the segment
     * @return the cell
     */
    public static ValueCell of(Segment segment) {
        return of(segment.isHigh(Axis.CURRENT_VALUE), segment.isHigh(Axis.POTENTIAL_VALUE));
    }

    /**
     * The cells, both values high first.
     *
     * @return an immutable list; a cell's place in it is its {@link #index()}
     */
    public static List<ValueCell> all() {
        return ALL;
    }

    /**
     * The number that stands for this cell in a column of bytes.
     *
     * @return its place in {@link #all()}, in [0, 4)
     */
    @SuppressWarnings("EnumOrdinal") // the order of the matrix; files have the names
    public byte index() {
        return (byte) ordinal();
    }

    /**
     * The place in the matrix as two letters: current value, potential value, each H or L.
     *
     * @return the code, such as {@code "HL"}
     */
    public String code() {
        return code;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }
}
