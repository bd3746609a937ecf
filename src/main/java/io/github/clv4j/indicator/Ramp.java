package io.github.clv4j.indicator;

import io.github.clv4j.base.Mark;

/**
 * The weighted score of a linear scale, {@code w max(0, min(1, (x - worst) / range))}, as arithmetic that compilers make vector
 * loops of: comparisons and divisions are what keeps such a loop from running at the speed of memory.
 *
 * <p>The steps give the bits of that formula. The quotient is the product with the reciprocal and a correction by its
 * remainder, which a fused multiply-add has exactly (Markstein 1990). The ends are cut off with absolute values: {@code q - max(0,
 * q - 1)} and {@code (u + |u|) / 2} are exact, as long as the difference is, up to 2^53 ranges beyond an end. All of it is scaled
 * by 2^970, so that whatever lies further away, or is infinite or missing, overflows and leaves NaN. Such a value, and every value
 * of a scale too short or too long for the scaling, is computed by the formula itself.
 *
 * <p>Both shapes run the same steps, so they agree to the bit; with the plain quotient they do so but for scores below 1e-290 and
 * perhaps one mantissa in 10^15.
 */
final class Ramp {

    /** A score of 1, scaled. */
    private static final double ONE = 0x1p970;

    private static final double SHORTEST = 0x1p-50;
    private static final double LONGEST = 0x1p900;

    private final double weight;
    private final double worst;
    private final double range;
    private final double reciprocal;
    private final double negativeRange;
    private final double half;

    /**
     * @param weight the weight of the indicator, in [2^-52, 1]
     * @param worst the value that scores 0
     * @param range what the best value is more, finite and not 0
     */
    Ramp(double weight, double worst, double range) {
        double length = Math.abs(range);
        this.weight = weight;
        this.worst = worst;
        this.range = range;
        this.reciprocal = length >= SHORTEST && length <= LONGEST ? ONE / range : Double.NaN;
        this.negativeRange = -range / ONE;
        this.half = weight / (2 * ONE);
    }

    double weight() {
        return weight;
    }

    /** The points of a value; NaN where it is not a finite number within 2^53 ranges. */
    double knownPoints(double value) {
        return points(value, worst, reciprocal, negativeRange, half);
    }

    /** The points of a value that is not missing. */
    double points(double value) {
        double points = knownPoints(value);
        return Double.isNaN(points) ? weight * ScaleFormula.linear(value, worst, range) : points;
    }

    /** NaN for a value that is missing, infinite or so far beyond an end that the steps are not exact. */
    private static double points(double value, double worst, double reciprocal, double negativeRange, double half) {
        double above = value - worst;
        double product = above * reciprocal;
        double quotient = StrictMath.fma(StrictMath.fma(product, negativeRange, above), reciprocal, product);
        double excess = quotient - ONE;
        double capped = StrictMath.fma(-0.5, excess + Math.abs(excess), quotient);
        return half * (capped + Math.abs(capped));
    }

    /** Adds the points of a column, NaN for a value that is not a finite number within 2^53 ranges. */
    void add(double[] values, int from, int to, double[] points) {
        double worst = this.worst;
        double reciprocal = this.reciprocal;
        double negativeRange = this.negativeRange;
        double half = this.half;
        for (int i = from; i < to; i++) {
            points[i] += points(values[i], worst, reciprocal, negativeRange, half);
        }
    }

    /** Adds the points of two columns, first this one's: the sums are read and written once for both. */
    void add(double[] values, Ramp other, double[] others, int from, int to, double[] points) {
        double worst = this.worst;
        double reciprocal = this.reciprocal;
        double negativeRange = this.negativeRange;
        double half = this.half;
        double worst2 = other.worst;
        double reciprocal2 = other.reciprocal;
        double negativeRange2 = other.negativeRange;
        double half2 = other.half;
        for (int i = from; i < to; i++) {
            points[i] = points[i]
                    + points(values[i], worst, reciprocal, negativeRange, half)
                    + points(others[i], worst2, reciprocal2, negativeRange2, half2);
        }
    }

    /** Adds the points of a column of answers, NaN for one that is missing or outside the ends. */
    void addWithin(double lowest, double highest, double[] values, int from, int to, double[] points) {
        add(values, from, to, points);
        for (int i = from; i < to; i++) {
            points[i] += Mark.inside(values[i], lowest, highest);
        }
    }
}
