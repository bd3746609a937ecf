package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * Chooses whole customers down a ranking, passing over whom the rest of the money cannot pay for. The ranking is not
 * sorted at first: it is gone down to the first who cannot be paid for, and then again among those the rest can pay
 * for, who are soon few. Where they are not, those left are sorted. Who can be paid for is measured by the plain sum at
 * the end, and at every customer whom only rounding may keep out. Helper of {@link RetentionBudget}; for one thread.
 */
final class WholeCustomers {

    /** How often the ranking is gone down unsorted; the rest commonly halves each time. */
    private static final int ROUNDS = 8;

    private final double[] rank;
    private final double[] cost;
    private final double amount;

    /** Those who may still be had: so many at the front, by their place. */
    private final int[] open;

    private int count;
    private double[] chosen;
    private double rest;

    private WholeCustomers(double[] rank, double[] cost, double amount) {
        this.rank = rank;
        this.cost = cost;
        this.amount = amount;
        this.open = new int[rank.length];
        Arrays.setAll(open, k -> k);
        this.count = open.length;
        this.chosen = new double[rank.length];
    }

    /**
     * Those chosen.
     *
     * @param rank the rank of every customer, infinite for those without cost
     * @param cost the cost of every customer
     * @param first the place of one to be chosen in any case and affordable, or -1
     * @param amount the money, at least 0 and finite
     * @return for every customer 1 if chosen, else 0; the plain sum of the costs of those chosen is not above the
     *     amount, and would be with any other added
     */
    static double[] fill(double[] rank, double[] cost, int first, double amount) {
        double[] ranks = first < 0 ? rank : rank.clone();
        WholeCustomers customers = new WholeCustomers(ranks, cost, amount);
        if (first >= 0) {
            ranks[first] = Double.POSITIVE_INFINITY; // so that nothing is taken back from this one before the others
            customers.chosen[first] = 1;
        }
        customers.measure();
        customers.goDown();
        customers.goDownSorted();
        customers.addTheRest();
        return customers.chosen;
    }

    /** Finds what is left of the money, and takes back whom rounding has put above it. */
    private void measure() {
        rest = amount - PlainSum.of(chosen, cost);
        if (rest < 0) {
            chosen = TakeBack.wholes(chosen, rank, cost, amount);
            rest = amount - PlainSum.of(chosen, cost);
        }
    }

    private void goDown() {
        keepAffordable(rest);
        for (int round = 0; round < ROUNDS && count > 0; round++) {
            take();
            measure();
            keepAffordable(rest + rounding());
            addTheBest();
            keepAffordable(rest);
        }
    }

    private double rounding() {
        return PlainSum.rounding(cost.length, amount);
    }

    /** Moves those still to be had to the front, and counts them. */
    private void keepAffordable(double most) {
        int kept = 0;
        for (int j = 0; j < count; j++) {
            int k = open[j];
            open[kept] = k;
            kept += chosen[k] == 0 && cost[k] <= most ? 1 : 0;
        }
        count = kept;
    }

    /** Chooses down to the first who cannot be paid for, and of those at the same rank whom the rest can pay for. */
    private void take() {
        double cut = RankCut.of(rank, cost, open, count, rest);
        for (int j = 0; j < count; j++) {
            if (rank[open[j]] > cut) {
                choose(open[j]);
            }
        }
        for (int j = 0; j < count; j++) {
            if (rank[open[j]] == cut && cost[open[j]] <= rest) {
                choose(open[j]);
            }
        }
    }

    private void choose(int k) {
        chosen[k] = 1;
        rest -= cost[k];
    }

    private void goDownSorted() {
        for (int k : RankOrder.of(rank, open, count)) {
            if (cost[k] <= rest) {
                choose(k);
            }
        }
        measure();
    }

    /** Chooses the highest rank the plain sum can pay for, if rounding may have kept out one of those still open. */
    private void addTheBest() {
        boolean isDoubtful = false;
        for (int j = 0; j < count; j++) {
            isDoubtful |= cost[open[j]] > rest;
        }
        if (isDoubtful) {
            addTheBestOfAll();
        }
    }

    /** Chooses all whom the plain sum can still pay for: the highest rank, then the others by their place. */
    private void addTheRest() {
        double most = rest + rounding();
        for (int k = 0; k < cost.length; k++) {
            if (chosen[k] == 0 && cost[k] <= most) {
                addTheBestOfAll();
                addByPlace();
                return;
            }
        }
    }

    private void addTheBestOfAll() {
        double[] limits = PlainSum.limits(chosen, cost, amount);
        int best = -1;
        double sum = 0;
        for (int k = 0; k < cost.length; k++) {
            if (chosen[k] == 0 && sum + cost[k] <= limits[k] && (best < 0 || rank[k] > rank[best])) {
                best = k;
            }
            sum += chosen[k] * cost[k];
        }
        if (best >= 0) {
            chosen[best] = 1;
            measure();
        }
    }

    private void addByPlace() {
        double[] limits = PlainSum.limits(chosen, cost, amount);
        double sum = 0;
        for (int k = 0; k < cost.length; k++) {
            chosen[k] = chosen[k] > 0 || sum + cost[k] <= limits[k] ? 1 : 0;
            sum += chosen[k] * cost[k];
        }
    }
}
