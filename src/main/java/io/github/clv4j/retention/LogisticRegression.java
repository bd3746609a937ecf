package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.retention.LogisticFitException.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

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
 * fall, until a step changes no coefficient by more than one part in a billion; the error left is then of the order of its
 * square.
 *
 * <p>Where there is no maximum the fit ends in a {@link LogisticFitException} that names the columns: outcomes of one
 * class, a column without variance, a column that others explain, and classes that a combination of columns separates
 * (completely or quasi-completely), for which the likelihood grows without end. It never returns huge coefficients.
 *
 * <p>Immutable and thread-safe.
 */
public final class LogisticRegression {

    private static final int MAX_ITERATIONS = 60;
    private static final int MAX_HALVINGS = 40;
    private static final double STEP_TOLERANCE = 1e-9;

    /** A step shorter than this is on its way to a maximum, not along a direction without end. */
    private static final double STEADY_STEP = 0.1;

    /** How far a customer may lie on the wrong side of a separating direction, as a part of the largest distance. */
    private static final double SEPARATION_TOLERANCE = 1e-6;

    /** A column that has this part of the strongest column's weight has a hand in the separation. */
    private static final double ACCOMPLICE = 0.01;

    private LogisticRegression() {}

    /**
     * The regression as described above.
     *
     * @return the regression
     */
    public static LogisticRegression withDefaults() {
        return new LogisticRegression();
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
     * @throws LogisticFitException if there is no maximum-likelihood estimate
     */
    public LogisticFit fit(List<String> features, double[][] columns, double[] outcome) {
        requireShape(features, columns, outcome);
        int churned = requireTwoClasses(outcome);
        Design design = new Design(features, columns);
        LogisticLikelihood likelihood = new LogisticLikelihood(design, outcome);
        double[] start = new double[columns.length + 1];
        start[0] = StrictMath.log((double) churned / (outcome.length - churned));
        LogisticLikelihood.Point nullModel = likelihood.at(start);
        // In the null model all weights are equal, so its information matrix is a multiple of the correlations.
        Collinearity.refuse(design, nullModel.information());
        return climb(design, likelihood, start, nullModel, outcome.length, churned);
    }

    private static LogisticFit climb(
            Design design,
            LogisticLikelihood likelihood,
            double[] start,
            LogisticLikelihood.Point nullModel,
            int customers,
            int churned) {
        double[] coefficients = start;
        LogisticLikelihood.Point point = nullModel;
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            double[] step = newtonStep(design, point, coefficients);
            double length = largest(step);
            if (length > STEADY_STEP && likelihood.separation(step) >= -SEPARATION_TOLERANCE) {
                throw separated(design, step);
            }
            Ascent ascent = ascend(likelihood, coefficients, step, point.logLikelihood());
            coefficients = ascent.coefficients();
            point = ascent.point();
            if (length <= STEP_TOLERANCE * (1 + largest(coefficients))) {
                Convergence convergence = new Convergence(
                        iteration, length, largest(point.gradient()), point.logLikelihood(), nullModel.logLikelihood());
                return new LogisticFit(design.model(coefficients), convergence, customers, churned);
            }
        }
        throw notConverged(design, coefficients);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Ascent(double[] coefficients, LogisticLikelihood.Point point) {}

    /** Takes the step, halved until the likelihood does not fall (beyond what rounding can make of it). */
    private static Ascent ascend(LogisticLikelihood likelihood, double[] from, double[] step, double before) {
        double rounding = 1e-12 * Math.abs(before);
        double scale = 1;
        for (int halving = 0; ; halving++) {
            double[] to = new double[from.length];
            for (int j = 0; j < to.length; j++) {
                to[j] = from[j] + scale * step[j];
            }
            LogisticLikelihood.Point point = likelihood.at(to);
            if (point.logLikelihood() >= before - rounding || halving == MAX_HALVINGS) {
                return new Ascent(to, point);
            }
            scale /= 2;
        }
    }

    private static double[] newtonStep(Design design, LogisticLikelihood.Point point, double[] coefficients) {
        try {
            Array2DRowRealMatrix information = new Array2DRowRealMatrix(point.information(), false);
            return new CholeskyDecomposition(information)
                    .getSolver()
                    .solve(new ArrayRealVector(point.gradient(), false))
                    .toArray();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw notConverged(design, coefficients);
        }
    }

    private static LogisticFitException separated(Design design, double[] step) {
        List<String> columns = strongest(design, step);
        return new LogisticFitException(
                Reason.SEPARATION,
                columns,
                "column " + columns.get(0)
                        + (columns.size() > 1 ? " (with " + columns.subList(1, columns.size()) + ")" : "")
                        + " separates customers who left from customers who stayed, so its coefficient has no finite"
                        + " estimate; leave it out or merge its levels");
    }

    private static LogisticFitException notConverged(Design design, double[] coefficients) {
        List<String> columns = strongest(design, coefficients);
        return new LogisticFitException(
                Reason.NO_CONVERGENCE,
                columns,
                "no maximum of the likelihood within " + MAX_ITERATIONS
                        + " Newton steps; the coefficients that grew most" + " are those of " + columns);
    }

    /** The columns with the largest weights, the largest first, without the intercept. */
    private static List<String> strongest(Design design, double[] weights) {
        double limit = 0;
        for (int j = 1; j < weights.length; j++) {
            limit = Math.max(limit, ACCOMPLICE * Math.abs(weights[j]));
        }
        List<Integer> culprits = new ArrayList<>();
        for (int j = 1; j < weights.length; j++) {
            if (Math.abs(weights[j]) >= limit) {
                culprits.add(j);
            }
        }
        culprits.sort(Comparator.comparingDouble(j -> -Math.abs(weights[j])));
        return culprits.stream().map(j -> design.name(j - 1)).toList();
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static void requireShape(List<String> features, double[][] columns, double[] outcome) {
        Require.distinct(features, "features");
        Require.length(columns.length, features.size(), "columns");
        if (outcome.length == 0) {
            throw new IllegalArgumentException("outcome must have at least one customer, but had 0");
        }
        for (int j = 0; j < columns.length; j++) {
            Require.length(columns[j].length, outcome.length, "column " + features.get(j));
        }
    }

    private static int requireTwoClasses(double[] outcome) {
        int churned = 0;
        for (int i = 0; i < outcome.length; i++) {
            churned += (int) Require.zeroOrOne(outcome[i], "outcome at row " + i);
        }
        if (churned == 0 || churned == outcome.length) {
            throw new LogisticFitException(
                    Reason.ONE_CLASS,
                    List.of(),
                    "outcome must have both 0 and 1, but all " + outcome.length + " customers had " + (int) outcome[0]);
        }
        return churned;
    }
}
