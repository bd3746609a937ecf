package io.github.clv4j.retention;

/**
 * Sums of weighted products of columns over customers, {@code sum_i w_i z_ij z_ik} for each pair of columns and
 * {@code sum_i r_i z_ij} for each column.
 *
 * <p>Each sum is kept in as many parts as {@link DesignRows} has places, and two rows go into each part at a time: so written
 * the loops have no sum that waits for itself, and the compiler makes vector instructions of them. A plain dot product, which
 * it must add in order, takes three times as long.
 */
final class CrossProducts {

    private final int size;
    private final double[][] squares;
    private final double[][] products;
    private final double[] weighted = new double[DesignRows.LENGTH];
    private final double[] weightedToo = new double[DesignRows.LENGTH];

    CrossProducts(int size) {
        this.size = size;
        this.squares = new double[size * (size + 1) / 2][DesignRows.LENGTH];
        this.products = new double[size][DesignRows.LENGTH];
    }

    /** Adds the products of two lots of customers, each with its weights. */
    void add(DesignRows a, double[] weightsOfA, DesignRows b, double[] weightsOfB) {
        int pair = 0;
        for (int j = 0; j < size; j++) {
            multiply(weightsOfA, a.z[j], weighted);
            multiply(weightsOfB, b.z[j], weightedToo);
            for (int k = 0; k <= j; k++) {
                addProducts(weighted, weightedToo, a.z[k], b.z[k], squares[pair++]);
            }
        }
    }

    /** Adds the products of each column with the residuals of the customers. */
    void addResiduals(DesignRows a, double[] residualsOfA, DesignRows b, double[] residualsOfB) {
        for (int j = 0; j < size; j++) {
            addProducts(residualsOfA, residualsOfB, a.z[j], b.z[j], products[j]);
        }
    }

    /** Adds the sums over pairs to a symmetric matrix. */
    void addMatrixTo(double[][] matrix) {
        int pair = 0;
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                matrix[j][k] += sum(squares[pair++]);
                matrix[k][j] = matrix[j][k];
            }
        }
    }

    /** Adds the sums over single columns to a vector. */
    void addVectorTo(double[] vector) {
        for (int j = 0; j < size; j++) {
            vector[j] += sum(products[j]);
        }
    }

    private static void multiply(double[] a, double[] b, double[] out) {
        for (int i = 0; i < DesignRows.LENGTH; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void addProducts(double[] a, double[] b, double[] x, double[] y, double[] sums) {
        for (int i = 0; i < DesignRows.LENGTH; i++) {
            sums[i] += a[i] * x[i] + b[i] * y[i];
        }
    }

    private static double sum(double[] parts) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < DesignRows.LENGTH; i += 2) {
            even += parts[i];
            odd += parts[i + 1];
        }
        return even + odd;
    }
}
