package io.github.clv4j.retention;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.LogisticFormula;
import java.util.Arrays;

/**
 * The log-likelihood of a logistic model over standardised columns, with its gradient and its information matrix (minus
 * the second derivatives). Each is summed within blocks of customers, and the blocks in their order.
 */
final class LogisticLikelihood {

    private final Design design;
    private final double[] outcome;
    private final int size;

    LogisticLikelihood(Design design, double[] outcome) {
        this.design = design;
        this.outcome = outcome;
        this.size = design.size() + 1;
    }

    /** The log-likelihood and its derivatives at one point; the matrix is filled in full. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Point(double logLikelihood, double[] gradient, double[][] information) {}

    /** What is done with a block: its customers from..from+length, their columns, and a combination of those columns. */
    private interface Visitor {
        void visit(int from, int length, double[][] z, double[] combined);
    }

    /** Walks over the customers block by block, with a linear combination of the columns ready for each. */
    private void forEachBlock(double[] weights, Visitor visitor) {
        double[][] z = new double[size][BlockSum.BLOCK];
        double[] combined = new double[BlockSum.BLOCK];
        for (int from = 0; from < outcome.length; from += BlockSum.BLOCK) {
            int length = Math.min(BlockSum.BLOCK, outcome.length - from);
            design.standardised(from, from + length, z);
            combine(z, weights, length, combined);
            visitor.visit(from, length, z, combined);
        }
    }

    Point at(double[] coefficients) {
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        double[] logLikelihood = new double[1];
        double[] weight = new double[BlockSum.BLOCK];
        forEachBlock(coefficients, (from, length, z, eta) -> {
            logLikelihood[0] += weigh(eta, from, length, weight);
            // eta now holds the residuals y - P
            for (int j = 0; j < size; j++) {
                gradient[j] += dot(eta, z[j], length);
            }
            addProducts(z, weight, length, information);
        });
        mirror(information);
        return new Point(logLikelihood[0], gradient, information);
    }

    /** The largest change of a customer's log-odds that a step of the coefficients makes. */
    double largestChange(double[] step) {
        double[] largest = new double[1];
        forEachBlock(step, (from, length, z, change) -> {
            for (int i = 0; i < length; i++) {
                largest[0] = Math.max(largest[0], Math.abs(change[i]));
            }
        });
        return largest[0];
    }

    /** The sum of z z' over the customers for whom P (1 - P) is above a threshold. */
    double[][] undecided(double[] coefficients, double threshold) {
        double[][] products = new double[size][size];
        forEachBlock(coefficients, (from, length, z, eta) -> {
            for (int i = 0; i < length; i++) {
                double probability = LogisticFormula.inverseLogit(eta[i]);
                eta[i] = probability * (1 - probability) > threshold ? 1 : 0;
            }
            addProducts(z, eta, length, products);
        });
        mirror(products);
        return products;
    }

    /**
     * Whether a direction has every customer on the side of its class, or on the border: then the likelihood grows along it
     * without end. A customer may lie on the wrong side by a given part of the largest distance, for rounding.
     */
    boolean isSeparatedBy(double[] direction, double tolerance) {
        double[] leastAndLargest = new double[2];
        forEachBlock(direction, (from, length, z, distance) -> {
            for (int i = 0; i < length; i++) {
                double signed = outcome[from + i] == 1 ? distance[i] : -distance[i];
                leastAndLargest[0] = Math.min(leastAndLargest[0], signed);
                leastAndLargest[1] = Math.max(leastAndLargest[1], signed);
            }
        });
        return leastAndLargest[1] > 0 && leastAndLargest[0] >= -tolerance * leastAndLargest[1];
    }

    private static void combine(double[][] z, double[] coefficients, int length, double[] out) {
        Arrays.fill(out, 0, length, 0);
        for (int j = 0; j < coefficients.length; j++) {
            double coefficient = coefficients[j];
            double[] column = z[j];
            for (int i = 0; i < length; i++) {
                out[i] += coefficient * column[i];
            }
        }
    }

    /** Turns log-odds into residuals in place, writes the weights P (1 - P), and returns the log-likelihood. */
    private double weigh(double[] eta, int from, int length, double[] weight) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double y = outcome[from + i];
            double signed = y == 1 ? eta[i] : -eta[i];
            double probability = LogisticFormula.inverseLogit(eta[i]);
            sum += logProbability(signed);
            weight[i] = probability * (1 - probability);
            eta[i] = y - probability;
        }
        return sum;
    }

    /** log(1 / (1 + exp(-s))) without overflow. */
    private static double logProbability(double s) {
        double tail = StrictMath.log1p(StrictMath.exp(-Math.abs(s)));
        return s < 0 ? s - tail : -tail;
    }

    private static void addProducts(double[][] z, double[] weight, int length, double[][] information) {
        double[] weighted = new double[BlockSum.BLOCK];
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < length; i++) {
                weighted[i] = weight[i] * z[j][i];
            }
            for (int k = 0; k <= j; k++) {
                information[j][k] += dot(weighted, z[k], length);
            }
        }
    }

    /** A dot product over four running sums, which the processor can keep in flight at once. */
    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void mirror(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k < j; k++) {
                matrix[k][j] = matrix[j][k];
            }
        }
    }
}
