package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * The partial log-likelihood of a Cox regression over standardised columns, with its gradient and its information matrix
 * (minus the second derivatives); see {@link RiskSweep}.
 */
final class CoxLikelihood {

    private final CoxRows rows;
    private final TiedTimes ties;
    private final int size;

    CoxLikelihood(CoxRows rows, TiedTimes ties, int size) {
        this.rows = rows;
        this.ties = ties;
        this.size = size;
    }

    /** The log-likelihood and its derivatives at one point; the matrix is filled in full. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Point(double logLikelihood, double[] gradient, double[][] information) {

        boolean isFinite() {
            double sum = logLikelihood;
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[j] + information[j][j];
            }
            return Double.isFinite(sum);
        }
    }

    Point at(double[] coefficients) {
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        double logLikelihood = 0;
        RiskSweep sweep = new RiskSweep(rows, ties, size, rows.combined(coefficients));
        while (sweep.next()) {
            logLikelihood += sweep.addLeavers(gradient);
            logLikelihood -= addTime(sweep, gradient, information);
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return new Point(logLikelihood, gradient, information);
    }

    /**
     * Adds the share of one time to the derivatives and returns the sum of logarithms. Of the means m_l = (S1 - f_l T1) / D_l,
     * D_l = S0 - f_l T0, and their products only sums over l are needed, so that ties cost no more than single times.
     */
    private double addTime(RiskSweep sweep, double[] gradient, double[][] information) {
        RiskSums atRisk = sweep.atRisk();
        RiskSums leaving = sweep.leaving();
        int leavers = sweep.leavers();
        double logs = 0;
        double inverse = 0;
        double inverseGone = 0;
        double square = 0;
        double squareGone = 0;
        double squareGoneTwice = 0;
        for (int l = 0; l < leavers; l++) {
            double gone = ties.gone(l, leavers);
            double rest = sweep.rest(l);
            logs += StrictMath.log(rest);
            inverse += 1 / rest;
            inverseGone += gone / rest;
            square += 1 / (rest * rest);
            squareGone += gone / (rest * rest);
            squareGoneTwice += gone * gone / (rest * rest);
        }
        int place = 0;
        for (int j = 0; j < size; j++) {
            double s = atRisk.first(j);
            double t = leaving.first(j);
            gradient[j] -= inverse * s - inverseGone * t;
            for (int k = 0; k <= j; k++) {
                double means = square * s * atRisk.first(k)
                        - squareGone * (s * leaving.first(k) + t * atRisk.first(k))
                        + squareGoneTwice * t * leaving.first(k);
                information[j][k] += inverse * atRisk.second(place) - inverseGone * leaving.second(place) - means;
                place++;
            }
        }
        return logs;
    }

    /**
     * The times at which somebody left, and the logarithms of the cumulative hazard of a customer whose standardised columns are 0,
     * finite also where the hazard itself is too large or too small for a number.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Hazard(double[] times, double[] logs) {}

    Hazard hazard(double[] coefficients) {
        RiskSweep sweep = new RiskSweep(rows, ties, size, rows.combined(coefficients));
        double[] times = new double[rows.size()];
        double[] logs = new double[rows.size()];
        int next = rows.size();
        while (sweep.next()) {
            double step = 0;
            for (int l = 0; l < sweep.leavers(); l++) {
                step += 1 / sweep.rest(l);
            }
            next--;
            times[next] = sweep.time();
            logs[next] = StrictMath.log(step) - sweep.atRisk().reference();
        }
        for (int i = next + 1; i < logs.length; i++) {
            double larger = Math.max(logs[i], logs[i - 1]);
            logs[i] = larger + StrictMath.log1p(StrictMath.exp(Math.min(logs[i], logs[i - 1]) - larger));
        }
        return new Hazard(Arrays.copyOfRange(times, next, times.length), Arrays.copyOfRange(logs, next, logs.length));
    }
}
