package io.github.clv4j.segment;

import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * The cuts these rules give within each group of a base of customers, as {@link #fit(double[], double[], double[])} gives
     * them for all.
     *
     * @param groups the names of the groups, distinct, each of at least one customer
     * @param codes the code of every customer's group, its place in {@code groups}
     * @param current the current value of every customer, finite
     * @param potential the potential value of every customer, finite
     * @param retained the loyalty of every customer, finite
     * @return the cut points by group, with a warning for each axis and group in which ties make the cut lopsided
     * @throws IllegalArgumentException if a code is of no group, a rule needs customers and a group has none, a value is NaN
     *     or infinite, or the lengths differ
     */
    public FittedCutTable fitByGroup(
            List<String> groups, double[] codes, double[] current, double[] potential, double[] retained) {
        Require.distinct(groups, "groups");
        Require.length(current.length, codes.length, "current");
        Require.length(potential.length, codes.length, "potential");
        Require.length(retained.length, codes.length, "retained");
        List<int[]> members = GroupMembers.of(groups, codes);
        Map<String, CutPoints> cuts = new LinkedHashMap<>();
        List<TiedCut> tied = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            String group = groups.get(g);
            int[] rows = members.get(g);
            FittedCuts fitted = fit(group, pick(current, rows), pick(potential, rows), pick(retained, rows));
            cuts.put(group, fitted.cuts());
            fitted.warnings().forEach(warning -> tied.add(warning.of(group)));
        }
        return new FittedCutTable(CutTable.byGroup(cuts), tied);
    }

    private FittedCuts fit(String group, double[] current, double[] potential, double[] retained) {
        try {
            return fit(current, potential, retained);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("group " + group + ": " + e.getMessage(), e);
        }
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static void addIfTied(List<TiedCut> tied, Axis axis, CutRule rule, double[] values, CutPoints cuts) {
        if (!(rule instanceof CutRule.Fixed)) { // whoever gives the number answers for it
            TiedCut.of(axis, values, cuts.of(axis)).ifPresent(tied::add);
        }
    }
}
