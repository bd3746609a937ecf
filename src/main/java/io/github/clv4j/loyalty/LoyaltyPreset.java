package io.github.clv4j.loyalty;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.ahp.WeightMethod;
import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import java.util.List;

/**
 * Loyalty indices for an industry, to be used as they are or as a start: indicators with both names, scales and judgements.
 * Answers are on scales of 1 to 5 unless said otherwise. Scales that depend on a currency or a base are rules that fit them
 * to customers; {@link LoyaltyIndexBuilder#rescale} states them instead.
 *
 * <p>Immutable and thread-safe.
 */
public enum LoyaltyPreset {

    /**
     * Telecommunications: four indicators of behaviour, six of feeling. The weights are published, the judgements behind them
     * are not: these are a reconstruction that agrees with the print to 1e-3, by the row geometric mean, which is how the
     * builder of this preset solves all judgements. Attitude to
     * competitors and price sensitivity are reversed: 1 on the scale of the index is a customer who does not care for rivals
     * and prices.
     */
    TELECOM("telecommunications", "电信"),

    /**
     * Retail: satisfaction has two levels, the goods and the act of buying. The structure is published, the judgements are ours.
     */
    RETAIL("retail", "零售"),

    /** Customers of a contact centre. Indicators and judgements are ours. */
    CONTACT_CENTRE("contact centre", "呼叫中心");

    private static final String BEHAVIOURAL = LoyaltyIndex.BEHAVIOURAL;
    private static final String EMOTIONAL = LoyaltyIndex.EMOTIONAL;

    private final String english;
    private final String chinese;

