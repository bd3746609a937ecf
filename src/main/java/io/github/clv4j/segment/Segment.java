package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;

/**
 * The eight segments of the cube of current value, potential value and loyalty, each axis high (H) or low (L). Immutable
 * and thread-safe.
 */
public enum Segment {
    /** High current value, high potential value, high loyalty (白金客户). */
    PLATINUM(
            "HHH",
            "Platinum customers",
            "白金客户",
            "first call on resources: relationship marketing, VIP service, personal care",
            "优先投入资源:关系营销、贵宾服务、个性化关怀"),
    /** High current value, low potential value, high loyalty (黄金客户). */
    GOLD(
            "HLH",
            "Gold customers",
            "黄金客户",
            "enough resources to keep them: basic products, no growth to be bought",
            "投入足够资源加以保持:以基本产品为主,不求增长"),
    /** Low current value, low potential value, high loyalty (忠诚客户). */
    LOYAL(
            "LLH",
            "Loyal customers",
            "忠诚客户",
            "good basic service, stable, not a retention priority",
            "做好基本服务:稳定,非重点挽留对象"),
    /** Low current value, high potential value, high loyalty (潜力客户). */
    POTENTIAL(
            "LHH",
            "Potential customers",
            "潜力客户",
            "invest: personalised offers that turn potential into current value",
            "加大投入:以个性化业务把潜在价值转为当前价值"),
    /** High current value, high potential value, low loyalty (易流失客户). */
    CHURN_PRONE(
            "HHL",
            "Churn-prone customers",
            "易流失客户",
            "courted by rivals: find the reason, loyalty offers, more human service",
            "竞争对手争夺对象:查明原因,给予忠诚优惠和更人性化的服务"),
    /** High current value, low potential value, low loyalty (短期型客户). */
    SHORT_TERM(
            "HLL",
            "Short-term customers",
            "短期型客户",
            "pays well for a short time: keep as is, no extra resources",
            "短期贡献高、易被吸引走:维持现状,不追加资源"),
    /** Low current value, low potential value, low loyalty (最无价值客户). */
    LEAST_VALUABLE(
            "LLL", "Least valuable customers", "最无价值客户", "no large resources: let go if they go", "不投入大量资源:任其去留"),
    /** Low current value, high potential value, low loyalty (可发展型客户). */
    DEVELOPABLE(
            "LHL",
            "Developable customers",
            "可发展型客户",
            "some resources: good information and service to build loyalty",
            "适度投入:以良好的信息与服务培养忠诚");

    /** The segments by place in the cube: bit 2 current value, bit 1 potential value, bit 0 loyalty. */
    private static final ImmutableList<Segment> BY_PLACE =
            ImmutableList.of(LEAST_VALUABLE, LOYAL, DEVELOPABLE, POTENTIAL, SHORT_TERM, GOLD, CHURN_PRONE, PLATINUM);

    private static final ImmutableList<Segment> ALL = ImmutableList.copyOf(values());

    private final String code;
    private final String english;
    private final String chinese;
    private final String englishStance;
    private final String chineseStance;

    Segment(String code, String english, String chinese, String englishStance, String chineseStance) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
        this.englishStance = englishStance;
        this.chineseStance = chineseStance;
    }

    /**
     * The segment of a place in the cube.
     *
     * @param highCurrent whether the current value is high
     * @param highPotential whether the potential value is high
     * @param highLoyalty whether the loyalty is high
     * @return the segment
     */
    public static Segment of(boolean highCurrent, boolean highPotential, boolean highLoyalty) {
        return BY_PLACE.get((highCurrent ? 4 : 0) + (highPotential ? 2 : 0) + (highLoyalty ? 1 : 0));
    }

    /** The indices of the segments by place in the cube: 4 for high current value, 2 for high potential value, 1 for high loyalty. */
    static byte[] indicesByPlace() {
        byte[] indices = new byte[BY_PLACE.size()];
        for (int place = 0; place < indices.length; place++) {
            indices[place] = BY_PLACE.get(place).index();
        }
        return indices;
    }

    /**
     * The eight segments in the order of the cube's numbering, platinum first.
     *
     * @return an immutable list; a segment's place in it is its {@link #index()}
     */
    public static List<Segment> all() {
        return ALL;
    }

    /**
     * The number that stands for this segment in a column of bytes.
     *
     * @return its place in {@link #all()}, in [0, 8)
     */
    @SuppressWarnings("EnumOrdinal") // the order is the numbering of the cube; files have the names
    public byte index() {
        return (byte) ordinal();
    }

    /**
     * The place in the cube as three letters: current value, potential value, loyalty, each H or L.
     *
     * @return the code, such as {@code "HLH"}
     */
    public String code() {
        return code;
    }

    /** Whether an axis is high, as its letter of the code says. */
    boolean isHigh(Axis axis) {
        return code.charAt(axis.index()) == 'H';
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
     * What to do about customers of this segment, in a line.
     *
     * @param language the language of the text
     * @return the stance
     */
    public String stance(Language language) {
        return language.pick(englishStance, chineseStance);
    }
}
