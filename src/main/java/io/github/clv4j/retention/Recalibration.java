package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.List;

/**
 * A correction of churn probabilities that keeps their order: a linear function of the log-odds. Applied to a logistic
 * model it gives a logistic model, so contributions still add up.
 *
 * <pre>
 *   logit P' = c + s logit P,   s > 0
 * </pre>
 *
 * <p>A known cause is corrected by the intercept c alone, with s = 1: leavers who were sampled more often than the others
 * ({@link #toBaseRate}), class weights ({@link #undoingClassWeights}). Whatever else is wrong is learned by {@link #fit},
 * the logistic recalibration: c and s by maximum likelihood on customers the model was not fitted on. A slope below 1 says
 * that the probabilities were too extreme, as they are of an overfitted model. Targets are 0 and 1, not moved inwards as
 * in Platt's method.
 *
 * <p>Sources: G. King, L. Zeng, 2001, Logistic regression in rare events data, Political Analysis 9 (prior correction);
 * D. R. Cox, 1958, Two further applications of a model for binary regression, Biometrika 45; J. Platt, 1999, Probabilistic
 * outputs for support vector machines.
 *
 * <p>Immutable and thread-safe.
 *
 * @param intercept c, finite
 * @param slope s, in (0, Inf)
 */
public record Recalibration(double intercept, double slope) {

    private static final String LOG_ODDS = "log-odds of the model";

    /**
     * Creates a correction.
     *
     * @param intercept c, finite
     * @param slope s, in (0, Inf): with another the order of the customers would be lost
     * @throws IllegalArgumentException if a number is out of range (NaN included)
     */
    public Recalibration {
        Require.finite(intercept, "intercept of the recalibration");
        Require.positive(slope, "slope of the recalibration");
    }

    /**
     * The prior correction of a model that was fitted on a sample with another share of leavers than there is: right where
     * leavers and stayers were each sampled at random.
     *
     * <pre>
     *   c = logit(base rate) - logit(sample rate)
     * </pre>
     *
     * @param sampleRate the share who left among the customers of the fit, in (0, 1)
     * @param baseRate the share who leave, in (0, 1)
     * @return the correction
     * @throws IllegalArgumentException if a rate is out of range (NaN included)
     */
    public static Recalibration toBaseRate(double sampleRate, double baseRate) {
        return new Recalibration(logit(baseRate, "base rate") - logit(sampleRate, "sample rate"), 1);
    }

    private static double logit(double rate, String name) {
        if (rate > 0 && rate < 1) {
            return StrictMath.log(rate) - StrictMath.log1p(-rate);
        }
        throw Require.outside(name, "in (0, 1)", rate);
    }

    /**
     * The correction of a model that was fitted with class weights: they move the odds by the ratio of the weights, as
     * sampling would.
     *
     * @param stayed the weight of customers who stayed, in (0, Inf)
     * @param left the weight of customers who left, in (0, Inf)
     * @return the correction, with {@code c = -log(left / stayed)}
     * @throws IllegalArgumentException if a weight is out of range (NaN included)
     */
    public static Recalibration undoingClassWeights(double stayed, double left) {
        Require.positive(stayed, "class weight of those who stayed");
        Require.positive(left, "class weight of those who left");
        return new Recalibration(StrictMath.log(stayed) - StrictMath.log(left), 1);
    }

    /**
     * The logistic recalibration.
     *
     * @param logOdds the {@linkplain ChurnModel#logOdds(double...) log-odds} a model gives each customer, finite; of
     *     customers the model was not fitted on, for on those it was there is nothing to correct
     * @param outcome 1 for each customer who left, 0 for each who stayed, in the same order
     * @return the correction with the largest likelihood
     * @throws IllegalArgumentException if there is no customer, a number is not finite, an outcome is neither 0 nor 1, the
     *     lengths differ, or those with higher log-odds do not leave more
     * @throws FitException if all left or all stayed, all have the same log-odds, or these separate the two; it says what
     *     helps a recalibration
     */
    public static Recalibration fit(double[] logOdds, double[] outcome) {
        ChurnModel line = line(logOdds, outcome);
        double slope = line.coefficients()[0];
        if (!(slope > 0)) {
            throw new IllegalArgumentException("customers to recalibrate on must leave more the higher the " + LOG_ODDS
                    + ", but the slope was " + slope + "; the model ranks them no better than chance");
        }
        return new Recalibration(line.intercept(), slope);
    }

    private static ChurnModel line(double[] logOdds, double[] outcome) {
        try {
            return LogisticRegression.withDefaults()
                    .fit(List.of(LOG_ODDS), new double[][] {logOdds}, outcome)
                    .model();
        } catch (FitException e) {
            FitException advised = new FitException(e.reason(), e.columns(), message(e, logOdds[0]));
            advised.initCause(e);
            throw advised;
        }
    }

    /** What helps a regression of someone's own columns does not help one of the log-odds of a model. */
    private static String message(FitException e, double logOdds) {
        return switch (e.reason()) {
            case SEPARATION ->
                "column " + LOG_ODDS + " separates customers who left from customers who stayed, so the"
                        + " recalibration has no finite estimate; hold out more customers";
            case CONSTANT_COLUMN ->
                "column " + LOG_ODDS + " is " + logOdds + " for every customer: the model gives all the same"
                        + " probability, so there is no slope to learn; recalibrate to a base rate";
            case ONE_CLASS -> e.getMessage() + "; hold out more customers";
            default ->
                "the recalibration by the column " + LOG_ODDS + " did not settle; hold out more customers, and look"
                        + " for extreme log-odds";
        };
    }

    /**
     * A log-odds corrected.
     *
     * @param logOdds the log-odds of the model
     * @return {@code c + s logOdds}
     */
    public double logOdds(double logOdds) {
        return intercept + slope * logOdds;
    }
}
