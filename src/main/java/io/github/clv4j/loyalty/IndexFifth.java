package io.github.clv4j.loyalty;

/**
 * A fifth of the customers, by their loyalty index. Customers of the same index are in the same fifth, so fifths may differ in
 * size. Immutable and thread-safe.
 *
 * @param fifth which, from 1 for the lowest indices to 5
 * @param customers how many are in it
 * @param churned how many of them left
 * @param lowest the lowest index in it; NaN if nobody is
 * @param highest the highest index in it; NaN if nobody is
 */
public record IndexFifth(int fifth, int customers, int churned, double lowest, double highest) {

    /**
     * The churn rate.
     *
     * @return the share of the customers who left, in [0, 1]; NaN if nobody is in this fifth
     */
    public double churnRate() {
        return (double) churned / customers;
    }
}
