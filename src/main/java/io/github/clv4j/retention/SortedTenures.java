package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * Tenures in the order of time, those of customers who left apart from the others: no object for a customer, and the two sorts
 * together are no more work than one of all times.
 */
final class SortedTenures {

    private final double[] left;
    private final double[] stayed;
    private final double[] entries;
    private final boolean hasEntries;

    private SortedTenures(double[] left, double[] stayed, double[] entries, boolean hasEntries) {
        this.left = left;
        this.stayed = stayed;
        this.entries = entries;
        this.hasEntries = hasEntries;
    }

    static SortedTenures of(ObservedTenures tenures) {
        double[] left = tenures.times(true);
        double[] stayed = tenures.times(false);
        double[] entries = tenures.entries();
        Arrays.sort(left);
        Arrays.sort(stayed);
        Arrays.sort(entries);
        return new SortedTenures(left, stayed, entries, tenures.hasEntries());
    }

    int customers() {
        return left.length + stayed.length;
    }

    int leavers() {
        return left.length;
    }

    Cursor cursor() {
        return new Cursor();
    }

    /** A place in time, which moves forward only. */
    final class Cursor {

        private int leftBefore;
        private int leftUpTo;
        private int stayedBefore;
        private int stayedUpTo;
        private int entered;

        /** The next time at which somebody left or was last seen; infinite after the last. */
        double next() {
            return Math.min(nextLeaving(), stayedUpTo < stayed.length ? stayed[stayedUpTo] : Double.POSITIVE_INFINITY);
        }

        /** The next time at which somebody left; infinite after the last. */
        double nextLeaving() {
            return leftUpTo < left.length ? left[leftUpTo] : Double.POSITIVE_INFINITY;
        }

        /** Goes to a time later than the present one. */
        void moveTo(double time) {
            leftBefore = firstAt(left, leftUpTo, time);
            leftUpTo = firstAfter(left, leftBefore, time);
            stayedBefore = firstAt(stayed, stayedUpTo, time);
            stayedUpTo = firstAfter(stayed, stayedBefore, time);
            entered = firstAt(entries, entered, time);
        }

        int atRisk() {
            return (hasEntries ? entered : customers()) - leftBefore - stayedBefore;
        }

        int events() {
            return leftUpTo - leftBefore;
        }

        int censored() {
            return stayedUpTo - stayedBefore;
        }
    }

    private static int firstAt(double[] sorted, int from, double time) {
        int place = from;
        while (place < sorted.length && sorted[place] < time) {
            place++;
        }
        return place;
    }

    private static int firstAfter(double[] sorted, int from, double time) {
        int place = from;
        while (place < sorted.length && sorted[place] == time) {
            place++;
        }
        return place;
    }
}
