package io.github.clv4j.retention;

import java.util.Arrays;

/** Customers sorted by rank, without an object for each. Stateless and thread-safe. */
final class RankOrder {

    private RankOrder() {}

    /**
     * Those who take part, the highest rank first.
     *
     * @param rank the rank of every customer, not NaN
     * @param who the places of those who take part
     * @param count how many they are
     * @return their places; those at the same rank in the order they were in
     */
    static int[] of(double[] rank, int[] who, int count) {
        double[] falling = new double[count];
        Arrays.setAll(falling, j -> -rank[who[j]]);
        Arrays.sort(falling);
        int[] placed = new int[count]; // at the first place of a rank: how many of that rank have theirs
        int[] order = new int[count];
        for (int j = 0; j < count; j++) {
            int first = first(falling, -rank[who[j]]);
            order[first + placed[first]] = who[j];
            placed[first]++;
        }
        return order;
    }

    /** The first place of a number that is there. */
    private static int first(double[] sorted, double number) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
