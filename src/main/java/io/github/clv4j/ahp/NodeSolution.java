package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A node of a solved hierarchy: the weights of its children within it, and its own weight in the whole. Immutable and
 * thread-safe.
 *
 * @param path the names from the goal down to this node, its own last
 * @param solution the local weights of its children, with their consistency
 * @param globalWeight the weight of this node in the whole: the product of the local weights on its path; 1 for the goal
 */
public record NodeSolution(List<String> path, AhpSolution solution, double globalWeight) {

    /**
     * Creates a node.
     *
     * @param path the names from the goal down to this node, its own last
     * @param solution the local weights of its children, with their consistency
     * @param globalWeight the weight of this node in the whole
     */
    public NodeSolution {
        path = ImmutableList.copyOf(path);
    }

    /**
     * The name of the node.
     *
     * @return the last of its path
     */
    public String name() {
        return path.get(path.size() - 1);
    }
}
