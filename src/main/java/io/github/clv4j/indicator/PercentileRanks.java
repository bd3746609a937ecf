package io.github.clv4j.indicator;

import java.util.ArrayList;
import java.util.List;

/**
 * Percentile ranks of a base, thinned out so that a model stays small whatever the base: of all values whose ranks lie in the
 * same five-hundredth, the lowest and the highest are kept. So no rank is off by more than 1/500, and where a base has few
 * different values none is off at all.
 */
final class PercentileRanks {

    private static final int BINS = 500;

    private PercentileRanks() {}

    /** The ranks of values in ascending order. */
    static List<ScalePoint> ofSorted(double[] sorted) {
        List<ScalePoint> points = new ArrayList<>();
        for (int from = 0; from < sorted.length; ) {
            int to = endOfTies(sorted, from);
            ScalePoint point = new ScalePoint(sorted[from], (0.5 * from + 0.5 * to) / sorted.length);
            int last = points.size() - 1;
            if (last >= 1 && bin(points.get(last - 1)) == bin(point)) {
                points.set(last, point);
            } else {
                points.add(point);
            }
            from = to;
        }
        return points;
    }

    private static int endOfTies(double[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] == sorted[from]) {
            to++;
        }
        return to;
    }

    private static int bin(ScalePoint point) {
        return (int) (point.score() * BINS);
    }
}
