package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.ConstantName;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alternatives with their weights under the goal of a hierarchy. Immutable and thread-safe. */
public final class AlternativeWeights {

    private final HierarchySolution hierarchy;
    private final Synthesis synthesis;
    private final ImmutableList<String> alternatives;
    private final double[][] scores;
    private final ImmutableMap<String, AhpSolution> judgements;

    private AlternativeWeights(
            HierarchySolution hierarchy,
            Synthesis synthesis,
            List<String> alternatives,
            double[][] scores,
            Map<String, AhpSolution> judgements) {
        this.hierarchy = hierarchy;
        this.synthesis = synthesis;
        this.alternatives = ImmutableList.copyOf(alternatives);
        this.scores = scores;
        this.judgements = ImmutableMap.copyOf(judgements);
    }

    static AlternativeWeights judged(
            HierarchySolution hierarchy, Map<String, PairwiseMatrix> matrices, Synthesis synthesis) {
        Map<String, AhpSolution> solutions = new LinkedHashMap<>();
        Map<String, Weights> weights = new LinkedHashMap<>();
        matrices.forEach((leaf, matrix) -> {
            AhpSolution solution = hierarchy.solver().solve(matrix, "alternatives under \"" + leaf + "\"");
            solutions.put(leaf, solution);
            weights.put(leaf, solution.weights());
        });
        return of(hierarchy, weights, synthesis, solutions);
    }

    static AlternativeWeights of(HierarchySolution hierarchy, Map<String, Weights> weights, Synthesis synthesis) {
        return of(hierarchy, weights, synthesis, Map.of());
    }

    private static AlternativeWeights of(
            HierarchySolution hierarchy,
            Map<String, Weights> weights,
            Synthesis synthesis,
            Map<String, AhpSolution> judgements) {
        List<String> leaves = hierarchy.globalWeights().names();
        List<String> unknown = new ArrayList<>(weights.keySet());
        unknown.removeAll(leaves);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "alternatives must be weighed under leaves, but " + unknown + " are none; leaves are " + leaves);
        }
        List<String> alternatives = List.of();
        double[][] scores = new double[0][];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            Weights under = weights.get(leaves.get(leaf));
            if (under == null) {
                throw new IllegalArgumentException("alternatives must be weighed under every leaf, but are not under \""
                        + leaves.get(leaf) + "\"");
            }
            if (leaf == 0) {
                alternatives = under.names();
                scores = new double[under.size()][leaves.size()];
            } else if (!alternatives.equals(under.names())) {
                throw new IllegalArgumentException("alternatives under \"" + leaves.get(leaf) + "\" must be "
                        + alternatives + ", but were " + under.names());
            }
            fill(scores, leaf, under, synthesis);
        }
        return new AlternativeWeights(hierarchy, synthesis, alternatives, scores, judgements);
    }

    private static void fill(double[][] scores, int leaf, Weights under, Synthesis synthesis) {
        double best = Arrays.stream(under.toArray()).max().orElseThrow();
        for (int k = 0; k < scores.length; k++) {
            scores[k][leaf] = switch (synthesis) {
                case DISTRIBUTIVE -> under.weight(k);
                case IDEAL -> under.weight(k) / best;
            };
        }
    }

    /**
     * The mode, without which the weights cannot be read.
     *
     * @return how they were put together
     */
    public Synthesis synthesis() {
        return synthesis;
    }

    /**
     * The judgements on the alternatives.
     *
     * @return the solution under each leaf, by the name of the leaf; empty if weights were given
     */
    public Map<String, AhpSolution> judgements() {
        return judgements;
    }

    /**
     * The consistency ratio of the whole, the judgements on the alternatives included: {@code sum g CI / sum g RI} over the
     * nodes and leaves, g their global weights.
     *
     * @return the ratio; that of the hierarchy if weights were given
     */
    public double consistencyRatio() {
        List<NodeSolution> all = new ArrayList<>(hierarchy.nodes());
        judgements.forEach((leaf, solution) -> all.add(new NodeSolution(
                List.of(leaf), solution, hierarchy.globalWeights().weight(leaf))));
        return HierarchySolution.consistencyRatio(all);
    }

    /**
     * The weights of the alternatives.
     *
     * @return the weights, summing to 1, in the order of the alternatives
     */
    public Weights weights() {
        double[] leaves = hierarchy.globalWeights().toArray();
        double[] totals = new double[scores.length];
        double sum = 0;
        for (int k = 0; k < totals.length; k++) {
            for (int leaf = 0; leaf < leaves.length; leaf++) {
                totals[k] += scores[k][leaf] * leaves[leaf];
            }
            sum += totals[k];
        }
        for (int k = 0; k < totals.length; k++) {
            totals[k] /= sum;
        }
        WeightOrigin origin = new WeightOrigin(
                WeightOrigin.Kind.COMBINED,
                hierarchy.nodes().get(0).solution().facts("synthesis", ConstantName.of(synthesis), consistencyRatio()));
        return Weights.of(alternatives, origin, totals);
    }

    /**
     * How far each judgement of the hierarchy can move before two alternatives swap their ranks.
     *
     * @return one for each judgement given, node by node, in the order of each matrix
     */
    public List<JudgementStability> judgementStability() {
        return new RankStability(hierarchy, alternatives, scores).judgements();
    }

    /**
     * How far each local weight of the hierarchy can move, those of its siblings keeping their proportions, before two
     * alternatives swap their ranks.
     *
     * @return one for each child, node by node, in the order of each matrix
     */
    public List<WeightStability> weightStability() {
        return new RankStability(hierarchy, alternatives, scores).weights();
    }
}
