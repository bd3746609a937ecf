package io.github.clv4j.base;

/**
 * Quantiles of type 7, the default of R and numpy: linear between the order statistics. Shared by the packages of clv4j; not
 * part of what the library promises. Stateless and thread-safe.
 */
public final class OrderStatistics {

    private OrderStatistics() {}

    /**
     * A quantile.
     *
     * @param sorted the values, finite, in ascending order, at least one
     * @param probability the share q of values below the quantile, in [0, 1]
     * @return the value at {@code (n - 1) q}, counted from 0; linear between two
     */
    public static double quantile(double[] sorted, double probability) {
        double position = position(sorted.length, probability);
        int lower = (int) position;
        int upper = Math.min(lower + 1, sorted.length - 1);
        return between(sorted[lower], sorted[upper], position - lower);
    }

    /**
     * A quantile of values in any order, by selection; the same number as after a sort.
     *
     * @param values the values, finite, at least one; rearranged
     * @param probability the share q of values below the quantile, in [0, 1]
     * @return the value at {@code (n - 1) q}, counted from 0; linear between two
     */
    public static double select(double[] values, double probability) {
        double position = position(values.length, probability);
        int lower = (int) position;
        double low = Selection.select(values, 0, values.length, lower);
        double quantile = lower == position ? low : between(low, least(values, lower + 1), position - lower);
        return quantile + 0.0;
    }

    /** The least of the values from a place on. */
    private static double least(double[] values, int from) {
        double least = values[from];
        for (int i = from + 1; i < values.length; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    /**
     * Where a quantile lies among sorted values.
     *
     * @param count how many values there are, at least one
     * @param probability the share q of values below the quantile, in [0, 1]
     * @return the position {@code (count - 1) q}, counted from 0
     */
    public static double position(int count, double probability) {
        return whole((count - 1) * probability);
    }

    /** A position that is whole but for rounding, made whole: 0.55 of 100 is 55, and value 55 is on the cut, not below. */
    private static double whole(double position) {
        double nearest = Math.rint(position);
        return Math.abs(position - nearest) <= 2 * Math.ulp(nearest) ? nearest : position;
    }

    /**
     * The number between two values. Equal values are returned exactly, so that a value on the cut stays there; works also
     * where their difference overflows.
     *
     * @param a the lower value, finite
     * @param b the upper value, finite
     * @param weight how far to go from the lower to the upper, in [0, 1]
     * @return the number
     */
    public static double between(double a, double b, double weight) {
        double difference = b - a;
        return Double.isFinite(difference) ? a + weight * difference : (1 - weight) * a + weight * b;
    }

    /**
     * The mean of two values, also where their sum overflows.
     *
     * @param a a value, finite
     * @param b another
     * @return the mean
     */
    public static double middle(double a, double b) {
        double sum = a + b;
        return Double.isFinite(sum) ? sum / 2 : a / 2 + b / 2;
    }
}
