package io.github.clv4j.retention;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Require;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the customers of a base stay: the same distribution for all, or one for each group. Immutable and thread-safe.
 *
 * @param forAll the distribution of all customers; empty where each group has its own
 * @param byGroup the distributions by the name of each group; empty where all have the same
 */
public record SurvivalTable(Optional<LifetimeDistribution> forAll, Map<String, LifetimeDistribution> byGroup) {

    /**
     * Creates a table; keeps a copy of the map, in its order.
     *
     * @param forAll the distribution of all customers; empty where each group has its own
     * @param byGroup the distributions by the name of each group; empty where all have the same
     * @throws IllegalArgumentException if there are distributions for all and by group, or neither, or a name is blank
     */
    public SurvivalTable {
        if (forAll.isPresent() != byGroup.isEmpty()) {
            throw new IllegalArgumentException("survival must be either for all or by group, but was "
                    + (forAll.isPresent() ? "both" : "neither"));
        }
        byGroup.keySet().forEach(group -> Require.notBlank(group, "group of survival"));
        byGroup = ImmutableMap.copyOf(byGroup);
    }

    /**
     * The same distribution for all customers.
     *
     * @param lifetime the distribution
     * @return the table
     */
    public static SurvivalTable of(LifetimeDistribution lifetime) {
        return new SurvivalTable(Optional.of(lifetime), Map.of());
    }

    /**
     * A distribution for each group.
     *
     * @param lifetimes the distributions by the name of the group, at least one
     * @return the table
     * @throws IllegalArgumentException if there is no group, or a name is blank
     */
    public static SurvivalTable byGroup(Map<String, ? extends LifetimeDistribution> lifetimes) {
        return new SurvivalTable(Optional.empty(), ImmutableMap.copyOf(lifetimes));
    }

    /**
     * The groups.
     *
     * @return their names, in the order of the map; empty where all customers have the same distribution
     */
    public List<String> groups() {
        return List.copyOf(byGroup.keySet());
    }
}
