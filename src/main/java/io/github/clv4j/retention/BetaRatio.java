package io.github.clv4j.retention;

/**
 * Ratios of beta functions, {@code B(a, x + s) / B(a, x)}, which are what survives of customers whose churn probability is
 * beta distributed.
 *
 * <p>Differences of log-gamma values lose as many digits as the arguments have. Here Stirling's formula is subtracted by
 * hand, so that every term is small where the result is: nothing is lost for parameters of 1e8, nor for a close to 0.
 */
final class BetaRatio {

    /** From here on Stirling's series with the coefficients below is exact in a double. */
    private static final double LARGE = 10;

    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private BetaRatio() {}

    /** log B(a, x + s) / B(a, x) for a, x > 0 and s in [0, Inf]. */
    static double log(double a, double x, double s) {
        return a * slope(a, x, s);
    }

    /**
     * The logarithm of {@code gamma(x + s) gamma(x + a) / gamma(x + a + s) / gamma(x)} as a part of a, its limit for a = 0
     * included; for a > -x, where x is at least 1 if a is below 0.
     */
    static double slope(double a, double x, double s) {
        if (s == 0) {
            return 0;
        }
        if (s == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        double part = 0; // of a product 1 + a part, which is taken into the sum before it is too small
        double start = x;
        for (; start < LARGE; start++) {
            double factor = -(s / (start + s)) / (start + a);
            if (a * factor < -0.5) {
                sum += StrictMath.log((start / (start + s)) * ((start + a + s) / (start + a))) / a;
            } else {
                part += factor * (1 + a * part);
                if (a * part < -0.5) {
                    sum += part * logPart(a * part);
                    part = 0;
                }
            }
        }
        return sum + part * logPart(a * part) + largeSlope(a, start, s);
    }

    private static double largeSlope(double a, double x, double s) {
        double whole = x + a + s;
        return (x - 0.5) / x * (s / whole) * logPart(a / x * (s / whole))
                - StrictMath.log1p(s / (x + a))
                - s / (x + s) * logPart(a / (x + s))
                + stirlingFall(x + s, a)
                - stirlingFall(x, a);
    }

    /** (R(x) - R(x + a)) / a for the remainder R of Stirling's formula. */
    private static double stirlingFall(double x, double a) {
        double p = 1 / x;
        double q = 1 / (x + a);
        double sum = 0;
        double powers = 1; // sum of p^i q^j over i + j = 2 k
        double before = 0; // the same over i + j = 2 k - 1
        for (double coefficient : STIRLING) {
            sum += coefficient * powers;
            double odd = (p + q) * powers - p * q * before;
            powers = (p + q) * odd - p * q * powers;
            before = odd;
        }
        return sum * p * q;
    }

    /** log(1 + z) / z. */
    private static double logPart(double z) {
        return z == 0 ? 1 : StrictMath.log1p(z) / z;
    }
}
