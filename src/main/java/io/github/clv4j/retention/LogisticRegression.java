package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import java.util.List;

/**
 * Logistic regression by unpenalised maximum likelihood: the coefficients b that maximise
 *
 * <pre>
 *   sum_i y_i eta_i - log(1 + exp(eta_i)),   eta_i = a + sum_j b_j x_ij
 * </pre>
 *
 * for outcomes y of 0 (stayed) and 1 (left) and features x.
 *
 * <p>The maximum is found by Newton steps on standardised columns from the null model, halved where the likelihood would
 * fall, until a step is shorter than 1e-7 standard errors and moves no customer's log-odds by more than 1e-3; the error left is
 * then of the order of its square.
 *
 * <p>Where there is no maximum the fit ends in a {@link FitException} that names the columns: outcomes of one
 * class, a column without variance, a column that others explain, and classes that a combination of columns separates
 * (completely or quasi-completely), for which the likelihood grows without end. It never returns huge coefficients.
 *
 * <p>Immutable and thread-safe.
 */
public final class LogisticRegression {

    private final OutcomeNames names;

    private LogisticRegression(OutcomeNames names) {
        this.names = names;
    }

    /**
     * The regression as described above.
     *
     * @return the regression
     */
    public static LogisticRegression withDefaults() {
        return new LogisticRegression(new OutcomeNames("outcome", "customers who left", "customers who stayed"));
    }

    /**
     * The same regression with another name for the outcome in what it says of it.
     *
     * @param name what the outcome is called, not blank
     * @return a new regression
     */
    public LogisticRegression withOutcome(String name) {
        return new LogisticRegression(
                new OutcomeNames(Require.notBlank(name, "outcome name"), names.ones(), names.zeros()));
    }

    /**
     * The same regression for another outcome than leaving, with other names for its classes in what it says of them.
     *
     * @param ones what the customers with outcome 1 are called, not blank
     * @param zeros what the customers with outcome 0 are called, not blank
     * @return a new regression
     */
    public LogisticRegression withClasses(String ones, String zeros) {
        return new LogisticRegression(new OutcomeNames(
                names.column(), Require.notBlank(ones, "name of ones"), Require.notBlank(zeros, "name of zeros")));
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
     * @throws FitException if there is no maximum-likelihood estimate
     */
    public LogisticFit fit(List<String> features, double[][] columns, double[] outcome) {
        requireShape(features, columns, outcome);
        int churned = requireTwoClasses(outcome);
        Design design = new Design(features, columns);
        double[] nullModel = new double[columns.length + 1];
        nullModel[0] = StrictMath.log((double) churned / (outcome.length - churned));
        return new NewtonAscent(design, outcome, names).from(nullModel, churned);
    }

    private void requireShape(List<String> features, double[][] columns, double[] outcome) {
        Require.distinct(features, "features");
        Require.length(columns.length, features.size(), "columns");
        if (outcome.length == 0) {
            throw new IllegalArgumentException(names.column() + " must have at least one customer, but had 0");
        }
        for (int j = 0; j < columns.length; j++) {
            Require.length(columns[j].length, outcome.length, "column " + features.get(j));
        }
    }

    private int requireTwoClasses(double[] outcome) {
        int churned = 0;
        for (int i = 0; i < outcome.length; i++) {
            churned += (int) Require.zeroOrOne(outcome[i], names.column() + " at row " + i);
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
