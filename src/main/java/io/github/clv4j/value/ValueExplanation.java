package io.github.clv4j.value;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;

/**
 * Where a lifetime value comes from: {@code current = profit x annuity}, and the potential value as the sum of its
 * services. Made by the code that computes the value; the parts add up to it. Immutable and thread-safe.
 *
 * @param value the value explained
 * @param profit the profit per period it starts from
 * @param annuity what one unit of profit per period is worth over the horizon
 * @param services what each service adds to the potential value, in the order given
 */
public record ValueExplanation(LifetimeValue value, double profit, double annuity, List<Contribution> services) {

    /**
     * Keeps a copy of the services.
     *
     * @param value the value explained
     * @param profit the profit per period it starts from
     * @param annuity what one unit of profit per period is worth over the horizon
     * @param services what each service adds to the potential value, in the order given
     */
    public ValueExplanation {
        services = List.copyOf(services);
    }

    /**
     * The explanation as lines a person can read, amounts rounded to two decimals.
     *
     * @param language the language of the text
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                language.pick(
                        "lifetime value %.2f = current %.2f + potential %.2f\n",
                        "客户终身价值 %.2f = 当前价值 %.2f + 潜在价值 %.2f\n"),
                value.total(),
                value.current(),
                value.potential()));
        text.append(String.format(
                Locale.ROOT,
                language.pick("  current: profit %.2f a period x annuity %.4f\n", "  当前价值:每期利润 %.2f × 年金系数 %.4f\n"),
                profit,
                annuity));
        for (Contribution service : services) {
            text.append(String.format(
                    Locale.ROOT,
                    language.pick("  potential: %s %+.2f\n", "  潜在价值:%s %+.2f\n"),
                    service.name(),
                    service.amount()));
        }
        return text.toString();
    }
}
