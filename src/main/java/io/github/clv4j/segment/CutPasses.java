package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits cuts to more customers than fit in memory: they come in chunks, and are read over and over until the cuts are known. The
 * cuts and warnings are those of {@link CutRules#fit} and {@link CutRules#fitByGroup} for all customers at once, bit for bit.
 *
 * <pre>
 *   do {
 *       for each chunk: passes.add(...)
 *   } while (!passes.endPass());
 *   passes.cuts()
 * </pre>
 *
 * <p>Up to {@value #FEW} customers are kept, and one reading is enough. Of more customers, each axis takes at most 2 MiB, of
 * all or of each group, however many there are: a fixed cut takes no reading, a mean two, a median, quantile or Pareto share as
 * a rule three, and six where the values are laid out to defeat it; the last one counts ties. A natural break needs all values
 * at once: it takes 8 bytes a customer, three times that while they are gathered and sorted.
 *
 * <p>Not thread-safe.
 */
public final class CutPasses {

    /** Of a base of more customers no values are kept, unless the rule needs all of them. */
    public static final int FEW = KeyWindow.SIZE;

    private static final String EVERYBODY = "";

    private final ImmutableList<String> groups;

    /** The axes of each group, or of everybody. */
    private final Map<String, List<AxisCut>> axes = new LinkedHashMap<>();

    private boolean done;

    CutPasses(CutRules rules, List<String> groups, int few) {
        this.groups = ImmutableList.copyOf(groups);
        for (String group : groups.isEmpty() ? List.of(EVERYBODY) : groups) {
            axes.put(
                    group,
                    List.of(
                            new AxisCut(Axis.CURRENT_VALUE, rules.currentValue(), few),
                            new AxisCut(Axis.POTENTIAL_VALUE, rules.potentialValue(), few),
                            new AxisCut(Axis.LOYALTY, rules.loyalty(), few)));
        }
    }

    /**
     * Cuts of all customers.
     *
     * @param rules how the axes are cut
     * @return passes that have read nothing yet
     */
    public static CutPasses of(CutRules rules) {
        return new CutPasses(rules, List.of(), FEW);
    }

    /**
     * Cuts of each group of customers.
     *
     * @param rules how the axes are cut
     * @param groups the names of the groups, distinct, at least one
     * @return passes that have read nothing yet
     * @throws IllegalArgumentException if there is no group, or one stands twice
     */
    public static CutPasses byGroup(CutRules rules, List<String> groups) {
        return new CutPasses(rules, required(groups), FEW);
    }

    /**
     * Cuts of customers who are in memory anyway: all values are kept, so that one reading is enough.
     *
     * @param rules how the axes are cut
     * @param groups the names of the groups, distinct; none for cuts of all customers
     * @return passes that have read nothing yet
     * @throws IllegalArgumentException if a group stands twice
     */
    public static CutPasses keepingAll(CutRules rules, List<String> groups) {
        Require.distinct(groups, "groups");
        return new CutPasses(rules, groups, Integer.MAX_VALUE);
    }

    private static List<String> required(List<String> groups) {
        Require.distinct(groups, "groups");
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must be at least one, but were none");
        }
        return groups;
    }

    /**
     * The next chunk of customers, of passes for all customers.
     *
     * @param current the current value of every customer of the chunk, finite; kept as it is where customers are few, so it
     *     must not be changed afterwards
     * @param potential the potential value of every customer, likewise
     * @param retained the loyalty of every customer, likewise
     * @throws IllegalArgumentException if the cuts are by group, the lengths differ or a value is NaN or infinite
     */
    public void add(double[] current, double[] potential, double[] retained) {
        if (!groups.isEmpty()) {
            throw new IllegalArgumentException("customers must come with their groups, but came without");
        }
        require(current, potential, retained);
        add(EVERYBODY, current, potential, retained);
    }

    /**
     * The next chunk of customers, of passes for groups.
     *
     * @param codes the code of every customer's group, its place in the groups
     * @param current the current value of every customer of the chunk, finite
     * @param potential the potential value of every customer, finite
     * @param retained the loyalty of every customer, finite
     * @throws IllegalArgumentException if a code is of no group, the lengths differ or a value is NaN or infinite
     */
    public void add(double[] codes, double[] current, double[] potential, double[] retained) {
        Require.length(current.length, codes.length, "current");
        require(current, potential, retained);
        List<int[]> members = GroupMembers.of(groups, codes);
        for (int g = 0; g < groups.size(); g++) {
            int[] rows = members.get(g);
            add(groups.get(g), pick(current, rows), pick(potential, rows), pick(retained, rows));
        }
    }

    private static void require(double[] current, double[] potential, double[] retained) {
        Require.length(potential.length, current.length, "potential");
        Require.length(retained.length, current.length, "retained");
        for (double[] values : List.of(current, potential, retained)) {
            for (double value : values) {
                Require.finite(value, "value to cut");
            }
        }
    }

    private void add(String group, double[]... values) {
        List<AxisCut> own = axes.getOrDefault(group, List.of());
        for (int axis = 0; axis < own.size(); axis++) {
            own.get(axis).add(values[axis]);
        }
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /**
     * Ends a reading of all customers.
     *
     * @return whether the cuts are known; if not, all customers must be read again
     * @throws IllegalArgumentException if a rule needs customers and there were none, or the values were others than at the
     *     reading before
     */
    public boolean endPass() {
        done = true;
        for (Map.Entry<String, List<AxisCut>> group : axes.entrySet()) {
            try {
                for (AxisCut axis : group.getValue()) {
                    done &= axis.endPass();
                }
            } catch (IllegalArgumentException e) {
                throw groups.isEmpty()
                        ? e
                        : new IllegalArgumentException("group " + group.getKey() + ": " + e.getMessage(), e);
            }
        }
        return done;
    }

    /**
     * The cuts, once they are known.
     *
     * @return the cut points of all customers or by group, with a warning for each axis in which ties make the cut lopsided
     * @throws IllegalStateException if the cuts are not known yet
     */
    public FittedCutTable cuts() {
        if (!done) {
            throw new IllegalStateException("all customers must be read until endPass() says that the cuts are known");
        }
        if (groups.isEmpty()) {
            return FittedCutTable.of(fitted(EVERYBODY));
        }
        Map<String, CutPoints> cuts = new LinkedHashMap<>();
        ImmutableList.Builder<TiedCut> tied = ImmutableList.builder();
        for (String group : groups) {
            FittedCuts fitted = fitted(group);
            cuts.put(group, fitted.cuts());
            fitted.warnings().forEach(warning -> tied.add(warning.of(group)));
        }
        return new FittedCutTable(CutTable.byGroup(cuts), tied.build());
    }

    private FittedCuts fitted(String group) {
        List<AxisCut> own = axes.getOrDefault(group, List.of());
        return new FittedCuts(
                CutPoints.of(own.get(0).cut(), own.get(1).cut(), own.get(2).cut()),
                own.stream().flatMap(axis -> axis.warning().stream()).toList());
    }
}
