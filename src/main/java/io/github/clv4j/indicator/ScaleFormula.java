package io.github.clv4j.indicator;

import io.github.clv4j.base.Require;
import java.util.List;

/** The formulas of the scales, each in one place for one value and for columns. */
final class ScaleFormula {

    private ScaleFormula() {}

    /** Whether a value is there; throws if it is, but has no place on the scale. */
    static boolean isKnown(Scale scale, double value) {
        if (Double.isNaN(value)) {
            return false;
        }
        if (!scale.admits(value)) {
            throw Require.outside("value", scale.bound(), value);
        }
        return true;
    }

    /** A difference that overflows is as far beyond the end as one can be. */
    static double linear(double value, double worst, double range) {
        return clamp((value - worst) / range);
    }

    static double logarithmic(double value, double worst, double best) {
        if (value <= 0) {
            return worst < best ? 0 : 1;
        }
        double start = StrictMath.log(worst);
        return clamp((StrictMath.log(value) - start) / (StrictMath.log(best) - start));
    }

    private static double clamp(double score) {
        return Math.max(0, Math.min(1, score));
    }

    /** Linear between the points; {@code below} and {@code above} are the scores beyond them. */
    static double between(List<ScalePoint> points, double value, double below, double above) {
        int upper = above(points, value);
        if (upper == 0) {
            return below;
        }
        ScalePoint left = points.get(upper - 1);
        if (left.value() == value) {
            return left.score();
        }
        return upper == points.size() ? above : between(left, points.get(upper), value);
    }

    /** The ends are kept to, which rounding could overstep: a scale that rises must rise everywhere. */
    private static double between(ScalePoint left, ScalePoint right, double value) {
        double share = (value - left.value()) / (right.value() - left.value());
        double score = left.score() + share * (right.score() - left.score());
        double least = Math.min(left.score(), right.score());
        double most = Math.max(left.score(), right.score());
        return Math.max(least, Math.min(most, score));
    }

    /** The first point beyond a value, or their number. */
    private static int above(List<ScalePoint> points, double value) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).value() <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static void requireEnds(double worst, double best) {
        Require.finite(worst, "worst");
        Require.finite(best, "best");
        if (worst == best) {
            throw Require.outside("best", "another than the worst", best);
        }
        Require.finite(best - worst, "best - worst");
    }

    static void requirePositive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw Require.outside(name, "in (0, Inf)", value);
        }
    }

    static void requireAscending(List<ScalePoint> points, int fewest) {
        if (points.size() < fewest) {
            throw new IllegalArgumentException("points must be at least " + fewest + ", but were " + points.size());
        }
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).value() > points.get(i - 1).value())) {
                throw Require.outside(
                        "value of point " + i,
                        "above " + points.get(i - 1).value(),
                        points.get(i).value());
            }
        }
        Require.finite(points.get(points.size() - 1).value() - points.get(0).value(), "range of the points");
    }

    static void requireRising(List<ScalePoint> points) {
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).score() >= points.get(i - 1).score())) {
                throw Require.outside(
                        "score of point " + i,
                        "at least " + points.get(i - 1).score(),
                        points.get(i).score());
            }
        }
    }
}
