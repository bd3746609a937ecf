package io.github.clv4j.json;

import io.github.clv4j.base.Require;

/**
 * That a model was fitted to some of the customers only, drawn at random. Immutable and thread-safe.
 *
 * @param drawn how many were drawn
 * @param of of how many
 * @param seed the seed they were drawn with
 */
public record FitDraw(int drawn, int of, long seed) {

    /**
     * Says that customers were drawn.
     *
     * @param drawn how many were drawn
     * @param of of how many
     * @param seed the seed they were drawn with
     * @throws IllegalArgumentException if more were drawn than there were, or fewer than none
     */
    public FitDraw {
        if (drawn < 0 || drawn > of) {
            throw Require.outside("drawn", "in [0, " + of + "]", drawn);
        }
    }
}
