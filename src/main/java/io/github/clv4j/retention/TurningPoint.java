package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.OptionalDouble;

/**
 * Where a fitted curve of tenure turns, {@code -b1 / (2 b2)}: which way, whether anybody was seen there, and how sure it is.
 * Immutable and thread-safe.
 *
 * <p>The standard error is that of the delta method, {@code sqrt(g' V g)} for the covariance V of the coefficients and the
 * gradient {@code g = (-1 / (2 b2), b1 / (2 b2^2))}. It holds for many customers and a b2 well away from 0.
 *
 * @param value the number of activities, finite, of any sign
 * @param standardError the standard error, at least 0 and finite
 * @param kind {@link TurningKind#MAXIMUM} or {@link TurningKind#MINIMUM}
 * @param leastObserved the smallest number of activities of a customer of the fit
 * @param mostObserved the largest
 * @param degreesOfFreedom the residual degrees of freedom of the fit, at least 1
 */
public record TurningPoint(
        double value,
        double standardError,
        TurningKind kind,
        double leastObserved,
        double mostObserved,
        int degreesOfFreedom) {

    /**
     * Creates a turning point.
     *
     * @param value the number of activities, finite, of any sign
     * @param standardError the standard error, at least 0 and finite
     * @param kind {@link TurningKind#MAXIMUM} or {@link TurningKind#MINIMUM}
     * @param leastObserved the smallest number of activities of a customer of the fit
     * @param mostObserved the largest
     * @param degreesOfFreedom the residual degrees of freedom of the fit, at least 1
     * @throws IllegalArgumentException if a number is out of range (NaN included), or the kind is none
     */
    public TurningPoint {
        Require.finite(value, "turning point");
        TenureCurve.requireNotNegative(standardError, "standard error of the turning point");
        if (kind == TurningKind.NONE) {
            throw new IllegalArgumentException("kind must be MAXIMUM or MINIMUM, but was NONE");
        }
        if (!(degreesOfFreedom >= 1)) {
            throw Require.outside("degreesOfFreedom", "at least 1", degreesOfFreedom);
        }
    }

    /**
     * Whether it lies among the numbers of activities that were observed; elsewhere it is extrapolated.
     *
     * @return whether it is neither below the smallest nor above the largest
     */
    public boolean isInObservedRange() {
        return leastObserved <= value && value <= mostObserved;
    }

    /**
     * The whole number of activities after which tenure is longest.
     *
     * @return the whole number nearest to a maximum, at least 0, and the smaller of two equally near; empty for a minimum
     */
    public OptionalDouble bestWholeNumber() {
        return kind == TurningKind.MAXIMUM
                ? OptionalDouble.of(TenureCurve.nearestWhole(value))
                : OptionalDouble.empty();
    }

    /**
     * The confidence interval of the delta method, by Student's t with the residual degrees of freedom.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the estimate with its interval
     * @throws IllegalArgumentException if the level is out of range (NaN included)
     */
    public IntervalEstimate interval(double confidence) {
        double half = TailProbability.quantileOfT(confidence, degreesOfFreedom) * standardError;
        return new IntervalEstimate(value, value - half, value + half, confidence);
    }
}
