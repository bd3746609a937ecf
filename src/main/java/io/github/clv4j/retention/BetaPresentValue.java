package io.github.clv4j.retention;

/**
 * The mean of {@code (1 + d) / (d + p)} over churn probabilities p with a beta distribution, which is the discounted
 * expected lifetime {@code 2F1(1, b; a + b; 1 / (1 + d))} of a shifted beta geometric one. All terms are positive: nothing
 * cancels.
 */
final class BetaPresentValue {

    /** Below this rate Gauss' continued fraction, whose length grows as d^-1/2, is longer than the quadrature. */
    private static final double SMALL_RATE = 1e-3;

    private static final int MAX_FRACTIONS = 100_000;
    private static final double NEGLIGIBLE = 0x1p-60;

    /** Beyond 1 by this factor or short of it, an addend of 1 cannot be seen. */
    private static final double FAR = 0x1p56;

    /** A parameter below this is taken out of what is integrated. */
    private static final double TINY = 1e-6;

    /** A share of customers that cannot be seen in the mean, whatever the rate. */
    private static final double NONE = 1e-20;

    /** With a parameter above this, customers differ by less than a double shows. */
    private static final double ALIKE = 1e300;

    private final double a;
    private final double b;
    private final double rate;

    /** For a, b and d above 0. */
    BetaPresentValue(double a, double b, double rate) {
        this.a = a;
        this.b = b;
        this.rate = rate;
    }

    double value() {
        if (b < TINY) {
            // 2F1(1, b; a + b; v) = 1 + b / (a + b) v 2F1(1, b + 1; a + b + 1; v)
            return 1 + b / (a + b) / (1 + rate) * new BetaPresentValue(a, b + 1, rate).value();
        }
        if (a < NONE) {
            return (1 + rate) / rate; // nobody leaves
        }
        if (Math.max(a, b) > ALIKE) {
            return (1 + rate) / (rate + 1 / (1 + b / a));
        }
        return (1 + rate) * (rate < SMALL_RATE ? meanByQuadrature() : continuedFraction() / rate);
    }

    /** 2F1(1, a; a + b; -1/d) by Gauss' fraction 1 / (1 + k1 / d / (1 + k2 / d / (1 + ...))) with all k positive. */
    private double continuedFraction() {
        double c = a + b;
        double value = 1;
        double numerator = 1;
        double denominator = 0;
        for (int i = 1; i < MAX_FRACTIONS; i++) {
            double k = coefficient(i, c) / rate;
            denominator = 1 / (1 + k * denominator);
            numerator = 1 + k / numerator;
            double change = numerator * denominator;
            value *= change;
            if (Math.abs(change - 1) <= 0x1p-53) {
                break;
            }
        }
        return 1 / value;
    }

    private double coefficient(int i, double c) {
        if (i == 1) {
            return a / c;
        }
        int n = i / 2;
        return i % 2 == 0
                ? n / (c + i - 2) * ((b + n - 1) / (c + i - 1))
                : (a + n) / (c + i - 2) * ((c + n - 1) / (c + i - 1));
    }

    /**
     * The mean of 1 / (d + p) by the trapezoidal rule on the log-odds of p, where the integrand is analytic within a strip,
     * and the rule exact up to exp(-40) at these steps. The weights are normalised by their own sum.
     */
    private double meanByQuadrature() {
        double step = 0.25 / StrictMath.sqrt(1 + a / (a + b) * b / 6);
        double[] sums = {1 / (rate + a / (a + b)), 1};
        add(sums, step);
        add(sums, -step);
        return sums[0] / sums[1];
    }

    private void add(double[] sums, double step) {
        double termBefore = Double.POSITIVE_INFINITY;
        for (int i = 1; ; i++) {
            double v = i * step;
            double odds = a / b * StrictMath.exp(v);
            double weight = StrictMath.exp(logWeight(v));
            double term = weight / (rate + odds / (1 + odds));
            sums[0] += term;
            sums[1] += weight;
            if (step > 0 ? odds > FAR : odds * FAR < Math.min(1, rate)) {
                // from here on the terms are a geometric series
                double rest = 1 / StrictMath.expm1(step > 0 ? b * step : -a * step);
                sums[0] += term * rest;
                sums[1] += weight * rest;
                return;
            }
            if (weight <= NEGLIGIBLE * sums[1] && term <= NEGLIGIBLE * sums[0] && term <= termBefore) {
                return;
            }
            termBefore = term;
        }
    }

    /** The log of the beta density of the log-odds, v above its mode, less that at the mode. */
    private double logWeight(double v) {
        return a <= b ? logWeight(a, b, v) : logWeight(b, a, -v);
    }

    private static double logWeight(double less, double more, double v) {
        double z = less / (less + more) * StrictMath.expm1(v);
        return Math.abs(v) > 0.3
                ? less * v - (less + more) * StrictMath.log1p(z)
                : (less + more) * beyondLog(z)
                        - less * beyondLinear(v); // the same without the linear parts, which cancel
    }

    /** exp(v) - 1 - v, for v near 0. */
    private static double beyondLinear(double v) {
        double sum = 0;
        double term = v;
        for (int i = 2; i <= 15; i++) {
            term *= v / i;
            sum += term;
        }
        return sum;
    }

    /** z - log(1 + z). */
    private static double beyondLog(double z) {
        if (Math.abs(z) > 0.1) {
            return z - StrictMath.log1p(z);
        }
        double sum = 0;
        double power = z;
        for (int i = 2; i <= 18; i++) {
            power *= -z;
            sum -= power / i;
        }
        return sum;
    }
}
