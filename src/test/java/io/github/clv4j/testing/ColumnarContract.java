package io.github.clv4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/**
 * What every columnar form owes its scalar form: the same bits in every row, NaN exactly where the scalar form throws,
 * and the rows outside the range left as they were.
 */
public final class ColumnarContract {

    private static final double UNTOUCHED = -987654.321;

    private ColumnarContract() {}

    /** The scalar form, for one row. */
    @FunctionalInterface
    public interface Scalar {
        double at(int row);
    }

    /** The columnar form, for a range of rows. */
    @FunctionalInterface
    public interface Columnar {
        void write(int from, int to, double[] out);
    }

    /** Compares the two over all rows and over an inner range. */
    public static void assertSameBits(int rows, Scalar scalar, Columnar columnar) {
        assertSameBits(rows, 0, rows, scalar, columnar);
        assertSameBits(rows, rows / 3, rows - rows / 4, scalar, columnar);
    }

    private static void assertSameBits(int rows, int from, int to, Scalar scalar, Columnar columnar) {
        double[] expected = new double[rows];
        Arrays.fill(expected, UNTOUCHED);
        for (int i = from; i < to; i++) {
            expected[i] = valueOrNaN(scalar, i);
        }
        double[] out = new double[rows];
        Arrays.fill(out, UNTOUCHED);
        columnar.write(from, to, out);
        assertThat(bits(out))
                .as("%s against %s", Arrays.toString(out), Arrays.toString(expected))
                .isEqualTo(bits(expected));
    }

    private static double valueOrNaN(Scalar scalar, int row) {
        double value;
        try {
            value = scalar.at(row);
        } catch (IllegalArgumentException refused) {
            return Double.NaN;
        }
        assertThat(value)
                .as("scalar form, row %d: a value or an exception, never NaN", row)
                .isNotNaN();
        return value;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}
