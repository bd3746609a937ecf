package io.github.clv4j.scoring;

import io.github.clv4j.base.Language;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a churn probability that comes from a survival curve comes from: {@code 1 - S(age + n) / S(age)}. Immutable and
 * thread-safe.
 *
 * @param churnProbability the churn probability, in [0, 1]
 * @param periods the periods n it is over
 * @param group the group whose curve it is; empty where all customers have the same
 * @param age the tenure in completed periods
 * @param reached S(age), the share of customers who become so old, in (0, 1]
 * @param expectedLifetime how many of the n periods the customer is expected to be still there, in [0, n]
 */
public record SurvivalExplanation(
        double churnProbability,
        double periods,
        Optional<String> group,
        double age,
        double reached,
        double expectedLifetime) {

    /**
     * The explanation as a line a person can read.
     *
     * @param language the language of the text
     * @return one line, ended by a line feed
     */
    public String text(Language language) {
        return String.format(
                Locale.ROOT,
                language.pick(
                        "churn probability %.4f within %s periods: %sa share of %.4f stays for %.0f periods, and of these %.4f for"
                                + " %s more\n",
                        "%2$s 期内流失概率 %1$.4f:%3$s在网满 %5$.0f 期的客户占 %4$.4f,其中再过 %7$s 期仍在的占 %6$.4f\n"),
                churnProbability,
                number(periods),
                group.map(name -> language.pick("in group " + name + ", ", "组 " + name + ","))
                        .orElse(""),
                reached,
                age,
                1 - churnProbability,
                number(periods));
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
