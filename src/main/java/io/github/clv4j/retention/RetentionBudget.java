package io.github.clv4j.retention;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import java.util.Arrays;

/**
 * The best use of a retention budget: whom to contact with an offer that cuts churn, so that the expected gain is
 * largest.
 *
 * <pre>
 *   maximise   sum_i x_i (E P_i V_i - c_i)
 *   subject to sum_i x_i c_i &lt;= amount,  0 &lt;= x_i &lt;= 1,  x_i = 0 unless E &gt; 0 and E P_i V_i - c_i &gt; 0
 * </pre>
 *
 * for the relative cut in churn E, in [-1, 1]; the churn probability P, in [0, 1]; the value V if kept over the horizon
 * of P (never one already weighted by survival, see {@link RetentionOffer}); and the cost c of a contact, at least 0.
 * Customers are ranked by what they bring for each unit of money, {@code (E P V - c) / c}, those at the same rank by
 * their place. A customer whose contact is free and brings something is always taken. Only gains count, and a negative
 * effect reaches nobody: that it would pay to drive away a customer of negative value is no reason to contact one.
 *
 * <p>{@link #split(double)} allows parts of customers and is the optimum: whole customers down the ranking, and a part
 * of the one at whom the money runs out. {@link #plan(double)} takes whole customers. The best plan is a knapsack
 * problem, and this one is a good plan, not always the best: it goes down the ranking, passes over whom the rest cannot
 * pay for, and takes the single most gainful customer first if that brings more. It reaches at least half of the best
 * gain, and in a large base where each cost is a small part of the budget nearly all of it; the gap to the split is
 * reported. Where all worth contacting cost the same, or all can be paid for, it is the best.
 *
 * <p>What is spent is the plain sum {@code x_0 c_0 + x_1 c_1 + ...} in the order of the customers, each product and
 * each sum rounded as doubles are, and that sum is never above the amount. Three times 0.1 is above 0.3 in this sum;
 * whole numbers, such as cents, are added exactly. By the same sum nobody worth contacting can be added to a plan
 * without exceeding the amount.
 *
 * <p>An empty base is legal, and nothing is spent on it: somebody who asks for each segment in turn will meet one that
 * nobody is in.
 *
 * <p>Algorithm: the rank at which the money runs out is found digit by digit, without sorting, in time proportional to
 * the number of customers (after E. Balas, E. Zemel, 1980, An algorithm for large zero-one knapsack problems,
 * Operations Research 28, who showed that the ranking need not be sorted). The optimum of parts is that of G. B.
 * Dantzig, 1957, Discrete-variable extremum problems, Operations Research 5.
 *
 * <p>Immutable and thread-safe.
 */
public final class RetentionBudget {

    private final int customers;

    /** The places of those worth contacting, ascending. The arrays below are of them only. */
    private final int[] worth;

    private final double[] cost;
    private final double[] gain;
    private final double[] rank;
    private final boolean equalCosts;

    private RetentionBudget(int customers, int[] worth, double[] cost, double[] gain) {
        this.customers = customers;
        this.worth = worth;
        this.cost = cost;
        this.gain = gain;
        this.equalCosts = isEqual(cost);
        this.rank = new double[gain.length];
        for (int k = 0; k < rank.length; k++) {
            rank[k] = rank(cost[k], gain[k]);
        }
    }

