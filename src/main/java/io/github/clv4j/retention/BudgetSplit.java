package io.github.clv4j.retention;

/**
 * The best split of a retention budget where parts of customers are allowed; see {@link RetentionBudget}. Immutable and
 * thread-safe.
 */
public final class BudgetSplit {

    private final int customers;

    /** The places of those worth contacting, ascending, and the share of each. */
    private final int[] worth;

    private final double[] shares;
    private final double spent;
    private final double gain;
    private final double marginalReturn;

    BudgetSplit(int customers, int[] worth, double[] shares, double spent, double gain, double marginalReturn) {
        this.customers = customers;
        this.worth = worth;
        this.shares = shares;
        this.spent = spent;
        this.gain = gain;
        this.marginalReturn = marginalReturn;
    }

    /**
     * How much of each customer is contacted: read as the probability of a contact, or as part of a group of such
     * customers.
     *
     * @return a copy, in [0, 1], in the order of the customers; all are 0 or 1 but one
     */
    public double[] shares() {
        double[] all = new double[customers];
        for (int k = 0; k < shares.length; k++) {
            all[worth[k]] = shares[k];
        }
        return all;
    }

    /**
     * What is spent.
     *
     * @return the plain sum of share times cost in the order of the customers, not above the budget
     */
    public double spent() {
        return spent;
    }

    /**
     * What the contacts are expected to bring, their cost paid.
     *
     * @return the sum of share times {@code E P V - c}, at least 0
     */
    public double gain() {
        return gain;
    }

    /**
     * How many customers are contacted.
     *
     * @return the number of shares above 0
     */
    public int customers() {
        int count = 0;
        for (double share : shares) {
            count += share > 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * What the next unit of money would bring, its own cost paid: the budget is worth raising while this is above what
     * the money earns elsewhere.
     *
     * @return {@code (E P V - c) / c} of the best customer not contacted in full; 0 if all worth contacting are
     */
    public double marginalReturn() {
        return marginalReturn;
    }

    /** The sums, for people. */
    @Override
    public String toString() {
        return "BudgetSplit[customers=" + customers() + ", spent=" + spent + ", gain=" + gain + ", marginalReturn="
                + marginalReturn + "]";
    }
}
