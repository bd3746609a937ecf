package io.github.clv4j.segment;

import java.util.List;

/**
 * Cut points taken from a base of customers, and what is worth knowing about them. Immutable and thread-safe.
 *
 * @param cuts the cut points
 * @param warnings the axes on which ties put more than 60 % of the customers high
 */
public record FittedCuts(CutPoints cuts, List<TiedCut> warnings) {

    /**
     * Keeps a copy of the warnings.
     *
     * @param cuts the cut points
     * @param warnings the axes on which ties put more than 60 % of the customers high
     */
    public FittedCuts {
        warnings = List.copyOf(warnings);
    }
}
