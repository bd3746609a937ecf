package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.RatePeriod;

/**
 * The time a churn probability is over: that in which the outcomes it was learned from were observed. A probability of 0.1
 * says little without it. Immutable and thread-safe.
 *
 * @param length how many units, in (0, Inf)
 * @param unit the unit
 */
public record ChurnPeriod(double length, RatePeriod unit) {

    /**
     * Creates a period.
     *
     * @param length how many units, in (0, Inf)
     * @param unit the unit
     * @throws IllegalArgumentException if the length is out of range (NaN included)
     */
    public ChurnPeriod {
        Require.positive(length, "length of churn period");
    }

    /**
     * The length of this period.
     *
     * @return the length in years, as {@link RatePeriod} has them
     */
    public double years() {
        return length * unit.years();
    }

    /**
     * A churn probability over another period, if the hazard of leaving is the same all the time:
     *
     * <pre>
     *   P' = 1 - (1 - P)^(years' / years)
     * </pre>
     *
     * <p>That is an assumption, not a conversion of units. Customers commonly leave less the longer they have stayed; then
     * this is too high for a longer period, and too low for a shorter one.
     *
     * @param probability the probability P over this period, in [0, 1]
     * @param other the other period
     * @return the probability over the other period, in [0, 1]
     * @throws IllegalArgumentException if the probability is out of range (NaN included)
     */
    public double atConstantHazard(double probability, ChurnPeriod other) {
        Require.probability(probability, "churn probability");
        return 0.0 - StrictMath.expm1(StrictMath.log1p(-probability) * (other.years() / years()));
    }

    /**
     * The period for people.
     *
     * @param language the language of the text
     * @return a text such as "3 months"
     */
    public String text(Language language) {
        String number =
                length == Math.rint(length) && length < 1e15 ? Long.toString((long) length) : String.valueOf(length);
        return language.pick(
                number + " " + unit.displayName(Language.ENGLISH) + (length == 1 ? "" : "s"),
                number + " " + chineseMeasure() + unit.displayName(Language.CHINESE) + chineseEnd());
    }

    /** Months and quarters are counted with a measure word, for 3 月 is March. */
    private String chineseMeasure() {
        return unit == RatePeriod.MONTH || unit == RatePeriod.QUARTER ? "个" : "";
    }

    private String chineseEnd() {
        return unit == RatePeriod.QUARTER ? "度" : "";
    }
}
