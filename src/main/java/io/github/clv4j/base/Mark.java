package io.github.clv4j.base;

/**
 * Marks of values: 0 for a value that can be used, NaN for one that cannot. Added to a sum, a mark leaves it as it is, or makes
 * it NaN. There is no branch in here, so a loop over columns that marks what it reads still becomes a vector loop. Shared by the
 * packages of clv4j; not part of what the library promises. Stateless and thread-safe.
 */
public final class Mark {

    private Mark() {}

    /**
     * Marks what is not finite.
     *
     * @param value any value
     * @return 0 where it is finite, else NaN
     */
    public static double finite(double value) {
        return 0 * value;
    }

    /**
     * Marks what is outside [0, 1].
     *
     * @param value any value
     * @return 0 where it is in [0, 1], else NaN
     */
    public static double probability(double value) {
        return zero(below(value * (1 - value)));
    }

    /**
     * Marks what is outside [0, 1] in either of two values.
     *
     * @param first any value
     * @param second any value
     * @return 0 where both are in [0, 1], else NaN
     */
    public static double probabilities(double first, double second) {
        return zero(below(first * (1 - first)) + below(second * (1 - second)));
    }

    /**
     * Marks what is neither 0 nor 1.
     *
     * @param value any value
     * @return 0 where it is 0 or 1, else NaN
     */
    public static double zeroOrOne(double value) {
        return zero(Math.abs(value * (1 - value)));
    }

    /**
     * Marks what is outside an interval.
     *
     * @param value any value
     * @param lowest the lower end, finite
     * @param highest the upper end, finite
     * @return 0 where it is in [lowest, highest], else NaN
     */
    public static double inside(double value, double lowest, double highest) {
        return zero(below(value - lowest) + below(highest - value));
    }

    /** 0 where it is at least 0, else above 0; exact, so that no value is too small to be seen. */
    private static double below(double value) {
        return Math.abs(value) - value;
    }

    /** 0 for 0; NaN for any greater number, as even the smallest becomes infinite on the way. */
    private static double zero(double value) {
        return 0 * (value * 0x1p1000 * 0x1p1000 * 0x1p200);
    }
}
