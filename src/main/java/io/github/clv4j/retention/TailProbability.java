package io.github.clv4j.retention;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/**
 * Tails of the normal distribution and those of t and F, which keep their digits however far out they lie. Stateless and
 * thread-safe.
 */
final class TailProbability {

    /** Quantiles are found to this. */
    private static final double ACCURACY = 1e-14;

    /** Far more than a quantile takes. */
    private static final int MAX_EVALUATIONS = 10_000;

    private TailProbability() {}

    /** The probability that F with these degrees of freedom is at least f; NaN for NaN. */
    static double ofF(double f, double numerator, double denominator) {
        if (f <= 0) {
            return 1;
        }
        return Beta.regularizedBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
    }

    /** The probability that Student's t is at least so far from 0, on either side; NaN for NaN. */
    static double ofT(double t, double degreesOfFreedom) {
        return ofF(t * t, 1, degreesOfFreedom);
    }

    /**
     * How far from 0, on either side, Student's t is with a probability of 1 - confidence. It is found on the logarithm of that
     * probability, as near 1 the confidence itself tells quantiles no longer apart.
     */
    static double quantileOfT(double confidence, double degreesOfFreedom) {
        double log = StrictMath.log1p(-IntervalEstimate.requireConfidence(confidence));
        double far = 1;
        while (StrictMath.log(ofT(far, degreesOfFreedom)) >= log) {
            far *= 2;
        }
        return new BrentSolver(ACCURACY, ACCURACY)
                .solve(MAX_EVALUATIONS, t -> StrictMath.log(ofT(t, degreesOfFreedom)) - log, 0, far);
    }

    /** How far from 0, on either side, a standard normal variable is with a probability of 1 - confidence, in (0, 1). */
    static double quantileOfNormal(double confidence) {
        return StrictMath.sqrt(2) * Erf.erfInv(confidence);
    }
}
