package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;

/**
 * The result of a Cox regression.
 *
 * <p>The factors say how the rates of customers compare, not why they differ. Immutable and thread-safe.
 */
public final class CoxFit {

    private final TiedTimes ties;
    private final int customers;
    private final int leavers;
    private final int iterations;
    private final ImmutableList<CoxCoefficient> coefficients;
    private final double[][] covariance;
    private final double[] means;
    private final double nullLogLikelihood;
    private final double logLikelihood;
    private final ChiSquareTest scoreTest;
    private final ChiSquareTest waldTest;
    private final double concordance;
    private final double[] times;
    private final double[] logHazard;

    CoxFit(
            List<String> features,
            TiedTimes ties,
            ObservedTenures tenures,
            CoxRows rows,
            CoxLikelihood likelihood,
            CoxAscent.Summit summit,
            double[] scale,
            double[] means,
            double[] fittedMeans) {
        this.ties = ties;
        this.customers = tenures.customers();
        this.leavers = tenures.leavers();
        this.iterations = summit.steps();
        this.means = means;
        covariance = summit.covariance().clone();
        ImmutableList.Builder<CoxCoefficient> list = ImmutableList.builder();
        for (int j = 0; j < scale.length; j++) {
            double[] row = covariance[j].clone();
            double standardError = Math.abs(scale[j]) * StrictMath.sqrt(row[j]);
            for (int k = 0; k < scale.length; k++) {
                row[k] = row[k] * scale[j] * scale[k];
            }
            covariance[j] = row;
            list.add(new CoxCoefficient(features.get(j), summit.coefficients()[j] * scale[j], standardError));
        }
        coefficients = list.build();
        nullLogLikelihood = summit.start().logLikelihood();
        logLikelihood = summit.point().logLikelihood();
        scoreTest = scoreTest(summit);
        waldTest = waldTest(summit);
        concordance = Concordance.of(rows, rows.combined(summit.coefficients()));
        CoxLikelihood.Hazard steps = likelihood.hazard(summit.coefficients());
        double lastTime = Arrays.stream(tenures.times()).max().orElse(0);
        boolean watchedOn = lastTime > steps.times()[steps.times().length - 1];
        times = Arrays.copyOf(steps.times(), steps.times().length + (watchedOn ? 1 : 0));
        times[times.length - 1] = lastTime;
        logHazard = Arrays.copyOf(steps.logs(), times.length);
        logHazard[times.length - 1] = steps.logs()[steps.logs().length - 1];
        double toMean = distance(means, fittedMeans);
        Arrays.setAll(logHazard, i -> logHazard[i] + toMean);
    }

