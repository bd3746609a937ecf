package io.github.clv4j.growth;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.Annuity;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * Which path a customer should take first, and what the step is worth.
 *
 * <pre>
 *   ARPU step   = margin (cut - ARPU) a(n)
 *   tenure step = p (a(n + cut - tenure) - a(n)) = p (1 + d)^-n a(cut - tenure)
 * </pre>
 *
 * for the ARPU and the profit p of one period, the n periods the customer is expected to remain, the {@linkplain Annuity
 * annuity} a at the discount rate d of one period, and the {@linkplain TierCuts cuts}. Tenure, n and the cut of tenure are in
 * periods of the rate; p is margin x ARPU unless given. The first form pays the gap in ARPU from now on for as long as the
 * customer remains; the second keeps the customer for the missing periods beyond those expected anyhow. The second is computed
 * by its last expression, which is the same number and loses no digits where n is large. Each is what the step adds to the
 * current value {@code p a(n)}.
 *
 * <p>Of two open steps the larger goes first, that by ARPU where both are worth the same. A step that is worth nothing or less
 * is never advised, but its worth is told as it is: a negative margin makes an ARPU step lose money, a negative profit a
 * tenure step. A negative ARPU (more paid back than paid) only makes the gap wider. Over an unlimited horizon a tenure step is
 * worth 0: a customer who never leaves cannot be kept longer.
 *
 * <p>These formulas are of clv4j; the 8-2-4-1 model they serve has none in its source.
 *
 * <p>Numbers must be finite and a tenure not negative. What cannot be computed is an error for one customer and no tier, no
 * path and NaN in columns.
 *
 * <p>Immutable and thread-safe.
 */
public final class GrowthModel {

    /** What the columnar form writes for a customer without a path to take. */
    public static final byte NO_PATH = -1;

    private final Annuity annuity;
    private final Horizon horizon;
    private final TierCuts cuts;
    private final double margin;

    private GrowthModel(Annuity annuity, Horizon horizon, TierCuts cuts, double margin) {
        annuity.presentValue(horizon); // refuses an unlimited horizon without a value
        this.annuity = annuity;
        this.horizon = horizon;
        this.cuts = cuts;
        this.margin = Require.finite(margin, "margin");
    }

    /**
     * A model with payments at the end of the period.
     *
     * @param rate the discount rate; its period is that of ARPU, profit, tenure and horizon
     * @param horizon how long a customer is expected to remain, where nothing is said of each; unlimited only where the rate
     *     is above 0
     * @param cuts the cuts of tenure and ARPU
     * @param margin the profit in one unit of revenue (0.3 is 30 %), finite; 1 if ARPU is itself a profit
     * @return the model
     * @throws IllegalArgumentException if the horizon has no finite value at this rate, or the margin is not finite
     */
    public static GrowthModel of(DiscountRate rate, Horizon horizon, TierCuts cuts, double margin) {
        return new GrowthModel(Annuity.of(rate, CashFlowTiming.END_OF_PERIOD), horizon, cuts, margin);
    }

    /**
     * The same model with another timing of payments.
     *
     * @param timing when in its period a payment falls due
     * @return a new model
     */
    public GrowthModel withTiming(CashFlowTiming timing) {
        return new GrowthModel(Annuity.of(annuity.rate(), timing), horizon, cuts, margin);
    }

    /**
     * The same model with another horizon.
     *
     * @param other how long a customer is expected to remain, where nothing is said of each
     * @return a new model
     * @throws IllegalArgumentException if the horizon has no finite value at the rate of the model
     */
    public GrowthModel withHorizon(Horizon other) {
        return new GrowthModel(annuity, other, cuts, margin);
    }

    /**
     * The same model with another margin.
     *
     * @param other the profit in one unit of revenue, finite
     * @return a new model
     * @throws IllegalArgumentException if the margin is not finite
     */
    public GrowthModel withMargin(double other) {
        return new GrowthModel(annuity, horizon, cuts, other);
    }

    /**
     * How long a customer is expected to remain, where nothing is said of each.
     *
     * @return the horizon, in periods of the rate
     */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * The cuts.
     *
     * @return the cuts of tenure and ARPU
     */
    public TierCuts cuts() {
        return cuts;
    }

    /**
     * The profit in one unit of revenue.
     *
     * @return the margin, finite
     */
    public double margin() {
        return margin;
    }

    /**
     * Where a customer stands and what to raise first, with the profit margin x ARPU and the horizon of the model.
     *
     * @param tenure the tenure so far, in periods, in [0, Inf)
     * @param arpu the ARPU, in money per period, finite
     * @return the advice
     * @throws IllegalArgumentException if a number is out of range (NaN included), or a worth is not finite
     */
    public GrowthAdvice advise(double tenure, double arpu) {
        return advise(tenure, arpu, margin * arpu, horizon.periods());
    }

