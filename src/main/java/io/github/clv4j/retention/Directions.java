package io.github.clv4j.retention;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Vectors in the space of coefficients. */
final class Directions {

    private Directions() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /**
     * The projection of a vector on those eigenvectors of a symmetric matrix whose eigenvalues are at most a part of the largest,
     * or of a least number where the largest is smaller.
     */
    static double[] silentPart(double[][] matrix, double[] vector, double part, double leastLargest) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
        double[] values = eigen.getRealEigenvalues();
        double zero = part * Math.max(values[0], leastLargest);
        double[] direction = new double[vector.length];
        for (int e = 0; e < values.length; e++) {
            if (values[e] <= zero) {
                double[] axis = eigen.getEigenvector(e).toArray();
                double weight = dot(axis, vector);
                for (int j = 0; j < axis.length; j++) {
                    direction[j] += weight * axis[j];
                }
            }
        }
        return direction;
    }
}