    /** How far the log of the rate of a customer is from that of another. */
    private double distance(double[] to, double[] from) {
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            sum += coefficients.get(j).estimate() * (to[j] - from[j]);
        }
        return sum;
    }

    private static ChiSquareTest scoreTest(CoxAscent.Summit summit) {
        double[] gradient = summit.start().gradient();
        double chiSquare = Directions.dot(gradient, summit.startInformation().solve(gradient));
        return new ChiSquareTest(Math.max(0, chiSquare), gradient.length);
    }

    private static ChiSquareTest waldTest(CoxAscent.Summit summit) {
        double[] b = summit.coefficients();
        double chiSquare = 0;
        for (int j = 0; j < b.length; j++) {
            chiSquare += b[j] * Directions.dot(summit.point().information()[j], b);
        }
        return new ChiSquareTest(Math.max(0, chiSquare), b.length);
    }

    /**
     * How those who left at the same time were taken.
     *
     * @return the way
     */
    public TiedTimes ties() {
        return ties;
    }

    /**
     * How many rows the regression was fitted on.
     *
     * @return the number of rows
     */
    public int customers() {
        return customers;
    }

    /**
     * How many of them left.
     *
     * @return the number of events
     */
    public int leavers() {
        return leavers;
    }

    /**
     * How many Newton steps it took.
     *
     * @return the number of steps
     */
    public int iterations() {
        return iterations;
    }

    /**
     * The coefficients with their standard errors.
     *
     * @return one for each column, in the order of the columns
     */
    public List<CoxCoefficient> coefficients() {
        return coefficients;
    }

    /**
     * The covariance matrix of the coefficients: the inverse of the information matrix.
     *
     * @return a new matrix in the order of the columns; Inf or 0 where a square of the unit of a column is too large or too small
     *     for a number, though its standard error is not
     */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The partial log-likelihood without any effect.
     *
     * @return its value at b = 0
     */
    public double nullLogLikelihood() {
        return nullLogLikelihood;
    }

    /**
     * The partial log-likelihood.
     *
     * @return its maximum
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * The likelihood ratio test against no effect of any column.
     *
     * @return twice the gain of log-likelihood, with as many degrees of freedom as columns
     */
    public ChiSquareTest likelihoodRatioTest() {
        return new ChiSquareTest(Math.max(0, 2 * (logLikelihood - nullLogLikelihood)), means.length);
    }

    /**
     * The score test against no effect of any column; of one column of 0 and 1, without ties, it is the {@linkplain LogRank
     * log-rank test}.
     *
     * @return the test
     */
    public ChiSquareTest scoreTest() {
        return scoreTest;
    }

    /**
     * The Wald test against no effect of any column.
     *
     * @return the test
     */
    public ChiSquareTest waldTest() {
        return waldTest;
    }

    /**
     * How well the regression orders those who leave: of all pairs of a customer who left and another still at risk then, who left
     * later or is not known to have left, the share in which the first had the higher rate; equal rates count a half.
     *
     * @return the concordance, 0.5 by chance; NaN where there is no such pair
     */
    public double concordance() {
        return concordance;
    }

    /**
     * The factor by which the rate of a customer differs from that of one with the mean of each column.
     *
     * @param covariates the values of a customer, finite, in the order of the columns
     * @return exp(b'(x - mean)), in [0, Inf]
     * @throws IllegalArgumentException if the length differs or a value is not finite
     */
    public double relativeHazard(double... covariates) {
        return StrictMath.exp(logRelativeHazard(covariates));
    }

    private double logRelativeHazard(double[] covariates) {
        Require.length(covariates.length, means.length, "covariates");
        for (int j = 0; j < means.length; j++) {
            Require.finite(covariates[j], coefficients.get(j).feature());
        }
        return distance(covariates, means);
    }

    /**
     * The survival curve of a customer, {@code exp(-H(t) exp(b'(x - mean)))}, H the cumulative hazard of a customer with the mean of
     * each column, by the same treatment of ties as the fit (Breslow 1974, Efron 1977).
     *
     * @param covariates the values of a customer, finite, in the order of the columns
     * @return the curve, known up to the last time anybody was watched
     * @throws IllegalArgumentException if the length differs or a value is not finite
     */
    public StepLifetime survival(double... covariates) {
        double logFactor = logRelativeHazard(covariates);
        double[] survival = new double[logHazard.length];
        Arrays.setAll(survival, i -> StrictMath.exp(-StrictMath.exp(logHazard[i] + logFactor)));
        return new StepLifetime(times, survival);
    }

    /**
     * The survival curve of a customer with the mean of each column, which is not the mean curve of the customers.
     *
     * @return the curve, known up to the last time anybody was watched
     */
    public StepLifetime baseline() {
        return survival(means);
    }

    /**
     * The mean of each column.
     *
     * @return a new array in the order of the columns
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * The fit for people: each coefficient with its factor, standard error, z and p, and how good the whole is.
     *
     * @param language the language
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        return CoxText.of(this, language);
    }

    @Override
    public String toString() {
        return "CoxFit[ties=" + ties + ", customers=" + customers + ", leavers=" + leavers + ", coefficients="
                + coefficients + "]";
    }
}
