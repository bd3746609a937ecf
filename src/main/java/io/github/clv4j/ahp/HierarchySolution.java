package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The weights of a hierarchy: local ones, of the children within each node, and global ones, of the leaves in the whole.
 * Immutable and thread-safe.
 */
public final class HierarchySolution {

    private final AhpSolver solver;
    private final AhpHierarchy hierarchy;
    private final ImmutableList<NodeSolution> nodes;
    private final Weights globalWeights;

    private HierarchySolution(
            AhpSolver solver, AhpHierarchy hierarchy, List<NodeSolution> nodes, double[] leafWeights) {
        this.solver = solver;
        this.hierarchy = hierarchy;
        this.nodes = ImmutableList.copyOf(nodes);
        this.globalWeights = Weights.of(hierarchy.leaves(), origin(this.nodes, hierarchy.name()), leafWeights);
    }

    private static WeightOrigin origin(List<NodeSolution> nodes, String goal) {
        double ratio = consistencyRatio(nodes);
        return new WeightOrigin(
                WeightOrigin.Kind.COMBINED, nodes.get(0).solution().facts("hierarchy", goal, ratio));
    }

    static HierarchySolution of(AhpHierarchy hierarchy, AhpSolver solver) {
        if (hierarchy.children().isEmpty()) {
            throw new IllegalArgumentException(
                    "hierarchy must have children, but \"" + hierarchy.name() + "\" has none");
        }
        HierarchyWalk walk = new HierarchyWalk(solver);
        walk.visit(hierarchy, List.of(), 1);
        return new HierarchySolution(solver, hierarchy, walk.nodes(), walk.leafWeights());
    }

    AhpSolver solver() {
        return solver;
    }

    AhpHierarchy hierarchy() {
        return hierarchy;
    }

    /**
     * Every node that has children.
     *
     * @return the nodes from the goal down, depth first
     */
    public List<NodeSolution> nodes() {
        return nodes;
    }

    /**
     * One node.
     *
     * @param path the names from the goal down to the node
     * @return the node
     * @throws IllegalArgumentException if no node with children has that path
     */
    public NodeSolution node(String... path) {
        List<String> wanted = Arrays.asList(path);
        for (NodeSolution node : nodes) {
            if (node.path().equals(wanted)) {
                return node;
            }
        }
        throw new IllegalArgumentException("there is no node " + wanted + " with children; known are "
                + nodes.stream().map(NodeSolution::path).toList());
    }

    /**
     * The weights of the leaves in the whole: products of the local weights down to them.
     *
     * @return the weights, depth first
     */
    public Weights globalWeights() {
        return globalWeights;
    }

    /**
     * The consistency ratio of the whole: {@code sum g CI / sum g RI} over the nodes, g their global weights.
     *
     * <p>Source: Saaty, The Analytic Hierarchy Process (1980).
     *
     * @return the ratio; 0 where no node can be inconsistent, NaN if a node has no random index
     */
    public double consistencyRatio() {
        return consistencyRatio(nodes);
    }

    static double consistencyRatio(List<NodeSolution> nodes) {
        double index = 0;
        double random = 0;
        for (NodeSolution node : nodes) {
            Consistency consistency = node.solution().consistency();
            index += node.globalWeight() * consistency.index();
            random += node.globalWeight() * consistency.randomIndex();
        }
        return random == 0 ? 0 : index / random;
    }

    /**
     * Whether the ratio of the whole and of every node is below the limit of the solver.
     *
     * @return whether all are; false where one is NaN
     */
    public boolean isAcceptable() {
        return consistencyRatio() < solver.limit()
                && nodes.stream().allMatch(node -> node.solution().consistency().isAcceptable());
    }

    /**
     * The weights of alternatives in the whole.
     *
     * @param alternatives the weights of the alternatives under each leaf, by the name of the leaf; one for each leaf, all of
     *     the same alternatives in the same order
     * @param synthesis how they are put together
     * @return the alternatives with their weights
     * @throws IllegalArgumentException if a leaf is missing or unknown, or two leaves weigh different alternatives
     */
    public AlternativeWeights synthesise(Map<String, Weights> alternatives, Synthesis synthesis) {
        return AlternativeWeights.of(this, alternatives, synthesis);
    }

    /**
     * The weights of alternatives in the whole, from judgements on them under each leaf.
     *
     * @param alternatives the judgements on the alternatives under each leaf, by the name of the leaf; one for each leaf, all
     *     on the same alternatives in the same order
     * @param synthesis how they are put together
     * @return the alternatives with their weights, and the consistency of all
     * @throws IllegalArgumentException if a leaf is missing or unknown, or two leaves compare different alternatives
     * @throws AhpException if the judgements under a leaf cannot be solved; the message says under which
     */
    public AlternativeWeights judge(Map<String, PairwiseMatrix> alternatives, Synthesis synthesis) {
        return AlternativeWeights.judged(this, alternatives, synthesis);
    }

    /**
     * How far each judgement can move before two leaves swap their ranks.
     *
     * @return one for each judgement given, node by node, in the order of each matrix
     */
    public List<JudgementStability> judgementStability() {
        return RankStability.ofLeaves(this).judgements();
    }

    /**
     * How far each local weight can move, those of its siblings keeping their proportions, before two leaves swap their ranks.
     *
     * @return one for each child, node by node, in the order of each matrix
     */
    public List<WeightStability> weightStability() {
        return RankStability.ofLeaves(this).weights();
    }
}
