package io.github.clv4j.scoring;

import io.github.clv4j.segment.Segment;

/**
 * What a model says of one customer. Immutable and thread-safe.
 *
 * @param currentValue the current value (客户当前价值), in the caller's currency
 * @param potentialValue the potential value (客户潜在价值), in the caller's currency
 * @param churnProbability the probability of leaving (流失率), in [0, 1]; NaN where the plan has none
 * @param loyalty the loyalty (客户忠诚度), in [0, 1]: what the plan's {@link LoyaltyPlan} says it is, the retention
 *     probability 1 - churn probability by default
 * @param segment the segment (细分)
 * @param loyaltyIndex the loyalty index (客户忠诚度指数), in [0, 1]; NaN where the plan has none, or too little is known of
 *     the customer for one
 * @param loyaltyCoverage the weight of the indicators of the index that are known (覆盖率), in [0, 1]; NaN where the plan has
 *     no index
 */
public record CustomerScore(
        double currentValue,
        double potentialValue,
        double churnProbability,
        double loyalty,
        Segment segment,
        double loyaltyIndex,
        double loyaltyCoverage) {

    /**
     * A score without a loyalty index.
     *
     * @param currentValue the current value
     * @param potentialValue the potential value
     * @param churnProbability the probability of leaving
     * @param loyalty the loyalty
     * @param segment the segment
     */
    public CustomerScore(
            double currentValue, double potentialValue, double churnProbability, double loyalty, Segment segment) {
        this(currentValue, potentialValue, churnProbability, loyalty, segment, Double.NaN, Double.NaN);
    }

    /**
     * The lifetime value (客户终身价值).
     *
     * @return current value + potential value
     */
    public double lifetimeValue() {
        return currentValue + potentialValue;
    }
}
