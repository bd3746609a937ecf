package io.github.clv4j.retention;

import java.util.Arrays;

/** log r(t) of a beta discrete Weibull lifetime by log a, log b and log c: differences of log S. */
final class BetaWeibullRetention implements PeriodLikelihood.LogRetention {

    private static final int SIZE = 3;

    private final double[] slopeBefore = new double[SIZE];
    private final double[][] curvatureBefore = new double[SIZE][SIZE];
    private double alpha;
    private double beta;
    private double exponent;
    private double before;
    private double riseOfBeta;
    private double fallOfBeta;

    @Override
    public void start(double[] logs) {
        alpha = StrictMath.exp(logs[0]);
        beta = StrictMath.exp(logs[1]);
        exponent = StrictMath.exp(logs[2]);
        riseOfBeta = PolyGamma.digammaRise(beta, alpha);
        fallOfBeta = PolyGamma.trigammaFall(beta, alpha);
        before = 0;
        for (int j = 0; j < SIZE; j++) {
            slopeBefore[j] = 0;
            Arrays.fill(curvatureBefore[j], 0);
        }
    }

    @Override
    public double next(int period, double[] gradient, double[][] hessian) {
        double power = StrictMath.pow(period, exponent);
        survival(power, exponent * StrictMath.log(period), gradient, hessian);
        double log = BetaRatio.log(alpha, beta + before, power - before);
        before = power;
        for (int j = 0; j < SIZE; j++) {
            double slope = gradient[j];
            gradient[j] -= slopeBefore[j];
            slopeBefore[j] = slope;
            for (int k = 0; k < SIZE; k++) {
                double curvature = hessian[j][k];
                hessian[j][k] -= curvatureBefore[j][k];
                curvatureBefore[j][k] = curvature;
            }
        }
        return log;
    }

    /** The derivatives of log S = log B(a, b + p) - log B(a, b) for a power of time p. */
    private void survival(double power, double logPower, double[] gradient, double[][] hessian) {
        double byAlpha = -PolyGamma.digammaRise(alpha + beta, power);
        double byPower = -PolyGamma.digammaRise(beta + power, alpha);
        double byBeta = riseOfBeta + byPower;
        double twiceAlpha = PolyGamma.trigammaFall(alpha + beta, power);
        double twicePower = PolyGamma.trigammaFall(beta + power, alpha);
        double twiceBeta = twicePower - fallOfBeta;
        double prime = PolyGamma.trigamma(alpha + beta + power);
        double powerSlope = power * logPower;
        gradient[0] = alpha * byAlpha;
        gradient[1] = beta * byBeta;
        gradient[2] = byPower * powerSlope;
        hessian[0][0] = alpha * alpha * twiceAlpha + alpha * byAlpha;
        hessian[0][1] = alpha * beta * twiceAlpha;
        hessian[1][1] = beta * beta * twiceBeta + beta * byBeta;
        hessian[0][2] = -alpha * prime * powerSlope;
        hessian[1][2] = beta * twicePower * powerSlope;
        hessian[2][2] = (twicePower * powerSlope + byPower * (1 + logPower)) * powerSlope;
        hessian[1][0] = hessian[0][1];
        hessian[2][0] = hessian[0][2];
        hessian[2][1] = hessian[1][2];
    }
}
