package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;

/**
 * A logistic churn model: the probability that a customer leaves within the period its outcomes were observed over.
 *
 * <pre>
 *   eta = a + sum_j b_j x_j          P = 1 / (1 + exp(-eta))
 * </pre>
 *
 * for the features x in their own units, the intercept a and the coefficients b. The model also knows the mean of each
 * feature over the customers it was fitted on, so that a prediction can be explained against the mean customer.
 *
 * <p>A feature that is NaN or infinite is an error; so are finite features whose log-odds overflow. The probability is
 * exactly 0 below log-odds of about -709 and exactly 1 above about 37.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChurnModel {

    private final ImmutableList<String> features;
    private final double intercept;
    private final double[] coefficients;
    private final double[] means;

    private ChurnModel(ImmutableList<String> features, double intercept, double[] coefficients, double[] means) {
        this.features = features;
        this.intercept = intercept;
        this.coefficients = coefficients;
        this.means = means;
    }

    /**
     * A model of known coefficients.
     *
     * @param features the names of the features, distinct
     * @param intercept the intercept a, finite
     * @param coefficients the coefficients b in the order of the features, finite
     * @param means the mean of each feature in the order of the features, finite
     * @return the model
     * @throws IllegalArgumentException if a number is not finite, a name stands twice or the lengths differ
     */
    public static ChurnModel of(List<String> features, double intercept, double[] coefficients, double[] means) {
        Require.distinct(features, "features");
        Require.length(coefficients.length, features.size(), "coefficients");
        Require.length(means.length, features.size(), "means");
        Require.finite(intercept, "intercept");
        for (int j = 0; j < coefficients.length; j++) {
            Require.finite(coefficients[j], "coefficient of " + features.get(j));
            Require.finite(means[j], "mean of " + features.get(j));
        }
        return new ChurnModel(ImmutableList.copyOf(features), intercept, coefficients.clone(), means.clone());
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
     * @return a copy, in the order of {@link #features()}: the change of the log-odds for one unit of the feature
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * The means of the features over the customers the model was fitted on.
     *
     * @return a copy, in the order of {@link #features()}
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * The probability that a customer leaves.
     *
     * @param x the features in the order of {@link #features()}, finite
     * @return P, in [0, 1]
     * @throws IllegalArgumentException if there are not as many values as features, or a value or the log-odds are not
     *     finite
     */
    public double churnProbability(double... x) {
        double probability = probability(eta(x));
        if (Double.isNaN(probability)) {
            requireFinite(x);
        }
        return probability;
    }

    /**
     * The probability that a customer stays, {@code 1 - P}.
     *
     * @param x the features in the order of {@link #features()}, finite
     * @return the retention probability, in [0, 1]
     * @throws IllegalArgumentException as {@link #churnProbability(double...)}
     */
    public double retentionProbability(double... x) {
        return 1 - churnProbability(x);
    }

    /**
     * The churn probability of a customer and what each feature contributes to it, measured in log-odds from the mean
     * customer.
     *
     * @param x the features in the order of {@link #features()}, finite
     * @return the explanation, whose parts add up to the log-odds
     * @throws IllegalArgumentException as {@link #churnProbability(double...)}
     */
    public ChurnExplanation explain(double... x) {
        double probability = churnProbability(x);
        double baseline = eta(means);
        ImmutableList.Builder<FeatureContribution> contributions = ImmutableList.builder();
        for (int j = 0; j < x.length; j++) {
            contributions.add(new FeatureContribution(features.get(j), x[j], means[j], coefficients[j]));
        }
        return new ChurnExplanation(probability, eta(x), baseline, contributions.build());
    }

    /**
     * The columnar form of {@link #churnProbability(double...)}: the same bits for every customer, and NaN where that one
     * throws.
     *
     * @param x one column for each feature, in the order of {@link #features()}
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the probabilities at the same places
     * @throws IllegalArgumentException if there are not as many columns as features
     */
    public void churnProbability(double[][] x, int from, int to, double[] out) {
        Require.length(x.length, coefficients.length, "features");
        Arrays.fill(out, from, to, intercept);
        for (int j = 0; j < x.length; j++) {
            addProduct(coefficients[j], x[j], from, to, out);
        }
        for (int i = from; i < to; i++) {
            out[i] = probability(out[i]);
        }
    }

    private static void addProduct(double coefficient, double[] x, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += coefficient * x[i];
        }
    }

    private double eta(double[] x) {
        Require.length(x.length, coefficients.length, "features");
        double eta = intercept;
        for (int j = 0; j < x.length; j++) {
            eta += coefficients[j] * x[j];
        }
        return eta;
    }

    /** The inverse of the logit; NaN for log-odds that are not finite, which only an infinite feature or overflow gives. */
    static double probability(double eta) {
        return Double.isFinite(eta) ? 1 / (1 + StrictMath.exp(-eta)) : Double.NaN;
    }

    private void requireFinite(double[] x) {
        for (int j = 0; j < x.length; j++) {
            Require.finite(x[j], features.get(j));
        }
        throw Require.outside("log-odds of churn", "finite", eta(x));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChurnModel that
                && features.equals(that.features)
                && Double.compare(intercept, that.intercept) == 0
                && Arrays.equals(coefficients, that.coefficients)
                && Arrays.equals(means, that.means);
    }

    @Override
    public int hashCode() {
        return 31 * features.hashCode() + Double.hashCode(intercept) + Arrays.hashCode(coefficients);
    }

    @Override
    public String toString() {
        return "ChurnModel[intercept=" + intercept + ", features=" + features + ", coefficients="
                + Arrays.toString(coefficients) + "]";
    }
}
