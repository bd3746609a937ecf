package io.github.clv4j.testing;

import java.math.BigDecimal;
import java.math.MathContext;

/** Present values of one unit a period in decimal arithmetic of 50 digits, from the definition. */
public final class ExactAnnuity {

    /** 50 digits. */
    public static final MathContext DIGITS = new MathContext(50);

    private ExactAnnuity() {}

    /** One unit at the end of each of n periods, added term by term. */
    public static double sum(double rate, int periods) {
        return weightedSum(rate, 1, periods);
    }

    /** The closed form for a number of quarters of a period, its power by square roots; the rate is not 0. */
    public static double closedForm(double rate, int quarters) {
        BigDecimal power = growth(rate).pow(quarters, DIGITS).sqrt(DIGITS).sqrt(DIGITS);
        BigDecimal discount = BigDecimal.ONE.divide(power, DIGITS);
        return BigDecimal.ONE
                .subtract(discount, DIGITS)
                .divide(new BigDecimal(rate), DIGITS)
                .doubleValue();
    }

    /** The sum of the shares {@code weight^t} of one unit at the end of each of n periods, added term by term. */
    public static double weightedSum(double rate, double weight, int periods) {
        BigDecimal ratio = new BigDecimal(weight).divide(growth(rate), DIGITS);
        BigDecimal factor = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int t = 1; t <= periods; t++) {
            factor = factor.multiply(ratio, DIGITS);
            sum = sum.add(factor, DIGITS);
        }
        return sum.doubleValue();
    }

    private static BigDecimal growth(double rate) {
        return BigDecimal.ONE.add(new BigDecimal(rate));
    }
}
