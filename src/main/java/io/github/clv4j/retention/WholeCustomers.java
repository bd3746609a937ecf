package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * Chooses whole customers down a ranking, passing over whom the rest of the money cannot pay for. The ranking is not
 * sorted: it is gone down to the first who cannot be paid for, and then again among those the rest can pay for, who are
 * soon few. Helper of {@link RetentionBudget}; for one thread.
 */
final class WholeCustomers {

    /** How often the ranking is gone down at most; the rest commonly halves each time. */
    private static final int ROUNDS = 50;

    private final double[] rank;
    private final double[] cost;
    private final double[] chosen;

    private WholeCustomers(double[] rank, double[] cost) {
        this.rank = rank;
        this.cost = cost;
        this.chosen = new double[rank.length];
    }

    /**
     * Those chosen.
     *
     * @param rank the rank of every customer, infinite for those without cost
     * @param cost the cost of every customer
     * @param first the place of one to be chosen in any case and affordable, or -1
     * @param amount the money, at least 0
     * @return for every customer 1 if chosen, else 0; the costs of those chosen, added in their order, are not above
     *     the amount
     */
    static double[] fill(double[] rank, double[] cost, int first, double amount) {
        WholeCustomers customers = new WholeCustomers(rank, cost);
        if (first >= 0) {
            customers.chosen[first] = 1;
        }
        customers.goDown(amount - (first >= 0 ? cost[first] : 0));
        customers.trim(amount);
        return customers.chosen;
    }

    private void goDown(double money) {
        int[] open = new int[rank.length];
        Arrays.setAll(open, k -> k);
        double rest = money;
        int count = affordable(open, open.length, rest);
        for (int round = 0; round < ROUNDS && count > 0; round++) {
            rest = take(open, count, rest);
            count = affordable(open, count, rest);
        }
    }

    /** Moves those still to be had to the front, and counts them. */
    private int affordable(int[] open, int count, double rest) {
        int kept = 0;
        for (int j = 0; j < count; j++) {
            int k = open[j];
            open[kept] = k;
            kept += chosen[k] == 0 && cost[k] <= rest ? 1 : 0;
        }
        return kept;
    }

    /** Chooses down to the first who cannot be paid for: at least one, for each alone can be. */
    private double take(int[] open, int count, double money) {
        double cut = RankCut.of(rank, cost, open, count, money);
        double rest = money;
        for (int j = 0; j < count; j++) {
            if (rank[open[j]] > cut) {
                chosen[open[j]] = 1;
                rest -= cost[open[j]];
            }
        }
        for (int j = 0; j < count; j++) {
            if (rank[open[j]] == cut && cost[open[j]] <= rest) {
                chosen[open[j]] = 1;
                rest -= cost[open[j]];
            }
        }
        return Math.max(rest, 0);
    }

    /** Gives up the lowest ranks while rounding puts the costs above the budget. */
    private void trim(double amount) {
        while (!(spent() <= amount)) {
            chosen[lowestPaid()] = 0;
        }
    }

    private double spent() {
        double sum = 0;
        for (int k = 0; k < cost.length; k++) {
            sum += chosen[k] * cost[k];
        }
        return sum;
    }

    private int lowestPaid() {
        int last = -1;
        for (int k = 0; k < cost.length; k++) {
            if (chosen[k] > 0 && cost[k] > 0 && (last < 0 || rank[k] <= rank[last])) {
                last = k;
            }
        }
        return last;
    }
}
