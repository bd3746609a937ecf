package io.github.clv4j.segment;

/** The search for a cut among more values than are kept: they are read over and over until it is known. Not thread-safe. */
interface CutSearch {

    /** The next value of a reading, finite. */
    void add(double value);

    /** Ends a reading. Says whether the cut is known; if not, another one is needed. */
    boolean endPass();

    /** The cut, once it is known. */
    double cut();

    /**
     * A search by a rule.
     *
     * @param rule a rule that does not need all values at once
     * @param some some of the values, at least one, to guess from where the others lie
     */
    static CutSearch of(CutRule rule, double[] some) {
        if (rule instanceof CutRule.Mean) {
            return new MeanSearch();
        }
        return rule instanceof CutRule.ParetoShare pareto
                ? new ParetoSearch(pareto.share(), some)
                : new RankSearch(rule, some);
    }
}
