package io.github.clv4j.growth;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.Language;
import java.util.List;

/**
 * The eight points at which customers perceive an operator, in the order of the source: from those that lengthen the time on
 * the network to those that raise ARPU.
 *
 * <p>The points and their order are of the source. That the {@linkplain #defaultLeverage leverage} falls from one end to the
 * other in even steps is of clv4j, and {@link PerceptionLeverage} takes your own; so is the Chinese wording.
 *
 * <p>Immutable and thread-safe.
 */
public enum PerceptionPoint {
    /** Network quality (网络质量). */
    NETWORK_QUALITY("Network quality", "网络质量"),
    /** Brand image (品牌形象). */
    BRAND_IMAGE("Brand image", "品牌形象"),
    /** Communication technology (通信技术). */
    COMMUNICATION_TECHNOLOGY("Communication technology", "通信技术"),
    /** Service innovation (服务创新). */
    SERVICE_INNOVATION("Service innovation", "服务创新"),
    /** Service touchpoints (服务触点). */
    SERVICE_TOUCHPOINTS("Service touchpoints", "服务触点"),
    /** Business convergence (业务融合). */
    BUSINESS_CONVERGENCE("Business convergence", "业务融合"),
    /** Business innovation (业务创新). */
    BUSINESS_INNOVATION("Business innovation", "业务创新"),
    /** Marketing (市场营销). */
    MARKETING("Marketing", "市场营销");

    private static final ImmutableList<PerceptionPoint> ALL = ImmutableList.copyOf(values());

    private final String english;
    private final String chinese;

    PerceptionPoint(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The eight points in the order of the source.
     *
     * @return an immutable list; point k is at place k - 1
     */
    public static List<PerceptionPoint> all() {
        return ALL;
    }

    /**
     * The point of a name.
     *
     * @param name the name of the constant in lower case with hyphens, such as {@code "network-quality"}, exactly
     * @return the point
     * @throws IllegalArgumentException if no point has that name
     */
    public static PerceptionPoint ofName(String name) {
        return ConstantName.find(PerceptionPoint.class, name)
                .orElseThrow(() -> new IllegalArgumentException("there is no perception point \"" + name
                        + "\"; known are " + ConstantName.all(PerceptionPoint.class)));
    }

    /**
     * The number k of the point.
     *
     * @return its place in the order of the source, in [1, 8]
     */
    @SuppressWarnings("EnumOrdinal") // the order is the numbering of the source; files have the names
    public int number() {
        return ordinal() + 1;
    }

    /**
     * How strongly the point acts on a dimension unless told otherwise.
     *
     * @param dimension the dimension
     * @return for point k (8 - k) / 7 on tenure and (k - 1) / 7 on ARPU, in [0, 1]
     */
    public double defaultLeverage(GrowthDimension dimension) {
        int steps = dimension == GrowthDimension.TENURE ? ALL.size() - number() : number() - 1;
        return steps / (ALL.size() - 1.0);
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
