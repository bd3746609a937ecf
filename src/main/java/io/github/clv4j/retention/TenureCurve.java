package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.OptionalDouble;

/**
 * How tenure changes with the number n of retention activities, by known coefficients: {@code b1 n + b2 n^2} months, less
 * whatever does not depend on n.
 *
 * <pre>
 *   turning point  = -b1 / (2 b2)          a maximum where b2 is negative, a minimum where it is positive
 *   gain of next   = b1 + b2 (2 n + 1)     the change from n to n + 1
 * </pre>
 *
 * <p>It is association, not effect: those who stay longer are offered more.
 *
 * <p>Source: the tenure regression of the fifth source prints the curve 2.6680 n - 0.3709 n^2.
 *
 * <p>Immutable and thread-safe.
 *
 * @param linear the coefficient b1 of n, in months for an activity, finite
 * @param quadratic the coefficient b2 of n^2, finite; 0 for a straight line
 */
public record TenureCurve(double linear, double quadratic) {

    /**
     * Creates a curve.
     *
     * @param linear the coefficient b1 of n, in months for an activity, finite
     * @param quadratic the coefficient b2 of n^2, finite; 0 for a straight line
     * @throws IllegalArgumentException if a coefficient is not finite
     */
    public TenureCurve {
        Require.finite(linear, "linear");
        Require.finite(quadratic, "quadratic");
    }

    /**
     * A curve of known coefficients.
     *
     * @param linear the coefficient b1 of n, in months for an activity, finite
     * @param quadratic the coefficient b2 of n^2, finite; 0 for a straight line
     * @return the curve
     * @throws IllegalArgumentException if a coefficient is not finite
     */
    public static TenureCurve of(double linear, double quadratic) {
        return new TenureCurve(linear, quadratic);
    }

    /**
     * What the curve does where it turns.
     *
     * @return the kind, by the sign of b2
     */
    public TurningKind kind() {
        return TurningKind.of(quadratic);
    }

    /**
     * Where the curve turns.
     *
     * @return the number of activities, of any sign; empty for a straight line, or one that turns too far out for a double
     */
    public OptionalDouble turningPoint() {
        double vertex = -linear / (2 * quadratic) + 0.0;
        return Double.isFinite(vertex) ? OptionalDouble.of(vertex) : OptionalDouble.empty();
    }

    /**
     * The whole number of activities after which tenure is longest.
     *
     * @return the whole number nearest to a maximum, at least 0, and the smaller of two equally near; empty where the curve has
     *     no maximum
     */
    public OptionalDouble bestWholeNumber() {
        OptionalDouble vertex = turningPoint();
        return kind() == TurningKind.MAXIMUM && vertex.isPresent()
                ? OptionalDouble.of(nearestWhole(vertex.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Half way between two the smaller serves as well and costs less. */
    static double nearestWhole(double maximum) {
        return Math.max(0, Math.ceil(maximum - 0.5));
    }

    /**
     * What one more activity goes with.
     *
     * @param activities the number n of activities so far, in [0, Inf)
     * @return the tenure at n + 1 less that at n, in months
     * @throws IllegalArgumentException if the number is out of range (NaN included)
     */
    public double gainOfNext(double activities) {
        return gain(linear, quadratic, requireNotNegative(activities, "activities"));
    }

    static double gain(double linear, double quadratic, double activities) {
        return linear + quadratic * (2 * activities + 1);
    }

    static double requireNotNegative(double activities, String name) {
        if (activities >= 0 && activities < Double.POSITIVE_INFINITY) {
            return activities;
        }
        throw Require.outside(name, "in [0, Inf)", activities);
    }
}
