package io.github.clv4j.retention;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** The Cholesky decomposition of a symmetric positive definite matrix, scaled to a diagonal of ones first. */
final class ScaledCholesky {

    /** A pivot of the scaled matrix below this is 0, but for rounding. */
    private static final double SINGULAR = 1e-13;

    private final double[] scale;
    private final DecompositionSolver solver;

    private ScaledCholesky(double[] scale, DecompositionSolver solver) {
        this.scale = scale;
        this.solver = solver;
    }

    /** The decomposition; none if the matrix is singular up to rounding. */
    static Optional<ScaledCholesky> of(double[][] matrix) {
        double[] scale = new double[matrix.length];
        Arrays.setAll(scale, j -> Math.sqrt(matrix[j][j]));
        if (Arrays.stream(scale).anyMatch(s -> s == 0)) {
            return Optional.empty();
        }
        Array2DRowRealMatrix scaled = new Array2DRowRealMatrix(matrix.length, matrix.length);
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k < matrix.length; k++) {
                scaled.setEntry(j, k, matrix[j][k] / (scale[j] * scale[k]));
            }
        }
        try {
            return Optional.of(new ScaledCholesky(
                    scale,
                    new CholeskyDecomposition(
                                    scaled, CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD, SINGULAR)
                            .getSolver()));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    /** The solution x of matrix x = right side. */
    double[] solve(double[] rightSide) {
        double[] scaled = rightSide.clone();
        Arrays.setAll(scaled, j -> scaled[j] / scale[j]);
        double[] solution = solver.solve(new ArrayRealVector(scaled, false)).toArray();
        Arrays.setAll(solution, j -> solution[j] / scale[j]);
        return solution;
    }

    double[][] inverse() {
        double[][] inverse = solver.getInverse().getData();
        for (int j = 0; j < scale.length; j++) {
            for (int k = 0; k < scale.length; k++) {
                inverse[j][k] /= scale[j] * scale[k];
            }
        }
        return inverse;
    }
}
