package io.github.clv4j.retention;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;

/** Tails of the distributions of t and F, which keep their digits however far out they lie. Stateless and thread-safe. */
final class TailProbability {

    /** Quantiles are found to this. */
    private static final double ACCURACY = 1e-14;

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

    /** How far from 0, on either side, Student's t is with a probability of 1 - confidence. */
    static double quantileOfT(double confidence, double degreesOfFreedom) {
        double upper = IntervalEstimate.requireConfidence(confidence) / 2 + 0.5;
        return new TDistribution(null, degreesOfFreedom, ACCURACY).inverseCumulativeProbability(upper);
    }
}
