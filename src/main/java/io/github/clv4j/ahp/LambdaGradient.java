package io.github.clv4j.ahp;

/**
 * How the principal eigenvalue changes with the logarithms of the judgements. With {@code p_ij = v_i a_ij w_j / (v w)}, w the
 * right and v the left eigenvector, {@code d lambda / d ln a_ij = p_ij - p_ji}.
 *
 * @param pair the right eigenpair
 * @param left the left eigenvector
 * @param flows the p row by row, which sum to lambda
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one class of this package to another, never compared
record LambdaGradient(PerronPair pair, double[] left, double[] flows) {

    static LambdaGradient of(double[] a, int n) {
        return of(a, n, PerronPair.of(a, n), PerronPair.of(transposed(a, n), n));
    }

    /** The gradient at entries close to others of which it is known. */
    LambdaGradient near(double[] a, int n) {
        return of(a, n, PerronPair.of(a, n, pair.vector().clone()), PerronPair.of(transposed(a, n), n, left.clone()));
    }

    private static LambdaGradient of(double[] a, int n, PerronPair right, PerronPair left) {
        double[] w = right.vector();
        double[] v = left.vector();
        double product = 0;
        for (int i = 0; i < n; i++) {
            product += v[i] * w[i];
        }
        double[] flows = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flows[i * n + j] = v[i] * a[i * n + j] * w[j] / product;
            }
        }
        return new LambdaGradient(right, v, flows);
    }

    private static double[] transposed(double[] a, int n) {
        double[] transposed = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * n + i] = a[i * n + j];
            }
        }
        return transposed;
    }

    double lambda() {
        return pair.lambda();
    }

    private int order() {
        return left.length;
    }

    /** The derivative by the logarithm of a_ij, whose reciprocal a_ji goes with it. */
    double slope(int i, int j) {
        return flows[i * order() + j] - flows[j * order() + i];
    }

    /** Both flows of a pair together: its curvature while nothing else moves. */
    double curvature(int i, int j) {
        return flows[i * order() + j] + flows[j * order() + i];
    }

    /** The curvatures of all pairs, row by row. */
    double[] curvatures() {
        int n = order();
        double[] curvatures = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                curvatures[i * n + j] = curvature(i, j);
            }
        }
        return curvatures;
    }
}
