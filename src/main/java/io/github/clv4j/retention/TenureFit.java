package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.OrderStatistics;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A fitted {@link TenureRegression}: the figures of R's {@code summary.lm}, where the curve turns, and what one more activity
 * goes with for each customer.
 *
 * <pre>
 *   sigma = sqrt(RSS / df)        df = customers - coefficients        R2 = 1 - RSS / TSS
 *   log-likelihood = -n/2 (log(2 pi RSS / n) + 1)        AIC = -2 l + 2 k        BIC = -2 l + k log n
 *   gain of next = b1 + b2 (2 n + 1) + sum_k e_k z_k
 * </pre>
 *
 * <p>Here k counts sigma as a parameter too, as R does. Where a model {@linkplain #isExact() fits exactly} the
 * standard errors, t, F and the likelihood say nothing.
 *
 * <p>It is association, not effect; see {@link TenureRegression}.
 *
 * <p>Immutable and thread-safe.
 */
public final class TenureFit {

    private final TenureDesign design;
    private final LeastSquares squares;
    private final double[] centred;
    private final ImmutableList<LinearCoefficient> coefficients;

    TenureFit(TenureDesign design, LeastSquares squares) {
        this.design = design;
        this.squares = squares;
        this.centred = new double[design.size()];
        for (int j = 0; j < centred.length; j++) {
            double[] only = new double[centred.length];
            only[j] = 1;
            centred[j] = squares.estimate(only);
        }
        this.coefficients = coefficients(design, squares);
    }

    private static ImmutableList<LinearCoefficient> coefficients(TenureDesign design, LeastSquares squares) {
        List<String> terms = design.regression().terms();
        double[][] weights = design.coefficients();
        ImmutableList.Builder<LinearCoefficient> rows = ImmutableList.builder();
        for (int j = 0; j < weights.length; j++) {
            rows.add(LinearCoefficient.of(
                    terms.get(j),
                    squares.estimate(weights[j]),
                    squares.standardError(weights[j]),
                    squares.degreesOfFreedom()));
        }
        return rows.build();
    }

    /**
     * What was fitted.
     *
     * @return the regression
     */
    public TenureRegression regression() {
        return design.regression();
    }

    /**
     * How many customers the fit is of.
     *
     * @return their number
     */
    public int customers() {
        return squares.customers();
    }

    /**
     * The coefficients with their standard errors, t and p.
     *
     * @return a row for each of {@link TenureRegression#terms()}, in that order
     */
    public List<LinearCoefficient> coefficients() {
        return coefficients;
    }

    /**
     * One coefficient.
     *
     * @param term its name, one of {@link TenureRegression#terms()}
     * @return its row
     * @throws IllegalArgumentException if there is no such term
     */
    public LinearCoefficient coefficient(String term) {
        return coefficients.stream()
                .filter(row -> row.name().equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "term must be one of " + design.regression().terms() + ", but was " + term));
    }

    /**
     * The confidence interval of a coefficient, by Student's t.
     *
     * @param term its name, one of {@link TenureRegression#terms()}
     * @param confidence the confidence level, in (0, 1)
     * @return the estimate with its interval
     * @throws IllegalArgumentException if there is no such term, or the level is out of range (NaN included)
     */
    public IntervalEstimate interval(String term, double confidence) {
        LinearCoefficient row = coefficient(term);
        return interval(row.estimate(), row.standardError(), confidence);
    }

    private IntervalEstimate interval(double estimate, double standardError, double confidence) {
        double half = TailProbability.quantileOfT(confidence, degreesOfFreedom()) * standardError;
        return new IntervalEstimate(estimate, estimate - half, estimate + half, confidence);
    }

    /**
     * The covariance matrix of the coefficients.
     *
     * @return a new matrix, in the order of {@link #coefficients()}
     */
    public double[][] covariance() {
        double[][] weights = design.coefficients();
        double[][] covariance = new double[weights.length][weights.length];
        for (int j = 0; j < weights.length; j++) {
            for (int k = 0; k <= j; k++) {
                covariance[j][k] = squares.covariance(weights[j], weights[k]);
                covariance[k][j] = covariance[j][k];
            }
        }
        return covariance;
    }

    /**
     * What is left unexplained of each customer's tenure.
     *
     * @return a copy: tenure less expected tenure, in months, in the order of the customers
     */
    public double[] residuals() {
        return squares.residuals();
    }

    /**
     * The residuals in five numbers.
     *
     * @return least, first quartile, median, third quartile, largest, in months; quantiles as type 7 of R
     */
    public double[] residualQuartiles() {
        double[] sorted = squares.residuals();
        Arrays.sort(sorted);
        return IntStream.rangeClosed(0, 4)
                .mapToDouble(quarter -> OrderStatistics.quantile(sorted, quarter / 4.0))
                .toArray();
    }

    /**
     * The sum of the squared residuals.
     *
     * @return RSS, at least 0
     */
    public double residualSumOfSquares() {
        return squares.residualSumOfSquares();
    }

    /**
     * Whether the model fits without any error but rounding, so that standard errors, t, F and the likelihood say nothing.
     *
     * @return whether the residuals are rounding
     */
    public boolean isExact() {
        return squares.isExact();
    }

    /** The sum of the squared distances of the response from its mean. */
    double totalSumOfSquares() {
        return squares.totalSumOfSquares();
    }

    /**
     * The residual degrees of freedom.
     *
     * @return customers less coefficients, at least 1
     */
    public int degreesOfFreedom() {
        return squares.degreesOfFreedom();
    }

    /**
     * The residual standard error.
     *
     * @return sigma, in months; nothing but rounding where the fit {@linkplain #isExact() is exact}
     */
    public double residualStandardError() {
        return StrictMath.sqrt(squares.residualMeanSquare());
    }

    /**
     * The share of the variance of tenure that is explained.
     *
     * @return R2, in [0, 1]
     */
    public double rSquared() {
        return 1 - squares.residualSumOfSquares() / squares.totalSumOfSquares();
    }

    /**
     * R2 less what as many meaningless columns would explain.
     *
     * @return {@code 1 - (1 - R2) (n - 1) / df}; may be negative
     */
    public double adjustedRSquared() {
        return 1 - (1 - rSquared()) * (customers() - 1) / degreesOfFreedom();
    }

    /**
     * F against the model of the mean alone.
     *
     * @return F, with {@link #explainingTerms()} and {@link #degreesOfFreedom()} degrees of freedom; where the fit
     *     {@linkplain #isExact() is exact} it divides by rounding: huge or infinite, and without meaning
     */
    public double fStatistic() {
        double explained = squares.totalSumOfSquares() - squares.residualSumOfSquares();
        return explained / explainingTerms() / squares.residualMeanSquare();
    }

    /**
     * How many coefficients there are besides the intercept.
     *
     * @return the first degrees of freedom of F
     */
    public int explainingTerms() {
        return squares.size() - 1;
    }

    /**
     * The probability that F is at least so large where no term has anything to do with tenure.
     *
     * @return p, in [0, 1]; without meaning, as F, where the fit {@linkplain #isExact() is exact}
     */
    public double fPValue() {
        return TailProbability.ofF(fStatistic(), explainingTerms(), degreesOfFreedom());
    }

    /**
     * The log-likelihood of normal errors at its maximum.
     *
     * @return l; the logarithm of rounding where the fit {@linkplain #isExact() is exact}: huge or infinite, and without meaning
     */
    public double logLikelihood() {
        double n = customers();
        return -n / 2 * (StrictMath.log(2 * Math.PI * squares.residualSumOfSquares() / n) + 1);
    }

    /**
     * Akaike's information criterion, smaller for the better of two models of the same customers.
     *
     * @return {@code -2 l + 2 k}, sigma counted among the k parameters; compares nothing, as l, where the fit
     *     {@linkplain #isExact() is exact}
     */
    public double aic() {
        return -2 * logLikelihood() + 2 * (squares.size() + 1);
    }

    /**
     * The Bayesian information criterion, smaller for the better of two models of the same customers.
     *
     * @return {@code -2 l + k log n}, sigma counted among the k parameters; compares nothing, as l, where the fit
     *     {@linkplain #isExact() is exact}
     */
    public double bic() {
        return -2 * logLikelihood() + StrictMath.log(customers()) * (squares.size() + 1);
    }

    /**
     * The smallest number of activities of a customer of the fit.
     *
     * @return the smallest
     */
    public double leastActivities() {
        return design.counts().firstKey();
    }

    /**
     * The largest number of activities of a customer of the fit.
     *
     * @return the largest
     */
    public double mostActivities() {
        return design.counts().lastKey();
    }

    /**
     * The means of the controls over the customers of the fit.
     *
     * @return a copy, in the order of {@link TenureRegression#controls()}
     */
    public double[] meanControls() {
        return design.meanControls();
    }

    /**
     * The tenure to be expected of a customer.
     *
     * @param activities the number of activities, in [0, Inf)
     * @param controls the controls in the order of {@link TenureRegression#controls()}, finite
     * @return months; may be negative for a customer unlike those of the fit
     * @throws IllegalArgumentException if a value is out of range (NaN included), or there are not as many as controls
     */
    public double expectedTenure(double activities, double... controls) {
        require(activities, controls);
        double[] weights = new double[centred.length];
        design.customer(activities, controls, weights);
        return Require.finite(Directions.dot(weights, centred), "expected tenure");
    }

    /**
     * The curve of tenure over activities for customers with given controls.
     *
     * @param controls the controls in the order of {@link TenureRegression#controls()}, finite
     * @return {@code b1 + sum_k e_k z_k} and b2
     * @throws IllegalArgumentException if a control is not finite, or there are not as many as controls
     */
    public TenureCurve curve(double... controls) {
        require(0, controls);
        double linear = coefficient(regression().activities()).estimate();
        for (String control : regression().interactions()) {
            linear += coefficient(regression().activities() + ":" + control).estimate()
                    * controls[regression().controls().indexOf(control)];
        }
        return TenureCurve.of(linear, quadratic());
    }

    private double quadratic() {
        return regression().isQuadratic() ? centred[2] : 0;
    }

    /**
     * Where the curve turns for customers with given controls; these matter only where they have a product with the activities.
     *
     * @param controls the controls in the order of {@link TenureRegression#controls()}, finite
     * @return the turning point; empty for a regression without the square, or whose curve turns too far out for a double
     * @throws IllegalArgumentException if a control is not finite, or there are not as many as controls
     */
    public Optional<TurningPoint> turningPoint(double... controls) {
        require(0, controls);
        double[] weights = new double[centred.length];
        design.slope(controls, weights);
        double slope = Directions.dot(weights, centred);
        double distance = -slope / (2 * quadratic());
        if (!Double.isFinite(distance)) {
            return Optional.empty();
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= -2 * quadratic();
        }
        weights[2] = -distance / quadratic(); // slope / (2 b2^2); the slope itself has no part of h^2
        double standardError = squares.standardError(weights);
        if (!Double.isFinite(standardError)) {
            return Optional.empty();
        }
        return Optional.of(new TurningPoint(
                design.centre() + distance,
                standardError,
                TurningKind.of(quadratic()),
                leastActivities(),
                mostActivities(),
                degreesOfFreedom()));
    }

    /**
     * What one more activity of a customer goes with.
     *
     * @param activities the number n of activities so far, in [0, Inf)
     * @param controls the controls in the order of {@link TenureRegression#controls()}, finite
     * @return the expected tenure at n + 1 less that at n, in months
     * @throws IllegalArgumentException if a value is out of range (NaN included), or there are not as many as controls
     */
    public double gainOfNext(double activities, double... controls) {
        require(activities, controls);
        return Require.finite(gain(activities, controls, new double[centred.length]), "gain of the next activity");
    }

    /**
     * How sure {@link #gainOfNext(double, double...)} is.
     *
     * @param activities the number n of activities so far, in [0, Inf)
     * @param controls the controls in the order of {@link TenureRegression#controls()}, finite
     * @return its standard error, in months
     * @throws IllegalArgumentException if a value is out of range (NaN included), or there are not as many as controls
     */
    public double gainStandardError(double activities, double... controls) {
        require(activities, controls);
        return Require.finite(
                gainError(activities, controls, new double[centred.length]), "standard error of the gain");
    }

    /**
     * The confidence interval of {@link #gainOfNext(double, double...)}, by Student's t.
     *
     * @param confidence the confidence level, in (0, 1)
     * @param activities the number n of activities so far, in [0, Inf)
     * @param controls the controls in the order of {@link TenureRegression#controls()}, finite
     * @return the gain with its interval
     * @throws IllegalArgumentException if a value is out of range (NaN included), or there are not as many as controls
     */
    public IntervalEstimate gainInterval(double confidence, double activities, double... controls) {
        return interval(gainOfNext(activities, controls), gainStandardError(activities, controls), confidence);
    }

    /**
     * What one more activity goes with after each number of activities that was observed, for customers with the mean
     * controls.
     *
     * @return a row for each number of activities of a customer of the fit, ascending
     */
    public List<ActivityGain> gains() {
        double[] controls = meanControls();
        return design.counts().entrySet().stream()
                .map(count -> new ActivityGain(
                        count.getKey(),
                        count.getValue(),
                        gainOfNext(count.getKey(), controls),
                        gainStandardError(count.getKey(), controls),
                        count.getKey() + 1 > mostActivities()))
                .toList();
    }

    /**
     * The columnar form of {@link #gainOfNext(double, double...)}: the same bits for every customer, and NaN where that one
     * throws.
     *
     * @param activities the number of activities of each customer
     * @param controls one column for each control, in the order of {@link TenureRegression#controls()}
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the gains at the same places
     * @throws IllegalArgumentException if there are not as many columns as controls
     */
    public void gainOfNext(double[] activities, double[][] controls, int from, int to, double[] out) {
        eachCustomer(activities, controls, from, to, out, this::gain);
    }

    /**
     * The columnar form of {@link #gainStandardError(double, double...)}: the same bits for every customer, and NaN where that
     * one throws.
     *
     * @param activities the number of activities of each customer
     * @param controls one column for each control, in the order of {@link TenureRegression#controls()}
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the standard errors at the same places
     * @throws IllegalArgumentException if there are not as many columns as controls
     */
    public void gainStandardError(double[] activities, double[][] controls, int from, int to, double[] out) {
        eachCustomer(activities, controls, from, to, out, this::gainError);
    }

    /**
     * The customers by what one more activity goes with, the largest gain first: whom to offer it to first, by the rule of the
     * fifth source.
     *
     * @param activities the number of activities of each customer
     * @param controls one column for each control, in the order of {@link TenureRegression#controls()}
     * @return their places, counted from 0; those of the same gain in their order, those without one left out
     * @throws IllegalArgumentException if there are not as many columns as controls, or lengths differ
     */
    public int[] ranking(double[] activities, double[][] controls) {
        for (double[] column : controls) {
            Require.length(column.length, activities.length, "column of controls");
        }
        double[] gains = new double[activities.length];
        gainOfNext(activities, controls, 0, gains.length, gains);
        int[] known = IntStream.range(0, gains.length)
                .filter(i -> !Double.isNaN(gains[i]))
                .toArray();
        return RankOrder.of(gains, known, known.length);
    }

    /** Something of one customer; the array is scratch. */
    private interface OfCustomer {
        double at(double activities, double[] controls, double[] weights);
    }

    private void eachCustomer(
            double[] activities, double[][] controls, int from, int to, double[] out, OfCustomer number) {
        Require.length(controls.length, regression().controls().size(), "controls");
        double[] weights = new double[centred.length];
        double[] z = new double[controls.length];
        for (int i = from; i < to; i++) {
            boolean known = activities[i] >= 0 && activities[i] < Double.POSITIVE_INFINITY;
            for (int k = 0; k < z.length; k++) {
                z[k] = controls[k][i];
                known &= Double.isFinite(z[k]);
            }
            double value = known ? number.at(activities[i], z, weights) : Double.NaN;
            out[i] = Double.isFinite(value) ? value : Double.NaN;
        }
    }

    private double gain(double activities, double[] controls, double[] weights) {
        design.gain(activities, controls, weights);
        return Directions.dot(weights, centred);
    }

    private double gainError(double activities, double[] controls, double[] weights) {
        design.gain(activities, controls, weights);
        return squares.standardError(weights);
    }

    private void require(double activities, double[] controls) {
        TenureCurve.requireNotNegative(activities, regression().activities());
        Require.length(controls.length, regression().controls().size(), "controls");
        for (int k = 0; k < controls.length; k++) {
            Require.finite(controls[k], regression().controls().get(k));
        }
    }

    /**
     * The fit as R prints {@code summary.lm}, then where the curve turns, and how to read it.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        return TenureText.of(this, language);
    }

    /** The formula and the coefficients, for people. */
    @Override
    public String toString() {
        return "TenureFit[" + regression().formula() + ", "
                + coefficients.stream()
                        .map(row -> row.name() + "=" + row.estimate())
                        .toList() + "]";
    }
}
