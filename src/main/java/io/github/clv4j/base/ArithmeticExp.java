package io.github.clv4j.base;

/**
 * The exponential function by plain arithmetic: no branch, no table, no bits of a double taken apart, so that a loop over a
 * column becomes vector code. Where it gives a number, that number has the very bits of {@link StrictMath#exp}; where it
 * might not, it gives NaN, and the caller asks {@link StrictMath}.
 *
 * <p>{@code StrictMath.exp} is specified to be the {@code e_exp} of fdlibm. That one takes x = k ln 2 + r with |r| at most
 * (ln 2) / 2, approximates exp(r) by a rational function and adds k to the exponent. The same operations in the same order
 * are here; three things differ, none of them in a bit of the result:
 *
 * <ul>
 *   <li>k is x / ln 2 rounded, where fdlibm compares. The two can differ only where x / ln 2 is within a hair of halfway
 *       between integers. And fdlibm has another formula for |x| below 2^-28. {@link #ordinary} keeps those away, as well
 *       as what is above 177 in size, infinite or NaN.
 *   <li>y is multiplied by 2^k. A square and a constant make a number close to 2^(k / 2^10); ten squarings make it one
 *       within half an octave of 2^k, and rounded to one significant bit it is 2^k, which the test shows for each k.
 *   <li>k = 0 goes the way of the others. It subtracts 0 where fdlibm subtracts nothing.
 * </ul>
 *
 * <p>There are two functions because the compiler makes no vector code of a loop as long as both. C2 of JDK 17 wants the
 * argument of {@link #ordinary} to be computed, not only loaded or negated, and has room for four operations more in a loop
 * with {@link #ofOrdinary}. Whoever changes something here has to look at the benchmark.
 */
final class ArithmeticExp {

    private static final double LOG2_E = 0x1.71547652b82fep0;

    /** The first 32 bits of ln 2, so that k times them is exact, and the rest. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /** The coefficients of fdlibm. */
    private static final double P1 = 0x1.555555555553ep-3;

    private static final double P2 = -0x1.6c16c16bebd93p-9;
    private static final double P3 = 0x1.1566aaf25de2cp-14;
    private static final double P4 = -0x1.bbd41c5d26bf1p-20;
    private static final double P5 = 0x1.6376972bea4d0p-25;

    /** An x is ordinary if k is below 2^8 in size, and x / ln 2 - k is not within 2^-14 of 0 nor within 2^-28 of 1/2. */
    private static final double PER_LARGEST_EXPONENT = 0x1p-8;

    private static final double HAIR = 0x1p-24;

    /** (SLOPE k + SHIFT)^2 + REST is 2^(k / 2^10) to a factor of 2^(0.33 / 2^10) for |k| up to 2^8; found by least squares. */
    private static final double SLOPE = 0x1.f54419471dcddp-12;

    private static final double SHIFT = 0x1.6bd9d6f708798p-1;
    private static final double REST = 0x1.fae51d64d96f5p-2;

    /** So many times a number, added to it and taken away, leaves one significant bit of it. */
    private static final double ALL_BUT_ONE_BIT = 0x1p52;

    private ArithmeticExp() {}

    /**
     * Marks the numbers that {@link #ofOrdinary} cannot take.
     *
     * @param x any number
     * @return x itself, or a number (infinite or NaN) of which {@link #ofOrdinary} gives NaN
     */
    static double ordinary(double x) {
        double exponents = x * LOG2_E;
        double k = Math.rint(exponents);
        double beyond = exponents - k; // in [-1/2, 1/2], exact
        double fromMiddle = 8 * (beyond * beyond) - 1; // in [-1, 1]
        double size = k * PER_LARGEST_EXPONENT;
        size *= size;
        size *= size;
        size *= size; // near 0 unless k is near 2^8
        double marks = Math.floor(fromMiddle * fromMiddle + (size * size + HAIR)); // 0 for an ordinary x
        return x + marks * Double.MAX_VALUE;
    }

    /**
     * The exponential of an ordinary number.
     *
     * @param x what {@link #ordinary} gave
     * @return exp(x) with the bits of StrictMath, or NaN
     */
    static double ofOrdinary(double x) {
        double k = Math.rint(x * LOG2_E);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double t = r * r;
        double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        double y = 1 - ((low - (r * c) / (2 - c)) - high);
        return y * powerOfTwo(k);
    }

    /** 2^k for an integer k up to 2^8 in size. */
    static double powerOfTwo(double k) {
        double root = k * SLOPE + SHIFT;
        double power = root * root + REST;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        double much = power * ALL_BUT_ONE_BIT;
        return (power + much) - much;
    }
}
