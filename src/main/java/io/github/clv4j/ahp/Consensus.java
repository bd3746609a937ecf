package io.github.clv4j.ahp;

import java.util.List;

/** Goepel's consensus indicator: how much of the diversity of weights lies within the experts, not between them. */
final class Consensus {

    private static final int LARGEST_ON_SCALE = 9;

    private Consensus() {}

    /** The consensus of weights by expert; NaN for one expert or one weight. */
    static double of(List<double[]> experts) {
        int n = experts.get(0).length;
        if (experts.size() < 2 || n < 2) {
            return Double.NaN;
        }
        double[] mean = new double[n];
        double within = 0;
        for (double[] weights : experts) {
            within += entropy(weights) / experts.size();
            for (int i = 0; i < n; i++) {
                mean[i] += weights[i] / experts.size();
            }
        }
        double agreement = StrictMath.exp(within - entropy(mean));
        double least = StrictMath.exp(mostUneven(n)) / n;
        return (agreement - least) / (1 - least);
    }

    /** The entropy of (9, 1, ..., 1) / (n + 8). */
    private static double mostUneven(int n) {
        double sum = n - 1 + LARGEST_ON_SCALE;
        return -term(LARGEST_ON_SCALE / sum) - (n - 1) * term(1 / sum);
    }

    private static double entropy(double[] weights) {
        double entropy = 0;
        for (double weight : weights) {
            entropy -= term(weight);
        }
        return entropy;
    }

    private static double term(double share) {
        return share * StrictMath.log(share);
    }
}
