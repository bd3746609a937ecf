package io.github.clv4j.retention;

/**
 * The customers whose churn probability is in one range. What there is of nobody is NaN. Immutable and thread-safe.
 *
 * @param lower the lower end of the range, which belongs to it
 * @param upper the upper end, which belongs to the last range only
 * @param customers how many there are
 * @param churned how many of them left
 * @param meanProbability their mean churn probability
 */
public record CalibrationBin(double lower, double upper, int customers, int churned, double meanProbability) {

    /**
     * The share who left.
     *
     * @return churned / customers
     */
    public double churnRate() {
        return (double) churned / customers;
    }
}
