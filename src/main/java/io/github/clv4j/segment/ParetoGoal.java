package io.github.clv4j.segment;

import org.apache.commons.math3.util.BigReal;

/**
 * The sum at which a group of best customers holds a share of the total. Sums of doubles depend on the order in which they are
 * taken, so all here are exact: the cut depends on the values alone.
 */
final class ParetoGoal {

    /** Amounts that are rounded themselves, as tenths are, may fall short by less; then the share is reached. */
    private static final BigReal ALL_BUT_ROUNDING = new BigReal("0.999999999999");

    private ParetoGoal() {}

    /** The least sum that reaches a share of a total. */
    static BigReal of(BigReal total, double share) {
        return total.multiply(new BigReal(share)).multiply(ALL_BUT_ROUNDING);
    }
}
