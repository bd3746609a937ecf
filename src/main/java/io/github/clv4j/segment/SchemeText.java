package io.github.clv4j.segment;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;

/** A {@link SchemeComparison} as lines of text. Names stand after the numbers, so that the columns align in any language. */
final class SchemeText {

    private final StringBuilder text = new StringBuilder();
    private final Language language;

    private SchemeText(Language language) {
        this.language = language;
    }

    static String of(SchemeComparison comparison, Language language) {
        SchemeText text = new SchemeText(language);
        int placed = comparison.customers() - comparison.withoutSegment();
        text.line(
                "%1$,d %3$s in three schemes, %2$,d without a segment left out\n",
                "%,d 个客户在三种划分中,另有 %,d 个没有细分,未计入\n",
                placed,
                comparison.withoutSegment(),
                placed == 1 ? "customer" : "customers");
        text.line(
                "customers, %% of customers, %% of value, mean risk %%, low loyalty %%, value at risk\n",
                "客户数、客户占比(%%)、价值占比(%%)、平均风险(%%)、低忠诚占比(%%)、风险价值\n");
        text.scheme("pyramid", "客户金字塔", comparison.pyramid());
        text.scheme("matrix", "客户价值矩阵", comparison.matrix());
        text.scheme("cube", "三维细分", comparison.cube());
        text.hidden("the pyramid", "客户金字塔", comparison.highTier());
        text.hidden("the matrix", "客户价值矩阵", comparison.highCell());
        return text.text.toString();
    }

    private void scheme(String english, String chinese, List<SchemeClass> classes) {
        line(english + "\n", chinese + "\n");
        for (SchemeClass one : classes) {
            text.append(String.format(
                    Locale.ROOT,
                    "%,9d%8s%8s%8s%8s%16s  %s\n",
                    one.customers(),
                    percent(one.share()),
                    percent(one.valueShare()),
                    percent(one.meanRisk()),
                    percent(one.shareLowLoyalty()),
                    valueAtRisk(one),
                    one.displayName(language)));
        }
    }

    /** Nobody has nothing at risk; what others have is not known where none of their risks is. */
    private static String valueAtRisk(SchemeClass one) {
        return one.customers() > 0 && one.all().riskKnown() == 0
                ? "-"
                : String.format(Locale.ROOT, "%,.2f", one.valueAtRisk());
    }

    private void hidden(String english, String chinese, SchemeClass high) {
        String scheme = language.pick(english, chinese);
        String name = high.displayName(language);
        if (high.customers() == 0) {
            line("%s has nobody in \"%s\"\n", "%s的“%s”中没有客户\n", scheme, name);
        } else if (high.lowLoyalty() == 0) {
            line("%s hides nobody of low loyalty in \"%s\"\n", "%s的“%s”中没有忠诚度低的客户\n", scheme, name);
        } else {
            line(
                    "%1$s hides in \"%2$s\": %3$,d of %4$,d %7$s low loyalty (%5$s %%), mean risk %6$s, value %8$,.2f\n",
                    "%1$s的“%2$s”中隐含:%3$,d/%4$,d 个忠诚度低(%5$s%%),平均风险 %6$s,价值 %8$,.2f\n",
                    scheme,
                    name,
                    high.lowLoyalty(),
                    high.customers(),
                    percent(high.shareLowLoyalty()),
                    risks(high),
                    high.lowLoyalty() == 1 ? "has" : "have",
                    high.disloyal().value());
        }
    }

    /** The mean risk of the disloyal, and of the rest if there is one. */
    private String risks(SchemeClass high) {
        String risk = risk(high.disloyal());
        return high.loyal().customers() == 0
                ? risk
                : risk
                        + String.format(
                                Locale.ROOT, language.pick(" against %s of the rest", ",其余为 %s"), risk(high.loyal()));
    }

    private String risk(SchemeGroup group) {
        return group.riskKnown() == 0
                ? language.pick("unknown", "未知")
                : percent(group.meanRisk()) + language.pick(" %", "%");
    }

    private void line(String english, String chinese, Object... values) {
        text.append(String.format(Locale.ROOT, language.pick(english, chinese), values));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
