package io.github.clv4j.value;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.IndexPlan;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of a customer as an index of 13 indicators (客户价值指数), for where profits, horizons and probabilities are not
 * known in money: two dimensions, current and potential value, of two key points each.
 *
 * <pre>index = sum(w s) / sum(w) over the indicators that are known</pre>
 *
 * <p>s is the score of an indicator in [0, 1], w its weight in the whole, from pairwise judgements on the parts of each group.
 * The index is in [0, 1], has no unit, and compares the customers of one base; it is no amount of money.
 *
 * <p>That there are two dimensions, four key points and thirteen indicators, and that tenure and average revenue (ARPU) matter
 * most, is the source's; its figure is lost. Which indicators these are, the judgements and the scales are ours: a start, to be
 * replaced by your own.
 *
 * <p>Scales with a natural range are stated; the others are rules that fit them to customers, linear from the quantile 0.05 to
 * 0.95, or between the lowest and the highest where the values are small counts. Costs are reversed: 1 is a customer who costs
 * little.
 *
 * <p>Immutable and thread-safe.
 */
public final class ValueIndex {

    /** The name of the whole index. */
    public static final String WHOLE = "value index";

    /** The name of the dimension of what a customer brings now. */
    public static final String CURRENT_VALUE = "current value";

    /** The name of the dimension of what a customer could bring. */
    public static final String POTENTIAL_VALUE = "potential value";

    private static final ValueIndex STANDARD = new ValueIndex(
            StandardValueIndex.judgements(),
            StandardValueIndex.indicators(),
            AhpSolver.withDefaults(),
            MissingPolicy.renormalise(0.5));

    /** By group: its matrix, whose names are its parts. */
    private final ImmutableMap<String, PairwiseMatrix> judgements;

    private final ImmutableMap<String, Indicator> indicators;
    private final AhpSolver solver;
    private final MissingPolicy missing;

    private ValueIndex(
            Map<String, PairwiseMatrix> judgements,
            Map<String, Indicator> indicators,
            AhpSolver solver,
            MissingPolicy missing) {
        this.judgements = ImmutableMap.copyOf(judgements);
        this.indicators = ImmutableMap.copyOf(indicators);
        this.solver = solver;
        this.missing = missing;
    }

    /**
     * The index of clv4j: judgements solved by {@link AhpSolver#withDefaults()}, and a coverage of 0.5 needed.
     *
     * @return the index
     */
    public static ValueIndex standard() {
        return STANDARD;
    }

    /**
     * The judgements of each group.
     *
     * @return the matrices by the names of the groups, the whole first; the names of a matrix are the parts of its group
     */
    public Map<String, PairwiseMatrix> judgements() {
        return judgements;
    }

    /**
     * This index with other judgements on the parts of a group.
     *
     * @param group the name of the group
     * @param matrix the judgements by the names of its parts, in their order
     * @return a new index
     * @throws IllegalArgumentException if there is no such group, or the judgements are not on its parts
     */
    public ValueIndex withJudgements(String group, PairwiseMatrix matrix) {
        List<String> parts = known(judgements, group, "group").names();
        if (!matrix.names().equals(parts)) {
            throw new IllegalArgumentException(
                    "judgements on " + group + " must be on " + parts + ", but were on " + matrix.names());
        }
        return new ValueIndex(replaced(judgements, group, matrix), indicators, solver, missing);
    }

    /**
     * This index with an indicator on another scale.
     *
     * @param indicator the name of the indicator
     * @param scale the scale, or the rule that fits one to customers
     * @return a new index
     * @throws IllegalArgumentException if there is no such indicator
     */
    public ValueIndex withScale(String indicator, ScaleRule scale) {
        Indicator changed = known(indicators, indicator, "indicator").withScale(scale);
        return new ValueIndex(judgements, replaced(indicators, indicator, changed), solver, missing);
    }

    /**
     * This index with weights derived from its judgements in another way.
     *
     * @param other the solver
     * @return a new index
     */
    public ValueIndex withSolver(AhpSolver other) {
        return new ValueIndex(judgements, indicators, other, missing);
    }

    /**
     * This index with another policy for missing indicators.
     *
     * @param policy the policy
     * @return a new index
     */
    public ValueIndex withMissing(MissingPolicy policy) {
        return new ValueIndex(judgements, indicators, solver, policy);
    }

    /**
     * The plan of the index: its tree with weights, and the scales that are yet to be fitted to customers.
     *
     * @return the plan; the weights of each group say that they are judged, how, and with which consistency ratio
     * @throws IllegalArgumentException if the consistency ratio of judgements reaches the solver's limit
     * @throws io.github.clv4j.ahp.AhpException if judgements cannot be solved
     */
    public IndexPlan plan() {
        return new IndexPlan(tree(WHOLE), missing);
    }

    private IndexGroup tree(String group) {
        PairwiseMatrix matrix = known(judgements, group, "group");
        List<IndexNode> parts = new ArrayList<>();
        for (String part : matrix.names()) {
            parts.add(judgements.containsKey(part) ? tree(part) : known(indicators, part, "indicator"));
        }
        return new IndexGroup(group, StandardValueIndex.chineseName(group), weights(group, matrix), parts);
    }

    private Weights weights(String group, PairwiseMatrix matrix) {
        AhpSolution solution = solver.solve(matrix);
        double ratio = solution.consistency().ratio();
        double limit = solution.consistency().limit();
        if (ratio >= limit) {
            throw new IllegalArgumentException("consistency ratio of the judgements on " + group + " must be below "
                    + limit + ", but was " + ratio);
        }
        return solution.weights();
    }

    private static <T> T known(Map<String, T> all, String name, String kind) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + kind + " \"" + name + "\"; known are " + all.keySet());
        }
        return found;
    }

    private static <T> Map<String, T> replaced(Map<String, T> all, String name, T value) {
        Map<String, T> changed = new LinkedHashMap<>(all);
        changed.put(name, value);
        return changed;
    }
}
