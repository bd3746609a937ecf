package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A goal, or one of the criteria it is broken down into, with the judgements on its children. Branches may be of different
 * depth, up to 200 levels. The leaves are what gets a weight in the end, so no two have the same name. Immutable and
 * thread-safe.
 */
public final class AhpHierarchy {

    private static final int MOST_LEVELS = 200;

    private final String name;
    private final @Nullable PairwiseMatrix judgements;
    private final ImmutableList<AhpHierarchy> children;
    private final ImmutableList<String> leaves;
    private final int levels;

    private AhpHierarchy(String name, @Nullable PairwiseMatrix judgements, List<AhpHierarchy> children) {
        this.name = Require.notBlank(name, "name of a node");
        this.judgements = judgements;
        this.children = ImmutableList.copyOf(children);
        this.leaves = this.children.isEmpty()
                ? ImmutableList.of(name)
                : this.children.stream()
                        .flatMap(child -> child.leaves.stream())
                        .collect(ImmutableList.toImmutableList());
        this.levels =
                1 + this.children.stream().mapToInt(child -> child.levels).max().orElse(0);
        requireValid();
    }

    private void requireValid() {
        if (levels > MOST_LEVELS) {
            throw Require.outside("levels of the hierarchy", "at most " + MOST_LEVELS, levels);
        }
        Set<String> seen = new HashSet<>();
        for (String leaf : leaves) {
            if (!seen.add(leaf)) {
                throw new IllegalArgumentException("leaves below \"" + name + "\" must have distinct names, but \""
                        + leaf + "\" stands twice; alternatives that are weighed under each leaf are not leaves");
            }
        }
    }

    /**
     * A node without children.
     *
     * @param name the name, not blank
     * @return the leaf
     * @throws IllegalArgumentException if the name is blank
     */
    public static AhpHierarchy leaf(String name) {
        return new AhpHierarchy(name, null, List.of());
    }

    /**
     * A node whose children are leaves, by the names of the matrix.
     *
     * @param name the name, not blank
     * @param judgements the judgements on its children
     * @return the node
     * @throws IllegalArgumentException if the name is blank
     */
    public static AhpHierarchy of(String name, PairwiseMatrix judgements) {
        return of(
                name,
                judgements,
                judgements.names().stream().map(AhpHierarchy::leaf).toList());
    }

    /**
     * A node with children.
     *
     * @param name the name, not blank
     * @param judgements the judgements on its children, by their names and in their order
     * @param children the children, at least one
     * @return the node
     * @throws IllegalArgumentException if the name is blank, the matrix does not fit the children, two children or two leaves
     *     have the same name, or there are more than 200 levels
     */
    public static AhpHierarchy of(String name, PairwiseMatrix judgements, AhpHierarchy... children) {
        return of(name, judgements, Arrays.asList(children));
    }

    /**
     * A node with children.
     *
     * @param name the name, not blank
     * @param judgements the judgements on its children, by their names and in their order
     * @param children the children, at least one
     * @return the node
     * @throws IllegalArgumentException if the name is blank, the matrix does not fit the children, two children or two leaves
     *     have the same name, or there are more than 200 levels
     */
    public static AhpHierarchy of(String name, PairwiseMatrix judgements, List<AhpHierarchy> children) {
        List<String> names = children.stream().map(AhpHierarchy::name).toList();
        Require.distinct(names, "children of \"" + name + "\"");
        if (!judgements.names().equals(names)) {
            throw new IllegalArgumentException("judgements of \"" + name + "\" must compare its children " + names
                    + ", but compare " + judgements.names());
        }
        return new AhpHierarchy(name, judgements, children);
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The judgements on the children.
     *
     * @return the matrix; empty for a leaf
     */
    public Optional<PairwiseMatrix> judgements() {
        return Optional.ofNullable(judgements);
    }

    /**
     * The children.
     *
     * @return the children in the order of the matrix; empty for a leaf
     */
    public List<AhpHierarchy> children() {
        return children;
    }

    /**
     * The leaves below this node, or this leaf.
     *
     * @return their names, depth first
     */
    public List<String> leaves() {
        return leaves;
    }

    /** The judgements of this node and all below it, depth first. */
    List<PairwiseMatrix> matrices() {
        ImmutableList.Builder<PairwiseMatrix> matrices = ImmutableList.builder();
        judgements().ifPresent(matrices::add);
        children.forEach(child -> matrices.addAll(child.matrices()));
        return matrices.build();
    }
}
