package io.github.clv4j.ahp;

import io.github.clv4j.indicator.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A random hierarchy of uneven depth, solved, with what is ranked in it: its leaves, or alternatives under them. Sums are
 * computed here by plain recursion, with the local weights of one node replaced or the judgements of one node changed.
 */
final class RandomHierarchy {

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    final AhpHierarchy hierarchy;
    final HierarchySolution solved;
    private final Map<String, Weights> alternatives = new LinkedHashMap<>();

    /** The goal has three criteria: one with leaves, one that is a leaf, and one with a level more. */
    RandomHierarchy(Random random) {
        hierarchy = AhpHierarchy.of(
                "goal",
                judgements(random, "p", "q", "r"),
                AhpHierarchy.of("p", judgements(random, "p1", "p2", "p3")),
                AhpHierarchy.leaf("q"),
                AhpHierarchy.of(
                        "r",
                        judgements(random, "r1", "r2"),
                        AhpHierarchy.leaf("r1"),
                        AhpHierarchy.of("r2", judgements(random, "r21", "r22"))));
        solved = SOLVER.solve(hierarchy);
        for (String leaf : hierarchy.leaves()) {
            alternatives.put(
                    leaf, Weights.proportionalTo(List.of("A", "B", "C", "D"), RandomJudgements.weights(random, 4)));
        }
    }

    private static PairwiseMatrix judgements(Random random, String... names) {
        double[][] rows = RandomJudgements.noisy(random, names.length, 0.5).toArray();
        return PairwiseMatrix.of(List.of(names), rows);
    }

    AlternativeWeights synthesised(Synthesis mode) {
        return solved.synthesise(alternatives, mode);
    }

    /** What is ranked, by name: leaves if the mode is null. */
    Map<String, Double> ranked(Synthesis mode) {
        return ranked(mode, solved, List.of(), new double[0]);
    }

    /** What is ranked if the children of a node have other local weights. */
    Map<String, Double> rankedWithWeights(Synthesis mode, List<String> path, double... local) {
        return ranked(mode, solved, path, local);
    }

    /** What is ranked if a judgement of a node is another, with all solved anew. */
    Map<String, Double> rankedWithJudgement(Synthesis mode, JudgementStability place, double judgement) {
        AhpHierarchy changed = changed(hierarchy, List.of(), place, judgement);
        return ranked(mode, SOLVER.solve(changed), List.of(), new double[0]);
    }

    private static AhpHierarchy changed(
            AhpHierarchy node, List<String> above, JudgementStability place, double judgement) {
        if (node.children().isEmpty()) {
            return node;
        }
        List<String> path = joined(above, node.name());
        PairwiseMatrix matrix = node.judgements().orElseThrow();
        if (path.equals(place.path())) {
            matrix = matrix.with(place.first(), place.second(), judgement);
        }
        return AhpHierarchy.of(
                node.name(),
                matrix,
                node.children().stream()
                        .map(child -> changed(child, path, place, judgement))
                        .toList());
    }

    private Map<String, Double> ranked(Synthesis mode, HierarchySolution solution, List<String> path, double[] local) {
        Map<String, Double> leaves = new LinkedHashMap<>();
        addLeaves(solution, hierarchy, List.of(), 1, path, local, leaves);
        if (mode == null) {
            return leaves;
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        leaves.forEach((leaf, weight) -> {
            Weights under = alternatives.get(leaf);
            double unit = mode == Synthesis.IDEAL
                    ? Arrays.stream(under.toArray()).max().orElseThrow()
                    : 1;
            for (String name : under.names()) {
                totals.merge(name, weight * under.weight(name) / unit, Double::sum);
            }
        });
        return totals;
    }

    private static void addLeaves(
            HierarchySolution solution,
            AhpHierarchy node,
            List<String> above,
            double weight,
            List<String> replaced,
            double[] local,
            Map<String, Double> leaves) {
        if (node.children().isEmpty()) {
            leaves.put(node.name(), weight);
            return;
        }
        List<String> path = joined(above, node.name());
        double[] weights = path.equals(replaced)
                ? local
                : solution.node(path.toArray(String[]::new)).solution().toArray();
        for (int k = 0; k < weights.length; k++) {
            addLeaves(solution, node.children().get(k), path, weight * weights[k], replaced, local, leaves);
        }
    }

    private static List<String> joined(List<String> above, String name) {
        List<String> path = new ArrayList<>(above);
        path.add(name);
        return path;
    }

    /** The local weights of a node when one child has another and its siblings keep their proportions. */
    double[] localWeights(WeightStability place, double weight) {
        AhpSolution node = solved.node(place.path().toArray(String[]::new)).solution();
        return movedWeights(node.weights(), place.child(), weight);
    }

    static double[] movedWeights(Weights weights, String child, double weight) {
        return IntStream.range(0, weights.size())
                .mapToDouble(k -> weights.names().get(k).equals(child)
                        ? weight
                        : weights.weight(k) * (1 - weight) / (1 - weights.weight(child)))
                .toArray();
    }
}
