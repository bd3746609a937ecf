package io.github.clv4j.ahp;

/** Harker's completion: one eigenproblem. */
final class Harker {

    private Harker() {}

    /** The completed entries, row by row. */
    static double[] complete(PairwiseMatrix matrix) {
        int n = matrix.order();
        double[] weights = PerronPair.of(standIn(matrix), n).vector();
        double[] completed = matrix.raw().clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (Double.isNaN(completed[i * n + j])) {
                    completed[i * n + j] = weights[i] / weights[j];
                }
            }
        }
        return completed;
    }

    /**
     * The matrix with 0 for each missing judgement and 1 more on the diagonal for each of its row. Its eigenvalue is that of
     * the completed matrix: what the zeros take from a row, the diagonal gives back.
     */
    static double[] standIn(PairwiseMatrix matrix) {
        int n = matrix.order();
        double[] entries = matrix.raw().clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (Double.isNaN(entries[i * n + j])) {
                    entries[i * n + j] = 0;
                    entries[i * n + i]++;
                }
            }
        }
        return entries;
    }
}
