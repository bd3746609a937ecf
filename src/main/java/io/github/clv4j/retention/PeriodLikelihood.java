package io.github.clv4j.retention;

import java.util.function.Supplier;

/**
 * The log-likelihood of a lifetime in whole periods,
 *
 * <pre>
 *   sum over t of kept(t) m(t) + lost(t) log(1 - exp(m(t))),    m(t) = log r(t)
 * </pre>
 *
 * <p>as a function of the logarithms of its parameters.
 */
final class PeriodLikelihood implements LikelihoodAscent.Likelihood {

    /** A model of log r(t). */
    interface LogRetention {

        /** Takes new parameters, by their logarithms. */
        void start(double[] logs);

        /** log r of the next period, the first one after a start being period 1, and its two derivatives. */
        double next(int period, double[] gradient, double[][] hessian);
    }

    private final CohortTable table;
    private final Supplier<LogRetention> model;

    PeriodLikelihood(CohortTable table, Supplier<LogRetention> model) {
        this.table = table;
        this.model = model;
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        LogRetention retention = model.get();
        retention.start(logs);
        double[] slope = new double[logs.length];
        double[][] curvature = new double[logs.length][logs.length];
        double sum = 0;
        for (int t = 1; t <= table.periods(); t++) {
            double log = retention.next(t, slope, curvature);
            double kept = table.kept(t);
            double lost = table.lost(t);
            double first = kept;
            double second = 0;
            if (kept > 0) {
                sum += kept * log;
            }
            if (lost > 0) {
                double odds = 1 / StrictMath.expm1(-log); // retention against loss
                sum += lost * StrictMath.log(-StrictMath.expm1(log));
                first -= lost * odds;
                second = -lost * odds * (1 + odds);
            }
            for (int j = 0; j < logs.length; j++) {
                gradient[j] += first * slope[j];
                for (int k = 0; k < logs.length; k++) {
                    hessian[j][k] += first * curvature[j][k] + second * (slope[j] * slope[k]);
                }
            }
        }
        return sum;
    }

    /** From whichever of retention and hazard is the smaller, as the other has lost digits. */
    private static double logRetention(LifetimeDistribution lifetime, int period) {
        double hazard = lifetime.hazard(period);
        return hazard > 0.5 ? StrictMath.log(lifetime.retentionRate(period)) : StrictMath.log1p(-hazard);
    }

    /** The log-likelihood of any lifetime in whole periods, after the first few. */
    static double of(CohortTable table, LifetimeDistribution lifetime, int after) {
        double sum = 0;
        for (int t = after + 1; t <= table.periods(); t++) {
            double kept = table.kept(t);
            double lost = table.lost(t);
            sum += kept == 0 ? 0 : kept * logRetention(lifetime, t);
            sum += lost == 0 ? 0 : lost * StrictMath.log(lifetime.hazard(t));
        }
        return sum;
    }
}
