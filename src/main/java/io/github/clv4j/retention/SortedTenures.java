package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * Tenures in the order of time, those of customers who left apart from the others: no object for a customer, and the two sorts
 * together are no more work than one of all times.
 */
final class SortedTenures {

    /** Those of the leavers first, then those of the others. */
    private final double[] times;

    private final int leavers;
    private final double[] entries;
    private final boolean hasEntries;

    private SortedTenures(double[] times, int leavers, double[] entries, boolean hasEntries) {
        this.times = times;
        this.leavers = leavers;
        this.entries = entries;
        this.hasEntries = hasEntries;
    }

    static SortedTenures of(ObservedTenures tenures) {
        double[] entries = tenures.entries();
        Arrays.sort(entries);
        return new SortedTenures(tenures.sortedTimes(), tenures.leavers(), entries, tenures.hasEntries());
    }

    int customers() {
        return times.length;
    }

    int leavers() {
        return leavers;
    }

    Cursor cursor() {
        return new Cursor();
    }

    /** A place in time, which moves forward only. */
    final class Cursor {

        private int leftBefore;
        private int leftUpTo;
        private int stayedBefore = leavers;
        private int stayedUpTo = leavers;
        private int entered;

        /** The next time at which somebody left or was last seen; infinite after the last. */
        double next() {
            return Math.min(nextLeaving(), stayedUpTo < times.length ? times[stayedUpTo] : Double.POSITIVE_INFINITY);
        }

        /** The next time at which somebody left; infinite after the last. */
        double nextLeaving() {
            return leftUpTo < leavers ? times[leftUpTo] : Double.POSITIVE_INFINITY;
        }

        /** Goes to a time later than the present one. */
        void moveTo(double time) {
            leftBefore = firstAt(times, leftUpTo, leavers, time);
            leftUpTo = firstAfter(times, leftBefore, leavers, time);
            stayedBefore = firstAt(times, stayedUpTo, times.length, time);
            stayedUpTo = firstAfter(times, stayedBefore, times.length, time);
            entered = firstAt(entries, entered, entries.length, time);
        }

        int atRisk() {
            return (hasEntries ? entered : customers()) - leftBefore - (stayedBefore - leavers);
        }

        int events() {
            return leftUpTo - leftBefore;
        }

        int censored() {
            return stayedUpTo - stayedBefore;
        }
    }

    private static int firstAt(double[] sorted, int from, int to, double time) {
        int place = from;
        while (place < to && sorted[place] < time) {
            place++;
        }
        return place;
    }

    private static int firstAfter(double[] sorted, int from, int to, double time) {
        int place = from;
        while (place < to && sorted[place] == time) {
            place++;
        }
        return place;
    }
}
