package io.github.clv4j.retention;

import io.github.clv4j.base.Require;

/**
 * An offer that makes customers less likely to leave, and what may be spent on one of them.
 *
 * <pre>
 *   P' = (1 - E) P
 *   break-even spend = E P V          gain = E P V - c
 * </pre>
 *
 * for the relative cut in churn E, in [-1, 1]; the churn probability P over a horizon, in [0, 1]; the value V of the
 * customer <em>if kept</em> over that horizon, in money; and the cost c of contacting one customer, paid for every
 * contact, whether or not it helps. V must not be a value already weighted by survival: churn would then count twice.
 *
 * <p>An effect of 0.2 turns a churn probability of 0.5 into 0.4. A negative effect, of customers better left alone, is
 * legal; {@code (1 - E) P} is then not held at 1, so the loss it gives can be too large, never too small. A negative
 * value is legal as well: keeping such a customer costs money.
 *
 * <p>In columns there is NaN where the scalar form throws.
 *
 * <p>Immutable and thread-safe.
 *
 * @param effect the relative cut in churn E, in [-1, 1]
 * @param cost the cost c of one contact, in the unit of the values, at least 0 and finite
 */
public record RetentionOffer(double effect, double cost) {

    /**
     * Creates an offer.
     *
     * @param effect the relative cut in churn E, in [-1, 1]
     * @param cost the cost c of one contact, at least 0 and finite
     * @throws IllegalArgumentException if a number is out of range (NaN included)
     */
    public RetentionOffer {
        requireEffect(effect);
        if (!isCost(cost)) {
            throw badCost(cost, "cost");
        }
    }

    /**
     * An offer.
     *
     * @param effect the relative cut in churn E, in [-1, 1]
     * @param cost the cost c of one contact, at least 0 and finite
     * @return the offer
     * @throws IllegalArgumentException if a number is out of range (NaN included)
     */
    public static RetentionOffer of(double effect, double cost) {
        return new RetentionOffer(effect, cost);
    }

    /**
     * The most that may be spent on a customer without losing by it.
     *
     * @param churn the churn probability P, in [0, 1]
     * @param value the value V if kept over the horizon of P, finite
     * @return {@code E P V}; below 0 where the offer does harm
     * @throws IllegalArgumentException if a number is out of range (NaN included)
     */
    public double breakEvenSpend(double churn, double value) {
        double spend = breakEvenSpend(effect, churn, value);
        if (Double.isNaN(spend)) {
            throw bad(churn, value, "");
        }
        return spend;
    }

    /**
     * What contacting a customer is expected to bring.
     *
     * @param churn the churn probability P, in [0, 1]
     * @param value the value V if kept over the horizon of P, finite
     * @return {@code E P V - c}
     * @throws IllegalArgumentException if a number is out of range (NaN included), or the gain is too large for a
     *     double
     */
    public double gain(double churn, double value) {
        double gain = gain(effect, churn, value, cost);
        if (Double.isNaN(gain)) {
            throw bad(churn, value, "");
        }
        return gain;
    }

    /**
     * The columnar form of {@link #breakEvenSpend(double, double)}: the same bits for every customer, and NaN where
     * that one throws.
     *
     * @param churn the churn probability of each customer
     * @param value the value of each customer, in the same order
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the spends at the same places
     */
    public void breakEvenSpend(double[] churn, double[] value, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = breakEvenSpend(effect, churn[i], value[i]);
        }
    }

    /**
     * The columnar form of {@link #gain(double, double)}: the same bits for every customer, and NaN where that one
     * throws.
     *
     * @param churn the churn probability of each customer
     * @param value the value of each customer, in the same order
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the gains at the same places
     */
    public void gain(double[] churn, double[] value, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = gain(effect, churn[i], value[i], cost);
        }
    }

    /** The gain, or NaN if P or V is out of range or the gain overflows. */
    static double gain(double effect, double churn, double value, double cost) {
        double gain = breakEvenSpend(effect, churn, value) - cost;
        return Double.isFinite(gain) ? gain : Double.NaN;
    }

    private static double breakEvenSpend(double effect, double churn, double value) {
        return churn >= 0 && churn <= 1 && Double.isFinite(value) ? effect * churn * value : Double.NaN;
    }

    static void requireEffect(double effect) {
        if (!(effect >= -1 && effect <= 1)) {
            throw Require.outside("effect", "in [-1, 1]", effect);
        }
    }

    static boolean isCost(double cost) {
        return cost >= 0 && cost < Double.POSITIVE_INFINITY;
    }

    static IllegalArgumentException badCost(double cost, String name) {
        return Require.outside(name, "in [0, Inf)", cost);
    }

    /** Why there is no gain. */
    static IllegalArgumentException bad(double churn, double value, String place) {
        Require.probability(churn, "churn" + place);
        Require.finite(value, "value" + place);
        return Require.outside("gain" + place, "finite", Double.NEGATIVE_INFINITY);
    }
}
