package io.github.clv4j.segment;

import java.util.List;

/**
 * Cut points taken from a base of customers, for all or by group, and what is worth knowing about them. Immutable and
 * thread-safe.
 *
 * @param cuts the cut points
 * @param warnings the axes, and the groups, in which ties put more than 60 % of the customers high
 */
public record FittedCutTable(CutTable cuts, List<TiedCut> warnings) {

    /**
     * Keeps a copy of the warnings.
     *
     * @param cuts the cut points
     * @param warnings the axes, and the groups, in which ties put more than 60 % of the customers high
     */
    public FittedCutTable {
        warnings = List.copyOf(warnings);
    }

    /**
     * The same cut points for all customers.
     *
     * @param fitted the cut points of all
     * @return the table
     */
    public static FittedCutTable of(FittedCuts fitted) {
        return new FittedCutTable(CutTable.of(fitted.cuts()), fitted.warnings());
    }
}
