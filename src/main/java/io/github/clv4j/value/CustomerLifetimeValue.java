package io.github.clv4j.value;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.base.Mark;
import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.Annuity;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.timevalue.SurvivalCurve;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customer lifetime value as current value plus potential value.
 *
 * <pre>
 *   CCV = sum_{t=1..n} S(t) p / (1 + d)^t
 *   CPV = sum_j Prob_j Profit_j             (Profit_j a present value, or a profit per period treated as p is)
 *   CLV = CCV + CPV
 * </pre>
 *
 * for the profit p of the latest period in the caller's currency, the discount rate d of one period, the horizon of n
 * periods, and the services j the customer could still take. S is 1 unless a survival curve is given; payments fall at
 * the end of a period unless another timing is given.
 *
 * <p>Profits may be negative. A result that is not finite is an error, never a value.
 *
 * <p>The arithmetic is {@code p x a} with the {@linkplain Annuity annuity} a of one unit of profit, computed once when
 * the calculator is made. The static methods are the same formulas for callers whose annuity differs from customer to
 * customer; the columnar ones give the same bits as their scalar forms, and NaN where those throw.
 *
 * <p>Immutable and thread-safe.
 */
public final class CustomerLifetimeValue {

    private final Annuity annuity;
    private final Horizon horizon;
    private final @Nullable SurvivalCurve survival;
    private final double factor;

    private CustomerLifetimeValue(Annuity annuity, Horizon horizon, @Nullable SurvivalCurve survival) {
        this.annuity = annuity;
        this.horizon = horizon;
        this.survival = survival;
        this.factor = survival == null ? annuity.presentValue(horizon) : annuity.presentValue(horizon, survival);
    }

    /**
     * Lifetime value of customers who stay, with payments at the end of the period.
     *
     * @param rate the discount rate; its period is the period of the profits
     * @param horizon the expected lifetime in periods of the rate; unlimited only where the rate is above 0
     * @return the calculator
     * @throws IllegalArgumentException if the horizon has no finite value at this rate
     */
    public static CustomerLifetimeValue of(DiscountRate rate, Horizon horizon) {
        return new CustomerLifetimeValue(Annuity.of(rate, CashFlowTiming.END_OF_PERIOD), horizon, null);
    }

    /**
     * The same calculator with another timing of payments.
     *
     * @param timing when in its period a payment falls due
     * @return a new calculator
     */
    public CustomerLifetimeValue withTiming(CashFlowTiming timing) {
        return new CustomerLifetimeValue(Annuity.of(annuity.rate(), timing), horizon, survival);
    }

    /**
     * The same calculator with profits weighted by survival. Offers stated as present values are not weighted.
     *
     * @param curve the probability of still being a customer, its time in periods of the rate
     * @return a new calculator
     */
    public CustomerLifetimeValue withSurvival(SurvivalCurve curve) {
        return new CustomerLifetimeValue(annuity, horizon, curve);
    }

    /**
     * The same calculator with another horizon.
     *
     * @param other the expected lifetime in periods of the rate
     * @return a new calculator
     */
    public CustomerLifetimeValue withHorizon(Horizon other) {
        return new CustomerLifetimeValue(annuity, other, survival);
    }

    /**
     * What one unit of profit per period is worth over the horizon.
     *
     * @return the annuity factor, in [0, Inf)
     */
    public double annuity() {
        return factor;
    }

    /**
     * The lifetime value of one customer.
     *
     * @param profit the profit of the latest period, finite
     * @param offers the services the customer could still take
     * @return current and potential value
     * @throws IllegalArgumentException if the profit or a value is not finite
     */
    public LifetimeValue lifetimeValue(double profit, List<ServiceOffer> offers) {
        double potential = 0;
        for (ServiceOffer offer : offers) {
            potential += offerValue(offer);
        }
        return new LifetimeValue(currentValue(profit, factor), potential);
    }

    /**
     * The lifetime value of one customer.
     *
     * @param profit the profit of the latest period, finite
     * @param offers the services the customer could still take
     * @return current and potential value
     * @throws IllegalArgumentException if the profit or a value is not finite
     */
    public LifetimeValue lifetimeValue(double profit, ServiceOffer... offers) {
        return lifetimeValue(profit, List.of(offers));
    }

    /**
     * The lifetime value of one customer and where it comes from.
     *
     * @param profit the profit of the latest period, finite
     * @param offers the services the customer could still take
     * @return the value with its parts
     * @throws IllegalArgumentException if the profit or a value is not finite
     */
    public ValueExplanation explain(double profit, List<ServiceOffer> offers) {
        List<Contribution> services = new ArrayList<>();
        for (ServiceOffer offer : offers) {
            services.add(new Contribution(offer.name(), offerValue(offer)));
        }
        return new ValueExplanation(lifetimeValue(profit, offers), profit, factor, services);
    }

