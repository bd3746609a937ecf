package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.Arrays;

/**
 * How many customers were lost and how many kept in each whole period of their lifetime, over one or several cohorts: what
 * lifetimes in whole periods are fitted on, and all that their likelihood asks of the customers.
 *
 * <pre>
 *   lost(t) = N(t - 1) - N(t)      kept(t) = N(t)      over the cohorts watched in period t = 1, 2, ..
 * </pre>
 *
 * <p>Counts may be fractions, as those from a retention curve in percent are. Cohorts may be watched for different numbers
 * of periods; that some have not been watched longer says nothing about them.
 *
 * <p>Immutable and thread-safe.
 */
public final class CohortTable {

    /** More than a day each for the longest life: beyond it a time is in other units, and the table too large to keep. */
    private static final int MOST_PERIODS = 100_000;

    private final double customers;
    private final double[] lost;
    private final double[] kept;

    private CohortTable(double customers, double[] lost, double[] kept) {
        this.customers = customers;
        this.lost = lost;
        this.kept = kept;
    }

    /**
     * One or several cohorts by the number of their customers.
     *
     * @param cohorts for each cohort its customers at time 0, 1, .., as far as it was watched: at least two numbers, the
     *     first above 0, none negative or above the one before
     * @return the table
     * @throws IllegalArgumentException if there is no cohort or a number is out of range; the message names cohort and
     *     period, both counted from 0 and 0 being the start
     */
    public static CohortTable ofSurvivors(double[]... cohorts) {
        if (cohorts.length == 0) {
            throw new IllegalArgumentException("cohorts must be at least one, but were none");
        }
        int periods = Arrays.stream(cohorts).mapToInt(c -> c.length).max().orElse(0) - 1;
        double[] lost = new double[Math.max(0, periods)];
        double[] kept = new double[lost.length];
        double customers = 0;
        for (int c = 0; c < cohorts.length; c++) {
            customers += requireSurvivors(cohorts[c], "survivors of cohort " + c);
            for (int t = 1; t < cohorts[c].length; t++) {
                lost[t - 1] += cohorts[c][t - 1] - cohorts[c][t];
                kept[t - 1] += cohorts[c][t];
            }
        }
        return new CohortTable(Require.positive(customers, "customers"), lost, kept);
    }

    /**
     * One cohort by its retention curve.
     *
     * @param customers how many customers it had at time 0, above 0: what the standard errors depend on
     * @param shares the share of them left at time 0, 1, ..; in any unit, such as percent, as the first is the whole
     * @return the table
     * @throws IllegalArgumentException if a number is out of range; the message names the period
     */
    public static CohortTable ofShares(double customers, double... shares) {
        Require.positive(customers, "customers");
        requireSurvivors(shares, "shares");
        double whole = shares[0];
        return ofSurvivors(Arrays.stream(shares).map(s -> s / whole * customers).toArray());
    }

    private static double requireSurvivors(double[] survivors, String name) {
        if (survivors.length < 2) {
            throw new IllegalArgumentException(name + " must be at least two, at times 0 and 1, but were "
                    + survivors.length + "; leave out a cohort that has not had a renewal yet");
        }
        Require.positive(survivors[0], name + " at period 0");
        for (int t = 1; t < survivors.length; t++) {
            double before = survivors[t - 1];
            if (!(survivors[t] >= 0 && survivors[t] <= before)) {
                throw Require.outside(
                        name + " at period " + t,
                        "in [0, " + before + "], as nobody comes back to a cohort",
                        survivors[t]);
            }
        }
        return survivors[0];
    }

