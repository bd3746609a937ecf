package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * Takes back what rounding has put above a budget, from the lowest ranks; among those at the same rank from the last.
 * What is taken back is first as much as the plain sum is too large. Where that does not do, for the sum is rounded anew,
 * it is twice as much, and so on: a number of passes that grows with the logarithm of the number of customers at worst.
 * Stateless and thread-safe.
 */
final class TakeBack {

    /** The highest rank there is. Ranks are ordered as their bits are. */
    private static final long HIGHEST = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private TakeBack() {}

    /**
     * Shares whose plain sum is not above the amount. One customer may lose a part.
     *
     * @param shares the share of every customer, only the lowest of them that is paid for below 1
     * @param rank the rank of every customer, at least 0 and not -0
     * @param cost the cost of every customer
     * @param amount the amount, at least 0
     * @return the shares themselves if they are paid for
     */
    static double[] parts(double[] shares, double[] rank, double[] cost, double amount) {
        return of(shares, rank, cost, amount, false);
    }

    /** As {@link #parts}, of shares that are 0 or 1 and stay so. */
    static double[] wholes(double[] shares, double[] rank, double[] cost, double amount) {
        return of(shares, rank, cost, amount, true);
    }

    private static double[] of(double[] shares, double[] rank, double[] cost, double amount, boolean whole) {
        double back = PlainSum.of(shares, cost) - amount;
        if (!(back > 0)) {
            return shares;
        }
        double[] fromBelow = new double[rank.length];
        Arrays.setAll(fromBelow, k -> Double.longBitsToDouble(HIGHEST - Double.doubleToRawLongBits(rank[k])));
        double[] less = less(shares, fromBelow, cost, back, whole);
        while (!(PlainSum.of(less, cost) <= amount)) {
            back *= 2;
            less = less(shares, fromBelow, cost, back, whole);
        }
        return less;
    }

    private static double[] less(double[] shares, double[] fromBelow, double[] cost, double back, boolean whole) {
        double[] less = shares.clone();
        double[] paid = new double[cost.length];
        int[] who = new int[cost.length];
        int count = 0;
        for (int k = 0; k < cost.length; k++) {
            paid[k] = shares[k] * cost[k];
            who[count] = k;
            count += paid[k] > 0 ? 1 : 0;
        }
        double cut = RankCut.of(fromBelow, paid, who, count, back);
        double left = back;
        for (int j = 0; j < count; j++) {
            int k = who[j];
            if (fromBelow[k] > cut) {
                less[k] = 0;
                left -= paid[k];
            }
        }
        for (int j = count - 1; j >= 0 && left > 0; j--) {
            int k = who[j];
            if (fromBelow[k] == cut) {
                less[k] = whole || paid[k] <= left ? 0 : Math.max(0, shares[k] - left / cost[k]);
                left -= paid[k];
            }
        }
        return less;
    }
}
