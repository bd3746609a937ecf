package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.segment.Concentration;
import io.github.clv4j.segment.SchemeClass;
import io.github.clv4j.segment.SchemeComparison;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.segment.ValuePyramid;
import java.util.Locale;
import java.util.OptionalDouble;

/** A comparison of schemes for people: the tables, who holds the value, and what must be known to read both. */
final class ComparisonText {

    /** A high tier of more customers is worth a note, as a cut of the cube is. */
    private static final double LOPSIDED = 0.6;

    private static final double TOP = 0.2;
    private static final double MOST = 0.8;

    private final SchemeComparison comparison;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private ComparisonText(SchemeComparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
    }

    /**
     * @param highShare the share of customers that the high tier was to have
     * @param modelled whether the risks are the churn probabilities of the scoring
     */
    static String of(
            SchemeComparison comparison,
            ValuePyramid pyramid,
            Concentration value,
            double highShare,
            boolean modelled,
            Language language) {
        ComparisonText text = new ComparisonText(comparison, language);
        text.text.append(comparison.text(language));
        text.cuts(pyramid, highShare);
        text.concentration(value);
        text.counts();
        if (modelled) {
            text.definition();
        }
        return text.text.toString();
    }

    private void cuts(ValuePyramid pyramid, double highShare) {
        line(
                "cuts of the pyramid by current value: high from %,.2f, middle from %,.2f%n",
                "客户金字塔按当前价值的切分点:高端 %,.2f 起,中端 %,.2f 起%n", pyramid.highCut(), pyramid.middleCut());
        int customers = comparison.customers() - comparison.withoutSegment();
        int high = comparison.highTier().customers();
        if (high > LOPSIDED * customers && high > Math.ceil(highShare * customers)) {
            line(
                    "note: %.1f %% of the customers are in its high tier, and not %s %%, because many are worth as much as"
                            + " its cut%n",
                    "提示:由于许多客户恰等于切分点,高端层占客户的 %.1f%%,而不是 %s%%%n", 100.0 * high / customers, percent(highShare));
        }
    }

    private void concentration(Concentration value) {
        line(
                "lifetime value: the top 20 %% of the customers hold %s %%, 80 %% is held by %s %% of the customers, Gini %s%n",
                "终身价值:前 20%% 的客户占 %s%%,80%% 的价值由 %s%% 的客户持有,基尼系数 %s%n",
                percent(value.topShare(TOP)),
                percent(value.shareOfCustomersHolding(MOST)),
                value.gini().isEmpty()
                        ? "-"
                        : String.format(Locale.ROOT, "%.3f", value.gini().getAsDouble()));
    }

    /** What the cube is said to look like stands beside what it does look like. */
    private void counts() {
        SchemeClass prone = comparison.cube().get(Segment.CHURN_PRONE.index());
        SchemeClass least = comparison.cube().get(Segment.LEAST_VALUABLE.index());
        line(
                "%s: %,d (%s %%), where few are expected; %s: %,d (%s %%), where many are%n",
                "%s %,d 个(%s%%),一般预期较少;%s %,d 个(%s%%),一般预期较多%n",
                prone.displayName(language),
                prone.customers(),
                percent(prone.share()),
                least.displayName(language),
                least.customers(),
                percent(least.share()));
    }

    private void definition() {
        line(
                "note: where loyalty is 1 - churn probability, low loyalty is high risk by definition; an observed outcome as"
                        + " --risk tells more%n",
                "提示:若忠诚度取 1 - 流失概率,则忠诚度低按定义就是风险高;用实际结果作为 --risk 更能说明问题%n");
    }

    private void line(String english, String chinese, Object... values) {
        text.append(String.format(Locale.ROOT, language.pick(english, chinese), values));
    }

    private static String percent(OptionalDouble share) {
        return share.isEmpty() ? "-" : percent(share.getAsDouble());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
