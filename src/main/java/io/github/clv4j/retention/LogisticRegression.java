package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import io.github.clv4j.retention.LogisticFit.Penalty;
import java.util.List;
import java.util.Optional;

/**
 * Logistic regression by maximum likelihood, if wanted with a ridge penalty and with class weights: the coefficients b that
 * maximise
 *
 * <pre>
 *   sum_i c_i (y_i eta_i - log(1 + exp(eta_i)))  -  lambda / 2  sum_j (s_j b_j)^2,     eta_i = a + sum_j b_j x_ij
 * </pre>
 *
 * for outcomes y of 0 (stayed) and 1 (left), features x with standard deviations s_j (dividing by the number of customers), class
 * weights c, 1 by default, and the penalty lambda, 0 by default, which spares the intercept a.
 *
 * <p>The maximum is found by Newton steps on standardised columns from the null model, halved where the objective would
 * fall, until a step is shorter than 1e-7 standard errors (in the unit of the mean class weight) and moves no customer's
 * log-odds by more than 1e-3; the error left is then of the order of its square. More than 32768 customers are summed up on
 * all processors, with the same bits as on one.
 *
 * <p>Where there is no maximum the fit ends in a {@link FitException} that names the columns: outcomes of one
 * class, a column without variance, a column that others explain, and classes that a combination of columns separates
 * (completely or quasi-completely), for which the likelihood grows without end. It never returns huge coefficients. With a
 * ridge penalty there is an estimate in the last two cases too.
 *
 * <p>What the standard errors of a fit are is said by {@link StandardErrorKind}.
 *
 * <p>Immutable and thread-safe.
 */
public final class LogisticRegression {

    private final OutcomeNames names;
    private final double ridge;

    /** Empty for weights that balance the classes, whatever their sizes are. */
    private final Optional<ClassWeights> weights;

    private LogisticRegression(OutcomeNames names, double ridge, Optional<ClassWeights> weights) {
        this.names = names;
        this.ridge = ridge;
        this.weights = weights;
    }

    /**
     * The regression as described above, without penalty and class weights.
     *
     * @return the regression
     */
    public static LogisticRegression withDefaults() {
        return new LogisticRegression(
                new OutcomeNames("outcome", "customers who left", "customers who stayed"),
                0,
                Optional.of(ClassWeights.NONE));
    }

    /**
     * The same regression with another name for the outcome in what it says of it.
     *
     * @param name what the outcome is called, not blank
     * @return a new regression
     */
    public LogisticRegression withOutcome(String name) {
        return named(new OutcomeNames(Require.notBlank(name, "outcome name"), names.ones(), names.zeros()));
    }

    /**
     * The same regression for another outcome than leaving, with other names for its classes in what it says of them.
     *
     * @param ones what the customers with outcome 1 are called, not blank
     * @param zeros what the customers with outcome 0 are called, not blank
     * @return a new regression
     */
    public LogisticRegression withClasses(String ones, String zeros) {
        return named(new OutcomeNames(
                names.column(), Require.notBlank(ones, "name of ones"), Require.notBlank(zeros, "name of zeros")));
    }

    private LogisticRegression named(OutcomeNames others) {
        return new LogisticRegression(others, ridge, weights);
    }

    /**
     * The same regression with a ridge penalty, which pulls the coefficients towards 0 and gives an estimate also where columns
     * are collinear or separate the classes.
     *
     * <p>The penalty is {@code penalty / 2} times the sum of squares of the coefficients of the standardised columns, taken from
     * the sum of the log-likelihoods of all n customers. So {@code penalty = n lambda} for the lambda of glmnet with {@code alpha
     * = 0}, whose objective is the mean over the customers (columns standardised there too); and {@code penalty = 1 / C} for the
     * C of scikit-learn's LogisticRegression on columns standardised by its StandardScaler. (glmnet standardises with class
     * weights, clv4j without.)
     *
     * @param penalty lambda, in [0, Inf); 0 for none
     * @return a new regression
     * @throws IllegalArgumentException if the penalty is out of range (NaN included)
     */
    public LogisticRegression withRidge(double penalty) {
        return new LogisticRegression(names, RidgeScore.requireNotNegative(penalty, "ridge penalty"), weights);
    }