    /**
     * Where a customer stands and what to raise first.
     *
     * @param tenure the tenure so far, in periods, in [0, Inf)
     * @param arpu the ARPU, in money per period, finite
     * @param profit the profit p, in money per period, finite
     * @param periods how many periods n the customer is expected to remain, in [0, Inf]; infinity only where the discount rate
     *     is above 0
     * @return the advice
     * @throws IllegalArgumentException if a number is out of range (NaN included), or a worth is not finite
     */
    public GrowthAdvice advise(double tenure, double arpu, double profit, double periods) {
        CustomerState customer = new CustomerState(tenure, arpu, profit, periods);
        Evaluation evaluation = evaluate(customer);
        if (!evaluation.isValid()) {
            throw refusal(customer);
        }
        return evaluation.advice();
    }

    /**
     * The columnar form of {@link #advise(double, double)}: {@link TierCuts#NO_TIER}, {@link #NO_PATH} and NaN where that one
     * throws.
     *
     * @param tenure the tenure of each customer
     * @param arpu the ARPU of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param tiers receives the {@linkplain ValueTier#index() indices} of the tiers at the same places
     * @param paths receives the {@linkplain GrowthPath#index() indices} of the paths to take first, {@link #NO_PATH} where
     *     there is none
     * @param worth receives what those paths are worth, 0 where there is none
     */
    public void advise(double[] tenure, double[] arpu, int from, int to, byte[] tiers, byte[] paths, double[] worth) {
        for (int i = from; i < to; i++) {
            write(new CustomerState(tenure[i], arpu[i], margin * arpu[i], horizon.periods()), i, tiers, paths, worth);
        }
    }

    /**
     * The columnar form of {@link #advise(double, double, double, double)}: {@link TierCuts#NO_TIER}, {@link #NO_PATH} and
     * NaN where that one throws.
     *
     * @param tenure the tenure of each customer
     * @param arpu the ARPU of each customer
     * @param profit the profit per period of each customer
     * @param periods how many periods each customer is expected to remain
     * @param from the first customer
     * @param to the customer after the last
     * @param tiers receives the {@linkplain ValueTier#index() indices} of the tiers at the same places
     * @param paths receives the {@linkplain GrowthPath#index() indices} of the paths to take first, {@link #NO_PATH} where
     *     there is none
     * @param worth receives what those paths are worth, 0 where there is none
     */
    public void advise(
            double[] tenure,
            double[] arpu,
            double[] profit,
            double[] periods,
            int from,
            int to,
            byte[] tiers,
            byte[] paths,
            double[] worth) {
        for (int i = from; i < to; i++) {
            write(new CustomerState(tenure[i], arpu[i], profit[i], periods[i]), i, tiers, paths, worth);
        }
    }

    private void write(CustomerState customer, int place, byte[] tiers, byte[] paths, double[] worth) {
        Evaluation evaluation = evaluate(customer);
        tiers[place] = evaluation.tier();
        paths[place] = evaluation.path();
        worth[place] = evaluation.worth();
    }

    /**
     * The structure of a base of customers: how many stand in each tier, what they are worth, and what their paths are.
     *
     * @param customers the customers
     * @return the portfolio
     */
    public TierPortfolio portfolio(GrowthCustomers customers) {
        return improve(customers, Improvement.none()).now();
    }

    /**
     * The structure of a base of customers now and after an improvement.
     *
     * @param customers the customers
     * @param improvement what is assumed to be achieved
     * @return both portfolios, and who has moved where
     */
    public PortfolioChange improve(GrowthCustomers customers, Improvement improvement) {
        return PortfolioScan.of(this, customers, improvement);
    }

    Evaluation evaluate(CustomerState customer) {
        double annuityNow = annuityOf(customer.periods());
        double value = GrowthStep.product(customer.profit(), annuityNow);
        double arpuGap = Math.max(0, cuts.arpu() - customer.arpu());
        double arpuProfit = margin * arpuGap;
        double tenureGap = Math.max(0, cuts.tenure() - customer.tenure());
        double extension = annuity.rate().discountFactor(customer.periods()) * annuityOf(tenureGap);
        boolean known = Double.isFinite(value)
                && Double.isFinite(GrowthStep.product(arpuProfit, annuityNow))
                && Double.isFinite(GrowthStep.product(customer.profit(), extension));
        byte tier = known ? cuts.index(customer.tenure(), customer.arpu()) : TierCuts.NO_TIER;
        return new Evaluation(tier, value, arpuGap, arpuProfit, annuityNow, tenureGap, customer.profit(), extension);
    }

    /** The annuity, or NaN where it has no value, which its columnar form tells without an exception. */
    private double annuityOf(double periods) {
        double[] cell = {periods};
        annuity.presentValue(cell, 0, 1, cell);
        return cell[0];
    }

    /** Why a customer cannot be evaluated. */
    private IllegalArgumentException refusal(CustomerState customer) {
        cuts.tier(customer.tenure(), customer.arpu());
        Require.finite(customer.profit(), "profit");
        annuity.presentValue(customer.periods());
        return new IllegalArgumentException("worth of a customer and of each step must be finite, but was not for "
                + "tenure " + customer.tenure() + ", ARPU " + customer.arpu() + ", profit " + customer.profit()
                + " and periods " + customer.periods());
    }
}