    /**
     * The customers of one table.
     *
     * @param tenures tenures in whole periods, entry times included; a customer who left at time t was lost in period t, one
     *     who has not left at time t was kept in it
     * @return the table
     * @throws IllegalArgumentException if a time is not whole or above 100,000, or a customer left at time 0; the message names the row
     */
    public static CohortTable ofTenures(ObservedTenures tenures) {
        int periods = 0;
        for (int i = 0; i < tenures.customers(); i++) {
            if (tenures.time(i) > MOST_PERIODS) {
                throw Require.outside(
                        "time at row " + i,
                        "at most " + MOST_PERIODS + " periods; give times in periods such as months, not in seconds",
                        tenures.time(i));
            }
            periods = Math.max(periods, whole(tenures.time(i), "time", i));
            whole(tenures.entry(i), "entry", i);
            if (tenures.left(i) && tenures.time(i) == 0) {
                throw Require.outside(
                        "time at row " + i,
                        "at least 1 for a customer who left, as in whole periods the first decision is at 1; count a"
                                + " period begun as 1, or leave out those who never paid",
                        tenures.time(i));
            }
        }
        double[] lost = new double[periods];
        double[] change = new double[periods + 1]; // of the number at risk, period by period
        for (int i = 0; i < tenures.customers(); i++) {
            int end = (int) tenures.time(i);
            change[(int) tenures.entry(i)]++;
            change[end]--;
            if (tenures.left(i)) {
                lost[end - 1]++;
            }
        }
        double[] kept = new double[periods];
        double atRisk = 0;
        for (int t = 0; t < periods; t++) {
            atRisk += change[t];
            kept[t] = atRisk - lost[t];
        }
        return new CohortTable(tenures.customers(), lost, kept);
    }

    private static int whole(double time, String name, int row) {
        if (time == StrictMath.rint(time) && time < Integer.MAX_VALUE) {
            return (int) time;
        }
        throw Require.outside(
                name + " at row " + row,
                "a whole number of periods; round it up to the period that was paid for, or fit a Weibull lifetime to the"
                        + " times as they are",
                time);
    }

    /**
     * This table and another, whose cohorts are others.
     *
     * @param other more cohorts
     * @return the table of all
     */
    public CohortTable plus(CohortTable other) {
        int periods = Math.max(lost.length, other.lost.length);
        double[] allLost = Arrays.copyOf(lost, periods);
        double[] allKept = Arrays.copyOf(kept, periods);
        for (int t = 0; t < other.lost.length; t++) {
            allLost[t] += other.lost[t];
            allKept[t] += other.kept[t];
        }
        return new CohortTable(customers + other.customers, allLost, allKept);
    }

    /**
     * The same customers, as they were known after the first periods of each.
     *
     * @param periods how many periods, in [1, periods()]
     * @return the table without the later ones
     * @throws IllegalArgumentException if there are not that many
     */
    public CohortTable firstPeriods(int periods) {
        if (!(periods >= 1 && periods <= lost.length)) {
            throw Require.outside("periods", "in [1, " + lost.length + "]", periods);
        }
        return new CohortTable(customers, Arrays.copyOf(lost, periods), Arrays.copyOf(kept, periods));
    }

    /**
     * How many customers there are.
     *
     * @return the customers of all cohorts at time 0, or the rows of the tenures
     */
    public double customers() {
        return customers;
    }

    /**
     * How many of them were lost.
     *
     * @return the losses of all periods
     */
    public double leavers() {
        return Arrays.stream(lost).sum();
    }

    /**
     * For how many periods the table goes.
     *
     * @return the number of periods of the cohort watched longest
     */
    public int periods() {
        return lost.length;
    }

    /**
     * The customers lost in a period.
     *
     * @param period the period t, in [1, periods()]
     * @return how many left at its end
     */
    public double lost(int period) {
        return lost[requirePeriod(period)];
    }

    /**
     * The customers kept in a period.
     *
     * @param period the period t, in [1, periods()]
     * @return how many of those watched in it were still there at its end
     */
    public double kept(int period) {
        return kept[requirePeriod(period)];
    }

    private int requirePeriod(int period) {
        if (period >= 1 && period <= lost.length) {
            return period - 1;
        }
        throw Require.outside("period", "in [1, " + lost.length + "]", period);
    }

    /** The number of periods in which somebody was watched. */
    int watched() {
        int watched = 0;
        for (int t = 0; t < lost.length; t++) {
            watched += lost[t] + kept[t] > 0 ? 1 : 0;
        }
        return watched;
    }

    @Override
    public String toString() {
        return "CohortTable[customers=" + customers + ", leavers=" + leavers() + ", periods=" + lost.length + "]";
    }
}
