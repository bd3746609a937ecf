package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.List;

/**
 * The result of a logistic regression: the model, how it was reached, and what is known of its coefficients. Whatever outcome
 * it is fitted on, "left" stands for 1 and "stayed" for 0. Immutable and thread-safe.
 */
public final class LogisticFit {

    private final ChurnModel model;
    private final Convergence convergence;
    private final int customers;
    private final int churned;
    private final Penalty penalty;
    private final double effectiveParameters;
    private final double[][] covariance;
    private final ImmutableList<Coefficient> coefficients;

    /** What was done to the likelihood. */
    record Penalty(double ridge, ClassWeights weights) {

        static final Penalty NONE = new Penalty(0, ClassWeights.NONE);

        StandardErrorKind standardErrorKind() {
            if (!weights.isNone()) {
                return StandardErrorKind.SANDWICH;
            }
            return ridge > 0 ? StandardErrorKind.POSTERIOR : StandardErrorKind.INFORMATION;
        }
    }

    /** {@code covariance} and {@code standardErrors} are of the coefficients in the units of the columns, intercept first. */
    LogisticFit(
            ChurnModel model,
            Convergence convergence,
            int customers,
            int churned,
            Penalty penalty,
            double effectiveParameters,
            double[][] covariance,
            double[] standardErrors) {
        this.model = model;
        this.convergence = convergence;
        this.customers = customers;
        this.churned = churned;
        this.penalty = penalty;
        this.effectiveParameters = effectiveParameters;
        this.covariance = covariance;
        this.coefficients = coefficientsOf(model, standardErrors, penalty);
    }

    private static ImmutableList<Coefficient> coefficientsOf(ChurnModel model, double[] errors, Penalty penalty) {
        double[] estimates = model.coefficients();
        ImmutableList.Builder<Coefficient> lines = ImmutableList.builder();
        for (int j = 0; j < errors.length; j++) {
            String name = j == 0 ? Coefficient.INTERCEPT : model.features().get(j - 1);
            double estimate = j == 0 ? model.intercept() : estimates[j - 1];
            double error = errors[j];
            lines.add(
                    penalty.ridge() > 0
                            ? Coefficient.untested(name, estimate, error)
                            : Coefficient.tested(name, estimate, error));
        }
        return lines.build();
    }

    /**
     * The model fitted.
     *
     * @return the churn model
     */
    public ChurnModel model() {
        return model;
    }

    /**
     * How the fit ended.
     *
     * @return steps, gradient and likelihoods
     */
    public Convergence convergence() {
        return convergence;
    }

    /**
     * How many customers it was fitted on.
     *
     * @return those of both classes
     */
    public int customers() {
        return customers;
    }

    /**
     * How many of the customers left.
     *
     * @return those whose outcome is 1
     */
    public int churned() {
        return churned;
    }

    /**
     * The coefficient table.
     *
     * @return the intercept, named {@link Coefficient#INTERCEPT}, then the features in their order
     */
    public List<Coefficient> coefficients() {
        return coefficients;
    }

    /**
     * What the standard errors are.
     *
     * @return the kind, which follows from class weights and ridge penalty
     */
    public StandardErrorKind standardErrorKind() {
        return penalty.standardErrorKind();
    }

    /**
     * The covariance matrix of the coefficients, whose diagonal has the squares of the standard errors.
     *
     * @return a copy, in the order of {@link #coefficients()} and in the units of the features
     */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The deviance.
     *
     * @return -2 x log-likelihood, without the penalty; with class weights the weighted one
     */
    public double deviance() {
        return convergence.deviance();
    }

    /**
     * The deviance of the model with nothing but an intercept.
     *
     * @return -2 x its log-likelihood, weighted as that of {@link #deviance()}
     */
    public double nullDeviance() {
        return -2 * convergence.nullLogLikelihood();
    }

    /**
     * How many parameters the fit has used.
     *
     * @return the number of coefficients; with a ridge penalty the trace of {@code (H + D)^-1 H} for the information matrix H
     *     and the diagonal D of the penalty, which falls towards 1, the intercept, as the penalty grows
     */
    public double effectiveParameters() {
        return effectiveParameters;
    }

    /**
     * Akaike's information criterion.
     *
     * @return deviance + 2 x effective parameters; with class weights comparable only among fits of the same weights
     */
    public double aic() {
        return deviance() + 2 * effectiveParameters;
    }

    /**
     * The Bayesian information criterion.
     *
     * @return deviance + log(customers) x effective parameters; comparable as {@link #aic()}
     */
    public double bic() {
        return deviance() + StrictMath.log(customers) * effectiveParameters;
    }

    /**
     * McFadden's pseudo R squared.
     *
     * @return 1 - deviance / null deviance, in [0, 1]
     */
    public double mcFaddenRSquared() {
        return convergence.mcFaddenRSquared();
    }

    /**
     * The ridge penalty of the fit.
     *
     * @return lambda, as {@link LogisticRegression#withRidge(double)} takes it; 0 for none
     */
    public double ridge() {
        return penalty.ridge();
    }

    /**
     * What the log-likelihood of a customer who left was multiplied by.
     *
     * @return the class weight of outcome 1, 1 without class weights
     */
    public double weightOfLeft() {
        return penalty.weights().left();
    }

    /**
     * What the log-likelihood of a customer who stayed was multiplied by.
     *
     * @return the class weight of outcome 0, 1 without class weights
     */
    public double weightOfStayed() {
        return penalty.weights().stayed();
    }

    /**
     * The coefficient table laid out as R prints {@code summary(glm)}: the coefficients with stars for their p-values and the
     * legend of these, the deviances, AIC and the number of steps.
     *
     * @param language the language of the text
     * @return lines that each end in a line feed
     */
    public String text(Language language) {
        return LogisticText.of(this, language);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogisticFit that
                && model.equals(that.model)
                && convergence.equals(that.convergence)
                && customers == that.customers
                && churned == that.churned
                && penalty.equals(that.penalty)
                && Arrays.deepEquals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + convergence.hashCode();
    }

    @Override
    public String toString() {
        return "LogisticFit[model=" + model + ", convergence=" + convergence + ", customers=" + customers + ", churned="
                + churned + ", ridge=" + ridge() + ", weightOfStayed=" + weightOfStayed() + ", weightOfLeft="
                + weightOfLeft() + "]";
    }
}
