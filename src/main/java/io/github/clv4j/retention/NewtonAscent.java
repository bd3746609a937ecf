package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import io.github.clv4j.retention.LogisticFit.Penalty;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

/** The way from the null model to the maximum of the (penalised) likelihood, one Newton step after the other. */
final class NewtonAscent {

    private static final int MAX_STEPS = 60;
    private static final int MAX_HALVINGS = 40;

    /** Fits that have an estimate are usually there by now; from here on it is worth asking whether there is one. */
    private static final int USUAL_STEPS = 8;

    /** A step this short, in standard errors, is the last: what is left is of the order of its square. */
    private static final double SETTLED = 1e-7;

    /** A step that still moves a customer's log-odds by more than this is not the last, however little weight it has. */
    private static final double MOVING = 1e-3;

    private final Design design;
    private final Penalty penalty;
    private final LogisticLikelihood likelihood;

    /** The mean weight of a customer. The climb counts weights and penalty in it, as only their ratios matter to it. */
    private final double unit;

    private final double ridge;
    private final OutcomeNames names;
    private final int customers;

    NewtonAscent(Design design, double[] outcome, int churned, Penalty penalty, OutcomeNames names) {
        this.design = design;
        this.penalty = penalty;
        this.unit = penalty.weights().mean(outcome.length, churned);
        this.ridge = Require.finite(penalty.ridge() / unit, "ridge penalty divided by the mean class weight");
        this.likelihood =
                new LogisticLikelihood(design, outcome, penalty.weights().in(unit), ridge);
        this.names = names;
        this.customers = outcome.length;
    }

    /** Where the ascent stands, coefficients of the standardised columns, intercept first. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Place(double[] coefficients, LogisticLikelihood.Point point) {}

    /** Climbs from the null model. */
    LogisticFit climb(int churned) {
        return climb(churned, likelihood.nullModel(churned));
    }

    /** Climbs from coefficients of the standardised columns, intercept first; without a penalty those of the null model. */
    LogisticFit climb(int churned, double[] start) {
        Place place = new Place(start, likelihood.at(start));
        if (ridge == 0) {
            // All weights are positive, those of a class equal: a combination has no spread here if it has none at all.
            Collinearity.refuse(design, place.point().information(), FitException.PENALTY);
        }
        for (int step = 1; step <= MAX_STEPS; step++) {
            Optional<double[]> next = newtonStep(place);
            if (ridge == 0 && (step > USUAL_STEPS || next.isEmpty())) {
                refuseSeparation(place, next);
            }
            double[] newton = next.orElseThrow(this::singular);
            double length =
                    Math.sqrt(Math.max(0, Directions.dot(newton, place.point().gradient())));
            boolean last = length <= SETTLED && likelihood.largestChange(newton) <= MOVING;
            place = upFrom(place, newton);
            if (last) {
                return fit(place, step, length, churned);
            }
        }
        throw notSettled();
    }

    private LogisticFit fit(Place place, int steps, double lastStep, int churned) {
        LogisticLikelihood.Point point = place.point();
        Convergence convergence = new Convergence(
                steps,
                lastStep,
                weighted(largest(point.gradient())),
                weighted(point.logLikelihood()),
                weighted(likelihood.nullLogLikelihood(churned)));
        double[][] inverse = ScaledCholesky.of(point.information())
                .orElseThrow(this::singular)
                .inverse();
        double effective = inverse.length;
        for (int j = 1; j < inverse.length; j++) {
            effective -= ridge * inverse[j][j];
        }
        double[][] covariance = penalty.standardErrorKind() == StandardErrorKind.SANDWICH
                ? sandwich(inverse, likelihood.scoreProducts(place.coefficients()))
                : inverse;
        return new LogisticFit(
                design.model(place.coefficients()),
                convergence,
                customers,
                churned,
                penalty,
                effective,
                design.covariance(covariance),
                design.standardErrors(covariance));
    }

    /** What is as large as the weights, in the unit in which they were given. */
    private double weighted(double value) {
        return Require.finite(value * unit, "log-likelihood with these class weights");
    }

    /** The same in whatever unit weights are counted; without weights, where it is not taken, the unit is 1. */
    private static double[][] sandwich(double[][] bread, double[][] filling) {
        Array2DRowRealMatrix outer = new Array2DRowRealMatrix(bread, false);
        return outer.multiply(new Array2DRowRealMatrix(filling, false))
                .multiply(outer)
                .getData();
    }

    private void refuseSeparation(Place place, Optional<double[]> next) {
        Separation.find(design, names, likelihood, place.coefficients(), next).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The solution of information x step = gradient; none if the information matrix is singular. */
    private static Optional<double[]> newtonStep(Place place) {
        return ScaledCholesky.of(place.point().information())
                .map(cholesky -> cholesky.solve(place.point().gradient()));
    }

    /** Takes the step, halved until the likelihood is a number and does not fall (beyond what rounding can make of it). */
    Place upFrom(Place place, double[] step) {
        double before = place.point().objective();
        double rounding = 1e-12 * Math.abs(before);
        double scale = 1;
        for (int halving = 0; ; halving++) {
            double[] coefficients = place.coefficients().clone();
            for (int j = 0; j < step.length; j++) {
                coefficients[j] += scale * step[j];
            }
            Place up = new Place(coefficients, likelihood.at(coefficients));
            if (up.point().objective() >= before - rounding) {
                return up;
            }
            if (halving == MAX_HALVINGS) {
                throw notSettled();
            }
            scale /= 2;
        }
    }

    private FitException singular() {
        return refusal("the likelihood is flat, up to rounding, in some direction");
    }

    private FitException notSettled() {
        return refusal("no maximum of the likelihood within " + MAX_STEPS + " Newton steps");
    }

    private FitException refusal(String problem) {
        return new FitException(
                Reason.NO_CONVERGENCE,
                design.names(),
                problem + "; look for outliers" + (design.size() > 1 ? " and for nearly collinear columns" : "")
                        + " among " + design.names()
                        + (penalty.ridge() > 0 ? ", or fit with a larger ridge penalty" : FitException.PENALTY));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
