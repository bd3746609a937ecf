package io.github.clv4j.ahp;

import java.util.Arrays;

/**
 * The principal eigenpair of a positive or irreducible nonnegative matrix with a positive diagonal, by power iteration with
 * a certificate.
 *
 * <p>The squares of the eigenvalues of a reciprocal matrix sum to {@code n^2}, and that of the largest alone is no less.
 * The others must therefore lie near the imaginary axis or be small: where plain steps are slow, it is for rotation, and a
 * shift of half the eigenvalue, which damps rotation, is what helps. So plain steps come first, shifted ones later. (The
 * eigenvalue is then taken for the geometric mean of its bounds: of a vector that flips between two states, they are the
 * eigenvalue times and divided by the same factor.)
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
    private static final int MOST_STEPS = 20_000;
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    /** The pair of a matrix given row by row, starting from the eigenvector it has if it is consistent. */
    static PerronPair of(double[] a, int n) {
        return of(a, n, inverseColumnSums(a, n));
    }

    /** The pair of a matrix given row by row, starting from a guess of its eigenvector, which is overwritten. */
    static PerronPair of(double[] a, int n, double[] x) {
        double[] y = new double[n];
        double shift = 0;
        for (int step = 1; step <= MOST_STEPS; step++) {
            double sum = multiply(a, n, x, shift, y);
            normalise(y, sum);
            if (step % STEPS_A_CHECK == 0) {
                LambdaInterval interval = interval(x, y, sum, shift);
                if (interval.lower() > 0 && interval.relativeGap() <= TOLERANCE) {
                    return new PerronPair(y, interval, step);
                }
                if (step % PLAIN_STEPS == 0) {
                    shift = Math.sqrt(interval.lower() * interval.upper()) / 2;
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

    /** {@code y = (A + shift I) x}, and the sum of y. Four rows at a time, so that their sums need not wait for each other. */
    private static double multiply(double[] a, int n, double[] x, double shift, double[] y) {
        double total = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            int row = i * n;
            double first = shift * x[i];
            double second = shift * x[i + 1];
            double third = shift * x[i + 2];
            double fourth = shift * x[i + 3];
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
            double dot = shift * x[i];
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
    private static LambdaInterval interval(double[] x, double[] y, double sum, double shift) {
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
        return new LambdaInterval(lowest * sum * (1 - rounding) - shift, highest * sum * (1 + rounding) - shift);
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
