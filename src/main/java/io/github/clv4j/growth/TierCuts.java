package io.github.clv4j.growth;

import io.github.clv4j.base.Require;

/**
 * Where tenure and ARPU are cut into the four {@link ValueTier}s: equal to the cut is long, and equal to the cut is high.
 *
 * <p>The source gives no cuts; take your own, or those of a rule such as the median of the base at hand.
 *
 * <p>Immutable and thread-safe.
 *
 * @param tenure the least tenure that is long, in periods, in [0, Inf)
 * @param arpu the least ARPU that is high, in money per period, finite
 */
public record TierCuts(double tenure, double arpu) {

    /** What the columnar form writes for a customer without a tier. */
    public static final byte NO_TIER = -1;

    /**
     * Creates cuts.
     *
     * @param tenure the least tenure that is long, in periods, in [0, Inf)
     * @param arpu the least ARPU that is high, in money per period, finite
     * @throws IllegalArgumentException if a cut is out of range (NaN included)
     */
    public TierCuts {
        requireNotNegative(tenure, "cut of tenure");
        Require.finite(arpu, "cut of ARPU");
    }

    /**
     * Cuts.
     *
     * @param tenure the least tenure that is long, in periods, in [0, Inf)
     * @param arpu the least ARPU that is high, in money per period, finite
     * @return the cuts
     * @throws IllegalArgumentException if a cut is out of range (NaN included)
     */
    public static TierCuts of(double tenure, double arpu) {
        return new TierCuts(tenure, arpu);
    }

    /**
     * The tier of a customer.
     *
     * @param customerTenure the tenure so far, in periods, in [0, Inf)
     * @param customerArpu the ARPU, in money per period, finite; negative where more was paid back than paid
     * @return the tier
     * @throws IllegalArgumentException if a value is out of range (NaN included)
     */
    public ValueTier tier(double customerTenure, double customerArpu) {
        byte index = index(customerTenure, customerArpu);
        if (index == NO_TIER) {
            requireNotNegative(customerTenure, "tenure");
            Require.finite(customerArpu, "ARPU");
        }
        return ValueTier.all().get(index);
    }

    /**
     * The columnar form of {@link #tier(double, double)}: {@link #NO_TIER} where that one throws.
     *
     * @param customerTenure the tenure of each customer
     * @param customerArpu the ARPU of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the {@linkplain ValueTier#index() indices} of the tiers at the same places
     */
    public void tier(double[] customerTenure, double[] customerArpu, int from, int to, byte[] out) {
        for (int i = from; i < to; i++) {
            out[i] = index(customerTenure[i], customerArpu[i]);
        }
    }

    byte index(double customerTenure, double customerArpu) {
        if (!(customerTenure >= 0 && customerTenure < Double.POSITIVE_INFINITY && Double.isFinite(customerArpu))) {
            return NO_TIER;
        }
        return ValueTier.of(customerTenure >= tenure, customerArpu >= arpu).index();
    }

    static double requireNotNegative(double value, String name) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw Require.outside(name, "in [0, Inf)", value);
    }
}
