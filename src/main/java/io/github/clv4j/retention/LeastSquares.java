package io.github.clv4j.retention;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;

/**
 * Ordinary least squares with an intercept: {@code y = a + sum_j b_j x_j + e}, the sum of squared e as small as can be.
 *
 * <p>Columns and response are taken from their means, and columns scaled to a largest distance of 1, so that neither units nor
 * a place far from 0 cost digits. The triangle R of the QR decomposition is found block by block, each block of rows beneath
 * the R of those before it; the response is the last column, and so becomes Q'y. Whatever is asked of the fit is a weighted
 * sum of the coefficients, of which R gives the estimate and the standard error without the covariance matrix between.
 *
 * <p>Immutable and thread-safe; the columns are read by the constructor only.
 */
final class LeastSquares {

    /** A column of whose length less than this part is left by those before it is a combination of them, up to rounding. */
    private static final double UNEXPLAINED = 1e-8;

    /** A column that varies by less than this part of its largest value varies by rounding only. */
    private static final double ROUNDING = 1e-12;

    /** Residuals with less than this part of the squares of the response are rounding. */
    private static final double EXACT = 1e-28;

    /** A scaled column with less weight than this has no part in the combination. */
    private static final double WEIGHT = 1e-4;

    private final List<String> names;
    private final double[] means;
    private final double[] scales;
    private final double meanResponse;
    private final double[][] triangle;
    private final double[] scaled;
    private final double[] residuals;
    private final double residualSumOfSquares;
    private final double totalSumOfSquares;

    /**
     * Fits.
     *
     * @param names the names of the columns, distinct
     * @param columns one for each name, of as many finite values as the response
     * @throws FitException if there are not more customers than coefficients, the response or a column is constant, or a
     *     column is a combination of others
     */
    LeastSquares(List<String> names, double[][] columns, String responseName, double[] response) {
        this.names = List.copyOf(names);
        this.means = new double[columns.length];
        this.scales = new double[columns.length];
        requireCustomers(response.length, columns.length + 1);
        requireVaried(responseName, response, ", so that there is nothing to explain");
        for (int j = 0; j < columns.length; j++) {
            standardise(j, columns[j]);
        }
        this.meanResponse = Require.finite(BlockSum.mean(response), "mean of column " + responseName);
        this.triangle = triangle(columns, response);
        requireIndependent();
        this.scaled = solve();
        this.residuals = residuals(columns, response);
        this.residualSumOfSquares = Require.finite(sumOfSquares(residuals), "sum of squared residuals");
        this.totalSumOfSquares = totalSumOfSquares(response);
    }

    /** Refuses fewer customers than leave something to estimate the error from. */
    static void requireCustomers(int customers, int coefficients) {
        if (customers <= coefficients) {
            throw new FitException(
                    Reason.TOO_FEW_CUSTOMERS,
                    List.of(),
                    "customers must be at least " + (coefficients + 1) + " for " + coefficients
                            + " coefficients, but were " + customers + "; leave terms out");
        }
    }

    /** Refuses a column that is the same for every customer, saying what follows from that. */
    static void requireVaried(String name, double[] column, String consequence) {
        if (Arrays.stream(column).allMatch(value -> value == column[0])) {
            throw new FitException(
                    Reason.CONSTANT_COLUMN,
                    List.of(name),
                    "column " + name + " is " + column[0] + " for every customer" + consequence);
        }
    }

    /** A column that does not vary becomes one of zeros, which is then found to be a combination of the intercept. */
    private void standardise(int j, double[] column) {
        means[j] = BlockSum.mean(column);
        double largest = 0;
        double distance = 0;
        for (double value : column) {
            largest = Math.max(largest, Math.abs(value));
            distance = Math.max(distance, Math.abs(value - means[j]));
        }
        Require.finite(distance, "largest distance from the mean in column " + names.get(j));
        scales[j] = distance > ROUNDING * largest ? distance : Double.POSITIVE_INFINITY;
    }

    /** The triangle of the rows seen so far, with the next rows beneath it, made a triangle again. */
    private double[][] triangle(double[][] columns, double[] response) {
        double[][] upper = {};
        for (int from = 0; from < response.length; from += BlockSum.BLOCK) {
            int to = Math.min(from + BlockSum.BLOCK, response.length);
            double[][] rows = Arrays.copyOf(upper, upper.length + to - from);
            for (int i = from; i < to; i++) {
                rows[upper.length + i - from] = row(columns, response, i);
            }
            RealMatrix r = new QRDecomposition(MatrixUtils.createRealMatrix(rows)).getR();
            upper = Arrays.copyOf(r.getData(), Math.min(rows.length, names.size() + 2));
        }
        return upper;
    }

