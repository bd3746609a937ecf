package io.github.clv4j.retention;

/**
 * A tenth of the customers by their churn probability. What there is of nobody, as in a tenth of fewer than ten
 * customers, is NaN. Immutable and thread-safe.
 *
 * @param decile its number, 1 for those most likely to leave, to 10
 * @param customers how many are in it
 * @param churned how many of them left
 * @param meanProbability their mean churn probability
 * @param minProbability the lowest
 * @param maxProbability the highest
 * @param lift their churn rate divided by that of all
 * @param cumulativeChurned how many left in this and the deciles before
 * @param cumulativeCapture these as a share of all who left
 * @param cumulativeLift the churn rate of this and the deciles before, divided by that of all
 */
public record RiskDecile(
        int decile,
        int customers,
        int churned,
        double meanProbability,
        double minProbability,
        double maxProbability,
        double lift,
        int cumulativeChurned,
        double cumulativeCapture,
        double cumulativeLift) {

    /**
     * The share who left.
     *
     * @return churned / customers
     */
    public double churnRate() {
        return (double) churned / customers;
    }
}
