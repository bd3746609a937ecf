package io.github.clv4j.scoring;

import com.google.common.primitives.Doubles;
import io.github.clv4j.value.GroupShareTable;
import java.util.List;
import java.util.TreeMap;

/** How many customers each group has, and how many of them hold a service; the groups sorted by name. Not thread-safe. */
final class GroupCounts {

    /** A group that occurs. */
    private static final class Count {
        private int customers;
        private int holders;
    }

    private final TreeMap<String, Count> counts = new TreeMap<>();

    /** Customers by the codes of their groups, and for each 1 if it holds the service, else 0. */
    void add(List<String> groups, double[] codes, double[] held) {
        int[] customers = new int[groups.size()];
        int[] holders = new int[groups.size()];
        for (int i = 0; i < codes.length; i++) {
            customers[(int) codes[i]]++;
            holders[(int) codes[i]] += (int) held[i];
        }
        for (int g = 0; g < customers.length; g++) {
            if (customers[g] > 0) { // the group may be one of customers who cannot be used
                Count count = counts.computeIfAbsent(groups.get(g), added -> new Count());
                count.customers += customers[g];
                count.holders += holders[g];
            }
        }
    }

    List<String> groups() {
        return List.copyOf(counts.keySet());
    }

    GroupShareTable shares() {
        return GroupShareTable.of(
                groups(),
                Doubles.toArray(counts.values().stream()
                        .map(count -> (double) count.holders / count.customers)
                        .toList()));
    }
}
