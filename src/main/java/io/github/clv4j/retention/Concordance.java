package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * How well a score orders those who leave: of all pairs of a customer who left and another still at risk then, who left later or is
 * not known to have left, the share in which the first had the higher score; equal scores count a half.
 */
final class Concordance {

    private final CoxRows rows;
    private final int[] rank;
    private final int[] tree;

    private Concordance(CoxRows rows, double[] scores) {
        this.rows = rows;
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        int levels = distinct;
        rank = new int[scores.length];
        Arrays.setAll(rank, i -> Arrays.binarySearch(sorted, 0, levels, scores[i] + 0.0));
        tree = new int[levels + 1];
    }

    /** The concordance of scores, one for each row; NaN where there is no pair. */
    static double of(CoxRows rows, double[] scores) {
        double[] positive = scores.clone();
        Arrays.setAll(positive, i -> scores[i] + 0.0);
        return new Concordance(rows, positive).sweep();
    }

    private double sweep() {
        double ordered = 0;
        double pairs = 0;
        int atRisk = 0;
        int entered = 0;
        int row = 0;
        while (row < rows.size()) {
            int end = rows.endOfTime(row);
            double time = rows.time(row);
            for (int late = rows.byEntry(entered);
                    late >= 0 && !rows.hasEntered(late, time);
                    late = rows.byEntry(++entered)) {
                add(rank[late], -1);
                atRisk--;
            }
            atRisk += addAll(row, end, false); // who is censored at a time is so after its events
            for (int i = row; i < end; i++) {
                if (rows.left(i)) {
                    int below = countBelow(rank[i]);
                    ordered += below + (countBelow(rank[i] + 1) - below) / 2.0;
                    pairs += atRisk;
                }
            }
            atRisk += addAll(row, end, true);
            row = end;
        }
        return ordered / pairs;
    }

    private int addAll(int from, int to, boolean left) {
        int added = 0;
        for (int i = from; i < to; i++) {
            if (rows.left(i) == left) {
                add(rank[i], 1);
                added++;
            }
        }
        return added;
    }

    /** Fenwick's tree of counts by rank. */
    private void add(int place, int count) {
        for (int i = place + 1; i < tree.length; i += i & -i) {
            tree[i] += count;
        }
    }

    private int countBelow(int place) {
        int count = 0;
        for (int i = place; i > 0; i -= i & -i) {
            count += tree[i];
        }
        return count;
    }
}
