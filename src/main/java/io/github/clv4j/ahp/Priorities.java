package io.github.clv4j.ahp;

/** Weights of a complete matrix, given row by row, by the methods that need no iteration. */
final class Priorities {

    private Priorities() {}

    static double[] geometricMean(double[] a, int n) {
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double logs = 0;
            for (int j = 0; j < n; j++) {
                logs += StrictMath.log(a[i * n + j]);
            }
            weights[i] = logs / n;
        }
        return softmax(weights);
    }

    /** The exponentials of logarithms, divided by their sum, in place. */
    static double[] softmax(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.exp(logs[i] - largest);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
        return logs;
    }

    static double[] columnMean(double[] a, int n) {
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += a[i * n + j];
            }
            for (int i = 0; i < n; i++) {
                weights[i] += a[i * n + j] / sum / n;
            }
        }
        return weights;
    }
}
