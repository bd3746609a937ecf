package io.github.clv4j.timevalue;

/**
 * The length of the period a rate is stated for. A year has 12 months, 4 quarters, 365.25 days, and 365.25 / 7 weeks (a
 * month so has 30.4375 days, not 30). Immutable and thread-safe.
 */
public enum RatePeriod {
    /** One day. */
    DAY(1 / 365.25),
    /** Seven days. */
    WEEK(7 / 365.25),
    /** A twelfth of a year. */
    MONTH(1 / 12.0),
    /** A quarter of a year. */
    QUARTER(1 / 4.0),
    /** One year. */
    YEAR(1);

    private final double years;

    RatePeriod(double years) {
        this.years = years;
    }

    /**
     * The length of this period.
     *
     * @return the length in years, in (0, 1]
     */
    public double years() {
        return years;
    }
}
