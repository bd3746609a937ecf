package io.github.clv4j.retention;

/**
 * A coefficient of a Cox regression. Immutable and thread-safe.
 *
 * @param feature the column
 * @param estimate the coefficient b: the log of the factor by which one unit more multiplies the rate of leaving
 * @param standardError its standard error
 */
public record CoxCoefficient(String feature, double estimate, double standardError) {

    /**
     * The coefficient in standard errors.
     *
     * @return z
     */
    public double z() {
        return estimate / standardError;
    }

    /**
     * The test whether the column has an effect.
     *
     * @return z squared with one degree of freedom; its p is the two-sided one of z
     */
    public ChiSquareTest test() {
        return new ChiSquareTest(z() * z(), 1);
    }

    /**
     * The factor by which one unit more multiplies the rate of leaving.
     *
     * @param confidence the level of the interval, in (0, 1)
     * @return exp(b), from exp(b - q s) to exp(b + q s) with the normal quantile q of the level
     * @throws IllegalArgumentException if the level is out of range (NaN included), or the factor too large for a double
     */
    public IntervalEstimate hazardRatio(double confidence) {
        double half = SurvivalLimits.normalQuantile(IntervalEstimate.requireConfidence(confidence)) * standardError;
        return new IntervalEstimate(
                StrictMath.exp(estimate), StrictMath.exp(estimate - half), StrictMath.exp(estimate + half), confidence);
    }
}