    private double offerValue(ServiceOffer offer) {
        double annuityOfBasis = offer.basis() == ProfitBasis.PER_PERIOD ? factor : 1;
        return offerValue(0, offer.probability(), offer.profit(), annuityOfBasis);
    }

    /**
     * The current value under a given annuity.
     *
     * @param profit the profit of the latest period, finite
     * @param annuity what one unit of profit per period is worth
     * @return profit x annuity
     * @throws IllegalArgumentException if the result is not finite
     */
    public static double currentValue(double profit, double annuity) {
        double value = product(profit, annuity);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("current value must be finite, but profit " + profit + " x annuity "
                    + annuity + " was " + profit * annuity);
        }
        return value;
    }

    /**
     * The columnar form of {@link #currentValue(double, double)}.
     *
     * @param profit the profit of each customer
     * @param annuity the annuity of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the current values at the same places
     */
    public static void currentValue(double[] profit, double[] annuity, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = product(profit[i], annuity[i]);
        }
    }

    /**
     * The columnar form of {@link #currentValue(double, double)} under one annuity for all.
     *
     * @param profit the profit of each customer
     * @param annuity what one unit of profit per period is worth
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the current values at the same places
     */
    public static void currentValue(double[] profit, double annuity, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = product(profit[i], annuity);
        }
    }

    /**
     * What one service adds to the potential value of one customer.
     *
     * @param held 1 if the customer has the service already, which then adds 0; else 0
     * @param probability the probability of taking it, in [0, 1]
     * @param profit the profit if taken, finite
     * @param annuity what one unit of profit per period is worth; 1 for a profit stated as a present value
     * @return (1 - held) x probability x profit x annuity
     * @throws IllegalArgumentException if held is neither 0 nor 1, the probability is outside [0, 1], or the result is
     *     not finite
     */
    public static double offerValue(double held, double probability, double profit, double annuity) {
        double value = offer(held, probability, profit, annuity);
        if (Double.isNaN(value)) {
            Require.zeroOrOne(held, "held");
            Require.probability(probability, "probability");
            throw new IllegalArgumentException(
                    "offer value must be finite, but profit was " + profit + " and annuity " + annuity);
        }
        return value;
    }

    /**
     * The columnar form of {@link #offerValue(double, double, double, double)}, added to a running sum.
     *
     * @param held 1 for the customers who have the service, 0 for the others
     * @param probability the probability of each customer
     * @param profit the profit of each customer
     * @param annuity the annuity of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param potential the sums to add to, at the same places
     */
    public static void addOfferValue(
            double[] held,
            double[] probability,
            double[] profit,
            double[] annuity,
            int from,
            int to,
            double[] potential) {
        for (int i = from; i < to; i++) {
            potential[i] += offer(held[i], probability[i], profit[i], annuity[i]);
        }
    }

    /**
     * The columnar form of {@link #offerValue(double, double, double, double)} for a service that nobody has yet and whose value if
     * taken is the same for all, added to a running sum.
     *
     * @param probability the probability of each customer
     * @param value the profit if taken, times what one unit of it is worth; NaN makes all sums NaN
     * @param from the first customer
     * @param to the customer after the last
     * @param potential the sums to add to, at the same places
     */
    public static void addOfferValue(double[] probability, double value, int from, int to, double[] potential) {
        for (int i = from; i < to; i++) {
            potential[i] = potential[i] + probability[i] * value + Mark.probability(probability[i]);
        }
    }

    /**
     * The same for two services, of which the first is added first: the sums are read and written once for both.
     *
     * @param probability the probability of each customer to take the first service
     * @param value the profit of the first service if taken, times what one unit of it is worth; NaN makes all sums NaN
     * @param probability2 the probability of each customer to take the second service
     * @param value2 the profit of the second service if taken, times what one unit of it is worth; NaN makes all sums NaN
     * @param from the first customer
     * @param to the customer after the last
     * @param potential the sums to add to, at the same places
     */
    public static void addOfferValues(
            double[] probability,
            double value,
            double[] probability2,
            double value2,
            int from,
            int to,
            double[] potential) {
        for (int i = from; i < to; i++) {
            potential[i] = potential[i] + probability[i] * value + probability2[i] * value2;
        }
        refuse(probability, probability2, from, to, potential);
    }

    /** In a loop of its own, as all together is too much for a compiler to make a vector loop of. */
    private static void refuse(double[] probability, double[] probability2, int from, int to, double[] potential) {
        for (int i = from; i < to; i++) {
            potential[i] += Mark.probabilities(probability[i], probability2[i]);
        }
    }

    /** NaN where the product is not finite. */
    private static double product(double profit, double annuity) {
        double value = profit * annuity;
        return value + Mark.finite(value);
    }

    private static double offer(double held, double probability, double profit, double annuity) {
        double missing = held == 0 ? 1 : held == 1 ? 0 : Double.NaN;
        double chance = probability >= 0 && probability <= 1 ? probability : Double.NaN;
        return missing * (chance * product(profit, annuity));
    }
}
