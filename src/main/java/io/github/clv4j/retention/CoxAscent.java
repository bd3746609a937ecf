package io.github.clv4j.retention;

import io.github.clv4j.retention.FitException.Reason;
import java.util.List;
import java.util.Optional;

/** The way from no effect to the maximum of the partial likelihood, one Newton step after the other. */
final class CoxAscent {

    private static final int MAX_STEPS = 60;
    private static final int MAX_HALVINGS = 40;

    /** Fits that have an estimate are usually there by now; from here on it is worth asking whether there is one. */
    private static final int USUAL_STEPS = 8;

    /** A step this short, in standard errors, is the last: what is left is of the order of its square. */
    private static final double SETTLED = 1e-7;

    /** A column that varies less than this among those at risk, as a part of its variance, is the same for all of them. */
    private static final double UNVARIED = 1e-12;

    private final Design design;
    private final CoxRows rows;
    private final CoxLikelihood likelihood;
    private final int leavers;

    CoxAscent(Design design, CoxRows rows, CoxLikelihood likelihood, int leavers) {
        this.design = design;
        this.rows = rows;
        this.likelihood = likelihood;
        this.leavers = leavers;
    }

    /** Where the ascent began and ended, on standardised columns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Summit(
            CoxLikelihood.Point start,
            ScaledCholesky startInformation,
            double[] coefficients,
            CoxLikelihood.Point point,
            double[][] covariance,
            int steps) {}

    /** Where the ascent stands. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Place(double[] coefficients, CoxLikelihood.Point point) {}

    Summit climb() {
        double[] none = new double[design.size()];
        CoxLikelihood.Point start = likelihood.at(none);
        refuseSilent(start.information());
        ScaledCholesky startInformation = ScaledCholesky.of(start.information()).orElseThrow(this::singular);
        Place place = new Place(none, start);
        for (int step = 1; step <= MAX_STEPS; step++) {
            Optional<double[]> next = newtonStep(place.point());
            if (step > USUAL_STEPS || next.isEmpty()) {
                refuseMonotone(place, next);
            }
            double[] newton = next.orElseThrow(this::singular);
            double length = StrictMath.sqrt(
                    Math.max(0, Directions.dot(newton, place.point().gradient())));
            place = upFrom(place, newton);
            if (length <= SETTLED) {
                double[][] covariance = ScaledCholesky.of(place.point().information())
                        .orElseThrow(this::singular)
                        .inverse();
                return new Summit(start, startInformation, place.coefficients(), place.point(), covariance, step);
            }
        }
        throw notSettled();
    }

    private static Optional<double[]> newtonStep(CoxLikelihood.Point point) {
        return ScaledCholesky.of(point.information()).map(matrix -> matrix.solve(point.gradient()));
    }

    /** Refuses columns without variance among those at risk together, and columns that others explain there. */
    private void refuseSilent(double[][] information) {
        double[][] withIntercept = new double[information.length + 1][information.length + 1];
        withIntercept[0][0] = 1;
        for (int j = 0; j < information.length; j++) {
            if (!(information[j][j] > UNVARIED * leavers)) {
                throw silent(design.name(j));
            }
            System.arraycopy(information[j], 0, withIntercept[j + 1], 1, information.length);
        }
        Collinearity.refuse(design, withIntercept, "");
    }

    static FitException silent(String column) {
        return new FitException(
                Reason.CONSTANT_COLUMN,
                List.of(column),
                "column " + column + " is the same for all at risk whenever somebody leaves; leave it out");
    }

    private void refuseMonotone(Place place, Optional<double[]> next) {
        MonotoneLikelihood.find(
                        design, rows, place.coefficients(), place.point().information(), next)
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /** Takes the step, halved until the likelihood is finite and does not fall (beyond what rounding can make of it). */
    private Place upFrom(Place place, double[] step) {
        double before = place.point().logLikelihood();
        double least = before - 1e-12 * Math.abs(before);
        double scale = 1;
        for (int halving = 0; ; halving++) {
            double[] next = place.coefficients().clone();
            for (int j = 0; j < step.length; j++) {
                next[j] += scale * step[j];
            }
            CoxLikelihood.Point up = likelihood.at(next);
            if (up.isFinite() && up.logLikelihood() >= least) {
                return new Place(next, up);
            }
            if (halving == MAX_HALVINGS) {
                throw notSettled();
            }
            scale /= 2;
        }
    }

    private FitException singular() {
        return refusal("the partial likelihood is flat, up to rounding, in some direction");
    }

    private FitException notSettled() {
        return refusal("no maximum of the partial likelihood within " + MAX_STEPS + " Newton steps");
    }

    private FitException refusal(String problem) {
        return new FitException(
                Reason.NO_CONVERGENCE,
                design.names(),
                problem + "; look for outliers" + (design.size() > 1 ? " and for nearly collinear columns" : "")
                        + " among " + design.names());
    }
}
