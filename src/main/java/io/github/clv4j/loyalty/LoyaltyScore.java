package io.github.clv4j.loyalty;

/**
 * How loyal a customer is. Immutable and thread-safe.
 *
 * @param index the loyalty index (客户忠诚度指数), in [0, 1]; NaN if too little is known for one
 * @param coverage the weight of the indicators that are known (覆盖率), in [0, 1]
 * @param behavioural the index of the behavioural indicators alone (行为忠诚), in [0, 1]; NaN if none is known
 * @param emotional the index of the emotional indicators alone (情感忠诚), in [0, 1]; NaN if none is known
 */
public record LoyaltyScore(double index, double coverage, double behavioural, double emotional) {

    /**
     * Whether enough is known for an index.
     *
     * @return whether the index is not NaN
     */
    public boolean hasIndex() {
        return !Double.isNaN(index);
    }
}
