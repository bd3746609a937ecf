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
        text.line(
                "%d customers in three schemes, %d without a segment left out\n",
                "%d 个客户在三种划分中,另有 %d 个没有细分,未计入\n",
                comparison.customers() - comparison.withoutSegment(),
                comparison.withoutSegment());
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
                    "%9d%8s%8s%8s%8s%16s  %s\n",
                    one.customers(),
                    percent(one.share()),
                    percent(one.valueShare()),
                    percent(one.meanRisk()),
                    percent(one.shareLowLoyalty()),
                    one.all().riskKnown() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", one.valueAtRisk()),
                    one.displayName(language)));
        }
    }

    private void hidden(String english, String chinese, SchemeClass high) {
        line(
                "%s hides in \"%s\": %d of %d have low loyalty (%s %%), mean risk %s %% against %s %% of the rest, value %.2f\n",
                "%s的“%s”中隐含:%d/%d 个忠诚度低(%s%%),平均风险 %s%%,其余为 %s%%,价值 %.2f\n",
                language.pick(english, chinese),
                high.displayName(language),
                high.lowLoyalty(),
                high.customers(),
                percent(high.shareLowLoyalty()),
                percent(high.disloyal().meanRisk()),
                percent(high.loyal().meanRisk()),
                high.disloyal().value());
    }

    private void line(String english, String chinese, Object... values) {
        text.append(String.format(Locale.ROOT, language.pick(english, chinese), values));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
