package io.github.clv4j.growth;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Locale;

/**
 * One step of one customer along a path, and what it is worth: {@code worth = profit x annuity}. {@link GrowthModel} says
 * which profit and which annuity. Immutable and thread-safe.
 *
 * @param path the path
 * @param gap how far the customer is from the cut, in periods for tenure and in money per period for ARPU, in (0, Inf)
 * @param profit the profit per period that the step adds (ARPU) or prolongs (tenure), finite; may be negative
 * @param annuity what one unit of that profit is worth over the periods in which the step brings it, in [0, Inf)
 */
public record GrowthStep(GrowthPath path, double gap, double profit, double annuity) {

    /**
     * Creates a step.
     *
     * @param path the path
     * @param gap how far the customer is from the cut, in (0, Inf)
     * @param profit the profit per period that the step adds or prolongs, finite
     * @param annuity what one unit of that profit is worth, in [0, Inf)
     * @throws IllegalArgumentException if a number is out of range (NaN included), or the worth is not finite
     */
    public GrowthStep {
        Require.positive(gap, "gap");
        Require.finite(profit, "profit");
        TierCuts.requireNotNegative(annuity, "annuity");
        Require.finite(product(profit, annuity), "worth of a step");
    }

    /**
     * What the step is worth today.
     *
     * @return profit x annuity, in money; negative where the profit is
     */
    public double worth() {
        return product(profit, annuity);
    }

    /**
     * Whether the step should be advised.
     *
     * @return true if it is worth more than nothing
     */
    public boolean isWorthwhile() {
        return worth() > 0;
    }

    static double product(double profit, double annuity) {
        return profit * annuity + 0.0; // a loss over no periods is 0, not -0
    }

    String text(Language language) {
        return String.format(
                Locale.ROOT,
                language.pick(
                        "%s: gap %.2f, profit %.2f a period x annuity %.4f = %.2f",
                        "%s:差距 %.2f,每期利润 %.2f × 年金系数 %.4f = %.2f"),
                path.displayName(language),
                gap,
                profit,
                annuity,
                worth());
    }
}
