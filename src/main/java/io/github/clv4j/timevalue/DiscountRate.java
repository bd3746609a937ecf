package io.github.clv4j.timevalue;

import io.github.clv4j.base.Require;
import java.util.Objects;

/**
 * An effective discount rate d and the period it is stated for: one unit of money due a period from now is worth 1 / (1 +
 * d) today.
 *
 * <p>Converting to another period keeps the value of money: the monthly rate equivalent to an annual one is {@code
 * (1 + d)^(1/12) - 1}, not {@code d / 12}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rate the effective rate of one period as a decimal (0.01 is 1 %), in (-1, Inf)
 * @param period the period the rate is stated for
 */
public record DiscountRate(double rate, RatePeriod period) {

    /**
     * Creates a rate.
     *
     * @param rate the effective rate of one period as a decimal (0.01 is 1 %), in (-1, Inf)
     * @param period the period the rate is stated for
     * @throws IllegalArgumentException if the rate is not in (-1, Inf), NaN included
     */
    public DiscountRate {
        if (!(rate > -1 && rate < Double.POSITIVE_INFINITY)) {
            throw Require.outside("discountRate", "in (-1, Inf)", rate);
        }
        Objects.requireNonNull(period, "period");
    }

    /**
     * A rate for a period of any length.
     *
     * @param rate the effective rate as a decimal, in (-1, Inf)
     * @param period the period the rate is stated for
     * @return the rate
     */
    public static DiscountRate of(double rate, RatePeriod period) {
        return new DiscountRate(rate, period);
    }

    /**
     * A rate per month.
     *
     * @param rate the effective monthly rate as a decimal, in (-1, Inf)
     * @return the rate
     */
    public static DiscountRate monthly(double rate) {
        return new DiscountRate(rate, RatePeriod.MONTH);
    }

    /**
     * A rate per year.
     *
     * @param rate the effective annual rate as a decimal, in (-1, Inf)
     * @return the rate
     */
    public static DiscountRate annual(double rate) {
        return new DiscountRate(rate, RatePeriod.YEAR);
    }

    /**
     * The equivalent rate of another period, {@code (1 + d)^(other / this) - 1}.
     *
     * @param other the period wanted
     * @return the rate under which money is worth the same at every time; this rate itself for its own period
     */
    public DiscountRate per(RatePeriod other) {
        if (other == period) {
            return this;
        }
        double periods = other.years() / period.years();
        return new DiscountRate(StrictMath.expm1(periods * StrictMath.log1p(rate)), other);
    }

    /**
     * The present value of one unit of money due after some time, {@code (1 + d)^-t}.
     *
     * @param periods the time t in periods of this rate, fractions allowed
     * @return the discount factor; NaN for NaN
     */
    public double discountFactor(double periods) {
        return StrictMath.exp(-periods * StrictMath.log1p(rate));
    }
}
