package io.github.clv4j.retention;

/**
 * How often a churn model is right where everybody from some probability on is taken to leave. A share of nobody is NaN.
 * Immutable and thread-safe.
 *
 * @param threshold the lowest probability that counts as leaving
 * @param truePositives how many left and were expected to
 * @param falsePositives how many stayed and were expected to leave
 * @param falseNegatives how many left and were expected to stay
 * @param trueNegatives how many stayed and were expected to
 */
public record ConfusionMatrix(
        double threshold, int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

    /**
     * The share found of those who left, also called recall.
     *
     * @return true positives / all who left
     */
    public double sensitivity() {
        return (double) truePositives / (truePositives + falseNegatives);
    }

    /**
     * The share left alone of those who stayed.
     *
     * @return true negatives / all who stayed
     */
    public double specificity() {
        return (double) trueNegatives / (trueNegatives + falsePositives);
    }

    /**
     * The share of leavers among those expected to leave.
     *
     * @return true positives / all expected to leave; NaN if nobody is
     */
    public double precision() {
        return (double) truePositives / (truePositives + falsePositives);
    }
}
