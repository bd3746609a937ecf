package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long customers have been watched, and whether they left at the end of it: what survival curves are fitted on.
 *
 * <p>A customer who has not left is censored: the tenure is known to be longer than the time, not how much longer. A
 * customer who was already one when the watching began has an entry time and is counted from there only (left truncation);
 * without entry times everybody is watched from time 0.
 *
 * <p>Immutable and thread-safe.
 */
public final class ObservedTenures {

    private final double[] times;
    private final boolean[] left;
    private final double[] entries;

    private ObservedTenures(double[] times, boolean[] left, double[] entries) {
        this.times = times;
        this.left = left;
        this.entries = entries;
    }

    /**
     * Tenures watched from time 0.
     *
     * @param times the tenure of each customer at the end of the watch, in periods, each in [0, Inf)
     * @param left 1 for each customer who left at that time, 0 for each who was still there
     * @return the tenures
     * @throws IllegalArgumentException if there is no customer, the lengths differ, or a value is out of range
     */
    public static ObservedTenures of(double[] times, double[] left) {
        Require.length(left.length, times.length, "left");
        if (times.length == 0) {
            throw new IllegalArgumentException("times must have at least one customer, but had 0");
        }
        boolean[] events = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY)) {
                throw Require.outside("time at row " + i, "in [0, Inf)", times[i]);
            }
            events[i] = left[i] == 1;
            if (!events[i] && left[i] != 0) {
                throw Require.outside("left at row " + i, "0 or 1", left[i]);
            }
        }
        return new ObservedTenures(times.clone(), events, new double[0]);
    }

    /**
     * The same tenures, watched from a later time on.
     *
     * @param entries the tenure of each customer when the watch began, in [0, time): a row covers (entry, time]
     * @return new tenures
     * @throws IllegalArgumentException if the lengths differ, an entry is negative or NaN, or one is not before its time
     */
    public ObservedTenures withEntries(double[] entries) {
        Require.length(entries.length, times.length, "entries");
        for (int i = 0; i < entries.length; i++) {
            if (!(entries[i] >= 0 && entries[i] < times[i])) {
                throw Require.outside(
                        "entry at row " + i, "in [0, " + times[i] + "), before the time of that row", entries[i]);
            }
        }
        return new ObservedTenures(times, left, entries.clone());
    }

    /**
     * How many customers there are.
     *
     * @return the number of rows, at least 1
     */
    public int customers() {
        return times.length;
    }

    /**
     * How many of them left.
     *
     * @return the number of events
     */
    public int leavers() {
        int leavers = 0;
        for (boolean event : left) {
            leavers += event ? 1 : 0;
        }
        return leavers;
    }

    /**
     * Some of the customers.
     *
     * @param rows which, each in [0, customers)
     * @return the tenures of those rows, in that order
     * @throws IllegalArgumentException if there are none, or one is not a row of these
     */
    public ObservedTenures select(int... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("rows must be at least one, but were none");
        }
        double[] time = new double[rows.length];
        boolean[] event = new boolean[rows.length];
        double[] entry = new double[hasEntries() ? rows.length : 0];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= times.length) {
                throw Require.outside("row " + i + " to select", "in [0, " + (times.length - 1) + "]", rows[i]);
            }
            time[i] = times[rows[i]];
            event[i] = left[rows[i]];
            if (hasEntries()) {
                entry[i] = entries[rows[i]];
            }
        }
        return new ObservedTenures(time, event, entry);
    }

    /**
     * The customers of each group apart.
     *
     * @param groups the name of the group of each customer
     * @return the tenures of each group, in the natural order of the names, in the order they have here; not to be changed
     * @throws IllegalArgumentException if there is not one name for each customer, or one is null
     */
    public Map<String, ObservedTenures> byGroup(List<String> groups) {
        Require.length(groups.size(), times.length, "groups");
        Map<String, int[]> sizes = new TreeMap<>();
        requireNames(groups);
        groups.forEach(group -> sizes.computeIfAbsent(group, name -> new int[1])[0]++);
        Map<String, int[]> rows = new TreeMap<>();
        sizes.forEach((group, size) -> rows.put(group, new int[size[0]]));
        int row = 0;
        for (String group : groups) {
            int[] ofGroup = rows.getOrDefault(group, new int[0]);
            int[] size = sizes.getOrDefault(group, new int[1]);
            ofGroup[ofGroup.length - size[0]] = row++;
            size[0]--;
        }
        Map<String, ObservedTenures> tenures = new TreeMap<>();
        rows.forEach((group, ofGroup) -> tenures.put(group, select(ofGroup)));
        return Collections.unmodifiableMap(tenures);
    }

    private static void requireNames(List<String> groups) {
        int row = 0;
        for (String group : groups) {
            if (group == null) {
                throw new IllegalArgumentException("group at row " + row + " must be a name, but was null");
            }
            row++;
        }
    }

    boolean hasEntries() {
        return entries.length > 0;
    }

    double time(int row) {
        return times[row];
    }

    boolean left(int row) {
        return left[row];
    }

    /** When the customer came under watch; 0 where everybody was watched from the start. */
    double entry(int row) {
        return hasEntries() ? entries[row] : 0;
    }

    /** A copy of the times, to sort. */
    double[] times() {
        return times.clone();
    }

    /** The times of those who left, in order, and behind them the times of the others, in order. */
    double[] sortedTimes() {
        double[] apart = new double[times.length];
        int next = 0;
        for (int i = 0; i < times.length; i++) {
            // written to both ends, and kept at one: a branch that nobody can foresee costs more
            apart[next] = times[i];
            apart[times.length - 1 - i + next] = times[i];
            next += left[i] ? 1 : 0;
        }
        Arrays.sort(apart, 0, next);
        Arrays.sort(apart, next, times.length);
        return apart;
    }

    /** A copy of the entries, none where everybody was watched from the start. */
    double[] entries() {
        return entries.clone();
    }

    @Override
    public String toString() {
        return "ObservedTenures[customers=" + times.length + ", leavers=" + leavers() + ", last="
                + Arrays.stream(times).max().orElse(0) + "]";
    }
}
