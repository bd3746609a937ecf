package io.github.clv4j.growth;

import io.github.clv4j.base.Require;
import org.jspecify.annotations.Nullable;

/**
 * A base of customers in columns: tenure and ARPU of each, and the profit and the expected remaining periods where they are
 * known of each. Without them a {@link GrowthModel} takes the profit margin x ARPU and its own horizon. What the columns hold
 * is checked by the model, customer by customer.
 *
 * <p>Immutable and thread-safe.
 */
public final class GrowthCustomers {

    private final double[] tenure;
    private final double[] arpu;
    private final double @Nullable [] profit;
    private final double @Nullable [] periods;

    private GrowthCustomers(double[] tenure, double[] arpu, double @Nullable [] profit, double @Nullable [] periods) {
        this.tenure = tenure;
        this.arpu = arpu;
        this.profit = profit;
        this.periods = periods;
    }

    /**
     * Customers by tenure and ARPU.
     *
     * @param tenure the tenure so far of each customer, in periods; copied
     * @param arpu the ARPU of each customer, in money per period, in the same order; copied
     * @return the customers
     * @throws IllegalArgumentException if the lengths differ
     */
    public static GrowthCustomers of(double[] tenure, double[] arpu) {
        Require.length(arpu.length, tenure.length, "ARPU");
        return new GrowthCustomers(tenure.clone(), arpu.clone(), null, null);
    }

    /**
     * The same customers with a profit of each.
     *
     * @param column the profit of each customer, in money per period, in the order of the tenures; copied
     * @return new customers
     * @throws IllegalArgumentException if the length is another
     */
    public GrowthCustomers withProfit(double[] column) {
        Require.length(column.length, size(), "profit");
        return new GrowthCustomers(tenure, arpu, column.clone(), periods);
    }

    /**
     * The same customers with a horizon of each.
     *
     * @param column how many periods each customer is expected to remain, in the order of the tenures; copied
     * @return new customers
     * @throws IllegalArgumentException if the length is another
     */
    public GrowthCustomers withPeriods(double[] column) {
        Require.length(column.length, size(), "periods");
        return new GrowthCustomers(tenure, arpu, profit, column.clone());
    }

    /**
     * How many customers there are.
     *
     * @return the number, at least 0
     */
    public int size() {
        return tenure.length;
    }

    CustomerState state(int i, GrowthModel model) {
        return new CustomerState(
                tenure[i],
                arpu[i],
                profit == null ? model.margin() * arpu[i] : profit[i],
                periods == null ? model.horizon().periods() : periods[i]);
    }
}
