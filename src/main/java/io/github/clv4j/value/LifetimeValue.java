package io.github.clv4j.value;

import io.github.clv4j.base.Require;

/**
 * What a customer is worth, in the caller's currency. Immutable and thread-safe.
 *
 * @param current the current value (客户当前价值): today's profit continued over the horizon, finite
 * @param potential the potential value (客户潜在价值): what further services are expected to add, finite
 */
public record LifetimeValue(double current, double potential) {

    /**
     * Creates a value.
     *
     * @param current the current value (客户当前价值): today's profit continued over the horizon, finite
     * @param potential the potential value (客户潜在价值): what further services are expected to add, finite
     * @throws IllegalArgumentException if a part or the total is NaN or infinite
     */
    public LifetimeValue {
        Require.finite(current, "current value");
        Require.finite(potential, "potential value");
        Require.finite(current + potential, "lifetime value");
    }

    /**
     * The lifetime value (客户终身价值).
     *
     * @return current + potential
     */
    public double total() {
        return current + potential;
    }
}
