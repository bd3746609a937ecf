package io.github.clv4j.retention;

/**
 * log r(t) of a discrete Weibull lifetime by the logs of {@code -log S(unit)} and c. With the last period watched as the unit both
 * are moderate numbers, however steep the curve is.
 */
final class WeibullRetention implements PeriodLikelihood.LogRetention {

    private final double unit;

    private double rate;
    private double exponent;
    private double before;
    private double slopeBefore;
    private double curvatureBefore;

    WeibullRetention(double unit) {
        this.unit = unit;
    }

    @Override
    public void start(double[] logs) {
        rate = StrictMath.exp(logs[0]);
        exponent = StrictMath.exp(logs[1]);
        before = 0;
        slopeBefore = 0;
        curvatureBefore = 0;
    }

    @Override
    public double next(int period, double[] gradient, double[][] hessian) {
        double log = exponent * StrictMath.log(period / unit);
        double power = StrictMath.exp(log);
        double slope = power * log;
        double curvature = slope * (1 + log);
        double retention = -rate * (power - before);
        gradient[0] = retention;
        gradient[1] = -rate * (slope - slopeBefore);
        hessian[0][0] = retention;
        hessian[0][1] = gradient[1];
        hessian[1][0] = gradient[1];
        hessian[1][1] = -rate * (curvature - curvatureBefore);
        before = power;
        slopeBefore = slope;
        curvatureBefore = curvature;
        return retention;
    }
}
