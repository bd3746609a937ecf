package io.github.clv4j.segment;

/**
 * Where a customer stands on one axis. Immutable and thread-safe.
 *
 * @param axis the axis
 * @param value the customer's value on it
 * @param cut the cut of the axis
 */
public record AxisPlacement(Axis axis, double value, double cut) {

    /**
     * Whether the value is high.
     *
     * @return true if the value is equal to the cut or above it
     */
    public boolean isHigh() {
        return value >= cut;
    }

    /**
     * How far the value is from the cut.
     *
     * @return value - cut, in the unit of the axis; negative below the cut
     */
    public double distance() {
        return value - cut;
    }
}
