package io.github.clv4j.growth;

import io.github.clv4j.base.Require;
import java.util.Comparator;
import java.util.List;

/**
 * How strongly each {@link PerceptionPoint} acts on tenure and on ARPU, and which points to act on first:
 *
 * <pre>
 *   priority = leverage x (1 - score)
 * </pre>
 *
 * much leverage and much room for improvement. Of equal priority, the point that comes first in the source goes first. A
 * point whose score is not known has no priority: it is listed apart.
 *
 * <p>The order of the points is of the source. The default leverages, (8 - k) / 7 of point k on tenure and (k - 1) / 7 on
 * ARPU, and the priority are of clv4j: they turn that order into numbers and are not measured. Set your own where you have
 * measured them.
 *
 * <p>Immutable and thread-safe.
 */
public final class PerceptionLeverage {

    private static final PerceptionLeverage DEFAULTS =
            new PerceptionLeverage(defaults(GrowthDimension.TENURE), defaults(GrowthDimension.ARPU));

    /** By the number of the point less one. */
    private final double[] onTenure;

    private final double[] onArpu;

    private PerceptionLeverage(double[] onTenure, double[] onArpu) {
        this.onTenure = onTenure;
        this.onArpu = onArpu;
    }

    private static double[] defaults(GrowthDimension dimension) {
        return PerceptionPoint.all().stream()
                .mapToDouble(point -> point.defaultLeverage(dimension))
                .toArray();
    }

    /**
     * The default leverages.
     *
     * @return those of {@link PerceptionPoint#defaultLeverage}
     */
    public static PerceptionLeverage withDefaults() {
        return DEFAULTS;
    }

    /**
     * The same leverages but for one.
     *
     * @param point the point
     * @param dimension the dimension
     * @param leverage how strongly the point acts on the dimension, in [0, 1]
     * @return new leverages
     * @throws IllegalArgumentException if the leverage is outside [0, 1] (NaN included)
     */
    public PerceptionLeverage with(PerceptionPoint point, GrowthDimension dimension, double leverage) {
        double[] changed = of(dimension).clone();
        changed[point.number() - 1] = Require.probability(leverage, "leverage of " + point + " on " + dimension);
        return dimension == GrowthDimension.TENURE
                ? new PerceptionLeverage(changed, onArpu)
                : new PerceptionLeverage(onTenure, changed);
    }

    /**
     * The leverage of a point on a dimension.
     *
     * @param point the point
     * @param dimension the dimension
     * @return the leverage, in [0, 1]
     */
    public double of(PerceptionPoint point, GrowthDimension dimension) {
        return of(dimension)[point.number() - 1];
    }

    private double[] of(GrowthDimension dimension) {
        return dimension == GrowthDimension.TENURE ? onTenure : onArpu;
    }

    /**
     * Which points to act on to raise a dimension, the highest priority first.
     *
     * @param dimension the dimension, such as that of the path a customer should take first
     * @param scores the scores of a customer or the mean scores of a segment
     * @return the points whose score is known in their order, and the others apart
     */
    public PerceptionRanking rank(GrowthDimension dimension, PerceptionScores scores) {
        List<PerceptionPriority> ranked = PerceptionPoint.all().stream()
                .filter(scores::isKnown)
                .map(point -> PerceptionPriority.of(point, of(point, dimension), scores.of(point)))
                .sorted(Comparator.comparingDouble(PerceptionPriority::priority).reversed()) // stable
                .toList();
        List<PerceptionPoint> unknown = PerceptionPoint.all().stream()
                .filter(point -> !scores.isKnown(point))
                .toList();
        return new PerceptionRanking(dimension, ranked, unknown);
    }
}
