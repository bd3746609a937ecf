package io.github.clv4j.retention;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cox regression: how columns multiply the rate at which customers leave, whatever that rate is over time.
 *
 * <pre>
 *   h(t | x) = h0(t) exp(b'x)
 *
 *   partial log-likelihood, one leaver i at each time:   sum_i b'x_i - log sum_{j at risk at t_i} exp(b'x_j)
 *   of d leavers at one time:  sum b'x_i - sum_{l=0..d-1} log(R - f_l D)
 *     R = sum exp(b'x_j) over those at risk, D over those who leave;  f_l = l / d (Efron) or 0 (Breslow)
 * </pre>
 *
 * <p>The maximum is found by Newton steps on standardised columns from b = 0, halved where the likelihood would fall, until a step
 * is shorter than 1e-7 standard errors. Each step is one sweep from the last time backwards.
 *
 * <p>A customer whose columns change over time has a row for each stretch of time (entry, time], see {@link
 * ObservedTenures#withEntries}; to split a row at a time changes nothing.
 *
 * <p>Where there is no maximum the fit ends in a {@link FitException} that names the columns. Immutable and thread-safe.
 *
 * <p>Source: D. R. Cox, 1972, Regression models and life-tables, Journal of the Royal Statistical Society B 34; B. Efron,
 * 1977, The efficiency of Cox's likelihood function for censored data, Journal of the American Statistical Association 72.
 */
public final class CoxRegression {

    private final TiedTimes ties;

    private CoxRegression(TiedTimes ties) {
        this.ties = ties;
    }

    /**
     * The regression with ties by Efron.
     *
     * @return the regression
     */
    public static CoxRegression withDefaults() {
        return new CoxRegression(TiedTimes.EFRON);
    }

    /**
     * The same regression with another way to take those who left at the same time.
     *
     * @param ties how
     * @return a new regression
     */
    public CoxRegression withTies(TiedTimes ties) {
        return new CoxRegression(ties);
    }

    /**
     * Fits the regression.
     *
     * @param features the names of the columns, distinct, at least one
     * @param columns one column for each name in their order, one finite value for each row of the tenures; read, not
     *     changed or kept
     * @param tenures how long the customers were watched, and who left
     * @return the fit
     * @throws IllegalArgumentException if there is no column, a value is not finite, or lengths differ
     * @throws FitException if nobody left, a column is constant or a combination of others, or some combination of columns is
     *     at every time largest for who leaves
     */
    public CoxFit fit(List<String> features, double[][] columns, ObservedTenures tenures) {
        requireShape(features, columns, tenures);
        int leavers = tenures.leavers();
        if (leavers == 0) {
            throw new FitException(
                    Reason.NO_EVENTS,
                    List.of(),
                    "none of " + tenures.customers()
                            + " customers left, so that nothing says what makes customers leave; watch them for longer");
        }
        Design all = new Design(features, columns); // refuses values that are not finite, also of rows without a say
        int[] kept = atRisk(tenures);
        ObservedTenures fitted = tenures;
        Design design = all;
        if (kept.length < tenures.customers()) {
            fitted = tenures.select(kept);
            design = design(features, columns, kept);
        }
        CoxRows rows = new CoxRows(design, fitted);
        CoxLikelihood likelihood = new CoxLikelihood(rows, ties, design.size());
        CoxAscent.Summit summit = new CoxAscent(design, rows, likelihood, leavers).climb();
        double[] ones = new double[design.size() + 1];
        Arrays.fill(ones, 1);
        ChurnModel units = design.model(ones);
        double[] scale = units.coefficients(); // of standardised columns, in the units of the columns
        double[] means = Arrays.stream(columns).mapToDouble(BlockSum::mean).toArray();
        return new CoxFit(features, ties, tenures, rows, likelihood, summit, scale, means, units.means());
    }

    /** The rows that are at risk when somebody leaves; no other has a say. */
    private static int[] atRisk(ObservedTenures tenures) {
        double[] leaving = Arrays.copyOf(tenures.sortedTimes(), tenures.leavers());
        return IntStream.range(0, tenures.customers())
                .filter(row -> {
                    int place = Arrays.binarySearch(leaving, tenures.time(row));
                    int last = place < 0 ? -place - 2 : place;
                    return last >= 0 && (!tenures.hasEntries() || tenures.entry(row) < leaving[last]);
                })
                .toArray();
    }

    private static Design design(List<String> features, double[][] columns, int[] kept) {
        double[][] selected = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            selected[j] = FeatureTable.selected(columns[j], kept);
            if (!Design.isVaried(selected[j])) {
                throw CoxAscent.silent(features.get(j));
            }
        }
        return new Design(features, selected);
    }

    private static void requireShape(List<String> features, double[][] columns, ObservedTenures tenures) {
        if (features.isEmpty()) {
            throw new IllegalArgumentException("features must be at least one, but were none; without any there is"
                    + " nothing to fit, and KaplanMeier is the curve");
        }
        Require.distinct(features, "features");
        Require.length(columns.length, features.size(), "columns");
        for (int j = 0; j < columns.length; j++) {
            Require.length(columns[j].length, tenures.customers(), "column " + features.get(j));
        }
    }
}
