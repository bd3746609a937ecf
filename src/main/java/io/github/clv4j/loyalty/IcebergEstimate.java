package io.github.clv4j.loyalty;

import io.github.clv4j.base.Require;

/**
 * What {@link ComplaintIceberg} says of a base of customers: an order of magnitude, and no whole numbers. Immutable and
 * thread-safe.
 *
 * @param complaints the complaints counted, in [0, customers]
 * @param customers the customers of the base, at least 0
 * @param problems the customers estimated to have a problem, in [complaints, customers]
 * @param silentAtRisk those of them estimated to say nothing and be likely to leave, in [0, problems - complaints]
 */
public record IcebergEstimate(long complaints, long customers, double problems, double silentAtRisk) {

    /**
     * Creates an estimate.
     *
     * @param complaints the complaints counted, in [0, customers]
     * @param customers the customers of the base, at least 0
     * @param problems the customers estimated to have a problem, in [complaints, customers]
     * @param silentAtRisk those of them estimated to be silently at risk, in [0, problems - complaints]
     * @throws IllegalArgumentException if a number is out of range (NaN included)
     */
    public IcebergEstimate {
        requireCounts(complaints, customers);
        if (!(problems >= complaints && problems <= customers)) {
            throw Require.outside("problems", "in [" + complaints + ", " + customers + "]", problems);
        }
        if (!(silentAtRisk >= 0 && silentAtRisk <= problems - complaints)) {
            throw Require.outside("customers silently at risk", "in [0, problems - complaints]", silentAtRisk);
        }
    }

    static void requireCounts(long complaints, long customers) {
        if (!(customers >= 0)) {
            throw Require.outside("customers", "at least 0", (double) customers);
        }
        if (!(complaints >= 0 && complaints <= customers)) {
            throw Require.outside("complaints", "in [0, " + customers + "]", (double) complaints);
        }
    }

    /**
     * The share of the base silently at risk.
     *
     * @return the share, in [0, 1]; NaN if there are no customers
     */
    public double share() {
        return customers > 0 ? silentAtRisk / customers : Double.NaN;
    }
}
