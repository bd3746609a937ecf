package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.ContinuedFraction;

/**
 * A test whose statistic follows a chi-square distribution where there is no effect. Immutable and thread-safe.
 *
 * @param chiSquare the statistic, in [0, Inf)
 * @param degreesOfFreedom the degrees of freedom of the distribution, at least 1
 */
public record ChiSquareTest(double chiSquare, int degreesOfFreedom) {

    private static final double PRECISION = 1e-15;

    /**
     * Creates a test.
     *
     * @param chiSquare the statistic, in [0, Inf)
     * @param degreesOfFreedom the degrees of freedom of the distribution, at least 1
     * @throws IllegalArgumentException if one is out of range (NaN included)
     */
    public ChiSquareTest {
        if (!(chiSquare >= 0 && chiSquare < Double.POSITIVE_INFINITY)) {
            throw Require.outside("chiSquare", "in [0, Inf)", chiSquare);
        }
        if (degreesOfFreedom < 1) {
            throw Require.outside("degreesOfFreedom", "at least 1", degreesOfFreedom);
        }
    }

    /**
     * How probable a statistic at least this large is without an effect.
     *
     * @return p, in [0, 1]; 0 where it is too small for a double, see {@link #log10PValue()}
     */
    public double pValue() {
        return StrictMath.exp(logPValue());
    }

    /**
     * The logarithm of p to base 10, which no effect is too strong for.
     *
     * @return log10 p, at most 0
     */
    public double log10PValue() {
        return logPValue() / StrictMath.log(10) + 0.0; // not -0
    }

    /**
     * The regularised upper incomplete gamma function Q(a, x) in logarithms: by its continued fraction where x is large, else
     * from Q itself, which is then not small.
     */
    private double logPValue() {
        double a = degreesOfFreedom / 2.0;
        double x = chiSquare / 2;
        if (x < a + 1) {
            return StrictMath.log1p(-Gamma.regularizedGammaP(a, x, PRECISION, Integer.MAX_VALUE));
        }
        double fraction = new Fraction(a).evaluate(x, PRECISION);
        return a * StrictMath.log(x) - x - Gamma.logGamma(a) - StrictMath.log(fraction);
    }

    /** Gamma(a, x) = exp(-x) x^a / (x + 1 - a + 1 (a - 1) / (x + 3 - a + 2 (a - 2) / (x + 5 - a + ...))). */
    private static final class Fraction extends ContinuedFraction {

        private final double a;

        Fraction(double a) {
            this.a = a;
        }

        @Override
        protected double getA(int n, double x) {
            return 2.0 * n + 1 - a + x;
        }

        @Override
        protected double getB(int n, double x) {
            return n * (a - n);
        }
    }
}
