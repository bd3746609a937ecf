package io.github.clv4j.timevalue;

import io.github.clv4j.base.Require;

/**
 * The present value of one unit of money paid every period.
 *
 * <pre>
 *   a(n) = sum_{t=1..n} (1 + d)^(lead - t) = (1 + d)^lead (1 - (1 + d)^-n) / d
 * </pre>
 *
 * for the discount rate {@code d > -1} of one period, the number of periods {@code n >= 0}, fractions allowed by the
 * closed form, and the lead of the {@link CashFlowTiming}: 0 at the end of the period, 0.5 in its middle, 1 at its start.
 *
 * <p>a(n) = n where d = 0, and a(0) = 0. An unlimited horizon has the value {@code (1 + d)^lead / d} where d &gt; 0 and
 * none otherwise.
 *
 * <p>The closed form is evaluated with {@code expm1} and {@code log1p}, so that small rates lose no digits.
 *
 * <p>Immutable and thread-safe.
 */
public final class Annuity {

    /** Past this many periods an unlimited survival-weighted sum is given up. */
    private static final int MAX_TERMS = 10_000_000;

    /** The part of a sum below which what is left out of it cannot be seen in a double. */
    private static final double NEGLIGIBLE = 0x1p-54;

    private final DiscountRate rate;
    private final CashFlowTiming timing;
    private final double logGrowth;
    private final double accumulation;

    private Annuity(DiscountRate rate, CashFlowTiming timing) {
        this.rate = rate;
        this.timing = timing;
        this.logGrowth = StrictMath.log1p(rate.rate());
        this.accumulation = timing.accumulation(rate.rate());
    }

    /**
     * An annuity of one unit of money a period.
     *
     * @param rate the discount rate; its period is the period of the payments
     * @param timing when in its period a payment falls due
     * @return the annuity
     */
    public static Annuity of(DiscountRate rate, CashFlowTiming timing) {
        return new Annuity(rate, timing);
    }

    /**
     * The discount rate.
     *
     * @return the rate, whose period is the period of the payments
     */
    public DiscountRate rate() {
        return rate;
    }

    /**
     * When in its period a payment falls due.
     *
     * @return the timing
     */
    public CashFlowTiming timing() {
        return timing;
    }

    /**
     * The present value a(n) of one unit a period.
     *
     * @param periods the number n of periods, in [0, Inf]; infinity only where the rate is above 0
     * @return the present value, in [0, Inf)
     * @throws IllegalArgumentException if the periods are negative or NaN, or the value is not finite
     */
    public double presentValue(double periods) {
        return checked(periods, factor(periods));
    }

    /**
     * The present value of one unit a period over a horizon.
     *
     * @param horizon the horizon; unlimited only where the rate is above 0
     * @return the present value, in [0, Inf)
     * @throws IllegalArgumentException if the value is not finite
     */
    public double presentValue(Horizon horizon) {
        return presentValue(horizon.periods());
    }

    /**
     * The columnar form of {@link #presentValue(double)}: the same bits for every customer, and NaN where that one
     * throws.
     *
     * @param periods the number of periods of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the present values at the same places
     */
    public void presentValue(double[] periods, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = factor(periods[i]);
        }
    }

    /**
     * The present value of one unit paid in every period in which the customer is still there,
     *
     * <pre>
     *   sum_{t=1..n} S(t - lead) (1 + d)^(lead - t)
     * </pre>
     *
     * with the part of a last, broken period weighted by S at the moment it is paid. S = 1 gives {@link
     * #presentValue(Horizon)} up to rounding. An unlimited sum ends when what is left out is below one part in 2^54.
     *
     * @param horizon the horizon; unlimited only where the rate is above 0
     * @param survival the survival curve in periods of this annuity's rate
     * @return the present value, in [0, Inf)
     * @throws IllegalArgumentException if the survival curve leaves [0, 1] or increases, or the value is not finite, or
     *     the sum, limited or not, is not over within ten million periods
     */
    public double presentValue(Horizon horizon, SurvivalCurve survival) {
        double periods = horizon.periods();
        double full = StrictMath.floor(periods);
        double unweighted = presentValue(periods);
        double sum = 0;
        double alive = 1;
        for (int t = 1; t <= full; t++) {
            alive = survival(survival, t - timing.lead(), alive);
            if (alive == 0) {
                return sum;
            }
            double payment = alive * accumulation * rate.discountFactor(t);
            sum += payment;
            if (horizon.isUnlimited() && payment / rate.rate() <= NEGLIGIBLE * sum) {
                return sum;
            }
            if (t == MAX_TERMS && t < full) {
                throw new IllegalArgumentException("horizon must be at most " + MAX_TERMS
                        + " periods with a survival curve that does not fall to 0, but was " + periods);
            }
        }
        if (full == periods) {
            return sum;
        }
        double paidAt = periods - timing.lead() * (periods - full);
        return sum + survival(survival, paidAt, alive) * (unweighted - presentValue(full));
    }

    private double factor(double periods) {
        double d = rate.rate();
        double value;
        if (!(periods >= 0)) {
            value = Double.NaN;
        } else if (periods == Double.POSITIVE_INFINITY) {
            value = d > 0 ? accumulation / d : Double.NaN;
        } else if (d == 0) {
            value = periods;
        } else {
            value = accumulation * (-StrictMath.expm1(-periods * logGrowth) / d) + 0.0; // a horizon of -0.0 is one of 0
        }
        return value >= 0 && value < Double.POSITIVE_INFINITY ? value : Double.NaN;
    }

    private double checked(double periods, double value) {
        if (value >= 0) {
            return value;
        }
        if (!(periods >= 0)) {
            throw Require.outside("horizon", "in [0, Inf]", periods);
        }
        throw Require.outside(
                "horizon", "in [0, Inf), with a finite value at a discountRate of " + rate.rate(), periods);
    }

    private static double survival(SurvivalCurve curve, double time, double before) {
        double now = curve.survivalProbability(time);
        if (now >= 0 && now <= before) {
            return now;
        }
        throw Require.outside("survivalProbability(" + time + ")", "in [0, " + before + "]", now);
    }
}
