package io.github.clv4j.retention;

/**
 * The share of the customers at the start of a period who were kept over it (客户保持率), and how that was counted. New
 * customers of the period count on neither side. Immutable and thread-safe.
 *
 * @param measure how it was counted
 * @param customers the customers at the start, at least 1
 * @param kept those of them who were kept, in [0, customers]
 */
public record RetentionRate(RetentionMeasure measure, long customers, long kept) {

    /**
     * Creates a rate.
     *
     * @param measure how it was counted
     * @param customers the customers at the start, at least 1
     * @param kept those of them who were kept, in [0, customers]
     * @throws IllegalArgumentException if a number is out of range
     */
    public RetentionRate {
        requireCounts(customers, kept, "kept customers");
    }

    /**
     * The rate by repeat purchase.
     *
     * @param customers the customers at the start, at least 1
     * @param boughtAgain those of them who bought again in the period, in [0, customers]
     * @return the rate
     * @throws IllegalArgumentException if a number is out of range
     */
    public static RetentionRate ofRepeatPurchase(long customers, long boughtAgain) {
        requireCounts(customers, boughtAgain, "customers who bought again");
        return new RetentionRate(RetentionMeasure.REPEAT_PURCHASE, customers, boughtAgain);
    }

    /**
     * The rate as 1 - churn.
     *
     * @param customers the customers at the start, at least 1
     * @param left those of them who left in the period, in [0, customers]
     * @return the rate
     * @throws IllegalArgumentException if a number is out of range
     */
    public static RetentionRate ofChurn(long customers, long left) {
        requireCounts(customers, left, "customers who left");
        return new RetentionRate(RetentionMeasure.ONE_MINUS_CHURN, customers, customers - left);
    }

    private static void requireCounts(long customers, long some, String name) {
        if (!(customers >= 1)) {
            throw new IllegalArgumentException("customers must be at least 1, but was " + customers);
        }
        if (!(some >= 0 && some <= customers)) {
            throw new IllegalArgumentException(name + " must be in [0, " + customers + "], but was " + some);
        }
    }

    /**
     * The retention rate.
     *
     * @return {@code kept / customers}, in [0, 1]
     */
    public double value() {
        return (double) kept / customers;
    }

    /**
     * How many were lost; by repeat purchase, those who did not buy again.
     *
     * @return {@code customers - kept}
     */
    public long lost() {
        return customers - kept;
    }

    /**
     * The churn rate.
     *
     * @return {@code lost / customers}, in [0, 1]
     */
    public double churn() {
        return (double) lost() / customers;
    }
}
