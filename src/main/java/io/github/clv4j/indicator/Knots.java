package io.github.clv4j.indicator;

import java.util.List;

/** A function that is linear between points and level beyond them. Points are looked up without branches. */
final class Knots {

    private final double[] values;
    private final double[] scores;
    private final double below;
    private final double above;

    /** A function of points in ascending order; {@code below} and {@code above} are its values beyond them. */
    Knots(List<ScalePoint> points, double below, double above) {
        this.values = points.stream().mapToDouble(ScalePoint::value).toArray();
        this.scores = points.stream().mapToDouble(ScalePoint::score).toArray();
        this.below = below;
        this.above = above;
    }

    double at(double value) {
        int upper = notAbove(value);
        if (upper == 0) {
            return below;
        }
        int left = upper - 1;
        if (values[left] == value) {
            return scores[left];
        }
        return upper == values.length ? above : between(left, value);
    }

    /** The ends are kept to, which rounding could overstep: a scale that rises must rise everywhere. */
    private double between(int left, double value) {
        double start = scores[left];
        double end = scores[left + 1];
        double share = (value - values[left]) / (values[left + 1] - values[left]);
        double score = start + share * (end - start);
        return Math.max(Math.min(start, end), Math.min(Math.max(start, end), score));
    }

    /** How many points are not above a value. */
    private int notAbove(double value) {
        int start = 0;
        for (int length = values.length; length > 1; ) {
            int half = length >>> 1;
            start += values[start + half - 1] <= value ? half : 0;
            length -= half;
        }
        return start + (values[start] <= value ? 1 : 0);
    }

    double lowest() {
        return values[0];
    }

    double highest() {
        return values[values.length - 1];
    }
}