    /** A customer: 1, the columns, the response. */
    private double[] row(double[][] columns, double[] response, int i) {
        double[] row = new double[columns.length + 2];
        row[0] = 1;
        for (int j = 0; j < columns.length; j++) {
            row[j + 1] = (columns[j][i] - means[j]) / scales[j];
        }
        row[columns.length + 1] = response[i] - meanResponse;
        return row;
    }

    private void requireIndependent() {
        for (int j = 1; j <= names.size(); j++) {
            double length = 0;
            for (int k = 0; k <= j; k++) {
                length = StrictMath.hypot(length, triangle[k][j]);
            }
            if (!(Math.abs(triangle[j][j]) > UNEXPLAINED * length)) {
                throw collinear(j);
            }
        }
    }

    private FitException collinear(int j) {
        double[] weights = backward(j, j);
        List<String> culprits = new ArrayList<>();
        for (int k = 1; k < j; k++) {
            if (Math.abs(weights[k]) > WEIGHT) {
                culprits.add(names.get(k - 1));
            }
        }
        String culprit = names.get(j - 1);
        String others = culprits.isEmpty() ? "the terms before it" : culprits.toString();
        String message = "column " + culprit + " is a linear combination of " + others + "; leave one of them out";
        culprits.add(0, culprit);
        return new FitException(Reason.COLLINEAR_COLUMNS, culprits, message);
    }

    private double[] solve() {
        return backward(names.size() + 1, names.size() + 1);
    }

    /** Solves {@code R w = column} of the first rows and columns of the triangle. */
    private double[] backward(int size, int column) {
        double[] weights = new double[size];
        for (int k = size - 1; k >= 0; k--) {
            double sum = triangle[k][column];
            for (int m = k + 1; m < size; m++) {
                sum -= triangle[k][m] * weights[m];
            }
            weights[k] = sum / triangle[k][k];
        }
        return weights;
    }

    private double[] residuals(double[][] columns, double[] response) {
        double[] rest = new double[response.length];
        for (int i = 0; i < rest.length; i++) {
            double sum = response[i] - meanResponse - scaled[0];
            for (int j = 0; j < columns.length; j++) {
                sum -= scaled[j + 1] * ((columns[j][i] - means[j]) / scales[j]);
            }
            rest[i] = sum;
        }
        return rest;
    }

    private double totalSumOfSquares(double[] response) {
        double[] distances = new double[response.length];
        Arrays.setAll(distances, i -> response[i] - meanResponse);
        return Require.finite(sumOfSquares(distances), "total sum of squares");
    }

    private static double sumOfSquares(double[] values) {
        double[] squares = new double[values.length];
        Arrays.setAll(squares, i -> values[i] * values[i]);
        return BlockSum.of(squares);
    }

    int customers() {
        return residuals.length;
    }

    /** How many coefficients there are, that of the intercept included. */
    int size() {
        return scaled.length;
    }

    int degreesOfFreedom() {
        return customers() - size();
    }

    double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    double totalSumOfSquares() {
        return totalSumOfSquares;
    }

    /** Whether nothing is left but rounding, so that what is computed from the residuals says nothing. */
    boolean isExact() {
        double squares = totalSumOfSquares + customers() * meanResponse * meanResponse;
        return residualSumOfSquares <= EXACT * squares;
    }

    /** What is left of the variance of the response, {@code RSS / df}. */
    double residualMeanSquare() {
        return residualSumOfSquares / degreesOfFreedom();
    }

    /** A copy: the response less its fitted value, in the order of the customers. */
    double[] residuals() {
        return residuals.clone();
    }

    /** The sum of weights times coefficients, the intercept first. */
    double estimate(double[] weights) {
        return weights[0] * meanResponse + MathArrays.linearCombination(ofScaled(weights), scaled);
    }

    double standardError(double[] weights) {
        return StrictMath.sqrt(covariance(weights, weights));
    }

    /** The covariance of two sums of weights times coefficients. */
    double covariance(double[] one, double[] other) {
        double[] left = forward(ofScaled(one));
        double[] right = one == other ? left : forward(ofScaled(other));
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += left[k] * right[k];
        }
        return sum * residualMeanSquare();
    }

    /** The weights of the same sum on the coefficients of the scaled columns. */
    private double[] ofScaled(double[] weights) {
        double[] of = new double[weights.length];
        of[0] = weights[0];
        for (int j = 0; j < means.length; j++) {
            of[j + 1] = (weights[j + 1] - weights[0] * means[j]) / scales[j];
        }
        return of;
    }

    /** Solves {@code R' w = right}. */
    private double[] forward(double[] right) {
        double[] weights = new double[right.length];
        for (int k = 0; k < right.length; k++) {
            double sum = right[k];
            for (int m = 0; m < k; m++) {
                sum -= triangle[m][k] * weights[m];
            }
            weights[k] = sum / triangle[k][k];
        }
        return weights;
    }
}
