package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import io.github.clv4j.base.VisibleText;
import java.util.List;
import java.util.Locale;

/**
 * What churn costs and what may be spent against it, in four steps: measure the
 * {@linkplain RetentionRate retention rate}; find the {@linkplain DepartureReason reasons} for leaving and their rates;
 * work out the profit lost; spend on keeping customers while that costs less than what is lost.
 *
 * <pre>
 *   rate of reason r        = customers lost for r / customers at the start
 *   profit lost             = sum_r customers lost for r x lifetime profit of one
 *   avoidable profit lost   = the same sum over the avoidable reasons
 * </pre>
 *
 * <p>Those who left for no known reason count in the profit lost, and not as avoidable. The lifetime profit of a lost
 * customer is what the customer would have brought if kept. It may be below 0: then their leaving is a gain.
 *
 * <p>Source: the four steps are Kotler's (P. Kotler, Marketing Management). That the unexplained are not avoidable is
 * ours.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rate the retention rate of the period
 * @param lifetimeProfit the lifetime profit of one lost customer, in money, finite
 * @param reasons why customers left, of distinct names; not more customers together than were lost
 */
public record RetentionEconomics(RetentionRate rate, double lifetimeProfit, List<DepartureReason> reasons) {

    /**
     * Creates the figures of a period.
     *
     * @param rate the retention rate of the period
     * @param lifetimeProfit the lifetime profit of one lost customer, in money, finite
     * @param reasons why customers left, of distinct names; not more customers together than were lost
     * @throws IllegalArgumentException if the profit is NaN or infinite, a reason stands twice, the reasons have more
     *     customers than were lost, or the profit lost is too large for a double
     */
    public RetentionEconomics {
        Require.finite(lifetimeProfit, "lifetime profit of a lost customer");
        reasons = ImmutableList.copyOf(reasons);
        Require.distinct(reasons.stream().map(DepartureReason::name).toList(), "reasons");
        long left = rate.lost();
        for (DepartureReason reason : reasons) {
            if (!(reason.customers() <= left)) {
                throw new IllegalArgumentException("customers of all reasons must be at most the " + rate.lost()
                        + " lost, but were more from reason " + reason.name() + " on");
            }
            left -= reason.customers();
        }
        Require.finite(left * lifetimeProfit + profitLost(reasons, lifetimeProfit), "profit lost");
        Require.finite(profitLost(avoidable(reasons), lifetimeProfit), "avoidable profit lost");
    }

    /**
     * The figures of a period.
     *
     * @param rate the retention rate of the period
     * @param lifetimeProfit the lifetime profit of one lost customer, in money, finite
     * @param reasons why customers left, of distinct names; not more customers together than were lost
     * @return the figures
     * @throws IllegalArgumentException if the profit is NaN or infinite, a reason stands twice, the reasons have more
     *     customers than were lost, or the profit lost is too large for a double
     */
    public static RetentionEconomics of(RetentionRate rate, double lifetimeProfit, DepartureReason... reasons) {
        return new RetentionEconomics(rate, lifetimeProfit, List.of(reasons));
    }

    /**
     * The share of the customers at the start who left for a reason.
     *
     * @param reason one of the reasons
     * @return {@code customers lost for it / customers at the start}, in [0, 1]
     * @throws IllegalArgumentException if it is none of the reasons
     */
    public double rate(DepartureReason reason) {
        requireOwn(reason);
        return (double) reason.customers() / rate.customers();
    }

    /**
     * How many left for no known reason.
     *
     * @return the customers lost less those of all reasons, at least 0
     */
    public long unexplained() {
        return rate.lost()
                - reasons.stream().mapToLong(DepartureReason::customers).sum();
    }

    /**
     * The profit lost for a reason.
     *
     * @param reason one of the reasons
     * @return customers lost for it times the lifetime profit of one
     * @throws IllegalArgumentException if it is none of the reasons
     */
    public double profitLost(DepartureReason reason) {
        requireOwn(reason);
        return profitLost(reason, lifetimeProfit);
    }

    private void requireOwn(DepartureReason reason) {
        if (!reasons.contains(reason)) {
            throw new IllegalArgumentException("reason must be one of " + reasons + ", but was " + reason);
        }
    }

    /**
     * The profit lost to churn.
     *
     * @return the sum over all reasons and those without one
     */
    public double profitLost() {
        return unexplained() * lifetimeProfit + profitLost(reasons, lifetimeProfit);
    }

    /**
     * The profit lost that could have been kept.
     *
     * @return the sum over the avoidable reasons
     */
    public double avoidableProfitLost() {
        return profitLost(avoidable(reasons), lifetimeProfit);
    }

    private static List<DepartureReason> avoidable(List<DepartureReason> reasons) {
        return reasons.stream().filter(DepartureReason::avoidable).toList();
    }

    private static double profitLost(List<DepartureReason> reasons, double lifetimeProfit) {
        return reasons.stream()
                .mapToDouble(reason -> profitLost(reason, lifetimeProfit))
                .sum();
    }

    private static double profitLost(DepartureReason reason, double lifetimeProfit) {
        return reason.customers() * reason.lifetimeProfit().orElse(lifetimeProfit);
    }

    /**
     * Whether to spend an amount that would keep all who leave for avoidable reasons.
     *
     * @param cost what it would cost, in money, at least 0 and finite
     * @return the verdict
     * @throws IllegalArgumentException if the cost is below 0, NaN or infinite
     */
    public RetentionVerdict verdict(double cost) {
        return verdict(cost, 1);
    }

    /**
     * Whether to spend an amount that would keep a share of those who leave for avoidable reasons.
     *
     * @param cost what it would cost, in money, at least 0 and finite
     * @param share the share of the avoidable profit lost that would be kept, in [0, 1]
     * @return the verdict
     * @throws IllegalArgumentException if the cost is below 0, NaN or infinite, or the share is out of range
     */
    public RetentionVerdict verdict(double cost, double share) {
        return new RetentionVerdict(cost, Require.probability(share, "share") * avoidableProfitLost());
    }

    /**
     * The first three steps as lines a person can read.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                language.pick(
                        "retention rate %.2f %% by %s: %d customers at the start, %d lost (%.2f %%)\n",
                        "客户保持率 %.2f%%(%s):期初 %d 个客户,流失 %d 个(%.2f%%)\n"),
                100 * rate.value(),
                rate.measure().displayName(language),
                rate.customers(),
                rate.lost(),
                100 * rate.churn());
        for (DepartureReason reason : reasons) {
            String kind =
                    reason.avoidable() ? language.pick("avoidable", "可避免") : language.pick("not avoidable", "不可避免");
            reasonLine(text, language, VisibleText.line(reason.name()), reason.customers(), profitLost(reason), kind);
        }
        reasonLine(
                text,
                language,
                language.pick("no known reason", "原因不明"),
                unexplained(),
                unexplained() * lifetimeProfit,
                language.pick("not counted as avoidable", "不计为可避免"));
        line(
                text,
                language.pick("profit lost %.2f, of it avoidable %.2f\n", "损失利润 %.2f,其中可避免 %.2f\n"),
                profitLost(),
                avoidableProfitLost());
        return text.toString();
    }

    private void reasonLine(
            StringBuilder text, Language language, String name, long customers, double profit, String kind) {
        line(
                text,
                language.pick(
                        "  %s: %d customers, %.2f %% of the base, profit lost %.2f, %s\n",
                        "  %s:%d 个客户,占客户总数 %.2f%%,损失利润 %.2f,%s\n"),
                name,
                customers,
                100.0 * customers / rate.customers(),
                profit,
                kind);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
