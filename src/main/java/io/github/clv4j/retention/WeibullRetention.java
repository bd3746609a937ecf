package io.github.clv4j.retention;

/** log r(t) of a discrete Weibull lifetime by log(-log q) and log c. */
final class WeibullRetention implements PeriodLikelihood.LogRetention {

    private double rate;
    private double exponent;
    private double before;
    private double slopeBefore;
    private double curvatureBefore;

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
        double power = StrictMath.pow(period, exponent);
        double log = exponent * StrictMath.log(period);
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
