package io.github.clv4j.ahp;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The principal eigenpair by another route: the QR algorithm of commons-math3.
 *
 * @param lambda the eigenvalue of largest real part
 * @param weights its eigenvector, summing to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record EigenReference(double lambda, double[] weights) {

    static EigenReference of(PairwiseMatrix complete) {
        return of(complete.toArray());
    }

    static EigenReference of(double[][] rows) {
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
        double[] values = decomposition.getRealEigenvalues();
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            largest = values[k] > values[largest] ? k : largest;
        }
        double[] vector = decomposition.getEigenvector(largest).toArray();
        double sum = 0;
        for (double part : vector) {
            sum += part;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= sum;
        }
        return new EigenReference(values[largest], vector);
    }
}
