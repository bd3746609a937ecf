package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.Arrays;

/**
 * How well a predicted uplift tells whom a campaign keeps (Qini curve): the customers of a campaign ranked by it, the
 * highest first, and for each share of them the outcomes they owe to the treatment.
 *
 * <pre>
 *   q(share) = n_t1 - n_c1 N_t / N_c
 * </pre>
 *
 * for the treated N_t and the control N_c among the first customers of that share, and those of them kept, n_t1 and
 * n_c1. Customers of the same uplift come in together, so the curve does not depend on the order of the columns.
 * Between its points, one at 0 and one for each uplift, the curve is straight. Random targeting gives on average the
 * straight line from 0 to {@code q(1)}.
 *
 * <pre>
 *   Qini coefficient = (area under the curve - area under the line) / number treated
 * </pre>
 *
 * with the share from 0 to 1 as the base of both areas: additional outcomes for each customer treated, averaged over
 * all shares. It is 0 for a ranking that says nothing, and is not divided by that of a perfect ranking. Another
 * normalisation gives other numbers, so compare coefficients of the same customers only.
 *
 * <p>While no control customer is among the first ones, the second term is 0.
 *
 * <p>Source: N. J. Radcliffe, 2007, Using control groups to target on predicted lift: building and assessing uplift
 * models, Direct Marketing Analytics Journal. The normalisation and the rule for no control are ours.
 *
 * <p>Immutable and thread-safe.
 */
public final class QiniCurve {

    private final double[] shares;
    private final double[] incremental;
    private final double treated;

    private QiniCurve(double[] shares, double[] incremental, double treated) {
        this.shares = shares;
        this.incremental = incremental;
        this.treated = treated;
    }

    /**
     * The curve of a campaign.
     *
     * @param uplift the predicted uplift of each customer, or any number that is higher for those to be treated first,
     *     finite
     * @param treated 1 for each customer treated, 0 for those of the control group, in the same order
     * @param kept 1 for each customer kept, 0 for those who left, in the same order
     * @return the curve
     * @throws IllegalArgumentException if a group has nobody, an uplift is not finite, another number is neither 0 nor
     *     1, or the lengths differ
     */
    public static QiniCurve of(double[] uplift, double[] treated, double[] kept) {
        Require.length(treated.length, uplift.length, "treated");
        Require.length(kept.length, uplift.length, "kept");
        double[] levels = levels(uplift);
        int[][] customers = new int[2][levels.length];
        int[][] keptOnes = new int[2][levels.length];
        for (int i = 0; i < uplift.length; i++) {
            int level = Arrays.binarySearch(levels, uplift[i] + 0.0);
            int group = CampaignMeasurement.flag(treated, i, "treated");
            customers[group][level]++;
            keptOnes[group][level] += CampaignMeasurement.flag(kept, i, "kept");
        }
        CampaignMeasurement.requireGroup(0, sum(customers[1]), "treated");
        CampaignMeasurement.requireGroup(0, sum(customers[0]), "control");
        return of(customers, keptOnes);
    }

    /** The distinct uplifts, ascending; -0 is 0. */
    private static double[] levels(double[] uplift) {
        double[] sorted = new double[uplift.length];
        for (int i = 0; i < sorted.length; i++) {
            if (!Double.isFinite(uplift[i])) {
                throw Require.outside("uplift[" + i + "]", "finite", uplift[i]);
            }
            sorted[i] = uplift[i] + 0.0;
        }
        Arrays.sort(sorted);
        int count = 0;
        for (double value : sorted) {
            if (count == 0 || sorted[count - 1] != value) {
                sorted[count] = value;
                count++;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static QiniCurve of(int[][] customers, int[][] kept) {
        int points = customers[0].length + 1;
        double everybody = (double) sum(customers[0]) + sum(customers[1]);
        double[] shares = new double[points];
        double[] incremental = new double[points];
        double[] so = new double[2];
        double[] soKept = new double[2];
        for (int k = 1; k < points; k++) {
            int level = points - 1 - k;
            for (int group = 0; group < 2; group++) {
                so[group] += customers[group][level];
                soKept[group] += kept[group][level];
            }
            shares[k] = (so[0] + so[1]) / everybody;
            incremental[k] = soKept[1] - (so[0] > 0 ? soKept[0] * so[1] / so[0] : 0);
        }
        return new QiniCurve(shares, incremental, so[1]);
    }

    private static long sum(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /**
     * The shares of customers at which the curve has its points.
     *
     * @return a copy, ascending from 0 to 1
     */
    public double[] shares() {
        return shares.clone();
    }

    /**
     * The outcomes owed to the treatment at these shares.
     *
     * @return a copy, in the order of {@link #shares()}: customers kept of those treated among the first, beyond what
     *     the control group leads to expect
     */
    public double[] incremental() {
        return incremental.clone();
    }

    /**
     * The curve at a share of customers.
     *
     * @param share the share of customers, the highest uplift first, in [0, 1]
     * @return the outcomes owed to the treatment, linear between the points
     * @throws IllegalArgumentException if the share is out of range (NaN included)
     */
    public double at(double share) {
        int found = Arrays.binarySearch(shares, Require.probability(share, "share") + 0.0);
        if (found >= 0) {
            return incremental[found];
        }
        int next = -found - 1;
        double weight = (share - shares[next - 1]) / (shares[next] - shares[next - 1]);
        return incremental[next - 1] + weight * (incremental[next] - incremental[next - 1]);
    }

    /**
     * The line of random targeting at a share of customers.
     *
     * @param share the share of customers, in [0, 1]
     * @return {@code share q(1)}
     * @throws IllegalArgumentException if the share is out of range (NaN included)
     */
    public double random(double share) {
        return Require.probability(share, "share") * incremental[incremental.length - 1];
    }

    /**
     * The Qini coefficient.
     *
     * @return the area between the curve and the line of random targeting, divided by the number treated; below 0 if
     *     the ranking is worse than none
     */
    public double coefficient() {
        double area = 0;
        for (int k = 1; k < shares.length; k++) {
            area += (shares[k] - shares[k - 1]) * (incremental[k] + incremental[k - 1]) / 2;
        }
        return (area - incremental[incremental.length - 1] / 2) / treated;
    }

    /**
     * The share of customers at which the curve is highest.
     *
     * @return the smallest such share; 0 if nowhere above 0. It is found on the customers at hand, so it flatters the
     *     ranking
     */
    public double bestShare() {
        int best = 0;
        for (int k = 1; k < shares.length; k++) {
            if (incremental[k] > incremental[best]) {
                best = k;
            }
        }
        return shares[best];
    }

    /** The size and the coefficient, for people. */
    @Override
    public String toString() {
        return "QiniCurve[points=" + shares.length + ", coefficient=" + coefficient() + ", bestShare=" + bestShare()
                + "]";
    }
}
