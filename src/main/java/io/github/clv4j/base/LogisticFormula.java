package io.github.clv4j.base;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;

/**
 * A logistic formula: log-odds that are linear in named features, and the probability they stand for.
 *
 * <pre>
 *   eta = a + sum_j b_j x_j          P = 1 / (1 + exp(-eta))
 * </pre>
 *
 * <p>It knows the mean of each feature over the customers it was fitted on. A feature that is NaN or infinite is an error;
 * so are finite features whose log-odds overflow. Shared by the packages of clv4j; not part of what the library promises.
 * Immutable and thread-safe.
 */
public final class LogisticFormula {

    /** So few customers at a time that their probabilities stay near the processor while the columns pass by. */
    private static final int BLOCK = 2048;

    private final ImmutableList<String> features;
    private final double intercept;
    private final double[] coefficients;
    private final double[] means;

    private LogisticFormula(ImmutableList<String> features, double intercept, double[] coefficients, double[] means) {
        this.features = features;
        this.intercept = intercept;
        this.coefficients = coefficients;
        this.means = means;
    }

    /**
     * A formula of known coefficients.
     *
     * @param features the names of the features, distinct
     * @param intercept the intercept a, finite
     * @param coefficients the coefficients b in the order of the features, finite
     * @param means the mean of each feature in the order of the features, finite
     * @return the formula
     * @throws IllegalArgumentException if a number is not finite, a name stands twice or the lengths differ
     */
    public static LogisticFormula of(List<String> features, double intercept, double[] coefficients, double[] means) {
        Require.distinct(features, "features");
        Require.length(coefficients.length, features.size(), "coefficients");
        Require.length(means.length, features.size(), "means");
        Require.finite(intercept, "intercept");
        for (int j = 0; j < coefficients.length; j++) {
            Require.finite(coefficients[j], "coefficient of " + features.get(j));
            Require.finite(means[j], "mean of " + features.get(j));
        }
        return new LogisticFormula(ImmutableList.copyOf(features), intercept, coefficients.clone(), means.clone());
    }

    /**
     * The names of the features.
     *
     * @return the names in the order of {@link #coefficients()}
     */
    public List<String> features() {
        return features;
    }

    /**
     * The intercept.
     *
     * @return the log-odds of a customer whose features are all 0
     */
    public double intercept() {
        return intercept;
    }

    /**
     * The coefficients.
     *
     * @return a copy, in the order of {@link #features()}
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * The means of the features.
     *
     * @return a copy, in the order of {@link #features()}
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * The log-odds of a customer.
     *
     * @param x the features in the order of {@link #features()}
     * @return eta, not finite where a feature is not, or where the sum overflows
     * @throws IllegalArgumentException if there are not as many values as features
     */
    public double logOdds(double... x) {
        Require.length(x.length, coefficients.length, "features");
        double eta = intercept;
        for (int j = 0; j < x.length; j++) {
            eta += coefficients[j] * x[j];
        }
        return eta;
    }

    /**
     * The log-odds of the mean customer.
     *
     * @return eta of the means
     */
    public double baseline() {
        return logOdds(means);
    }

    /**
     * The probability of a customer.
     *
     * @param outcome what the probability is of, as it reads after "log-odds of"
     * @param x the features in the order of {@link #features()}, finite
     * @return P, in [0, 1]
     * @throws IllegalArgumentException if there are not as many values as features, or a value or the log-odds are not
     *     finite
     */
    public double probability(String outcome, double... x) {
        double probability = inverseLogit(logOdds(x));
        if (Double.isNaN(probability)) {
            throw notFinite(outcome, x);
        }
        return probability;
    }

    /**
     * The columnar form of {@link #probability(String, double...)}: the same bits for every customer, and NaN where that
     * one throws.
     *
     * @param x one column for each feature, in the order of {@link #features()}
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the probabilities at the same places; not one of the columns
     * @throws IllegalArgumentException if there are not as many columns as features
     */
    public void probability(double[][] x, int from, int to, double[] out) {
        Require.length(x.length, coefficients.length, "features");
        for (int start = from, end; start < to; start = end) {
            end = start + Math.min(BLOCK, to - start);
            sum(x, start, end, out);
            inverseLogits(out, start, end);
            settle(x, start, end, out);
        }
    }

