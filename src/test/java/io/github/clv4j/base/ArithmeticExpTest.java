package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By {@link StrictMath} to the bit, and by a series in 80 digits to less than a unit in the last place. */
class ArithmeticExpTest {

    private static final double LN2 = 0x1.62e42fefa39efp-1;

    /** So many that the smallest double still has 325 bits. */
    private static final int BINARY_PLACES = 1400;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 2, -2, 255, -255, 256, -256})
    void aPowerOfTwoIsExact(int k) {
        assertThat(ArithmeticExp.powerOfTwo(k)).isEqualTo(Math.scalb(1.0, k));
    }

    @Test
    void everyPowerOfTwoIsExact() {
        assertThat(IntStream.rangeClosed(-256, 256)).allMatch(k -> ArithmeticExp.powerOfTwo(k) == Math.scalb(1.0, k));
    }

    @Test
    void itHasTheBitsOfStrictMathAroundEveryMultipleOfHalfTheLogarithmOfTwo() {
        IntStream.rangeClosed(-2200, 2200).forEach(m -> requireSameBitsNear(m * (LN2 / 2), 50));
    }

    @Test
    void itHasTheBitsOfStrictMathAroundTheBordersOfTheReference() {
        DoubleStream.of(
                        highWord(0x3fd62e42), // (ln 2) / 2 by its high word
                        highWord(0x3fd62e43),
                        highWord(0x3ff0a2b1), // 3 (ln 2) / 2 by its high word
                        highWord(0x3ff0a2b2),
                        highWord(0x3ff0a2b3),
                        highWord(0x3e300000), // 2^-28
                        highWord(0x40862e42),
                        709.782712893384,
                        708.3964185322641, // the last normal exp(-x)
                        745.1332191019411,
                        Double.MAX_VALUE,
                        Double.MIN_NORMAL,
                        Double.MIN_VALUE,
                        0.0)
                .forEach(x -> {
                    requireSameBitsNear(x, 2000);
                    requireSameBitsNear(-x, 2000);
                });
        IntStream.rangeClosed(-1074, 1023).forEach(exponent -> {
            requireSameBitsNear(Math.scalb(1.0, exponent), 20);
            requireSameBitsNear(-Math.scalb(1.0, exponent), 20);
        });
    }

    @Test
    void itHasTheBitsOfStrictMathForManyHighWordsOfEverySizeThatMatters() {
        Random random = new Random(8);
        int step = 64;
        for (int high = 0x3e200000; high < 0x40870000; high += step) {
            double x = Double.longBitsToDouble(((long) high << 32) + random.nextLong(1L << 32));
            requireSameBits(x);
            requireSameBits(-x);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 6, 20, 177, 760})
    void itHasTheBitsOfStrictMathForRandomNumbersUpTo(double bound) {
        new Random(5).doubles(1_000_000, -bound, bound).forEach(ArithmeticExpTest::requireSameBits);
    }

    @Test
    void itHasTheBitsOfStrictMathForRandomBits() {
        new Random(6)
                .longs(1_000_000)
                .mapToDouble(Double::longBitsToDouble)
                .forEach(ArithmeticExpTest::requireSameBits);
    }

    @Test
    void itRefusesWhatItCannotDo() {
        double half = highWord(0x3fd62e43);
        DoubleStream.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.MAX_VALUE,
                        0x1p1000,
                        0x1p53,
                        1000,
                        177.1,
                        Math.nextDown(half), // where StrictMath has k = 0 and rounding has 1
                        Math.nextUp(LN2 / 2),
                        Math.nextDown(0x1p-28),
                        Double.MIN_VALUE,
                        0.0)
                .flatMap(x -> DoubleStream.of(x, -x))
                .forEach(x -> assertThat(exp(x)).as("exp(%s)", x).isNaN());
    }

    @Test
    void itRefusesHardlyAnythingOfTheSizeOfLogOdds() {
        assertThat(refused(6)).isLessThan(0.0002);
        assertThat(refused(60)).isLessThan(0.0003);
        assertThat(refused(100)).isLessThan(0.001);
    }

    /** The largest error seen is 0.85. */
    @Test
    void noResultIsAsMuchAsAUnitInTheLastPlaceOffTheExactValue() {
        double dense = largestError(IntStream.range(0, 2909).mapToDouble(i -> -745 + i * 0.5));
        double near = largestError(IntStream.range(0, 1500).mapToDouble(i -> -1.5 + i * 0.002));
        double random = largestError(new Random(9).doubles(2000, -745, 709));
        double ordinary = largestError(new Random(10).doubles(2000, -20, 20));
        assertThat(Stream.of(dense, near, random, ordinary))
                .as("largest errors in units in the last place")
                .allMatch(error -> error < 1)
                .allMatch(error -> error > 0.5); // nothing is rounded better than correctly: so the errors are measured
    }

    private static double exp(double x) {
        return ArithmeticExp.ofOrdinary(ArithmeticExp.ordinary(x));
    }

    private static void requireSameBitsNear(double x, int neighbours) {
        double up = x;
        double down = x;
        for (int i = 0; i <= neighbours; i++) {
            requireSameBits(up);
            requireSameBits(down);
            up = Math.nextUp(up);
            down = Math.nextDown(down);
        }
    }

    private static void requireSameBits(double x) {
        double found = exp(x);
        if (!Double.isNaN(found)) {
            double expected = StrictMath.exp(x);
            if (Double.doubleToRawLongBits(found) != Double.doubleToRawLongBits(expected)) {
                throw new AssertionError("exp(" + x + ") is " + expected + ", but was " + found);
            }
        }
    }

    private static double refused(double bound) {
        return new Random(7)
                .doubles(300_000, -bound, bound)
                .map(x -> Double.isNaN(exp(x)) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static double highWord(int high) {
        return Double.longBitsToDouble((long) high << 32);
    }

    /** Of what a column gets: the result of arithmetic, or of StrictMath where that one refuses. */
    private static double largestError(DoubleStream numbers) {
        DoubleUnaryOperator exponential = x -> Double.isNaN(exp(x)) ? StrictMath.exp(x) : exp(x);
        return numbers.map(x -> errorInUlps(exponential.applyAsDouble(x), x))
                .max()
                .orElseThrow();
    }

    /** In units of the number below the one found, which are the smaller ones where the two differ. */
    private static double errorInUlps(double found, double x) {
        BigInteger error = fixed(found).subtract(exactExp(x)).abs();
        BigInteger ulp = fixed(Math.ulp(Math.nextDown(found)));
        return Math.scalb(error.shiftLeft(60).divide(ulp).doubleValue(), -60);
    }

    /** The series of 28 terms for x / 2^16, squared 16 times: exact to 80 digits and more, of the smallest double too. */
    private static BigInteger exactExp(double x) {
        BigInteger small = fixed(Math.scalb(x, -16));
        BigInteger one = fixed(1);
        BigInteger sum = one;
        for (int n = 28; n > 0; n--) {
            sum = small.multiply(sum)
                    .shiftRight(BINARY_PLACES)
                    .divide(BigInteger.valueOf(n))
                    .add(one);
        }
        for (int i = 0; i < 16; i++) {
            sum = sum.multiply(sum).shiftRight(BINARY_PLACES);
        }
        return sum;
    }

    private static BigInteger fixed(double x) {
        int lastPlace = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
        return BigInteger.valueOf((long) Math.scalb(x, -lastPlace)).shiftLeft(BINARY_PLACES + lastPlace);
    }
}
