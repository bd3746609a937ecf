package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.retention.FitException.Reason;
import java.util.List;
import java.util.Map;

/**
 * The log-rank test: whether groups of customers leave at the same rate at every age.
 *
 * <pre>
 *   at each time somebody leaves, d of n at risk, n_g of them in group g:
 *   expected E_g = sum d n_g / n
 *   V_gh         = sum d (n - d) / (n - 1) (n_g / n) ([g = h] - n_h / n)
 *   chi-square   = (O - E)' V^- (O - E)
 * </pre>
 *
 * <p>Groups without anybody who left take part by what was expected of them; one that was never at risk when somebody left
 * has an expected count of 0 and adds no degree of freedom. At risk is who has not left or been censored before, and who has
 * entered before; customers censored at a time are at risk at it.
 *
 * <p>The cost, beside that of sorting, is the number of times somebody leaves times the square of the number of groups: right for
 * tens of groups, not for hundreds over many customers.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: N. Mantel, 1966, Evaluation of survival data and two new rank order statistics arising in its consideration, Cancer
 * Chemotherapy Reports 50.
 */
public final class LogRank {

    /** A pivot below this part of its diagonal element is 0, but for rounding. */
    private static final double ZERO_PIVOT = 1e-10;

    private final ImmutableList<String> groups;
    private final int[] customers;
    private final int[] observed;
    private final double[] expected;
    private final double[][] variance;
    private final ChiSquareTest test;

    private LogRank(ImmutableList<String> groups, SortedTenures[] tenures) {
        this.groups = groups;
        int size = tenures.length;
        customers = new int[size];
        observed = new int[size];
        expected = new double[size];
        variance = new double[size][size];
        SortedTenures.Cursor[] cursors = new SortedTenures.Cursor[size];
        for (int g = 0; g < size; g++) {
            customers[g] = tenures[g].customers();
            observed[g] = tenures[g].leavers();
            cursors[g] = tenures[g].cursor();
        }
        sweep(cursors);
        test = solve();
    }

    /**
     * The test of some groups.
     *
     * @param groups the customers of each group, at least two groups; see {@link ObservedTenures#byGroup}
     * @return the test
     * @throws IllegalArgumentException if there are fewer than two groups
     * @throws FitException if nobody left, or never while customers of two groups were at risk
     */
    public static LogRank of(Map<String, ObservedTenures> groups) {
        if (groups.size() < 2) {
            throw new IllegalArgumentException("groups must be at least 2, but were " + groups.size());
        }
        return new LogRank(
                ImmutableList.copyOf(groups.keySet()),
                groups.values().stream().map(SortedTenures::of).toArray(SortedTenures[]::new));
    }

    private void sweep(SortedTenures.Cursor[] cursors) {
        double[] share = new double[cursors.length];
        for (double time = next(cursors); time < Double.POSITIVE_INFINITY; time = next(cursors)) {
            long n = 0;
            long d = 0;
            for (SortedTenures.Cursor cursor : cursors) {
                cursor.moveTo(time);
                n += cursor.atRisk();
                d += cursor.events();
            }
            for (int g = 0; g < share.length; g++) {
                share[g] = (double) cursors[g].atRisk() / n;
                expected[g] += d * share[g];
            }
            if (n > d) { // else everybody left, in whatever group
                addVariance((double) d * (n - d) / (n - 1), share);
            }
        }
    }

    private static double next(SortedTenures.Cursor[] cursors) {
        double next = Double.POSITIVE_INFINITY;
        for (SortedTenures.Cursor cursor : cursors) {
            next = Math.min(next, cursor.nextLeaving());
        }
        return next;
    }

    private void addVariance(double scale, double[] share) {
        for (int g = 0; g < share.length; g++) {
            variance[g][g] += scale * share[g] * (1 - share[g]);
            for (int h = 0; h < g; h++) {
                variance[g][h] -= scale * share[g] * share[h];
            }
        }
    }

    /**
     * By a Cholesky decomposition that passes over what the groups before explain: with all groups at risk together that is
     * the last, as differences sum to 0.
     */
    private ChiSquareTest solve() {
        int size = groups.size();
        double[][] lower = new double[size][size];
        double[] z = new double[size];
        double chiSquare = 0;
        int degreesOfFreedom = 0;
        for (int g = 0; g < size; g++) {
            double pivot = variance[g][g];
            double difference = observed[g] - expected[g];
            for (int h = 0; h < g; h++) {
                double sum = variance[g][h];
                for (int m = 0; m < h; m++) {
                    sum -= lower[g][m] * lower[h][m];
                }
                lower[g][h] = lower[h][h] == 0 ? 0 : sum / lower[h][h];
                pivot -= lower[g][h] * lower[g][h];
                difference -= lower[g][h] * z[h];
            }
            if (pivot > ZERO_PIVOT * variance[g][g]) {
                lower[g][g] = StrictMath.sqrt(pivot);
                z[g] = difference / lower[g][g];
                chiSquare += z[g] * z[g];
                degreesOfFreedom++;
            }
        }
        if (degreesOfFreedom == 0) {
            throw noComparison();
        }
        return new ChiSquareTest(chiSquare, degreesOfFreedom);
    }

    private FitException noComparison() {
        long leavers = 0;
        for (int count : observed) {
            leavers += count;
        }
        return new FitException(
                Reason.NO_EVENTS,
                List.of(),
                leavers == 0
                        ? "no customer of " + groups
                                + " left, so that there is nothing to compare; watch them for longer"
                        : "nobody left while customers of two of " + groups
                                + " were at risk and one of them stayed, so that there is nothing to compare; compare groups"
                                + " that were watched at the same ages");
    }

    /**
     * The names of the groups.
     *
     * @return the names, in the order they were given
     */
    public List<String> groups() {
        return groups;
    }

    /**
     * How many customers each group has.
     *
     * @return a new array in the order of the groups
     */
    public int[] customers() {
        return customers.clone();
    }

    /**
     * How many customers of each group left.
     *
     * @return a new array in the order of the groups
     */
    public int[] observed() {
        return observed.clone();
    }

    /**
     * How many customers of each group would have left had all left at the same rate.
     *
     * @return a new array in the order of the groups; the sum is that of the observed
     */
    public double[] expected() {
        return expected.clone();
    }

    /**
     * The test.
     *
     * @return chi-square, its degrees of freedom and p
     */
    public ChiSquareTest test() {
        return test;
    }

    @Override
    public String toString() {
        return "LogRank[groups=" + groups + ", " + test + "]";
    }
}
