package io.github.clv4j.segment;

/**
 * What one segment of a base of customers looks like. Immutable and thread-safe.
 *
 * @param segment the segment
 * @param customers how many customers it has
 * @param share its share of the customers who have a segment, in [0, 1]; NaN where nobody has one
 * @param meanCurrentValue the mean current value, NaN for a segment without customers
 * @param meanPotentialValue the mean potential value, NaN for a segment without customers
 * @param meanLoyalty the mean loyalty, NaN for a segment without customers
 * @param valueShare its share of the summed lifetime value of all segments; NaN where that sum is 0, and of little
 *     meaning where some customers are worth less than nothing
 */
public record SegmentProfile(
        Segment segment,
        int customers,
        double share,
        double meanCurrentValue,
        double meanPotentialValue,
        double meanLoyalty,
        double valueShare) {}
