package io.github.clv4j.retention;

/** Whom to contact with a retention budget; see {@link RetentionBudget}. Immutable and thread-safe. */
public final class BudgetPlan {

    private final int[] chosen;
    private final double spent;
    private final double gain;
    private final BudgetSplit split;
    private final boolean proved;

    BudgetPlan(int[] chosen, double spent, double gain, BudgetSplit split, boolean proved) {
        this.chosen = chosen;
        this.spent = spent;
        this.gain = gain;
        this.split = split;
        this.proved = proved;
    }

    /**
     * The customers to contact.
     *
     * @return a copy: their places in the order of the customers, counted from 0, ascending
     */
    public int[] chosen() {
        return chosen.clone();
    }

    /**
     * How many customers to contact.
     *
     * @return the number of those chosen
     */
    public int customers() {
        return chosen.length;
    }

    /**
     * What is spent.
     *
     * @return the plain sum of the costs of those chosen in the order of the customers, not above the budget
     */
    public double spent() {
        return spent;
    }

    /**
     * What the contacts are expected to bring, their cost paid.
     *
     * @return the sum of {@code E P V - c} over those chosen, at least 0
     */
    public double gain() {
        return gain;
    }

    /**
     * The best split of the same budget where parts of customers are allowed.
     *
     * @return what {@link RetentionBudget#split(double)} gives
     */
    public BudgetSplit split() {
        return split;
    }

    /**
     * What no plan for this budget exceeds, up to rounding: the gain of {@link #split()}.
     *
     * @return the bound
     */
    public double bound() {
        return split.gain();
    }

    /**
     * How much a better plan could bring at most.
     *
     * @return {@code bound - gain}, and 0 where rounding would make it negative
     */
    public double gap() {
        return Math.max(0, bound() - gain);
    }

    /**
     * Whether no plan is better: the gap is 0, as it is where all worth contacting can be paid for, or they all cost
     * the same.
     *
     * @return true if it is known to be the best; false if it may not be
     */
    public boolean isOptimal() {
        return proved || gap() == 0;
    }

    /** The sums, for people. */
    @Override
    public String toString() {
        return "BudgetPlan[customers=" + chosen.length + ", spent=" + spent + ", gain=" + gain + ", gap=" + gap()
                + ", optimal=" + isOptimal() + "]";
    }
}
