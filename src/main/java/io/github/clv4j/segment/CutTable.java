package io.github.clv4j.segment;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Require;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cut points of a base of customers: the same for all, or those of each group where groups cannot be compared, as prepaid
 * and postpaid customers cannot. Immutable and thread-safe.
 *
 * @param forAll the cut points of all customers; empty where each group has its own
 * @param byGroup the cut points by the name of each group; empty where all have the same
 */
public record CutTable(Optional<CutPoints> forAll, Map<String, CutPoints> byGroup) {

    /**
     * Creates a table; keeps a copy of the map, in its order.
     *
     * @param forAll the cut points of all customers; empty where each group has its own
     * @param byGroup the cut points by the name of each group; empty where all have the same
     * @throws IllegalArgumentException if there are cut points for all and by group, or neither, or a name is blank
     */
    public CutTable {
        if (forAll.isPresent() != byGroup.isEmpty()) {
            throw new IllegalArgumentException("cut points must be either for all or by group, but were "
                    + (forAll.isPresent() ? "both" : "neither"));
        }
        byGroup.keySet().forEach(group -> Require.notBlank(group, "group of cut points"));
        byGroup = ImmutableMap.copyOf(byGroup);
    }

    /**
     * The same cut points for all customers.
     *
     * @param cuts the cut points
     * @return the table
     */
    public static CutTable of(CutPoints cuts) {
        return new CutTable(Optional.of(cuts), Map.of());
    }

    /**
     * Cut points for each group.
     *
     * @param cuts the cut points by the name of the group, at least one
     * @return the table
     * @throws IllegalArgumentException if there is no group, or a name is blank
     */
    public static CutTable byGroup(Map<String, CutPoints> cuts) {
        return new CutTable(Optional.empty(), cuts);
    }

    /**
     * The groups.
     *
     * @return their names, in the order of the map; empty where all customers have the same cut points
     */
    public List<String> groups() {
        return List.copyOf(byGroup.keySet());
    }

    /**
     * The cut points of one group.
     *
     * @param group the name of the group; does not matter where all customers have the same cut points
     * @return its cut points
     * @throws IllegalArgumentException if the table is by group and has no such group
     */
    public CutPoints of(String group) {
        return forAll.orElseGet(() -> Optional.ofNullable(byGroup.get(group))
                .orElseThrow(() -> new IllegalArgumentException(
                        "group must be one of " + byGroup.keySet() + ", but was " + group)));
    }
}
