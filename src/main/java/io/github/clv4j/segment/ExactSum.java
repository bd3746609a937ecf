package io.github.clv4j.segment;

import org.apache.commons.math3.util.BigReal;

/**
 * The sum of values that are not negative, without rounding: the same whatever their order, and however they are shared out
 * among sums that are added up in the end. Not thread-safe.
 *
 * <p>A double is a whole number of up to 53 bits times a power of two. The whole numbers of each of the 2,046 powers are
 * added up apart, their lower 32 bits and the others each in a long, which holds the sum of 2^31 of them. Takes 32 KiB.
 */
final class ExactSum {

    private static final int MANTISSA_BITS = 52;
    private static final int HALF = 32;
    private static final long LOWER = (1L << HALF) - 1;
    private static final BigReal TWO_TO_HALF = new BigReal(1L << HALF);

    private final long[] lower = new long[Double.MAX_EXPONENT - Double.MIN_EXPONENT + 2];
    private final long[] upper = new long[lower.length];

    /**
     * Adds a value.
     *
     * @param value the value, finite, not negative; at most 2^31 may be added
     */
    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> MANTISSA_BITS);
        long whole = whole(bits);
        lower[exponent] += whole & LOWER;
        upper[exponent] += whole >>> HALF;
    }

    /**
     * Adds a range of values.
     *
     * @param values the values, finite, not negative
     * @param from the first of the range
     * @param to the place after the last
     * @return this sum
     */
    ExactSum add(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            add(values[i]);
        }
        return this;
    }

    /**
     * The sum.
     *
     * @return the sum, exact
     */
    BigReal value() {
        BigReal sum = BigReal.ZERO;
        for (int exponent = 0; exponent < lower.length; exponent++) {
            if ((lower[exponent] | upper[exponent]) != 0) {
                sum = sum.add(value(exponent, lower[exponent], upper[exponent]));
            }
        }
        return sum;
    }

    /**
     * The sum of values that have the same power of two.
     *
     * @param exponent the exponent of their bits, in [0, 2046]
     * @param lower the sum of the lower 32 bits of their whole numbers
     * @param upper the sum of the other bits
     * @return the sum, exact
     */
    static BigReal value(int exponent, long lower, long upper) {
        double unit = Math.scalb(Double.MIN_VALUE, Math.max(exponent, 1) - 1);
        return new BigReal(upper).multiply(TWO_TO_HALF).add(new BigReal(lower)).multiply(new BigReal(unit));
    }

    /**
     * The digits of a double as a whole number: those after the point, and the one before it unless it is subnormal.
     *
     * @param bits the bits of the double, which is not negative
     * @return a number of up to 53 bits
     */
    static long whole(long bits) {
        long fraction = bits & ((1L << MANTISSA_BITS) - 1);
        return (bits >>> MANTISSA_BITS) == 0 ? fraction : fraction | (1L << MANTISSA_BITS);
    }
}
