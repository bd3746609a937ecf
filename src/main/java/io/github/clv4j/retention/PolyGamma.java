package io.github.clv4j.retention;

/** The first two derivatives of the logarithm of the gamma function, faster and closer than those of Commons Math. */
final class PolyGamma {

    private static final double LARGE = 10;

    /** From here on differences are taken term by term. */
    private static final double FAR = 1e3;

    private PolyGamma() {}

    /** The digamma function, for x above 0. */
    static double digamma(double x) {
        double sum = 0;
        double y = x;
        for (; y < LARGE; y++) {
            sum -= 1 / y;
        }
        double z = 1 / (y * y);
        double series = 1.0 / 12
                - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132 - z * (691.0 / 32760 - z / 12)))));
        return sum + StrictMath.log(y) - 0.5 / y - z * series;
    }

    /** The trigamma function, for x above 0. */
    static double trigamma(double x) {
        double sum = 0;
        double y = x;
        for (; y < LARGE; y++) {
            sum += 1 / (y * y);
        }
        double z = 1 / (y * y);
        double series = 1.0 / 6
                - z * (1.0 / 30 - z * (1.0 / 42 - z * (1.0 / 30 - z * (5.0 / 66 - z * (691.0 / 2730 - z * 7 / 6)))));
        return sum + 1 / y + z / 2 + z / y * series;
    }

    /** digamma(x + a) - digamma(x), without cancellation for large x; x and a above 0. */
    static double digammaRise(double x, double a) {
        if (x < FAR) {
            return digamma(x + a) - digamma(x);
        }
        double p = 1 / x;
        double q = 1 / (x + a);
        double sum = p + q;
        double fall = a / (x + a) * p; // p - q, which the other differences have as a factor
        return StrictMath.log1p(a / x) + fall * (0.5 + sum / 12 - sum * (p * p + q * q) / 120);
    }

    /** trigamma(x) - trigamma(x + a), likewise. */
    static double trigammaFall(double x, double a) {
        if (x < FAR) {
            return trigamma(x) - trigamma(x + a);
        }
        double p = 1 / x;
        double q = 1 / (x + a);
        double squares = p * p + p * q + q * q;
        double fourths = squares * squares - p * q * (p + q) * (p + q);
        return a / (x + a) * p * (1 + (p + q) / 2 + squares / 6 - fourths / 30);
    }
}
