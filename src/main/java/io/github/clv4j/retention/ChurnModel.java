package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.LogisticFormula;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * <p>The probability is over a {@linkplain ChurnPeriod period}, that of the outcomes. The model knows it if it is told.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChurnModel {

    private final LogisticFormula formula;
    private final @Nullable ChurnPeriod period;

    private ChurnModel(LogisticFormula formula, @Nullable ChurnPeriod period) {
        this.formula = formula;
        this.period = period;
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
        return new ChurnModel(LogisticFormula.of(features, intercept, coefficients, means), null);
    }

    /**
     * The same model with the period its probabilities are over stated. Nothing is converted.
     *
     * @param stated the time in which the outcomes it was learned from were observed
     * @return a new model
     */
    public ChurnModel withPeriod(ChurnPeriod stated) {
        return new ChurnModel(formula, stated);
    }

    /**
     * The period the probabilities are over.
     *
     * @return the period; empty if it was not stated
     */
    public Optional<ChurnPeriod> period() {
        return Optional.ofNullable(period);
    }

    /**
     * The model with corrected probabilities. It has the same features and means; the contributions are multiplied by the
     * slope of the correction.
     *
     * @param correction the correction
     * @return a new model
     * @throws IllegalArgumentException if a coefficient becomes too large for a double
     */
    public ChurnModel recalibrated(Recalibration correction) {
        double[] coefficients = coefficients();
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] *= correction.slope();
        }
        return new ChurnModel(
                LogisticFormula.of(features(), correction.logOdds(intercept()), coefficients, means()), period);
    }

    /**
     * The names of the features.
     *
     * @return the names in the order of {@link #coefficients()}
     */
    public List<String> features() {
        return formula.features();
    }

    /**
     * The intercept.
     *
     * @return the log-odds of a customer whose features are all 0
     */
    public double intercept() {
        return formula.intercept();
    }

    /**
     * The coefficients.
     *
     * @return a copy, in the order of {@link #features()}: the change of the log-odds for one unit of the feature
     */
    public double[] coefficients() {
        return formula.coefficients();
    }

    /**
     * The means of the features over the customers the model was fitted on.
     *
     * @return a copy, in the order of {@link #features()}
     */
    public double[] means() {
        return formula.means();
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
        return formula.probability("churn", x);
    }

    /**
     * The log-odds that a customer leaves.
     *
     * @param x the features in the order of {@link #features()}, finite
     * @return {@code a + sum_j b_j x_j}, finite
     * @throws IllegalArgumentException as {@link #churnProbability(double...)}
     */
    public double logOdds(double... x) {
        churnProbability(x);
        return formula.logOdds(x);
    }

    /**
     * The probability that a customer leaves within another period than that of the model, if the hazard of leaving is the
     * same all the time; see {@link ChurnPeriod#atConstantHazard}.
     *
     * @param other the other period
     * @param x the features in the order of {@link #features()}, finite
     * @return the probability over the other period, in [0, 1]
     * @throws IllegalStateException if the period of the model is not stated
     * @throws IllegalArgumentException as {@link #churnProbability(double...)}
     */
    public double churnProbabilityAtConstantHazard(ChurnPeriod other, double... x) {
        double probability = churnProbability(x);
        return period().orElseThrow(() -> new IllegalStateException(
                        "the period of the churn model is not stated; say with withPeriod what its outcomes were over"))
                .atConstantHazard(probability, other);
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
        double[] coefficients = formula.coefficients();
        double[] means = formula.means();
        ImmutableList.Builder<FeatureContribution> contributions = ImmutableList.builder();
        for (int j = 0; j < x.length; j++) {
            contributions.add(new FeatureContribution(formula.features().get(j), x[j], means[j], coefficients[j]));
        }
        return new ChurnExplanation(
                probability, formula.logOdds(x), formula.baseline(), contributions.build(), period());
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
        formula.probability(x, from, to, out);
    }

    /**
     * The columnar form of {@link #churnProbability(double...)} on the customers of a table, without a copy of its columns.
     *
     * @param table the features of the customers, in the order of {@link #features()}
     * @return the probability of each customer, NaN where the scalar form throws
     * @throws IllegalArgumentException if the names of the columns are not the features
     */
    public double[] churnProbability(FeatureTable table) {
        requireFeatures(table);
        double[] probability = new double[table.customers()];
        formula.probability(table.shared(), 0, probability.length, probability);
        return probability;
    }

    /**
     * The columnar form of {@link #logOdds(double...)} on the customers of a table, without a copy of its columns.
     *
     * @param table the features of the customers, in the order of {@link #features()}
     * @return the log-odds of each customer, with the same bits; NaN where the scalar form throws
     * @throws IllegalArgumentException if the names of the columns are not the features
     */
    public double[] logOdds(FeatureTable table) {
        requireFeatures(table);
        double[] logOdds = new double[table.customers()];
        formula.logOdds(table.shared(), 0, logOdds.length, logOdds);
        return logOdds;
    }

    private void requireFeatures(FeatureTable table) {
        if (!table.names().equals(features())) {
            throw new IllegalArgumentException(
                    "columns of the table must be " + features() + ", but were " + table.names());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChurnModel that && formula.equals(that.formula) && Objects.equals(period, that.period);
    }

    @Override
    public int hashCode() {
        return 31 * formula.hashCode() + Objects.hashCode(period);
    }

    @Override
    public String toString() {
        return "ChurnModel" + formula + (period == null ? "" : " over " + period.text(Language.ENGLISH));
    }
}
