package io.github.clv4j.retention;

/** log r(t) of a shifted beta geometric lifetime by log a and log b. */
final class BetaGeometricRetention implements PeriodLikelihood.LogRetention {

    private double alpha;
    private double beta;

    @Override
    public void start(double[] logs) {
        alpha = StrictMath.exp(logs[0]);
        beta = StrictMath.exp(logs[1]);
    }

    @Override
    public double next(int period, double[] gradient, double[][] hessian) {
        double reached = beta + period - 1;
        double hazard = alpha / (alpha + reached);
        double retention = reached / (alpha + reached);
        double part = beta / reached;
        gradient[0] = -hazard;
        gradient[1] = part * hazard;
        hessian[0][0] = -hazard * retention;
        hessian[0][1] = hazard * part * retention;
        hessian[1][0] = hessian[0][1];
        hessian[1][1] = part * hazard * (1 - part - part * retention);
        return -StrictMath.log1p(alpha / reached);
    }
}
