package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * The partial log-likelihood of a Cox regression over standardised columns, with its gradient and its information matrix
 * (minus the second derivatives): one sweep from the last time backwards, in which each row enters the sums over those at risk
 * once and leaves them once.
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

    /** What is done at each time somebody leaves, the last first, with the sums over those at risk and those who leave. */
    private interface Visitor {
        void visit(double time, Sums atRisk, Sums leaving, int leavers);
    }

    /** Sums over some rows of w, w z and the lower half of w z z'. */
    private static final class Sums {

        private double weight;
        private final double[] first;
        private final double[] second;
        private int rows;

        Sums(int size) {
            first = new double[size];
            second = new double[size * (size + 1) / 2];
        }

        void clear() {
            rows = 0;
            weight = 0;
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
        }

        void add(double[] z, double w) {
            rows++;
            addSums(z, w);
        }

        void remove(double[] z, double w) {
            rows--;
            if (rows == 0) {
                clear(); // not what rounding leaves
            } else {
                addSums(z, -w);
            }
        }

        private void addSums(double[] z, double w) {
            weight += w;
            int place = 0;
            for (int j = 0; j < z.length; j++) {
                double weighted = w * z[j];
                first[j] += weighted;
                for (int k = 0; k <= j; k++) {
                    second[place++] += weighted * z[k];
                }
            }
        }
    }

    private void sweep(double[] logWeight, double largest, Visitor visitor) {
        Sums atRisk = new Sums(size);
        Sums leaving = new Sums(size);
        double[] z = new double[size];
        int entered = 0;
        int row = 0;
        while (row < rows.size()) {
            int end = rows.endOfTime(row);
            double time = rows.time(row);
            leaving.clear();
            for (; row < end; row++) {
                double w = StrictMath.exp(logWeight[row] - largest);
                gather(row, z);
                atRisk.add(z, w);
                if (rows.left(row)) {
                    leaving.add(z, w);
                }
            }
            if (leaving.rows > 0) {
                for (int late = rows.byEntry(entered);
                        late >= 0 && !rows.hasEntered(late, time);
                        late = rows.byEntry(++entered)) {
                    gather(late, z);
                    atRisk.remove(z, StrictMath.exp(logWeight[late] - largest));
                }
                visitor.visit(time, atRisk, leaving, leaving.rows);
            }
        }
    }

    private void gather(int row, double[] z) {
        for (int j = 0; j < size; j++) {
            z[j] = rows.value(j, row);
        }
    }

    Point at(double[] coefficients) {
        double[] logWeight = rows.combined(coefficients);
        double largest = Arrays.stream(logWeight).max().orElse(0);
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        double[] logLikelihood = new double[1];
        for (int row = 0; row < rows.size(); row++) {
            if (rows.left(row)) {
                logLikelihood[0] += logWeight[row] - largest;
                for (int j = 0; j < size; j++) {
                    gradient[j] += rows.value(j, row);
                }
            }
        }
        sweep(
                logWeight,
                largest,
                (time, atRisk, leaving, leavers) ->
                        logLikelihood[0] -= addTime(atRisk, leaving, leavers, gradient, information));
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return new Point(logLikelihood[0], gradient, information);
    }

    /**
     * Adds the share of one time to the derivatives and returns the sum of logarithms. Of the means m_l = (S1 - f_l T1) / D_l,
     * D_l = S0 - f_l T0, and their products only sums over l are needed, so that ties cost no more than single times.
     */
    private double addTime(Sums atRisk, Sums leaving, int leavers, double[] gradient, double[][] information) {
        double logs = 0;
        double inverse = 0;
        double inverseGone = 0;
        double square = 0;
        double squareGone = 0;
        double squareGoneTwice = 0;
        for (int l = 0; l < leavers; l++) {
            double gone = ties.gone(l, leavers);
            double rest = atRisk.weight - gone * leaving.weight;
            logs += StrictMath.log(rest);
            inverse += 1 / rest;
            inverseGone += gone / rest;
            square += 1 / (rest * rest);
            squareGone += gone / (rest * rest);
            squareGoneTwice += gone * gone / (rest * rest);
        }
        int place = 0;
        for (int j = 0; j < size; j++) {
            double s = atRisk.first[j];
            double t = leaving.first[j];
            gradient[j] -= inverse * s - inverseGone * t;
            for (int k = 0; k <= j; k++) {
                double means = square * s * atRisk.first[k]
                        - squareGone * (s * leaving.first[k] + t * atRisk.first[k])
                        + squareGoneTwice * t * leaving.first[k];
                information[j][k] += inverse * atRisk.second[place] - inverseGone * leaving.second[place] - means;
                place++;
            }
        }
        return logs;
    }

    /** The times at which somebody left, and the steps of the cumulative hazard of a customer with the mean of each column. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Hazard(double[] times, double[] steps) {}

    Hazard hazard(double[] coefficients) {
        double[] logWeight = rows.combined(coefficients);
        double largest = Arrays.stream(logWeight).max().orElse(0);
        double[] times = new double[rows.size()];
        double[] steps = new double[rows.size()];
        int[] next = {rows.size()};
        sweep(logWeight, largest, (time, atRisk, leaving, leavers) -> {
            next[0]--;
            times[next[0]] = time;
            for (int l = 0; l < leavers; l++) {
                double rest = atRisk.weight - ties.gone(l, leavers) * leaving.weight;
                steps[next[0]] += StrictMath.exp(-largest) / rest;
            }
        });
        return new Hazard(
                Arrays.copyOfRange(times, next[0], times.length), Arrays.copyOfRange(steps, next[0], steps.length));
    }
}