    /** Where all cost the same the gain ranks alike, without the rounding of a division. */
    private double rank(double itsCost, double itsGain) {
        if (itsCost == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return equalCosts ? itsGain : itsGain / itsCost;
    }

    /**
     * A base of customers with a cost of its own for each.
     *
     * @param churn the churn probability P of each customer, in [0, 1]
     * @param value the value V of each customer if kept over the horizon of P, finite, in the same order
     * @param cost the cost of contacting each customer, at least 0 and finite, in the same order and the unit of the
     *     values
     * @param effect the relative cut in churn E, in [-1, 1]
     * @return the base
     * @throws IllegalArgumentException if a number is out of range (NaN included), named by its place counted from 0;
     *     if the lengths differ; or if the gains are too large to be added up
     */
    public static RetentionBudget of(double[] churn, double[] value, double[] cost, double effect) {
        RetentionOffer.requireEffect(effect);
        Require.length(value.length, churn.length, "value");
        Require.length(cost.length, churn.length, "cost");
        int[] worth = new int[churn.length];
        double[] costs = new double[churn.length];
        double[] gains = new double[churn.length];
        int count = 0;
        for (int i = 0; i < churn.length; i++) {
            double gain = gain(churn, value, cost, effect, i);
            worth[count] = i;
            costs[count] = cost[i] + 0.0; // -0 is 0
            gains[count] = gain;
            count += effect > 0 && gain > 0 ? 1 : 0;
        }
        RetentionBudget budget = new RetentionBudget(
                churn.length, Arrays.copyOf(worth, count), Arrays.copyOf(costs, count), Arrays.copyOf(gains, count));
        budget.requireFiniteSums();
        return budget;
    }

    private static double gain(double[] churn, double[] value, double[] cost, double effect, int i) {
        if (!RetentionOffer.isCost(cost[i])) {
            throw RetentionOffer.badCost(cost[i], "cost[" + i + "]");
        }
        double gain = RetentionOffer.gain(effect, churn[i], value[i], cost[i]);
        if (Double.isNaN(gain)) {
            throw RetentionOffer.bad(churn[i], value[i], "[" + i + "]");
        }
        return gain;
    }

    /**
     * A base of customers with one cost for all.
     *
     * @param churn the churn probability P of each customer, in [0, 1]
     * @param value the value V of each customer if kept over the horizon of P, finite, in the same order
     * @param cost the cost of contacting one customer, at least 0 and finite, in the unit of the values
     * @param effect the relative cut in churn E, in [-1, 1]
     * @return the base
     * @throws IllegalArgumentException as {@link #of(double[], double[], double[], double)}
     */
    public static RetentionBudget of(double[] churn, double[] value, double cost, double effect) {
        double[] costs = new double[churn.length];
        Arrays.fill(costs, new RetentionOffer(effect, cost).cost());
        return of(churn, value, costs, effect);
    }

    /** Whatever is chosen, its gain and its cost are then finite as well: each is less than this sum. */
    private void requireFiniteSums() {
        double sum = 0;
        for (int k = 0; k < gain.length; k++) {
            sum += gain[k] + cost[k];
        }
        Require.finite(sum, "sum of E P V over those worth contacting");
    }

    /** Whether all costs above 0 are the same. */
    private static boolean isEqual(double[] cost) {
        double one = 0;
        for (double each : cost) {
            if (each > 0 && one > 0 && each != one) {
                return false;
            }
            one = Math.max(one, each);
        }
        return true;
    }

    /**
     * The best split of a budget where parts of customers are allowed, exact up to rounding.
     *
     * @param amount the budget, at least 0, in the unit of the costs; infinite for no limit
     * @return the split
     * @throws IllegalArgumentException if the amount is below 0 or NaN
     */
    public BudgetSplit split(double amount) {
        requireAmount(amount);
        double[] shares = new double[worth.length];
        Arrays.fill(shares, 1);
        if (!(spent(shares) <= amount)) {
            double cut = RankCut.of(rank, cost, all(), worth.length, amount);
            double above = shareAbove(shares, cut);
            shareTheRest(shares, cut, amount - above);
            shares = TakeBack.parts(shares, rank, cost, amount);
        }
        return new BudgetSplit(customers, worth, shares, spent(shares), gain(shares), marginalReturn(shares));
    }

    private int[] all() {
        int[] all = new int[worth.length];
        for (int k = 0; k < all.length; k++) {
            all[k] = k;
        }
        return all;
    }

    /** Everybody above the cut in full. */
    private double shareAbove(double[] shares, double cut) {
        double spent = 0;
        for (int k = 0; k < shares.length; k++) {
            double share = rank[k] > cut ? 1 : 0;
            shares[k] = share;
            spent += share * cost[k];
        }
        return spent;
    }

    /** Those on the cut in their order, until the money runs out within one of them. */
    private void shareTheRest(double[] shares, double cut, double rest) {
        double left = Math.max(rest, 0);
        for (int k = 0; k < shares.length; k++) {
            if (rank[k] == cut) {
                shares[k] = cost[k] <= left ? 1 : left / cost[k];
                left = cost[k] <= left ? left - cost[k] : 0;
            }
        }
    }

    private double spent(double[] shares) {
        return PlainSum.of(shares, cost);
    }

    private double gain(double[] shares) {
        double sum = 0;
        for (int from = 0; from < shares.length; from += BlockSum.BLOCK) {
            sum += gain(shares, from, Math.min(from + BlockSum.BLOCK, shares.length));
        }
        return sum;
    }

    private double gain(double[] shares, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += shares[k] * gain[k];
        }
        return sum;
    }

