package io.github.clv4j.retention;

/**
 * The test of Hosmer and Lemeshow: whether as many customers left in each decile of risk as their probabilities say.
 *
 * <pre>
 *   statistic = sum_g (O_g - E_g)^2 / (E_g (1 - E_g / n_g))
 * </pre>
 *
 * for the deciles g with n_g customers of whom O_g left (customers of the same probability in several deciles share what they
 * did, so that O_g may be no whole number), and the sum E_g of their probabilities; a decile where everybody's
 * probability is 0, or 1, adds nothing if it is right and infinity if not. If the probabilities are right it follows a
 * chi-squared distribution, approximately: with the number of deciles as degrees of freedom on customers the model was not
 * fitted on, and two fewer on those it was. With many customers it finds differences too small to matter.
 *
 * <p>Source: D. W. Hosmer, S. Lemeshow, 1980, Goodness of fit tests for the multiple logistic regression model,
 * Communications in Statistics A9. Tables of other tools differ a little where they form the groups in another way.
 *
 * <p>Immutable and thread-safe.
 *
 * @param statistic the statistic, at least 0
 * @param degreesOfFreedom its degrees of freedom
 */
public record HosmerLemeshow(double statistic, int degreesOfFreedom) {

    /**
     * How likely a statistic as large is if the probabilities are right.
     *
     * @return the upper tail of the chi-squared distribution; NaN with less than one degree of freedom
     */
    public double pValue() {
        if (statistic == Double.POSITIVE_INFINITY && degreesOfFreedom >= 1) {
            return 0;
        }
        return isTest() ? new ChiSquareTest(statistic, degreesOfFreedom).pValue() : Double.NaN;
    }

    /**
     * The logarithm of the p-value to base 10, also where that is too small for a double.
     *
     * @return at most 0; minus infinity for an infinite statistic, NaN with less than one degree of freedom
     */
    public double log10PValue() {
        if (statistic == Double.POSITIVE_INFINITY && degreesOfFreedom >= 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return isTest() ? new ChiSquareTest(statistic, degreesOfFreedom).log10PValue() : Double.NaN;
    }

    private boolean isTest() {
        return statistic >= 0 && degreesOfFreedom >= 1;
    }
}
