package io.github.clv4j.retention;

/**
 * A coefficient of a linear regression, as a row of R's {@code summary.lm}. Immutable and thread-safe.
 *
 * <p>Where the standard error is 0, t is infinite and p 0; where the estimate is 0 too, both are NaN.
 *
 * @param name the name of the term: {@code (Intercept)}, {@code HD}, {@code I(HD^2)}, {@code HD:SEX}
 * @param estimate the estimate
 * @param standardError its standard error, at least 0
 * @param t the estimate divided by its standard error
 * @param pValue the probability that Student's t is at least so far from 0, on either side
 */
public record LinearCoefficient(String name, double estimate, double standardError, double t, double pValue) {

    /** The coefficient of an estimate. */
    static LinearCoefficient of(String name, double estimate, double standardError, int degreesOfFreedom) {
        double t = estimate / standardError;
        return new LinearCoefficient(name, estimate, standardError, t, TailProbability.ofT(t, degreesOfFreedom));
    }
}
