package io.github.clv4j.retention;

import io.github.clv4j.retention.FitException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the first column that the columns before it explain, by a Cholesky decomposition of the correlation matrix: the
 * square of a pivot is the part of the column's variance the others leave unexplained.
 */
final class Collinearity {

    /** A column with less unexplained variance than this is a combination of the others, up to rounding. */
    private static final double UNEXPLAINED = 1e-11;

    /** A standardised column with less weight than this has no part in the combination. */
    private static final double WEIGHT = 1e-4;

    private final double[][] lower;

    private Collinearity(int size) {
        this.lower = new double[size][size];
    }

    /** Throws with advice at the end if a column is a combination of others; the correlations of the intercept come first. */
    static void refuse(Design design, double[][] correlation, String advice) {
        Collinearity decomposition = new Collinearity(correlation.length);
        for (int j = 0; j < correlation.length; j++) {
            if (!decomposition.add(j, correlation[j])) {
                throw decomposition.exception(design, j, advice);
            }
        }
    }

    private boolean add(int j, double[] row) {
        double unexplained = row[j];
        for (int k = 0; k < j; k++) {
            double sum = row[k];
            for (int m = 0; m < k; m++) {
                sum -= lower[j][m] * lower[k][m];
            }
            lower[j][k] = sum / lower[k][k];
            unexplained -= lower[j][k] * lower[j][k];
        }
        lower[j][j] = Math.sqrt(unexplained);
        return unexplained > UNEXPLAINED * row[j];
    }

    private FitException exception(Design design, int j, String advice) {
        double[] weights = combination(j);
        List<String> columns = new ArrayList<>();
        for (int k = 1; k < j; k++) {
            if (Math.abs(weights[k]) > WEIGHT) {
                columns.add(design.name(k - 1));
            }
        }
        String culprit = design.name(j - 1);
        String message =
                "column " + culprit + " is a linear combination of " + columns + "; leave one of them out" + advice;
        columns.add(0, culprit);
        return new FitException(Reason.COLLINEAR_COLUMNS, columns, message);
    }

    /** The weights of the columns before j in column j, by back substitution. */
    private double[] combination(int j) {
        double[] weights = new double[j];
        for (int k = j - 1; k >= 0; k--) {
            double sum = lower[j][k];
            for (int m = k + 1; m < j; m++) {
                sum -= lower[m][k] * weights[m];
            }
            weights[k] = sum / lower[k][k];
        }
        return weights;
    }
}
