package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;

/** The three tiers of the {@link ValuePyramid}. Immutable and thread-safe. */
public enum PyramidTier {
    /** The most valuable customers (高端客户). */
    HIGH("High-end customers", "高端客户"),
    /** Those between (中端客户). */
    MIDDLE("Mid-range customers", "中端客户"),
    /** The least valuable customers (低端客户). */
    LOW("Low-end customers", "低端客户");

    private static final ImmutableList<PyramidTier> ALL = ImmutableList.copyOf(values());

    private final String english;
    private final String chinese;

    PyramidTier(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The tiers from the top.
     *
     * @return an immutable list; a tier's place in it is its {@link #index()}
     */
    public static List<PyramidTier> all() {
        return ALL;
    }

    /**
     * The number that stands for this tier in a column of bytes.
     *
     * @return its place in {@link #all()}, in [0, 3)
     */
    @SuppressWarnings("EnumOrdinal") // the order is that of the pyramid; files have the names
    public byte index() {
        return (byte) ordinal();
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
