package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import org.apache.commons.math3.special.Erf;

/**
 * A line of the coefficient table of a logistic regression. Immutable and thread-safe.
 *
 * @param name the feature, or {@link #INTERCEPT}
 * @param estimate the coefficient: the change of the log-odds for one unit of the feature
 * @param standardError its standard error, of the kind the fit names ({@link LogisticFit#standardErrorKind()})
 * @param z estimate / standardError; NaN where a ridge penalty pulls the estimate towards 0, as it then tests nothing
 * @param pValue how often a standard normal variable lies further from 0 than z; NaN as z
 */
public record Coefficient(String name, double estimate, double standardError, double z, double pValue) {

    /** The name of the intercept, as in R. */
    public static final String INTERCEPT = "(Intercept)";

    /**
     * Creates a line.
     *
     * @param name the feature, or {@link #INTERCEPT}, not blank
     * @param estimate the coefficient, finite
     * @param standardError its standard error, in (0, Inf)
     * @param z estimate / standardError, or NaN
     * @param pValue in [0, 1], or NaN
     * @throws IllegalArgumentException if the name is blank or a number out of range
     */
    public Coefficient {
        Require.notBlank(name, "name of a coefficient");
        Require.finite(estimate, "coefficient of " + name);
        Require.positive(standardError, "standard error of " + name);
        if (!Double.isNaN(z)) {
            Require.finite(z, "z of " + name);
        }
        if (!Double.isNaN(pValue)) {
            Require.probability(pValue, "p-value of " + name);
        }
    }

    /** An estimate with its test against 0. */
    static Coefficient tested(String name, double estimate, double standardError) {
        double z = estimate / standardError;
        return new Coefficient(name, estimate, standardError, z, Erf.erfc(Math.abs(z) / StrictMath.sqrt(2)));
    }

    /** An estimate of which no test is made. */
    static Coefficient untested(String name, double estimate, double standardError) {
        return new Coefficient(name, estimate, standardError, Double.NaN, Double.NaN);
    }

    /**
     * The lower Wald limit.
     *
     * @param confidence the level of the two limits, in (0, 1)
     * @return estimate - q standardError, q the quantile of the standard normal distribution at (1 + confidence) / 2
     * @throws IllegalArgumentException if the level is out of range (NaN included)
     */
    public double lower(double confidence) {
        return estimate - halfWidth(confidence);
    }

    /**
     * The upper Wald limit.
     *
     * @param confidence the level of the two limits, in (0, 1)
     * @return estimate + q standardError, as {@link #lower(double)}
     * @throws IllegalArgumentException if the level is out of range (NaN included)
     */
    public double upper(double confidence) {
        return estimate + halfWidth(confidence);
    }

    private double halfWidth(double confidence) {
        return TailProbability.quantileOfNormal(IntervalEstimate.requireConfidence(confidence)) * standardError;
    }
}
