package io.github.clv4j.indicator;

import io.github.clv4j.base.Require;

/**
 * A raw value and its score. Immutable and thread-safe.
 *
 * @param value the raw value, finite
 * @param score its score, in [0, 1]
 */
public record ScalePoint(double value, double score) {

    /**
     * Creates a point.
     *
     * @param value the raw value, finite
     * @param score its score, in [0, 1]
     * @throws IllegalArgumentException if the value is NaN or infinite, or the score outside [0, 1] (NaN included)
     */
    public ScalePoint {
        Require.finite(value, "value of a point");
        Require.probability(score, "score of a point");
    }

    ScalePoint reversed() {
        return new ScalePoint(value, 1 - score);
    }
}
