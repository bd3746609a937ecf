package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Solves a hierarchy from the goal down, multiplying weights on the way. */
final class HierarchyWalk {

    private final AhpSolver solver;
    private final List<NodeSolution> nodes = new ArrayList<>();
    private final List<Double> leafWeights = new ArrayList<>();

    HierarchyWalk(AhpSolver solver) {
        this.solver = solver;
    }

    void visit(AhpHierarchy node, List<String> above, double weight) {
        if (node.children().isEmpty()) {
            leafWeights.add(weight);
            return;
        }
        List<String> path =
                ImmutableList.<String>builder().addAll(above).add(node.name()).build();
        AhpSolution solution = solver.solve(node.judgements().orElseThrow(), "node " + String.join(" / ", path));
        nodes.add(new NodeSolution(path, solution, weight));
        for (int k = 0; k < node.children().size(); k++) {
            visit(node.children().get(k), path, weight * solution.weight(k));
        }
    }

    List<NodeSolution> nodes() {
        return nodes;
    }

    double[] leafWeights() {
        return leafWeights.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
