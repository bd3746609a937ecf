package io.github.clv4j.segment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The sum at which a group of best customers holds a share of the total. Sums of doubles depend on the order in which they are
 * taken, so all here are exact, in units of {@link Double#MIN_VALUE}: the cut depends on the values alone.
 */
final class ParetoGoal {

    /** Amounts that are rounded themselves, as tenths are, may fall short by less; then the share is reached. */
    private static final BigDecimal ALL_BUT_ROUNDING = BigDecimal.ONE.subtract(BigDecimal.ONE.movePointLeft(12));

    private ParetoGoal() {}

    /** The least sum that reaches a share of a total. */
    static BigInteger of(BigInteger total, double share) {
        return new BigDecimal(total)
                .multiply(new BigDecimal(share))
                .multiply(ALL_BUT_ROUNDING)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
    }
}
