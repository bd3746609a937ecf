package io.github.clv4j.ahp;

/** The completion by what the least squares weights of the log judgements imply: one system of linear equations. */
final class LogLeastSquares {

    private LogLeastSquares() {}

    /** The completed entries, row by row. */
    static double[] complete(PairwiseMatrix matrix, ComparisonGraph graph) {
        return filled(matrix, logWeights(matrix, graph));
    }

    /** The logarithms of the weights, the last of them 0. */
    private static double[] logWeights(PairwiseMatrix matrix, ComparisonGraph graph) {
        int n = matrix.order();
        double[] raw = matrix.raw();
        double[] flows = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (graph.isKnown(i, j)) {
                    double log = StrictMath.log(raw[i * n + j]);
                    flows[i] += log;
                    flows[j] -= log;
                }
            }
        }
        return graph.potentials(flows);
    }

    /** The entries of a matrix with those missing set to the ratios of weights, given by their logarithms. */
    private static double[] filled(PairwiseMatrix matrix, double[] logWeights) {
        int n = matrix.order();
        double[] completed = matrix.raw().clone();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (Double.isNaN(completed[i * n + j])) {
                    completed[i * n + j] = StrictMath.exp(logWeights[i] - logWeights[j]);
                    completed[j * n + i] = 1 / completed[i * n + j];
                }
            }
        }
        return completed;
    }
}
