package io.github.clv4j.value;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups, indicators, scales and judgements of {@link ValueIndex#standard()}. */
final class StandardValueIndex {

    private static final String REVENUE = "revenue contribution";
    private static final String COST = "cost to serve";
    private static final String RELATIONSHIP = "relationship";
    private static final String GROWTH = "growth";

    private static final ImmutableMap<String, String> CHINESE_GROUPS = ImmutableMap.<String, String>builder()
            .put(ValueIndex.WHOLE, "客户价值指数")
            .put(ValueIndex.CURRENT_VALUE, "当前价值")
            .put(ValueIndex.POTENTIAL_VALUE, "潜在价值")
            .put(REVENUE, "收入贡献")
            .put(COST, "服务成本")
            .put(RELATIONSHIP, "客户关系")
            .put(GROWTH, "成长空间")
            .buildOrThrow();

    private StandardValueIndex() {}

    /** Each row of a matrix above its diagonal: how many times as important as those after it a part is. */
    static Map<String, PairwiseMatrix> judgements() {
        Map<String, PairwiseMatrix> all = new LinkedHashMap<>();
        judge(all, ValueIndex.WHOLE, List.of(ValueIndex.CURRENT_VALUE, ValueIndex.POTENTIAL_VALUE), 1);
        judge(all, ValueIndex.CURRENT_VALUE, List.of(REVENUE, COST), 3);
        judge(
                all,
                REVENUE,
                List.of("ARPU", "revenue trend", "data share of revenue", "payment punctuality"),
                3,
                5,
                3,
                2,
                1,
                1 / 2.0);
        judge(all, COST, List.of("service contacts", "subsidy rate", "channel cost"), 1 / 2.0, 1, 2);
        judge(all, ValueIndex.POTENTIAL_VALUE, List.of(RELATIONSHIP, GROWTH), 2);
        judge(all, RELATIONSHIP, List.of("tenure", "contract remaining", "satisfaction"), 4, 2, 1 / 2.0);
        judge(all, GROWTH, List.of("services held", "new-service adoption", "referrals"), 1, 3, 2);
        return all;
    }

    private static void judge(Map<String, PairwiseMatrix> all, String group, List<String> parts, double... judgements) {
        all.put(group, PairwiseMatrix.ofUpperTriangle(parts, judgements));
    }

    static Map<String, Indicator> indicators() {
        Map<String, Indicator> all = new LinkedHashMap<>();
        add(all, "ARPU", "ARPU 值", "a month", "每月", typicalRange());
        add(all, "revenue trend", "收入趋势", "times the period before", "(与上期之比)", Scale.linear(0.9, 1.1));
        add(all, "data share of revenue", "流量收入占比", "of revenue", "占收入", Scale.linear(0, 1));
        add(all, "payment punctuality", "缴费及时率", "of bills", "占账单", Scale.linear(0, 1));
        add(all, "service contacts", "客服接触次数", "a year", "每年", typicalRange().reversed());
        add(all, "subsidy rate", "补贴率", "of revenue", "占收入", Scale.linear(1, 0));
        add(all, "channel cost", "渠道成本", "a month", "每月", typicalRange().reversed());
        add(all, "tenure", "在网时长", "months", "个月", typicalRange());
        add(all, "contract remaining", "合约剩余期", "months", "个月", typicalRange());
        add(all, "satisfaction", "满意度", "of 1 to 5", "(1 至 5)", Scale.likert(5));
        add(all, "services held", "使用业务数", "services", "项", ScaleRule.minMax());
        add(all, "new-service adoption", "新业务接受率", "of offers", "占推荐次数", Scale.linear(0, 1));
        add(all, "referrals", "推荐入网人数", "a year", "每年", ScaleRule.minMax());
        return all;
    }

    private static void add(
            Map<String, Indicator> all,
            String name,
            String chineseName,
            String unit,
            String chineseUnit,
            ScaleRule scale) {
        all.put(name, new Indicator(name, chineseName, unit, chineseUnit, scale));
    }

    /** One customer in twenty is beyond each end, so that outliers do not squeeze the others together. */
    private static ScaleRule typicalRange() {
        return ScaleRule.quantiles(0.05, 0.95);
    }

    static String chineseName(String group) {
        return CHINESE_GROUPS.getOrDefault(group, group);
    }
}
