package io.github.clv4j.retention;

/**
 * A sweep from the last time backwards over the times at which somebody left, with sums over those at risk and those who leave. Each
 * row enters the sums over those at risk once and is taken away once; where so much was taken away that digits are lost, the sums
 * are made anew of those still there.
 */
final class RiskSweep {

    private final CoxRows rows;
    private final TiedTimes ties;
    private final double[] logWeight;
    private final double[] z;
    private final RiskSums atRisk;
    private final RiskSums leaving;
    private final int[] there;
    private int thereCount;
    private int leavers;
    private int gone;
    private int from;
    private int end;

    RiskSweep(CoxRows rows, TiedTimes ties, int size, double[] logWeight) {
        this.rows = rows;
        this.ties = ties;
        this.logWeight = logWeight;
        z = new double[size];
        atRisk = new RiskSums(size);
        leaving = new RiskSums(size);
        there = new int[rows.haveEntries() ? rows.size() : 0];
    }

    /** Goes on to the time before at which somebody left; false if there is none. */
    boolean next() {
        while (end < rows.size()) {
            from = end;
            end = rows.endOfTime(from);
            leavers = 0;
            for (int row = from; row < end; row++) {
                enter(row);
                leavers += rows.left(row) ? 1 : 0;
            }
            if (leavers > 0) {
                takeAway();
                sumLeaving();
                return true;
            }
        }
        return false;
    }

    private void enter(int row) {
        atRisk.add(gathered(row), logWeight[row]);
        if (rows.haveEntries()) {
            there[thereCount++] = row;
        }
    }

    private void takeAway() {
        if (!rows.haveEntries()) {
            return;
        }
        atRisk.noteSize();
        int before = gone;
        for (int row = rows.byEntry(gone); row >= 0 && !rows.hasEntered(row, time()); row = rows.byEntry(++gone)) {
            atRisk.remove(gathered(row), logWeight[row]);
        }
        if (gone > before && atRisk.isWornOut()) {
            makeAnew();
        }
    }

    private void makeAnew() {
        int kept = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < thereCount; i++) {
            int row = there[i];
            if (rows.hasEntered(row, time())) {
                there[kept++] = row;
                largest = Math.max(largest, logWeight[row]);
            }
        }
        thereCount = kept;
        atRisk.clear(largest);
        for (int i = 0; i < kept; i++) {
            atRisk.add(gathered(there[i]), logWeight[there[i]]);
        }
    }

    /** Of one who leaves alone, or where nobody is taken to leave before others, the sums have no part. */
    private void sumLeaving() {
        leaving.clear(atRisk.reference());
        if (ties.gone(leavers - 1, leavers) == 0) {
            return;
        }
        for (int row = from; row < end; row++) {
            if (rows.left(row)) {
                leaving.add(gathered(row), logWeight[row]);
            }
        }
    }

    private double[] gathered(int row) {
        for (int j = 0; j < z.length; j++) {
            z[j] = rows.value(j, row);
        }
        return z;
    }

    double time() {
        return rows.time(from);
    }

    int leavers() {
        return leavers;
    }

    RiskSums atRisk() {
        return atRisk;
    }

    RiskSums leaving() {
        return leaving;
    }

    /** The sum of w over those at risk when the one at a place, from 0, leaves. */
    double rest(int place) {
        return atRisk.weight() - ties.gone(place, leavers) * leaving.weight();
    }

    /** Adds the columns of those who leave, and returns the sum of their log-weights above the reference. */
    double addLeavers(double[] gradient) {
        double sum = 0;
        for (int row = from; row < end; row++) {
            if (rows.left(row)) {
                sum += logWeight[row] - atRisk.reference();
                for (int j = 0; j < gradient.length; j++) {
                    gradient[j] += rows.value(j, row);
                }
            }
        }
        return sum;
    }
}
