package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A column of group names as a dictionary and a place in it for each customer. */
final class GroupColumn {

    private static final int MISSING = -1;

    /** What a group the model does not know is coded as. */
    private static final int UNKNOWN = -1;

    private final ImmutableList<String> dictionary;
    private final int[] places;

    private GroupColumn(ImmutableList<String> dictionary, int[] places) {
        this.dictionary = dictionary;
        this.places = places;
    }

    static GroupColumn of(@Nullable String[] values) {
        Map<String, Integer> dictionary = new LinkedHashMap<>();
        int[] places = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            places[i] = value == null ? MISSING : dictionary.computeIfAbsent(value, v -> dictionary.size());
        }
        return new GroupColumn(ImmutableList.copyOf(dictionary.keySet()), places);
    }

    GroupColumn select(int[] rows) {
        int[] some = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = places[rows[i]];
        }
        return new GroupColumn(dictionary, some);
    }

    boolean isMissing(int row) {
        return places[row] == MISSING;
    }

    /** The group of a customer as text, empty where it is missing. */
    String text(int row) {
        return isMissing(row) ? "" : dictionary.get(places[row]);
    }

    /** The groups that occur, sorted, so that a fit does not depend on the order of the customers. */
    List<String> sortedGroups() {
        TreeSet<String> groups = new TreeSet<>();
        for (int place : places) {
            if (place != MISSING) {
                groups.add(dictionary.get(place));
            }
        }
        return List.copyOf(groups);
    }

    /** For each place in the dictionary the code of that group, by the codes of the known groups. */
    double[] codes(Map<String, Integer> known) {
        return dictionary.stream()
                .mapToDouble(group -> known.getOrDefault(group, UNKNOWN))
                .toArray();
    }

    /** Writes the codes of some customers to the start of {@code out}, NaN where the group is missing. */
    void read(double[] codes, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] = places[i] == MISSING ? Double.NaN : codes[places[i]];
        }
    }
}
