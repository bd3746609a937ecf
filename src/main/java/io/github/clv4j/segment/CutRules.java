package io.github.clv4j.segment;

import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * How the three axes are cut. Immutable and thread-safe.
 *
 * @param currentValue the rule of the current value
 * @param potentialValue the rule of the potential value
 * @param loyalty the rule of the loyalty
 */
public record CutRules(CutRule currentValue, CutRule potentialValue, CutRule loyalty) {

    /**
     * Cut rules.
     *
     * @param currentValue the rule of the current value
     * @param potentialValue the rule of the potential value
     * @param loyalty the rule of the loyalty
     * @return the rules
     */
    public static CutRules of(CutRule currentValue, CutRule potentialValue, CutRule loyalty) {
        return new CutRules(currentValue, potentialValue, loyalty);
    }

    /**
     * Every axis cut at its median.
     *
     * @return the rules
     */
    public static CutRules medians() {
        return of(CutRule.median(), CutRule.median(), CutRule.median());
    }

    /**
     * The cuts these rules give for a base of customers. A base of one customer, or of customers who are all equal, is
     * legal: all are high.
     *
     * @param current the current value of every customer, finite
     * @param potential the potential value of every customer, finite
     * @param retained the loyalty of every customer, finite
     * @return the cut points, with a warning for each axis on which ties make the cut lopsided
     * @throws IllegalArgumentException if a rule needs customers and there are none, a value is NaN or infinite, or
     *     the lengths differ
     */
    public FittedCuts fit(double[] current, double[] potential, double[] retained) {
        Require.length(potential.length, current.length, "potential");
        Require.length(retained.length, current.length, "retained");
        CutPoints cuts = CutPoints.of(currentValue.cut(current), potentialValue.cut(potential), loyalty.cut(retained));
        List<TiedCut> tied = new ArrayList<>();
        addIfTied(tied, Axis.CURRENT_VALUE, currentValue, current, cuts);
        addIfTied(tied, Axis.POTENTIAL_VALUE, potentialValue, potential, cuts);
        addIfTied(tied, Axis.LOYALTY, loyalty, retained, cuts);
        return new FittedCuts(cuts, tied);
    }

    private static void addIfTied(List<TiedCut> tied, Axis axis, CutRule rule, double[] values, CutPoints cuts) {
        if (!(rule instanceof CutRule.Fixed)) { // whoever gives the number answers for it
            TiedCut.of(axis, values, cuts.of(axis)).ifPresent(tied::add);
        }
    }
}
