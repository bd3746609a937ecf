package io.github.clv4j.scoring;

import io.github.clv4j.segment.Segment;

/**
 * What a model says of one customer. Immutable and thread-safe.
 *
 * @param currentValue the current value (客户当前价值), in the caller's currency
 * @param potentialValue the potential value (客户潜在价值), in the caller's currency
 * @param churnProbability the probability of leaving (流失率), in [0, 1]
 * @param loyalty the loyalty (客户忠诚度), here the retention probability 1 - churn probability, in [0, 1]
 * @param segment the segment (细分)
 */
public record CustomerScore(
        double currentValue, double potentialValue, double churnProbability, double loyalty, Segment segment) {

    /**
     * The lifetime value (客户终身价值).
     *
     * @return current value + potential value
     */
    public double lifetimeValue() {
        return currentValue + potentialValue;
    }
}
