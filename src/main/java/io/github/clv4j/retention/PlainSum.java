package io.github.clv4j.retention;

/**
 * What a budget is held to: the costs of those contacted, added one after the other in the order of the customers, each
 * sum rounded. A larger term anywhere never makes a smaller sum, for rounding keeps the order. Stateless and
 * thread-safe.
 */
final class PlainSum {

    private PlainSum() {}

    /** The sum of share times cost. */
    static double of(double[] shares, double[] cost) {
        double sum = 0;
        for (int k = 0; k < cost.length; k++) {
            sum += shares[k] * cost[k];
        }
        return sum;
    }

    /**
     * How large the sum may be after each customer, so that those after it still do not bring it above the amount.
     *
     * @param shares the share of every customer
     * @param cost the cost of every customer
     * @param amount the amount, finite and not below the sum
     * @return for every customer the largest such number
     */
    static double[] limits(double[] shares, double[] cost, double amount) {
        double[] limits = new double[cost.length];
        double limit = amount;
        for (int k = limits.length - 1; k >= 0; k--) {
            limits[k] = limit;
            double term = shares[k] * cost[k];
            limit = term > 0 ? before(limit, term) : limit;
        }
        return limits;
    }

    /** The largest number that with the term added is, once rounded, not above the limit. */
    private static double before(double limit, double term) {
        double number = limit - term + (Math.nextUp(limit) - limit) / 2; // up to half a digit is rounded down
        while (number + term > limit) {
            number = Math.nextDown(number);
        }
        while (Math.nextUp(number) + term <= limit) {
            number = Math.nextUp(number);
        }
        return number;
    }

    /** More than rounding can put between the sum of so many terms and what it would be if nothing were rounded. */
    static double rounding(int terms, double amount) {
        return 2.0 * (terms + 1) * Math.ulp(amount);
    }
}