    /** Puts the probability in the place of each log-odds; NaN for those that only {@link #inverseLogit} can answer. */
    private static void inverseLogits(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = ArithmeticExp.ordinary(0 - values[i]); // -values[i] would keep JDK 17 from vector code
        }
        for (int i = from; i < to; i++) {
            values[i] = 1 / (1 + ArithmeticExp.ofOrdinary(values[i]));
        }
    }

    /** The log-odds of those who are left have been overwritten, but their features have not. */
    private void settle(double[][] x, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            if (Double.isNaN(out[i])) {
                out[i] = inverseLogit(logOdds(x, i));
            }
        }
    }

    private double logOdds(double[][] x, int customer) {
        double eta = intercept;
        for (int j = 0; j < x.length; j++) {
            eta += coefficients[j] * x[j][customer];
        }
        return eta;
    }

    /**
     * The columnar form of {@link #logOdds(double...)}: the same bits for every customer, and NaN where they are not finite.
     *
     * @param x one column for each feature, in the order of {@link #features()}
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the log-odds at the same places; not one of the columns
     * @throws IllegalArgumentException if there are not as many columns as features
     */
    public void logOdds(double[][] x, int from, int to, double[] out) {
        Require.length(x.length, coefficients.length, "features");
        for (int start = from, end; start < to; start = end) {
            end = start + Math.min(BLOCK, to - start);
            sum(x, start, end, out);
            for (int i = start; i < end; i++) {
                out[i] = Double.isFinite(out[i]) ? out[i] : Double.NaN;
            }
        }
    }

    /** Four columns at a time, each customer's products still added one by one in the order of the features. */
    private void sum(double[][] x, int from, int to, double[] out) {
        Arrays.fill(out, from, to, intercept);
        int j = 0;
        for (; j + 4 <= x.length; j += 4) {
            addProducts(coefficients, x, j, from, to, out);
        }
        for (; j < x.length; j++) {
            addProduct(coefficients[j], x[j], from, to, out);
        }
    }

    private static void addProducts(double[] coefficients, double[][] x, int j, int from, int to, double[] out) {
        double b0 = coefficients[j];
        double b1 = coefficients[j + 1];
        double b2 = coefficients[j + 2];
        double b3 = coefficients[j + 3];
        double[] x0 = x[j];
        double[] x1 = x[j + 1];
        double[] x2 = x[j + 2];
        double[] x3 = x[j + 3];
        for (int i = from; i < to; i++) {
            out[i] = (((out[i] + b0 * x0[i]) + b1 * x1[i]) + b2 * x2[i]) + b3 * x3[i];
        }
    }

    private static void addProduct(double coefficient, double[] x, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += coefficient * x[i];
        }
    }

    /**
     * The inverse of the logit.
     *
     * @param logOdds the log-odds
     * @return 1 / (1 + exp(-logOdds)): exactly 0 below about -709 and exactly 1 above about 37; NaN for log-odds that are
     *     not finite, which only an infinite feature or overflow gives
     */
    public static double inverseLogit(double logOdds) {
        return Double.isFinite(logOdds) ? 1 / (1 + StrictMath.exp(-logOdds)) : Double.NaN;
    }

    private IllegalArgumentException notFinite(String outcome, double[] x) {
        for (int j = 0; j < x.length; j++) {
            Require.finite(x[j], features.get(j));
        }
        return Require.outside("log-odds of " + outcome, "finite", logOdds(x));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogisticFormula that
                && features.equals(that.features)
                && Double.compare(intercept, that.intercept) == 0
                && Arrays.equals(coefficients, that.coefficients)
                && Arrays.equals(means, that.means);
    }

    @Override
    public int hashCode() {
        return 31 * features.hashCode() + Double.hashCode(intercept) + Arrays.hashCode(coefficients);
    }

    /** What stands behind the name of a model. */
    @Override
    public String toString() {
        return "[intercept=" + intercept + ", features=" + features + ", coefficients=" + Arrays.toString(coefficients)
                + "]";
    }
}
