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

    /** {@code start} is the logarithm of the worst, {@code range} what that of the best is more. */
    static double logarithmic(double value, double start, double range) {
        if (value <= 0) {
            return range > 0 ? 0 : 1;
        }
        return clamp((StrictMath.log(value) - start) / range);
    }

    private static double clamp(double score) {
        return Math.max(0, Math.min(1, score));
    }

    static void requireEnds(double worst, double best) {
        Require.finite(worst, "worst");
        Require.finite(best, "best");
        if (worst == best) {
            throw Require.outside("best", "another than the worst", best);
        }
        Require.finite(best - worst, "best - worst");
    }

    static void requireAscending(List<ScalePoint> points, int fewest) {
        if (points.size() < fewest) {
            throw new IllegalArgumentException("points must be at least " + fewest + ", but were " + points.size());
        }
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).value() > points.get(i - 1).value())) {
                throw Require.outside(
                        "value of point " + (i + 1),
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
                        "score of point " + (i + 1),
                        "at least " + points.get(i - 1).score(),
                        points.get(i).score());
            }
        }
    }
}
