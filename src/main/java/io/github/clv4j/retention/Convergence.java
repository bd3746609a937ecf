package io.github.clv4j.retention;

/**
 * How a maximum-likelihood fit ended. Immutable and thread-safe.
 *
 * @param iterations the number of Newton steps taken
 * @param lastStep the length of the last step in standard errors (the root of the Newton decrement)
 * @param maxAbsoluteScore the largest component of the gradient of the log-likelihood at the solution, features scaled
 *     to mean 0 and unit variance
 * @param logLikelihood the log-likelihood at the solution
 * @param nullLogLikelihood the log-likelihood of the model with nothing but an intercept
 */
public record Convergence(
        int iterations, double lastStep, double maxAbsoluteScore, double logLikelihood, double nullLogLikelihood) {

    /**
     * The deviance of the fit.
     *
     * @return -2 x log-likelihood
     */
    public double deviance() {
        return -2 * logLikelihood;
    }

    /**
     * McFadden's pseudo R squared.
     *
     * @return 1 - log-likelihood / null log-likelihood, in [0, 1]
     */
    public double mcFaddenRSquared() {
        return 1 - logLikelihood / nullLogLikelihood;
    }
}
