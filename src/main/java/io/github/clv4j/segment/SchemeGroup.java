package io.github.clv4j.segment;

/**
 * Some customers of a {@link SchemeComparison}, added up. Immutable and thread-safe.
 *
 * @param customers how many there are
 * @param riskKnown the risk of how many of them is known
 * @param value the sum of their current and potential values
 * @param expectedLosses the sum of the known risks: how many leave, expected or, if the risks are outcomes, found
 * @param valueAtRisk the sum of value x risk over those whose risk is known
 */
public record SchemeGroup(int customers, int riskKnown, double value, double expectedLosses, double valueAtRisk) {

    static final SchemeGroup NOBODY = new SchemeGroup(0, 0, 0, 0, 0);

    /**
     * These customers and others, who must not be among them.
     *
     * @param other the other customers
     * @return both, added up
     */
    public SchemeGroup plus(SchemeGroup other) {
        return new SchemeGroup(
                customers + other.customers,
                riskKnown + other.riskKnown,
                value + other.value,
                expectedLosses + other.expectedLosses,
                valueAtRisk + other.valueAtRisk);
    }

    /**
     * The mean risk.
     *
     * @return the mean over those whose risk is known, in [0, 1]; NaN if it is of nobody
     */
    public double meanRisk() {
        return expectedLosses / riskKnown;
    }
}
