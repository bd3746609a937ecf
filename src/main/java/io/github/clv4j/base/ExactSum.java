package io.github.clv4j.base;

import java.math.BigInteger;

/**
 * The sum of values that are not negative, without rounding: the same whatever their order, and however they are shared out
 * among sums that are added up in the end. Shared by the packages of clv4j; not part of what the library promises. Not
 * thread-safe.
 *
 * <p>A double is a whole number of up to 53 bits times a power of two. The whole numbers of each of the 2,046 powers are
 * added up apart, their lower 32 bits and the others each in a long, which holds the sum of 2^31 of them. Takes 32 KiB.
 */
public final class ExactSum {

    private static final int MANTISSA_BITS = 52;
    private static final int HALF = 32;
    private static final long LOWER = (1L << HALF) - 1;

    private final long[] lower = new long[Double.MAX_EXPONENT - Double.MIN_EXPONENT + 2];
    private final long[] upper = new long[lower.length];

    /** A sum of nothing, which is 0. */
    public ExactSum() {
        // the arrays are 0
    }

    /**
     * Adds a value.
     *
     * @param value the value, finite, not negative; at most 2^31 may be added
     */
    public void add(double value) {
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
    public ExactSum add(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            add(values[i]);
        }
        return this;
    }

    /**
     * The sum.
     *
     * @return the sum in units of {@link Double#MIN_VALUE}
     */
    public BigInteger units() {
        BigInteger sum = BigInteger.ZERO;
        for (int exponent = 0; exponent < lower.length; exponent++) {
            if ((lower[exponent] | upper[exponent]) != 0) {
                sum = sum.add(units(exponent, lower[exponent], upper[exponent]));
            }
        }
        return sum;
    }

    /**
     * One value.
     *
     * @param value the value, finite, not negative
     * @return the value in units of {@link Double#MIN_VALUE}
     */
    public static BigInteger units(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return units((int) (bits >>> MANTISSA_BITS), whole(bits), 0);
    }

    /**
     * The sum of values that have the same power of two.
     *
     * @param exponent the exponent of their bits, in [0, 2046]
     * @param lower the sum of the lower 32 bits of their whole numbers
     * @param upper the sum of the other bits
     * @return the sum in units of {@link Double#MIN_VALUE}
     */
    public static BigInteger units(int exponent, long lower, long upper) {
        return BigInteger.valueOf(upper)
                .shiftLeft(HALF)
                .add(BigInteger.valueOf(lower))
                .shiftLeft(Math.max(exponent, 1) - 1);
    }

    /**
     * The digits of a double as a whole number: those after the point, and the one before it unless it is subnormal.
     *
     * @param bits the bits of the double, which is not negative
     * @return a number of up to 53 bits
     */
    public static long whole(long bits) {
        long fraction = bits & ((1L << MANTISSA_BITS) - 1);
        return bits >>> MANTISSA_BITS == 0 ? fraction : fraction | 1L << MANTISSA_BITS;
    }
}
