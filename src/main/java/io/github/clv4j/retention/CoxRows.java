package io.github.clv4j.retention;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of a Cox regression sorted for sweeps from the last time backwards: those seen last first. */
final class CoxRows {

    private static final int[] NONE = {};

    private final double[][] columns;
    private final double[] times;
    private final boolean[] left;
    private final double[] entries;
    private final int[] byEntry;

    CoxRows(Design design, ObservedTenures tenures) {
        int n = tenures.customers();
        int[] order = RankOrder.of(tenures.times(), IntStream.range(0, n).toArray(), n);
        columns = sorted(design, order);
        times = new double[n];
        left = new boolean[n];
        entries = new double[tenures.hasEntries() ? n : 0];
        for (int i = 0; i < n; i++) {
            times[i] = tenures.time(order[i]);
            left[i] = tenures.left(order[i]);
            if (tenures.hasEntries()) {
                entries[i] = tenures.entry(order[i]);
            }
        }
        byEntry = tenures.hasEntries()
                ? RankOrder.of(entries, IntStream.range(0, n).toArray(), n)
                : NONE;
    }

    private static double[][] sorted(Design design, int[] order) {
        double[][] standardised = new double[design.size() + 1][order.length];
        design.standardised(0, order.length, standardised);
        double[] unsorted = new double[order.length];
        for (double[] column : standardised) {
            System.arraycopy(column, 0, unsorted, 0, order.length);
            Arrays.setAll(column, i -> unsorted[order[i]]);
        }
        return Arrays.copyOfRange(standardised, 1, standardised.length);
    }

    int size() {
        return times.length;
    }

    double time(int row) {
        return times[row];
    }

    boolean left(int row) {
        return left[row];
    }

    double value(int column, int row) {
        return columns[column][row];
    }

    boolean haveEntries() {
        return entries.length > 0;
    }

    /** Whether a row is at risk at a time not after its own. */
    boolean hasEntered(int row, double time) {
        return entries.length == 0 || entries[row] < time;
    }

    /** The row with the place in the order of entries, the last to enter first; -1 past the rows that have one. */
    int byEntry(int place) {
        return place < byEntry.length ? byEntry[place] : -1;
    }

    /** The place after the last row with the time of this one. */
    int endOfTime(int row) {
        int end = row;
        while (end < times.length && times[end] == times[row]) {
            end++;
        }
        return end;
    }

    /** The linear combination of the standardised columns, for each row. */
    double[] combined(double[] weights) {
        double[] sum = new double[times.length];
        for (int j = 0; j < weights.length; j++) {
            double weight = weights[j];
            double[] column = columns[j];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * column[i];
            }
        }
        return sum;
    }
}
