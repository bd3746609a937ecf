package io.github.clv4j.ahp;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Bounds of the principal eigenvalue in decimal arithmetic of 40 digits, on the very doubles of a matrix: for any positive
 * x, {@code min_i (A x)_i / x_i <= lambda <= max_i (A x)_i / x_i}.
 *
 * @param lower the smallest ratio
 * @param upper the largest ratio
 */
record ExactLambda(BigDecimal lower, BigDecimal upper) {

    private static final MathContext DIGITS = new MathContext(40);

    /** The bounds that a vector gives. */
    static ExactLambda at(double[][] rows, double[] weights) {
        return at(exact(rows), exact(weights));
    }

    /** The bounds after so many products with the matrix, to which half its eigenvalue is added against rotation. */
    static ExactLambda after(int products, double[][] rows, double[] weights) {
        BigDecimal[][] a = exact(rows);
        BigDecimal[] x = exact(weights);
        for (int k = 0; k < products; k++) {
            BigDecimal[] y = product(a, x);
            BigDecimal half = y[0].divide(x[0], DIGITS).divide(BigDecimal.valueOf(2), DIGITS);
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i].add(half.multiply(x[i], DIGITS), DIGITS);
            }
            BigDecimal sum = Arrays.stream(y).reduce(BigDecimal.ZERO, BigDecimal::add);
            x = Arrays.stream(y).map(part -> part.divide(sum, DIGITS)).toArray(BigDecimal[]::new);
        }
        return at(a, x);
    }

    private static ExactLambda at(BigDecimal[][] a, BigDecimal[] x) {
        BigDecimal[] y = product(a, x);
        BigDecimal lower = y[0].divide(x[0], DIGITS);
        BigDecimal upper = lower;
        for (int i = 1; i < x.length; i++) {
            BigDecimal ratio = y[i].divide(x[i], DIGITS);
            lower = lower.min(ratio);
            upper = upper.max(ratio);
        }
        return new ExactLambda(lower, upper);
    }

    private static BigDecimal[] product(BigDecimal[][] a, BigDecimal[] x) {
        BigDecimal[] y = new BigDecimal[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = BigDecimal.ZERO;
            for (int j = 0; j < x.length; j++) {
                y[i] = y[i].add(a[i][j].multiply(x[j], DIGITS), DIGITS);
            }
        }
        return y;
    }

    private static BigDecimal[][] exact(double[][] rows) {
        return Arrays.stream(rows).map(ExactLambda::exact).toArray(BigDecimal[][]::new);
    }

    private static BigDecimal[] exact(double[] values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    /** How far apart the bounds are, relative to the lower. */
    double relativeGap() {
        return upper.subtract(lower).divide(lower, DIGITS).doubleValue();
    }

    /** Whether an interval holds all there is between the bounds. */
    boolean isWithin(LambdaInterval interval) {
        return new BigDecimal(interval.lower()).compareTo(lower) <= 0
                && new BigDecimal(interval.upper()).compareTo(upper) >= 0;
    }
}