    LoyaltyPreset(String english, String chinese) {
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
     * Starts an index with the indicators of this preset.
     *
     * @return a new builder
     */
    public LoyaltyIndexBuilder builder() {
        return switch (this) {
            case TELECOM -> telecom();
            case RETAIL -> retail();
            case CONTACT_CENTRE -> contactCentre();
        };
    }

    private static LoyaltyIndexBuilder telecom() {
        LoyaltyIndexBuilder index = LoyaltyIndex.builder()
                .solver(AhpSolver.withDefaults().withMethod(WeightMethod.GEOMETRIC_MEAN))
                .add(BEHAVIOURAL, indicator("average spend", "平均消费", Unit.A_MONTH, typicalRange()))
                .add(BEHAVIOURAL, indicator("tenure", "在网时长", Unit.MONTHS, typicalRange()))
                .add(BEHAVIOURAL, indicator("services held", "多业务使用", Unit.SERVICES, ScaleRule.minMax()))
                .add(BEHAVIOURAL, indicator("consumption trend", "消费趋势", Unit.NONE, Scale.linear(0.9, 1.1)))
                .add(EMOTIONAL, answer("satisfaction", "满意度"))
                .add(EMOTIONAL, answer("recommends", "推荐意愿"))
                .add(EMOTIONAL, reversedAnswer("attitude to competitors", "对竞争者的态度"))
                .add(EMOTIONAL, reversedAnswer("price sensitivity", "价格敏感度"))
                .add(EMOTIONAL, answer("tolerance of quality incidents", "对质量事故的容忍度"))
                .add(EMOTIONAL, answer("resistance to price cuts", "对竞争者降价的抵抗力"));
        judge(
                index,
                BEHAVIOURAL,
                List.of("average spend", "tenure", "services held", "consumption trend"),
                1,
                7,
                3,
                7,
                3,
                1 / 5.0);
        index.judge(
                EMOTIONAL,
                PairwiseMatrix.ofMeasures(
                        List.of(
                                "satisfaction",
                                "recommends",
                                "attitude to competitors",
                                "price sensitivity",
                                "tolerance of quality incidents",
                                "resistance to price cuts"),
                        3,
                        3,
                        1,
                        3,
                        1,
                        1));
        return index;
    }

    private static LoyaltyIndexBuilder retail() {
        LoyaltyIndexBuilder index = LoyaltyIndex.builder()
                .add(BEHAVIOURAL, indicator("purchase frequency", "购买频次", Unit.A_YEAR, typicalRange()))
                .add(
                        BEHAVIOURAL,
                        indicator(
                                "recency", "最近一次购买间隔", Unit.DAYS, typicalRange().reversed()))
                .add(BEHAVIOURAL, indicator("average basket", "客单价", Unit.A_PURCHASE, typicalRange()))
                .add(BEHAVIOURAL, indicator("share of wallet", "钱包份额", Unit.NONE, Scale.linear(0, 1)))
                .addGroup(EMOTIONAL, "satisfaction", "满意度")
                .addGroup("satisfaction", "goods", "商品")
                .add("goods", answer("quality", "质量"))
                .add("goods", answer("range", "品种"))
                .add("goods", answer("price", "价格"))
                .addGroup("satisfaction", "act of buying", "购买过程")
                .add("act of buying", answer("staff", "服务人员"))
                .add("act of buying", answer("waiting", "等候时间"))
                .add("act of buying", answer("store", "购物环境"))
                .add("act of buying", answer("returns", "退换货"))
                .add(EMOTIONAL, answer("recommends", "推荐意愿"))
                .add(EMOTIONAL, answer("intends to return", "再次光顾意愿"));
        judge(
                index,
                BEHAVIOURAL,
                List.of("purchase frequency", "recency", "average basket", "share of wallet"),
                2,
                3,
                2,
                2,
                1,
                1 / 2.0);
        judge(index, "satisfaction", List.of("goods", "act of buying"), 2);
        judge(index, "goods", List.of("quality", "range", "price"), 3, 2, 1 / 2.0);
        judge(index, "act of buying", List.of("staff", "waiting", "store", "returns"), 2, 3, 1, 2, 1 / 2.0, 1 / 3.0);
        judge(index, EMOTIONAL, List.of("satisfaction", "recommends", "intends to return"), 2, 2, 1);
        return index;
    }

    private static LoyaltyIndexBuilder contactCentre() {
        LoyaltyIndexBuilder index = LoyaltyIndex.builder()
                .add(BEHAVIOURAL, indicator("tenure", "客户年限", Unit.MONTHS, typicalRange()))
                .add(BEHAVIOURAL, indicator("repeat contacts", "重复来电率", Unit.SHARE_OF_CASES, Scale.linear(1, 0)))
                .add(BEHAVIOURAL, indicator("complaint trend", "投诉趋势", Unit.RATIO_TO_LAST_YEAR, Scale.linear(2, 0)))
                .add(BEHAVIOURAL, indicator("offers taken", "推荐产品接受率", Unit.SHARE_OF_OFFERS, Scale.linear(0, 1)))
                .add(EMOTIONAL, answer("satisfaction with the contact", "通话满意度"))
                .add(EMOTIONAL, indicator("effort", "费力度", Unit.OF_SEVEN, Scale.likert(7, 1)))
                .add(EMOTIONAL, indicator("complaint handling", "投诉处理", Unit.NONE, Scale.linear(0, 1)))
                .add(EMOTIONAL, indicator("recommends", "推荐意愿", Unit.OF_TEN, Scale.likert(0, 10)));
        judge(
                index,
                BEHAVIOURAL,
                List.of("tenure", "repeat contacts", "complaint trend", "offers taken"),
                1 / 2.0,
                1 / 2.0,
                2,
                1,
                3,
                3);
        judge(
                index,
                EMOTIONAL,
                List.of("satisfaction with the contact", "effort", "complaint handling", "recommends"),
                1,
                2,
                2,
                2,
                2,
                1);
        return index;
    }

    /** The units of the presets. */
    private enum Unit {
        A_MONTH("a month", "每月"),
        MONTHS("months", "个月"),
        SERVICES("services", "项"),
        NONE("", ""),
        A_YEAR("a year", "每年"),
        DAYS("days", "天"),
        A_PURCHASE("a purchase", "每次"),
        SHARE_OF_CASES("share of cases", "占来电事项"),
        RATIO_TO_LAST_YEAR("ratio to last year", "与上年之比"),
        SHARE_OF_OFFERS("share of offers", "占推荐次数"),
        OF_SEVEN("of 1 to 7", "(1 至 7)"),
        OF_TEN("of 0 to 10", "(0 至 10)"),
        OF_FIVE("of 1 to 5", "(1 至 5)");

        private final String english;
        private final String chinese;

        Unit(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** One customer in twenty is beyond each end, so that outliers do not squeeze the others together. */
    private static ScaleRule typicalRange() {
        return ScaleRule.quantiles(0.05, 0.95);
    }

    private static Indicator indicator(String name, String chineseName, Unit unit, ScaleRule scale) {
        return new Indicator(name, chineseName, unit.english, unit.chinese, scale);
    }

    private static Indicator answer(String name, String chineseName) {
        return indicator(name, chineseName, Unit.OF_FIVE, Scale.likert(5));
    }

    private static Indicator reversedAnswer(String name, String chineseName) {
        return indicator(name, chineseName, Unit.OF_FIVE, Scale.likert(5, 1));
    }

    private static void judge(LoyaltyIndexBuilder index, String group, List<String> parts, double... judgements) {
        index.judge(group, PairwiseMatrix.ofUpperTriangle(parts, judgements));
    }
}
