package io.github.clv4j.indicator;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Parts of an index with their weights among each other; parts may be groups, to any depth. Immutable and thread-safe.
 *
 * @param name the name, by which the group is known
 * @param chineseName the Chinese name, for people
 * @param weights the weights of the parts, by their names and in their order
 * @param parts the parts
 */
public record IndexGroup(String name, String chineseName, Weights weights, List<IndexNode> parts) implements IndexNode {

    /**
     * Creates a group.
     *
     * @param name the name, not blank
     * @param chineseName the Chinese name, not blank
     * @param weights the weights of the parts, by their names and in their order
     * @param parts the parts, at least one
     * @throws IllegalArgumentException if a name is blank, the weights are not those of the parts, or two parts at any depth,
     *     this group included, have the same name
     */
    public IndexGroup {
        Require.notBlank(name, "name of a group");
        Require.notBlank(chineseName, "Chinese name of " + name);
        parts = List.copyOf(parts);
        List<String> names = parts.stream().map(IndexNode::name).toList();
        if (!weights.names().equals(names)) {
            throw new IllegalArgumentException(
                    "weights of " + name + " must be of " + names + ", but were of " + weights.names());
        }
        List<String> all = new ArrayList<>(List.of(name));
        addNames(parts, all);
        Require.distinct(all, "names in " + name);
    }

    /**
     * A group with one name in all languages.
     *
     * @param name the name, not blank
     * @param weights the weights of the parts, by their names and in their order
     * @param parts the parts, at least one
     * @return the group
     * @throws IllegalArgumentException if a name is blank, the weights are not those of the parts, or two parts at any depth,
     *     this group included, have the same name
     */
    public static IndexGroup of(String name, Weights weights, IndexNode... parts) {
        return new IndexGroup(name, name, weights, Arrays.asList(parts));
    }

    private static void addNames(List<IndexNode> parts, List<String> names) {
        for (IndexNode part : parts) {
            names.add(part.name());
            if (part instanceof IndexGroup group) {
                addNames(group.parts, names);
            }
        }
    }

    /**
     * The indicators at any depth.
     *
     * @return the indicators in the order in which they stand
     */
    public List<Indicator> indicators() {
        ImmutableList.Builder<Indicator> indicators = ImmutableList.builder();
        addIndicators(indicators);
        return indicators.build();
    }

    private void addIndicators(ImmutableList.Builder<Indicator> indicators) {
        for (IndexNode part : parts) {
            if (part instanceof IndexGroup group) {
                group.addIndicators(indicators);
            } else {
                indicators.add((Indicator) part);
            }
        }
    }

    /** The group of a name, this one or one at any depth below. */
    Optional<IndexGroup> group(String wanted) {
        if (name.equals(wanted)) {
            return Optional.of(this);
        }
        return parts.stream()
                .flatMap(part -> part instanceof IndexGroup inner ? inner.group(wanted).stream() : Stream.empty())
                .findFirst();
    }

    /** This group with other indicators in their places, of the same names. */
    IndexGroup map(UnaryOperator<Indicator> change) {
        List<IndexNode> changed = new ArrayList<>();
        for (IndexNode part : parts) {
            changed.add(part instanceof IndexGroup group ? group.map(change) : change.apply((Indicator) part));
        }
        return new IndexGroup(name, chineseName, weights, changed);
    }
}
