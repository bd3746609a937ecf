package io.github.clv4j.retention;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

/**
 * The columns of a regression with their means and standard deviations. Fits work on standardised columns: the Newton
 * steps are the same in exact arithmetic, and the matrices stay well conditioned when a column counts in thousands or
 * sits far from 0.
 */
final class Design {

    /** A column with less than this part of the weight of the strongest has no say in a combination. */
    private static final double SAY = 0.01;

    /** The squares of distances whose mean is not between those of these may not be numbers with all digits. */
    private static final double SQUARES_TOO_SMALL = 1e-140;

    private static final double SQUARES_TOO_LARGE = 1e140;

    /** Standard deviations that have a reciprocal, with room for a coefficient. */
    private static final double SMALLEST = 1e-290;

    private static final double LARGEST = 1e290;

    private final List<String> names;
    private final double[][] columns;
    private final double[] means;
    private final double[] deviations;

    Design(List<String> names, double[][] columns) {
        this.names = names;
        this.columns = columns;
        this.means = new double[columns.length];
        this.deviations = new double[columns.length];
        IntStream places = IntStream.range(0, columns.length);
        boolean large = columns.length > 0 && columns[0].length > CustomerRanges.LENGTH;
        (large ? places.parallel() : places).forEach(this::measure);
        for (int j = 0; j < columns.length; j++) {
            requireFinite(j);
            requireVaried(j);
            requireDeviation(j);
        }
    }

    private void measure(int j) {
        means[j] = BlockSum.mean(columns[j]);
        deviations[j] = deviation(columns[j], means[j]);
    }

    int size() {
        return columns.length;
    }

    String name(int j) {
        return names.get(j);
    }

    List<String> names() {
        return names;
    }

    /** The columns with a say in a combination of the standardised ones, intercept first; the strongest first. */
    List<String> strongest(double[] weights) {
        double[] sizes = new double[columns.length];
        Arrays.setAll(sizes, j -> Math.abs(weights[j + 1]));
        double limit = SAY * Arrays.stream(sizes).max().orElse(0);
        return IntStream.range(0, columns.length)
                .filter(j -> sizes[j] >= limit)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -sizes[j]))
                .map(names::get)
                .toList();
    }

    /** Writes rows from..to of the standardised columns to the start of {@code z}, behind a column of ones. */
    void standardised(int from, int to, double[][] z) {
        Arrays.fill(z[0], 0, to - from, 1);
        for (int j = 0; j < columns.length; j++) {
            System.arraycopy(columns[j], from, z[j + 1], 0, to - from);
            standardise(z[j + 1], to - from, means[j], 1 / deviations[j]);
        }
    }

    private static void standardise(double[] values, int length, double mean, double scale) {
        for (int i = 0; i < length; i++) {
            values[i] = (values[i] - mean) * scale;
        }
    }

    /** The model in the units of the columns for coefficients of the standardised ones, intercept first. */
    ChurnModel model(double[] standardised) {
        double intercept = standardised[0];
        double[] coefficients = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            coefficients[j] = standardised[j + 1] / deviations[j];
            intercept -= coefficients[j] * means[j];
        }
        return ChurnModel.of(names, intercept, coefficients, means);
    }

    /** The coefficients of the standardised columns, intercept first, for a model in the units of the columns. */
    double[] standardised(ChurnModel model) {
        double[] coefficients = model.coefficients();
        double[] standardised = new double[columns.length + 1];
        standardised[0] = model.intercept();
        for (int j = 0; j < columns.length; j++) {
            standardised[0] += coefficients[j] * means[j];
            standardised[j + 1] = coefficients[j] * deviations[j];
        }
        return standardised;
    }

    /** The covariance matrix in the units of the columns for that of the coefficients of the standardised ones. */
    double[][] covariance(double[][] standardised) {
        int size = standardised.length;
        double[][] change = new double[size][size];
        change[0][0] = 1;
        for (int j = 1; j < size; j++) {
            change[j][j] = 1 / deviations[j - 1];
            change[0][j] = -means[j - 1] / deviations[j - 1];
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(change, false);
        double[][] covariance = matrix.multiply(new Array2DRowRealMatrix(standardised, false))
                .multiply(matrix.transpose())
                .getData();
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                covariance[k][j] = covariance[j][k];
            }
        }
        return covariance;
    }

    /** The standard errors in the units of the columns, intercept first; formed without the squares of those units. */
    double[] standardErrors(double[][] standardised) {
        double[] errors = new double[standardised.length];
        errors[0] = StrictMath.sqrt(covariance(standardised)[0][0]);
        for (int j = 1; j < errors.length; j++) {
            errors[j] = StrictMath.sqrt(standardised[j][j]) / deviations[j - 1];
        }
        return errors;
    }

    /** Values of which one is not finite have no finite deviation. */
    private void requireFinite(int j) {
        if (Double.isFinite(deviations[j])) {
            return;
        }
        for (int i = 0; i < columns[j].length; i++) {
            if (!Double.isFinite(columns[j][i])) {
                throw Require.outside("column " + names.get(j) + " at row " + i, "finite", columns[j][i]);
            }
        }
    }

    private void requireVaried(int j) {
        if (!isVaried(columns[j])) {
            throw new FitException(
                    Reason.CONSTANT_COLUMN,
                    List.of(names.get(j)),
                    "column " + names.get(j) + " is " + columns[j][0] + " for every customer; leave it out");
        }
    }

    static boolean isVaried(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return true;
            }
        }
        return false;
    }

    private void requireDeviation(int j) {
        if (!(deviations[j] > SMALLEST && deviations[j] < LARGEST)) {
            throw Require.outside(
                    "standard deviation of column " + names.get(j),
                    "in (" + SMALLEST + ", " + LARGEST + ")",
                    deviations[j]);
        }
    }

    private static double deviation(double[] column, double mean) {
        double deviation = deviation(column, mean, 0);
        if (deviation > SQUARES_TOO_SMALL && deviation < SQUARES_TOO_LARGE) {
            return deviation;
        }
        double largest = 0;
        for (double value : column) {
            largest = Math.max(largest, Math.abs(value - mean));
        }
        int exponent = largest > 0 && Double.isFinite(largest) ? Math.getExponent(largest) : 0;
        return Math.scalb(deviation(column, mean, exponent), exponent);
    }

    /** In units of a power of 2, which changes no digit. */
    private static double deviation(double[] column, double mean, int exponent) {
        double[] squares = new double[BlockSum.BLOCK];
        double sum = 0;
        for (int from = 0; from < column.length; from += BlockSum.BLOCK) {
            int length = Math.min(BlockSum.BLOCK, column.length - from);
            for (int i = 0; i < length; i++) {
                double distance = column[from + i] - mean;
                distance = exponent == 0 ? distance : Math.scalb(distance, -exponent);
                squares[i] = distance * distance;
            }
            sum += BlockSum.of(squares, 0, length);
        }
        return StrictMath.sqrt(sum / column.length);
    }
}
