package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.Arrays;

/**
 * Which share of those who leave is among the customers most likely to (cumulative gains). Customers of the same
 * probability come in together, so the curve does not depend on their order; between its points, one at 0 and one for each
 * probability, it is straight. A ranking that says nothing gives on average the share itself. Immutable and thread-safe.
 */
public final class GainsCurve {

    private final double[] shares;
    private final double[] captured;

    private GainsCurve(double[] shares, double[] captured) {
        this.shares = shares;
        this.captured = captured;
    }

    /** Of customers in falling order of their probability; some of them left. */
    static GainsCurve of(double[] falling, double[] outcome, int churned) {
        int customers = falling.length;
        double[] shares = new double[customers + 1];
        double[] captured = new double[customers + 1];
        int points = 1;
        int left = 0;
        for (int i = 0; i < customers; i++) {
            left += (int) outcome[i];
            if (i + 1 == customers || falling[i + 1] != falling[i]) {
                shares[points] = (i + 1.0) / customers;
                captured[points] = (double) left / churned;
                points++;
            }
        }
        return new GainsCurve(Arrays.copyOf(shares, points), Arrays.copyOf(captured, points));
    }

    /**
     * The shares of customers at which the curve has its points.
     *
     * @return a copy, ascending from 0 to 1
     */
    public double[] shares() {
        return shares.clone();
    }

    /**
     * The share of all who left that is among them.
     *
     * @return a copy, in the order of {@link #shares()}, ascending from 0 to 1
     */
    public double[] captured() {
        return captured.clone();
    }

    /**
     * The curve at a share of customers.
     *
     * @param share the share of customers, the most likely to leave first, in [0, 1]
     * @return the share of all who left that is among them, linear between the points
     * @throws IllegalArgumentException if the share is out of range (NaN included)
     */
    public double at(double share) {
        int found = Arrays.binarySearch(shares, Require.probability(share, "share") + 0.0);
        if (found >= 0) {
            return captured[found];
        }
        int next = -found - 1;
        double weight = (share - shares[next - 1]) / (shares[next] - shares[next - 1]);
        return captured[next - 1] + weight * (captured[next] - captured[next - 1]);
    }

    /** The size, for people. */
    @Override
    public String toString() {
        return "GainsCurve[points=" + shares.length + "]";
    }
}
