package io.github.clv4j.growth;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;

/**
 * The four paths to a better tier, each along one dimension.
 *
 * <p>The source of the 8-2-4-1 model has four paths, of which its text keeps one: low value rises to secondary value by ARPU
 * ({@link #isSourced()}). The other three are of clv4j, the only single steps left in the square.
 *
 * <p>Immutable and thread-safe.
 */
public enum GrowthPath {
    /** Low value rises to secondary value by ARPU, the path the source keeps (低价值→次价值). */
    LOW_TO_SECONDARY(ValueTier.LOW, ValueTier.SECONDARY, GrowthDimension.ARPU),
    /** Low value rises to latent value by tenure (低价值→潜价值). */
    LOW_TO_LATENT(ValueTier.LOW, ValueTier.LATENT, GrowthDimension.TENURE),
    /** Secondary value rises to high value by tenure (次价值→高价值). */
    SECONDARY_TO_HIGH(ValueTier.SECONDARY, ValueTier.HIGH, GrowthDimension.TENURE),
    /** Latent value rises to high value by ARPU (潜价值→高价值). */
    LATENT_TO_HIGH(ValueTier.LATENT, ValueTier.HIGH, GrowthDimension.ARPU);

    private static final ImmutableList<GrowthPath> ALL = ImmutableList.copyOf(values());

    private final ValueTier from;
    private final ValueTier to;
    private final GrowthDimension dimension;

    GrowthPath(ValueTier from, ValueTier to, GrowthDimension dimension) {
        this.from = from;
        this.to = to;
        this.dimension = dimension;
    }

    /**
     * The four paths, that of the source first.
     *
     * @return an immutable list; a path's place in it is its {@link #index()}
     */
    public static List<GrowthPath> all() {
        return ALL;
    }

    /**
     * The paths open to a tier.
     *
     * @param tier the tier
     * @return two for low value, that by ARPU first; none for high value; else one
     */
    public static List<GrowthPath> from(ValueTier tier) {
        return ALL.stream().filter(path -> path.from == tier).toList();
    }

    /** The step along a dimension from a tier that is not yet high on it. */
    static GrowthPath of(ValueTier from, GrowthDimension dimension) {
        if (dimension == GrowthDimension.ARPU) {
            return from == ValueTier.LOW ? LOW_TO_SECONDARY : LATENT_TO_HIGH;
        }
        return from == ValueTier.LOW ? LOW_TO_LATENT : SECONDARY_TO_HIGH;
    }

    /**
     * The number that stands for this path in a column of bytes.
     *
     * @return its place in {@link #all()}, in [0, 4)
     */
    @SuppressWarnings("EnumOrdinal") // the order is that of all(); files have the names
    public byte index() {
        return (byte) ordinal();
    }

    /**
     * Where the path begins.
     *
     * @return the tier of those who may take it
     */
    public ValueTier from() {
        return from;
    }

    /**
     * Where the path leads.
     *
     * @return the tier of those who have taken it
     */
    public ValueTier to() {
        return to;
    }

    /**
     * What has to rise.
     *
     * @return the dimension
     */
    public GrowthDimension dimension() {
        return dimension;
    }

    /**
     * What makes it rise.
     *
     * @return the lever of the dimension
     */
    public GrowthLever lever() {
        return GrowthLever.of(dimension);
    }

    /**
     * Whether the path stands in the text of the source.
     *
     * @return true for low value to secondary value, false for those of clv4j
     */
    public boolean isSourced() {
        return this == LOW_TO_SECONDARY;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name, such as {@code "Low value to secondary value by ARPU"}
     */
    public String displayName(Language language) {
        String end = to.displayName(language);
        return language.pick(
                from.displayName(language) + " to " + Character.toLowerCase(end.charAt(0)) + end.substring(1) + " by "
                        + dimension.displayName(language),
                from.displayName(language) + "升至" + end + "(" + dimension.displayName(language) + ")");
    }
}
