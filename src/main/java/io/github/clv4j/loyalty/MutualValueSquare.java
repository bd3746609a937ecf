package io.github.clv4j.loyalty;

import io.github.clv4j.base.Require;

/**
 * Tells the {@link MutualValue} of a relationship from what the firm gets and what the customer perceives: each side
 * gains where its value is equal to its cut or above it.
 *
 * <p>What the firm gets can be a lifetime value, in money; what the customer perceives, an answer or an index of
 * perceived value or satisfaction. Each cut is in the unit of its value. A missing value (NaN) has no place.
 *
 * <p>Immutable and thread-safe.
 *
 * @param firmCut the least value for the firm that counts as a gain, finite
 * @param customerCut the least perceived value that counts as a gain, finite
 */
public record MutualValueSquare(double firmCut, double customerCut) {

    /**
     * Creates a square.
     *
     * @param firmCut the least value for the firm that counts as a gain, finite
     * @param customerCut the least perceived value that counts as a gain, finite
     * @throws IllegalArgumentException if a cut is NaN or infinite
     */
    public MutualValueSquare {
        Require.finite(firmCut, "cut of firm value");
        Require.finite(customerCut, "cut of perceived value");
    }

    /**
     * Who gains from a relationship.
     *
     * @param firmValue what the firm gets, finite; may be negative
     * @param perceivedValue what the customer perceives, finite; more is better
     * @return the place in the square
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public MutualValue place(double firmValue, double perceivedValue) {
        boolean firmGains = Require.finite(firmValue, "firm value") >= firmCut;
        boolean customerGains = Require.finite(perceivedValue, "perceived value") >= customerCut;
        if (firmGains) {
            return customerGains ? MutualValue.BOTH : MutualValue.FIRM_ONLY;
        }
        return customerGains ? MutualValue.CUSTOMER_ONLY : MutualValue.NEITHER;
    }
}
