package io.github.clv4j.value;

import io.github.clv4j.base.LogisticFormula;
import io.github.clv4j.base.Require;
import java.util.List;

/**
 * The probability that a customer takes a service, as a logistic model of its features:
 *
 * <pre>
 *   eta = a + sum_j b_j x_j          Prob = 1 / (1 + exp(-eta))    where the customer is eligible
 *                                    Prob = 0                      where it is not
 * </pre>
 *
 * for the features x in their own units, the intercept a and the coefficients b. Eligible are those to whom the service can be
 * offered at all, as fibre television to those with fibre: of the others the probability is exactly 0, whatever their features.
 *
 * <p>The features must be finite for every customer, eligible or not, and so must be their log-odds: what cannot be
 * computed is an error, never 0. The probability of an eligible customer is exactly 0 below log-odds of about -709 and
 * exactly 1 above about 37.
 *
 * <p>A model fitted on who holds a service tells how much a customer resembles its holders. That is association: it says
 * neither how soon the service would be taken nor what an offer would change.
 *
 * <p>Immutable and thread-safe.
 */
public final class AdoptionModel {

    private final LogisticFormula formula;

    private AdoptionModel(LogisticFormula formula) {
        this.formula = formula;
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
    public static AdoptionModel of(List<String> features, double intercept, double[] coefficients, double[] means) {
        return new AdoptionModel(LogisticFormula.of(features, intercept, coefficients, means));
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
     * @return the log-odds of an eligible customer whose features are all 0
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
     * The means of the features over the customers the model was fitted on, who were eligible.
     *
     * @return a copy, in the order of {@link #features()}
     */
    public double[] means() {
        return formula.means();
    }

    /**
     * The log-odds of the mean customer: of one whose features are the {@link #means()}.
     *
     * @return the log-odds, not finite where the sum overflows
     */
    public double baseline() {
        return formula.baseline();
    }

    /**
     * The probability that a customer takes the service.
     *
     * @param eligible 1 for a customer to whom the service can be offered, 0 for any other
     * @param x the features in the order of {@link #features()}, finite
     * @return Prob, in [0, 1]; 0 where eligible is 0
     * @throws IllegalArgumentException if there are not as many values as features, a value or the log-odds are not finite,
     *     or eligible is neither 0 nor 1
     */
    public double adoptionProbability(double eligible, double... x) {
        double probability = filtered(eligible, formula.probability("adoption", x));
        if (Double.isNaN(probability)) {
            throw Require.outside("eligible", "0 or 1", eligible);
        }
        return probability;
    }

    /**
     * The columnar form of {@link #adoptionProbability(double, double...)}: the same bits for every customer, and NaN where
     * that one throws.
     *
     * @param eligible 1 for each customer to whom the service can be offered, 0 for the others
     * @param x one column for each feature, in the order of {@link #features()}
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the probabilities at the same places; not one of the columns
     * @throws IllegalArgumentException if there are not as many columns as features
     */
    public void adoptionProbability(double[] eligible, double[][] x, int from, int to, double[] out) {
        formula.probability(x, from, to, out);
        for (int i = from; i < to; i++) {
            out[i] = filtered(eligible[i], out[i]);
        }
    }

    /** What cannot be computed stays NaN outside the filter too. */
    private static double filtered(double eligible, double probability) {
        if (eligible == 1 || Double.isNaN(probability)) {
            return probability;
        }
        return eligible == 0 ? 0 : Double.NaN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdoptionModel that && formula.equals(that.formula);
    }

    @Override
    public int hashCode() {
        return formula.hashCode();
    }

    @Override
    public String toString() {
        return "AdoptionModel" + formula;
    }
}