    /**
     * The same regression with class weights that give both classes half of the weight: n / (2 n_k) for each of the n_k of n
     * customers in class k. The probabilities are then those of a base of which half leave.
     *
     * @return a new regression
     */
    public LogisticRegression withBalancedClasses() {
        return new LogisticRegression(names, ridge, Optional.empty());
    }

    /**
     * The same regression with class weights, by which the log-likelihood of a customer is multiplied. They change the intercept
     * most: the probabilities are those of a base of another mixture. Without a ridge penalty only their ratio matters to the
     * estimates and their standard errors; the likelihood, and so deviance, AIC and BIC, are in the unit of the weights.
     *
     * @param stayed the weight of outcome 0, in (0, Inf)
     * @param left the weight of outcome 1, in (0, Inf)
     * @return a new regression
     * @throws IllegalArgumentException if a weight is out of range (NaN included), or one is more than a million times the
     *     other
     */
    public LogisticRegression withClassWeights(double stayed, double left) {
        return new LogisticRegression(names, ridge, Optional.of(ClassWeights.given(stayed, left)));
    }

    /**
     * Fits a churn model to a table of features.
     *
     * @param features the features of the customers, finite
     * @param outcome 1 for each customer who left, 0 for each who stayed
     * @return the model and how it was reached
     * @throws IllegalArgumentException as {@link #fit(List, double[][], double[])}
     * @throws FitException if there is no estimate
     */
    public LogisticFit fit(FeatureTable features, double[] outcome) {
        return fit(features.names(), features.shared(), outcome);
    }

    /**
     * Fits a churn model.
     *
     * @param features the names of the features, distinct; none gives a model with nothing but an intercept
     * @param columns one column for each feature in the order of the names, one finite value for each customer; read, not
     *     changed or kept
     * @param outcome 1 for each customer who left, 0 for each who stayed
     * @return the model and how it was reached
     * @throws IllegalArgumentException if there is no customer, a value is not finite, an outcome is neither 0 nor 1, or
     *     lengths differ
     * @throws FitException if there is no estimate
     */
    public LogisticFit fit(List<String> features, double[][] columns, double[] outcome) {
        requireShape(features, columns, outcome);
        int churned = requireTwoClasses(outcome);
        return ascent(new Design(features, columns), outcome, churned).climb(churned);
    }

    /**
     * The fit to columns already measured, from the model of a neighbouring penalty if there is one. Without a penalty the
     * climb begins at the null model, where it is seen whether there is an estimate.
     */
    LogisticFit fit(Design design, double[] outcome, int churned, Optional<ChurnModel> neighbour) {
        NewtonAscent ascent = ascent(design, outcome, churned);
        return ridge > 0 && neighbour.isPresent()
                ? ascent.climb(churned, design.standardised(neighbour.get()))
                : ascent.climb(churned);
    }

    private NewtonAscent ascent(Design design, double[] outcome, int churned) {
        return new NewtonAscent(
                design, outcome, churned, new Penalty(ridge, weightsOf(outcome.length, churned)), names);
    }

    ClassWeights weightsOf(int customers, int churned) {
        return weights.orElseGet(() -> ClassWeights.balanced(customers - churned, churned));
    }

    void requireShape(List<String> features, double[][] columns, double[] outcome) {
        Require.distinct(features, "features");
        Require.length(columns.length, features.size(), "columns");
        if (outcome.length == 0) {
            throw new IllegalArgumentException(names.column() + " must have at least one customer, but had 0");
        }
        for (int j = 0; j < columns.length; j++) {
            Require.length(columns[j].length, outcome.length, "column " + features.get(j));
        }
    }

    int requireTwoClasses(double[] outcome) {
        int churned = 0;
        for (int i = 0; i < outcome.length; i++) {
            if (outcome[i] != 0 && outcome[i] != 1) {
                throw Require.outside(names.column() + " at row " + i, "0 or 1", outcome[i]);
            }
            churned += (int) outcome[i];
        }
        if (churned == 0 || churned == outcome.length) {
            throw new FitException(
                    Reason.ONE_CLASS,
                    List.of(names.column()),
                    "column " + names.column() + " must have both 0 and 1, but all " + outcome.length
                            + " customers had " + (int) outcome[0]);
        }
        return churned;
    }
}
