package io.github.clv4j.growth;

import io.github.clv4j.base.Require;

/**
 * How much there is to gain at one point. Immutable and thread-safe.
 *
 * @param point the point
 * @param leverage how strongly it acts on the dimension, in [0, 1]
 * @param score how well it is perceived, in [0, 1]
 * @param priority leverage x (1 - score), in [0, 1]
 */
public record PerceptionPriority(PerceptionPoint point, double leverage, double score, double priority) {

    /**
     * Creates a priority.
     *
     * @param point the point
     * @param leverage how strongly it acts on the dimension, in [0, 1]
     * @param score how well it is perceived, in [0, 1]
     * @param priority leverage x (1 - score), in [0, 1]
     * @throws IllegalArgumentException if a number is outside [0, 1] (NaN included), or the priority is not that product
     */
    public PerceptionPriority {
        Require.probability(leverage, "leverage of " + point);
        Require.probability(score, "score of " + point);
        if (!(priority == leverage * (1 - score))) {
            throw Require.outside("priority of " + point, "leverage x (1 - score)", priority);
        }
    }

    /**
     * The priority of a point.
     *
     * @param point the point
     * @param leverage how strongly it acts on the dimension, in [0, 1]
     * @param score how well it is perceived, in [0, 1]
     * @return the priority
     * @throws IllegalArgumentException if a number is outside [0, 1] (NaN included)
     */
    public static PerceptionPriority of(PerceptionPoint point, double leverage, double score) {
        Require.probability(score, "score of " + point);
        return new PerceptionPriority(
                point, leverage, score, leverage * (1 - score) + 0.0); // never -0, which sorts below 0
    }
}
