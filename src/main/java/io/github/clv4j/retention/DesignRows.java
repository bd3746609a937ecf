package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * A few customers of a design: their standardised columns behind a column of ones, and room for what is computed of each. It
 * always has the same length; places without a customer are 0 in every column.
 */
final class DesignRows {

    /** Customers at a time: 17 columns of so many fit into the first-level cache. */
    static final int LENGTH = 128;

    final double[][] z;

    /** A linear combination of the columns, as {@link #combine} left it or as others changed it. */
    final double[] combined = new double[LENGTH];

    /** The first of the customers, and how many there are. */
    int from;

    int length;

    DesignRows(int size) {
        this.z = new double[size][LENGTH];
    }

    /** Takes the customers from..to of a design, or as many of them as there is room for. */
    void load(Design design, int start, int to) {
        from = Math.min(start, to);
        length = Math.min(LENGTH, to - from);
        design.standardised(from, from + length, z);
        if (length < LENGTH) {
            for (double[] column : z) {
                Arrays.fill(column, length, LENGTH, 0);
            }
        }
    }

    /** Combines the columns with the weights given, intercept first. */
    void combine(double[] weights) {
        Arrays.fill(combined, weights[0]);
        int j = 1;
        for (; j + 1 < z.length; j += 2) {
            addProducts(weights[j], z[j], weights[j + 1], z[j + 1], combined);
        }
        if (j < z.length) {
            addProduct(weights[j], z[j], combined);
        }
    }

    private static void addProducts(double a, double[] x, double b, double[] y, double[] out) {
        for (int i = 0; i < LENGTH; i++) {
            out[i] += a * x[i] + b * y[i];
        }
    }

    private static void addProduct(double a, double[] x, double[] out) {
        for (int i = 0; i < LENGTH; i++) {
            out[i] += a * x[i];
        }
    }
}
