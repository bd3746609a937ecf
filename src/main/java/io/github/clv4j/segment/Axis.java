package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;

/** The three axes of the cube. Immutable and thread-safe. */
public enum Axis {
    /** Current value, in money (客户当前价值). */
    CURRENT_VALUE("current value", "当前价值"),
    /** Potential value, in money (客户潜在价值). */
    POTENTIAL_VALUE("potential value", "潜在价值"),
    /** Loyalty, usually in [0, 1] (客户忠诚度). */
    LOYALTY("loyalty", "忠诚度");

    private static final ImmutableList<Axis> ALL = ImmutableList.copyOf(values());

    private final String english;
    private final String chinese;

    Axis(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
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

    /**
     * The three axes in the order current value, potential value, loyalty.
     *
     * @return an immutable list; an axis's place in it is its {@link #index()}
     */
    public static List<Axis> all() {
        return ALL;
    }

    /**
     * The number that stands for this axis in a column of bytes.
     *
     * @return its place in {@link #all()}, in [0, 3)
     */
    @SuppressWarnings("EnumOrdinal") // the order is that of the letters of a segment's code
    public byte index() {
        return (byte) ordinal();
    }
}
