package io.github.clv4j.retention;

import io.github.clv4j.base.Require;

/**
 * A number estimated from a sample, with its confidence interval. Immutable and thread-safe.
 *
 * @param value the estimate, within the interval
 * @param lower the lower end of the interval, finite
 * @param upper the upper end of the interval, finite
 * @param confidence the confidence level, in (0, 1)
 */
public record IntervalEstimate(double value, double lower, double upper, double confidence) {

    /**
     * Creates an estimate.
     *
     * @param value the estimate, within the interval
     * @param lower the lower end of the interval, finite
     * @param upper the upper end of the interval, finite
     * @param confidence the confidence level, in (0, 1)
     * @throws IllegalArgumentException if the value is not within the interval, an end is infinite, or the level is out of
     *     range (NaN included)
     */
    public IntervalEstimate {
        requireConfidence(confidence);
        Require.finite(lower, "lower");
        Require.finite(upper, "upper");
        if (!(lower <= value && value <= upper)) {
            throw Require.outside("value", "in [" + lower + ", " + upper + "]", value);
        }
    }

    static double requireConfidence(double confidence) {
        if (confidence > 0 && confidence < 1) {
            return confidence;
        }
        throw Require.outside("confidence", "in (0, 1)", confidence);
    }

    /**
     * Whether the sample shows the number to differ from 0 at this level.
     *
     * @return whether 0 is outside the interval; an end that is 0 is inside
     */
    public boolean excludesZero() {
        return lower > 0 || upper < 0;
    }

    /** The estimate of {@code slope x + offset}, which has a name; a negative slope turns the interval round. */
    IntervalEstimate scaled(double slope, double offset, String name) {
        double one = Require.finite(slope * lower + offset, name);
        double other = Require.finite(slope * upper + offset, name);
        return new IntervalEstimate(slope * value + offset, Math.min(one, other), Math.max(one, other), confidence);
    }
}
