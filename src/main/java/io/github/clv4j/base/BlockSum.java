package io.github.clv4j.base;

/**
 * Sums over customers, taken block by block and combined in the order of the blocks. The blocks lie at fixed places, so
 * the sum of the same values in the same order has the same bits however the work is shared out, and the rounding error
 * grows with the block length plus the number of blocks, not with their product. Shared by the packages of clv4j; not
 * part of what the library promises. Stateless and thread-safe.
 */
public final class BlockSum {

    /** Values per block: 8 KiB of doubles, well inside the first-level cache. */
    public static final int BLOCK = 1024;

    private BlockSum() {}

    /**
     * The sum of all values.
     *
     * @param values the values; NaN and infinities propagate as in any sum
     * @return the sum, 0 for no values
     */
    public static double of(double[] values) {
        return of(values, 0, values.length);
    }

    /**
     * The sum of a range of values.
     *
     * @param values the values; NaN and infinities propagate as in any sum
     * @param from the first of the range
     * @param to the place after the last
     * @return the sum, 0 for an empty range
     */
    public static double of(double[] values, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += BLOCK) {
            sum += block(values, start, Math.min(start + BLOCK, to));
        }
        return sum;
    }

    /**
     * The arithmetic mean of all values.
     *
     * @param values the values; NaN and infinities propagate as in any sum
     * @return the mean, NaN for no values
     */
    public static double mean(double[] values) {
        return of(values) / values.length;
    }

    private static double block(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
