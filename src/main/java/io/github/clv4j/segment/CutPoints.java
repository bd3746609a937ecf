package io.github.clv4j.segment;

import io.github.clv4j.base.Require;

/**
 * Where the three axes are cut. A value equal to its cut is high. Immutable and thread-safe.
 *
 * @param currentValue the cut of the current value, finite
 * @param potentialValue the cut of the potential value, finite
 * @param loyalty the cut of the loyalty, finite
 */
public record CutPoints(double currentValue, double potentialValue, double loyalty) {

    /**
     * Creates cut points.
     *
     * @param currentValue the cut of the current value, finite
     * @param potentialValue the cut of the potential value, finite
     * @param loyalty the cut of the loyalty, finite
     * @throws IllegalArgumentException if a cut is NaN or infinite
     */
    public CutPoints {
        Require.finite(currentValue, "cut of current value");
        Require.finite(potentialValue, "cut of potential value");
        Require.finite(loyalty, "cut of loyalty");
    }

    /**
     * Cut points.
     *
     * @param currentValue the cut of the current value, finite
     * @param potentialValue the cut of the potential value, finite
     * @param loyalty the cut of the loyalty, finite
     * @return the cut points
     */
    public static CutPoints of(double currentValue, double potentialValue, double loyalty) {
        return new CutPoints(currentValue, potentialValue, loyalty);
    }

    /**
     * The cut of one axis.
     *
     * @param axis the axis
     * @return its cut
     */
    public double of(Axis axis) {
        return switch (axis) {
            case CURRENT_VALUE -> currentValue;
            case POTENTIAL_VALUE -> potentialValue;
            case LOYALTY -> loyalty;
        };
    }
}