    private double marginalReturn(double[] shares) {
        double best = 0;
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] < 1) {
                best = Math.max(best, gain[k] / cost[k]);
            }
        }
        return best;
    }

    /**
     * A good choice of whole customers for a budget; the best one where all worth contacting cost the same or can be
     * paid for.
     *
     * @param amount the budget, at least 0, in the unit of the costs; infinite for no limit
     * @return the plan, with the split it is measured by
     * @throws IllegalArgumentException if the amount is below 0 or NaN
     */
    public BudgetPlan plan(double amount) {
        BudgetSplit split = split(amount);
        double[] all = new double[worth.length];
        Arrays.fill(all, 1);
        if (spent(all) <= amount) {
            return plan(all, split);
        }
        if (equalCosts) {
            return plan(best(affordable(amount)), split);
        }
        BudgetPlan greedy = plan(WholeCustomers.fill(rank, cost, -1, amount), split);
        int single = mostGainful(amount);
        if (single < 0 || gain[single] <= greedy.gain()) {
            return greedy;
        }
        BudgetPlan other = plan(WholeCustomers.fill(rank, cost, single, amount), split);
        return other.gain() > greedy.gain() ? other : greedy;
    }

    private BudgetPlan plan(double[] chosen, BudgetSplit split) {
        int[] places = new int[worth.length];
        int count = 0;
        for (int k = 0; k < chosen.length; k++) {
            places[count] = worth[k];
            count += chosen[k] > 0 ? 1 : 0;
        }
        return new BudgetPlan(Arrays.copyOf(places, count), spent(chosen), gain(chosen), split, equalCosts);
    }

    /** How many the budget pays for where all cost the same, counted as the costs are added up. */
    private int affordable(double amount) {
        int count = 0;
        double sum = 0;
        for (double each : cost) {
            sum += each;
            if (!(sum <= amount)) {
                return count;
            }
            count += each > 0 ? 1 : 0;
        }
        return count;
    }

    /** So many of the highest ranks, and whoever is free. */
    private double[] best(int count) {
        double[] heads = new double[cost.length];
        for (int k = 0; k < heads.length; k++) {
            heads[k] = cost[k] > 0 ? 1 : 0;
        }
        return WholeCustomers.fill(rank, heads, -1, count);
    }

    private int mostGainful(double amount) {
        int best = -1;
        for (int k = 0; k < gain.length; k++) {
            if (cost[k] > 0 && cost[k] <= amount && (best < 0 || gain[k] > gain[best])) {
                best = k;
            }
        }
        return best;
    }

    private static void requireAmount(double amount) {
        if (!(amount >= 0)) {
            throw Require.outside("amount", "at least 0", amount);
        }
    }

    /** The size of the base, for people. */
    @Override
    public String toString() {
        return "RetentionBudget[customers=" + customers + ", worthContacting=" + worth.length + "]";
    }
}
