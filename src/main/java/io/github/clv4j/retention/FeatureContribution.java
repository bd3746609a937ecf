package io.github.clv4j.retention;

/**
 * What one feature of a customer adds to the log-odds of churn: {@code coefficient x (value - mean)}. Immutable and
 * thread-safe.
 *
 * @param name the name of the feature
 * @param value the customer's value
 * @param mean the mean over the customers the model was fitted on
 * @param coefficient the change of the log-odds for one unit of the feature
 */
public record FeatureContribution(String name, double value, double mean, double coefficient) {

    /**
     * What the feature adds.
     *
     * @return log-odds, 0 for the mean value
     */
    public double amount() {
        return coefficient * (value - mean);
    }
}
