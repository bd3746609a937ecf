package io.github.clv4j.ahp;

import io.github.clv4j.base.Require;

/**
 * An interval that holds the principal eigenvalue of a judgement matrix for certain, rounding included: for any positive x,
 * {@code min_i (A x)_i / x_i <= lambda_max <= max_i (A x)_i / x_i} (Collatz and Wielandt). Immutable and thread-safe.
 *
 * @param lower its lower end
 * @param upper its upper end, not below the lower
 */
public record LambdaInterval(double lower, double upper) {

    /**
     * Creates an interval.
     *
     * @param lower its lower end
     * @param upper its upper end, not below the lower
     * @throws IllegalArgumentException if the upper end is below the lower, or one is NaN
     */
    public LambdaInterval {
        if (!(lower <= upper)) {
            throw Require.outside("upper end of the interval", "at least " + lower, upper);
        }
    }

    /**
     * The middle.
     *
     * @return the mean of both ends
     */
    public double middle() {
        return lower + (upper - lower) / 2;
    }

    /**
     * How wide it is.
     *
     * @return the difference of both ends, divided by the lower
     */
    public double relativeGap() {
        return (upper - lower) / lower;
    }

    /**
     * Whether a value lies in it.
     *
     * @param value the value
     * @return whether it is between the ends or at one of them
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
