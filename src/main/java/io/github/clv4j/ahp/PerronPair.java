package io.github.clv4j.ahp;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The principal eigenpair of a positive or irreducible nonnegative matrix with a positive diagonal, by power iteration with
 * a certificate.
 *
 * <p>Judgements that cycle, and sparse ones filled in by Harker, converge slowly. After some steps in vain each check is
 * followed by one of Noda's: inverse iteration shifted by the upper bound, which keeps the vector positive and converges
 * quadratically from any start (Noda, Numerische Mathematik 17 (1971) 382-386).
 *
 * @param vector the right eigenvector, summing to 1, in the order of the matrix
 * @param interval where the eigenvalue is
 * @param steps how many products with the matrix it took
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one class of this package to another, never compared
record PerronPair(double[] vector, LambdaInterval interval, int steps) {

    static final double TOLERANCE = 1e-12;

    /** A check costs about as much as a product of small matrices, and most of them would be in vain. */
    private static final int STEPS_A_CHECK = 3;

    private static final int PLAIN_STEPS = 14 * STEPS_A_CHECK;
    private static final int MOST_STEPS = 1_000;
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    /** The pair of a matrix given row by row, starting from the eigenvector it has if it is consistent. */
    static PerronPair of(double[] a, int n) {
        return of(a, n, inverseColumnSums(a, n));
    }

    /** The pair of a matrix given row by row, starting from a guess of its eigenvector, which is overwritten. */
    static PerronPair of(double[] a, int n, double[] x) {
        double[] y = new double[n];
        for (int step = 1; step <= MOST_STEPS; step++) {
            double sum = multiply(a, n, x, y);
            normalise(y, sum);
            if (step % STEPS_A_CHECK == 0) {
                LambdaInterval interval = interval(x, y, sum);
                if (interval.lower() > 0 && interval.relativeGap() <= TOLERANCE) {
                    return new PerronPair(y, interval, step);
                }
                if (step >= PLAIN_STEPS) {
                    y = nodaStep(a, y, interval.upper());
                }
            }
            double[] swap = x;
            x = y;
            y = swap;
        }
        throw AhpException.notConverged(
                "principal eigenvalue must be known to a relative " + TOLERANCE + ", but was not after " + MOST_STEPS
                        + " steps",
                null);
    }

    /** {@code y = A x}, and the sum of y. Four rows at a time, so that their sums need not wait for each other. */
    private static double multiply(double[] a, int n, double[] x, double[] y) {
        double total = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            int row = i * n;
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (int j = 0; j < n; j++) {
                double factor = x[j];
                first += a[row + j] * factor;
                second += a[row + n + j] * factor;
                third += a[row + 2 * n + j] * factor;
                fourth += a[row + 3 * n + j] * factor;
            }
            y[i] = first;
            y[i + 1] = second;
            y[i + 2] = third;
            y[i + 3] = fourth;
            total += (first + second) + (third + fourth);
        }
        for (; i < n; i++) {
            double dot = 0;
            for (int j = 0; j < n; j++) {
                dot += a[i * n + j] * x[j];
            }
            y[i] = dot;
            total += dot;
        }
        return total;
    }

    private static void normalise(double[] y, double sum) {
        double scale = 1 / sum;
        for (int i = 0; i < y.length; i++) {
            y[i] *= scale;
        }
    }

    /** What one product says of the eigenvalue: the whole of [0, Inf] if a part of the vector has vanished. */
    private static LambdaInterval interval(double[] x, double[] y, double sum) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double ratio = y[i] / x[i];
            total += ratio;
            if (ratio < lowest) {
                lowest = ratio;
            }
            if (ratio > highest) {
                highest = ratio;
            }
        }
        if (!(total < Double.POSITIVE_INFINITY)) {
            return new LambdaInterval(0, Double.POSITIVE_INFINITY);
        }
        double rounding = 4 * (x.length + 3) * UNIT_ROUNDOFF;
        return new LambdaInterval(lowest * sum * (1 - rounding), highest * sum * (1 + rounding));
    }

    /**
     * The solution of {@code (upper I - A) y = x}, scaled; x itself where rounding makes that singular. In units of x, so that
     * a component keeps its digits however small it is.
     */
    private static double[] nodaStep(double[] a, double[] x, double upper) {
        int n = x.length;
        double[][] shifted = new double[n][n];
        double[] ones = new double[n];
        for (int i = 0; i < n; i++) {
            ones[i] = 1;
            for (int j = 0; j < n; j++) {
                shifted[i][j] = (i == j ? upper : 0) - a[i * n + j] * (x[j] / x[i]);
            }
        }
        try {
            double[] factors = new LUDecomposition(new Array2DRowRealMatrix(shifted, false), 0)
                    .getSolver()
                    .solve(new ArrayRealVector(ones, false))
                    .toArray();
            return scaled(x, factors);
        } catch (SingularMatrixException e) {
            return x;
        }
    }

    /** A vector times factors, summing to 1; unchanged if not all of it stays positive. */
    private static double[] scaled(double[] x, double[] factors) {
        double[] y = new double[x.length];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * factors[i];
            if (!(y[i] > 0)) {
                return x;
            }
            sum += y[i];
        }
        if (!(sum < Double.POSITIVE_INFINITY)) {
            return x;
        }
        normalise(y, sum);
        return y;
    }

    private static double[] inverseColumnSums(double[] a, int n) {
        double[] sums = new double[n];
        for (int i = 0, row = 0; i < n; i++, row += n) {
            for (int j = 0; j < n; j++) {
                sums[j] += a[row + j];
            }
        }
        Arrays.setAll(sums, j -> 1 / sums[j]);
        return sums;
    }

    /** The middle of the interval. */
    double lambda() {
        return interval.middle();
    }
}
