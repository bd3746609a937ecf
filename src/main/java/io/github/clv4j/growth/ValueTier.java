package io.github.clv4j.growth;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;

/**
 * The four kinds of customer of the 8-2-4-1 model, by tenure and ARPU. {@link TierCuts} says where they are cut.
 *
 * <p>The source has four kinds of customer; of their names its text keeps low value and secondary value (次价值). Which place
 * each has in the square, and the names of the other two, are of clv4j.
 *
 * <p>Immutable and thread-safe.
 */
public enum ValueTier {
    /** Long tenure, high ARPU (高价值). */
    HIGH(true, true, "High value", "高价值"),
    /** Long tenure, low ARPU (潜价值). */
    LATENT(true, false, "Latent value", "潜价值"),
    /** Short tenure, high ARPU (次价值). */
    SECONDARY(false, true, "Secondary value", "次价值"),
    /** Short tenure, low ARPU (低价值). */
    LOW(false, false, "Low value", "低价值");

    private static final ImmutableList<ValueTier> ALL = ImmutableList.copyOf(values());

    private final boolean longTenure;
    private final boolean highArpu;
    private final String english;
    private final String chinese;

    ValueTier(boolean longTenure, boolean highArpu, String english, String chinese) {
        this.longTenure = longTenure;
        this.highArpu = highArpu;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The tier of a place in the square.
     *
     * @param longTenure whether the tenure is long
     * @param highArpu whether the ARPU is high
     * @return the tier
     */
    public static ValueTier of(boolean longTenure, boolean highArpu) {
        if (longTenure) {
            return highArpu ? HIGH : LATENT;
        }
        return highArpu ? SECONDARY : LOW;
    }

    /**
     * The four tiers, high value first.
     *
     * @return an immutable list; a tier's place in it is its {@link #index()}
     */
    public static List<ValueTier> all() {
        return ALL;
    }

    /**
     * The number that stands for this tier in a column of bytes.
     *
     * @return its place in {@link #all()}, in [0, 4)
     */
    @SuppressWarnings("EnumOrdinal") // the order is that of all(); files have the names
    public byte index() {
        return (byte) ordinal();
    }

    /**
     * Whether customers of this tier have been here long.
     *
     * @return true for high and latent value
     */
    public boolean isLong() {
        return longTenure;
    }

    /**
     * Whether customers of this tier pay much.
     *
     * @return true for high and secondary value
     */
    public boolean isHighArpu() {
        return highArpu;
    }

    /**
     * Whether this tier is as good as another on both dimensions. Latent and secondary value are not to be compared:
     * neither is at least the other.
     *
     * @param other the other tier
     * @return true if this tier is long where the other is, and high where the other is
     */
    public boolean isAtLeast(ValueTier other) {
        return (longTenure || !other.longTenure) && (highArpu || !other.highArpu);
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
