package io.github.clv4j.retention;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import java.util.List;

/**
 * The log-likelihood of a Weibull lifetime by the logarithms of shape and scale. Times are parts of the latest one, so that
 * their powers stay numbers.
 */
final class TenureLikelihood implements LikelihoodAscent.Likelihood {

    private static final int SUMS = 5;

    private final ObservedTenures tenures;
    private final double latest;
    private final double leavers;

    TenureLikelihood(ObservedTenures tenures) {
        this.tenures = tenures;
        this.leavers = tenures.leavers();
        double largest = 0;
        for (int i = 0; i < tenures.customers(); i++) {
            largest = Math.max(largest, tenures.time(i));
            if (tenures.left(i) && tenures.time(i) == 0) {
                throw Require.outside(
                        "time at row " + i,
                        "above 0 for a customer who left, as at time 0 the likelihood has no number; give the part of a"
                                + " period that passed, such as 0.5, or count whole periods from 1 in a CohortTable",
                        tenures.time(i));
            }
        }
        this.latest = largest;
        if (leavers == 0) {
            throw new FitException(
                    Reason.NO_EVENTS,
                    List.of(),
                    "none of the " + tenures.customers()
                            + " customers left, so nothing says when customers leave; watch them for longer");
        }
    }

    double leavers() {
        return leavers;
    }

    /** The time all customers were watched for. */
    double watched() {
        double[] spans = new double[tenures.customers()];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = tenures.time(i) - tenures.entry(i);
        }
        return BlockSum.of(spans);
    }

    /** Refuses leavers who all left at the latest time, for whom a density can be as high as you like. */
    void requireSpread() {
        for (int i = 0; i < tenures.customers(); i++) {
            if (tenures.left(i) && tenures.time(i) < latest) {
                return;
            }
        }
        throw new FitException(
                Reason.CONSTANT_COLUMN,
                List.of("times"),
                "all " + (long) leavers + " customers who left did so at the latest time " + latest
                        + ", so the likelihood of a Weibull lifetime grows without end; give times that are not rounded, or"
                        + " fit a distribution in whole periods to a CohortTable");
    }

    /** The exponential lifetime. */
    double[] start() {
        return new double[] {0, StrictMath.log(watched() / leavers / latest)};
    }

    /** The same place with the scale in periods. */
    LikelihoodAscent.Place inPeriods(LikelihoodAscent.Place place) {
        double shift = StrictMath.log(latest);
        return new LikelihoodAscent.Place(
                new double[] {place.logs()[0], place.logs()[1] + shift},
                place.value() - leavers * shift,
                place.gradient(),
                place.hessian(),
                place.iterations(),
                place.isSettled());
    }

    @Override
    public double at(double[] place, double[] gradient, double[][] hessian) {
        double shape = StrictMath.exp(place[0]);
        double[] sums = new double[SUMS];
        for (int from = 0; from < tenures.customers(); from += BlockSum.BLOCK) {
            double[] block = new double[SUMS];
            for (int i = from; i < Math.min(from + BlockSum.BLOCK, tenures.customers()); i++) {
                add(i, shape, place[1], block);
            }
            for (int j = 0; j < SUMS; j++) {
                sums[j] += block[j];
            }
        }
        // with z = k (log t - log scale): H = exp(z), log density of leaving = log k + z - log t - exp(z)
        gradient[0] = leavers + sums[1] - sums[3];
        gradient[1] = shape * (sums[2] - leavers);
        hessian[0][0] = sums[1] - sums[3] - sums[4];
        hessian[0][1] = shape * (sums[2] - leavers + sums[3]);
        hessian[1][0] = hessian[0][1];
        hessian[1][1] = -shape * shape * sums[2];
        return leavers * place[0] + sums[1] - sums[0] - sums[2];
    }

    /** Adds log t and z of leavers, and H, z H and z^2 H of everybody, less those at the entry. */
    private void add(int row, double shape, double logScale, double[] sums) {
        double time = tenures.time(row);
        if (time == 0) {
            return;
        }
        double logTime = StrictMath.log(time / latest);
        double z = shape * (logTime - logScale);
        double hazard = StrictMath.exp(z);
        if (tenures.left(row)) {
            sums[0] += logTime;
            sums[1] += z;
        }
        sums[2] += hazard;
        sums[3] += z * hazard;
        sums[4] += z * z * hazard;
        double entry = tenures.entry(row);
        if (entry > 0) {
            double before = shape * (StrictMath.log(entry / latest) - logScale);
            double passed = StrictMath.exp(before);
            sums[2] -= passed;
            sums[3] -= before * passed;
            sums[4] -= before * before * passed;
        }
    }
}
