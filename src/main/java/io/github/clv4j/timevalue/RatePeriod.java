package io.github.clv4j.timevalue;

import io.github.clv4j.base.Language;

/**
 * The length of the period a rate is stated for. A year has 12 months, 4 quarters, 365.25 days, and 365.25 / 7 weeks (a
 * month so has 30.4375 days, not 30). Immutable and thread-safe.
 */
public enum RatePeriod {
    /** One day. */
    DAY(1 / 365.25, "day", "日"),
    /** Seven days. */
    WEEK(7 / 365.25, "week", "周"),
    /** A twelfth of a year. */
    MONTH(1 / 12.0, "month", "月"),
    /** A quarter of a year. */
    QUARTER(1 / 4.0, "quarter", "季"),
    /** One year. */
    YEAR(1, "year", "年");

    private final double years;
    private final String english;
    private final String chinese;

    RatePeriod(double years, String english, String chinese) {
        this.years = years;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The length of this period.
     *
     * @return the length in years, in (0, 1]
     */
    public double years() {
        return years;
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
}
