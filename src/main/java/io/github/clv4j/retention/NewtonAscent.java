package io.github.clv4j.retention;

import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** The way from the null model to the maximum of the likelihood, one Newton step after the other. */
final class NewtonAscent {

    private static final int MAX_STEPS = 60;
    private static final int MAX_HALVINGS = 40;

    /** Fits that have an estimate are usually there by now; from here on it is worth asking whether there is one. */
    private static final int USUAL_STEPS = 8;

    /** A step this short, in standard errors, is the last: what is left is of the order of its square. */
    private static final double SETTLED = 1e-7;

    /** A step that still moves a customer's log-odds by more than this is not the last, however little weight it has. */
    private static final double MOVING = 1e-3;

    /** A pivot of the scaled information matrix below this is 0, but for rounding. */
    private static final double SINGULAR = 1e-13;

    private final Design design;
    private final LogisticLikelihood likelihood;
    private final OutcomeNames names;
    private final int customers;

    NewtonAscent(Design design, double[] outcome, OutcomeNames names) {
        this.design = design;
        this.likelihood = new LogisticLikelihood(design, outcome);
        this.names = names;
        this.customers = outcome.length;
    }

    /** Where the ascent stands. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Place(double[] coefficients, LogisticLikelihood.Point point) {}

    /** Climbs from the null model, given by its coefficients, intercept first. */
    LogisticFit from(double[] nullModel, int churned) {
        Place place = new Place(nullModel, likelihood.at(nullModel));
        double nullLogLikelihood = place.point().logLikelihood();
        // In the null model all weights are equal, so its information matrix is a multiple of the correlations.
        Collinearity.refuse(design, place.point().information());
        for (int step = 1; step <= MAX_STEPS; step++) {
            Optional<double[]> next = newtonStep(place);
            if (step > USUAL_STEPS || next.isEmpty()) {
                refuseSeparation(place, next);
            }
            double[] newton = next.orElseThrow(this::singular);
            double length = Math.sqrt(Math.max(0, dot(newton, place.point().gradient())));
            boolean last = length <= SETTLED && likelihood.largestChange(newton) <= MOVING;
            place = upFrom(place, newton);
            if (last) {
                Convergence convergence = new Convergence(
                        step,
                        length,
                        largest(place.point().gradient()),
                        place.point().logLikelihood(),
                        nullLogLikelihood);
                return new LogisticFit(design.model(place.coefficients()), convergence, customers, churned);
            }
        }
        throw notSettled();
    }

    private void refuseSeparation(Place place, Optional<double[]> next) {
        Separation.find(design, names, likelihood, place.coefficients(), next).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The solution of information x step = gradient, each scaled by the roots of the diagonal; none if it is singular. */
    private static Optional<double[]> newtonStep(Place place) {
        double[][] information = place.point().information();
        double[] step = place.point().gradient().clone();
        double[] scale = new double[step.length];
        Arrays.setAll(scale, j -> Math.sqrt(information[j][j]));
        if (Arrays.stream(scale).anyMatch(s -> s == 0)) {
            return Optional.empty(); // no customer has any weight left
        }
        Array2DRowRealMatrix scaled = new Array2DRowRealMatrix(step.length, step.length);
        for (int j = 0; j < step.length; j++) {
            step[j] /= scale[j];
            for (int k = 0; k < step.length; k++) {
                scaled.setEntry(j, k, information[j][k] / (scale[j] * scale[k]));
            }
        }
        try {
            double[] solution = new CholeskyDecomposition(
                            scaled, CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD, SINGULAR)
                    .getSolver()
                    .solve(new ArrayRealVector(step, false))
                    .toArray();
            Arrays.setAll(solution, j -> solution[j] / scale[j]);
            return Optional.of(solution);
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    /** Takes the step, halved until the likelihood does not fall (beyond what rounding can make of it). */
    private Place upFrom(Place place, double[] step) {
        double before = place.point().logLikelihood();
        double rounding = 1e-12 * Math.abs(before);
        double scale = 1;
        for (int halving = 0; ; halving++) {
            double[] coefficients = place.coefficients().clone();
            for (int j = 0; j < step.length; j++) {
                coefficients[j] += scale * step[j];
            }
            Place up = new Place(coefficients, likelihood.at(coefficients));
            if (up.point().logLikelihood() >= before - rounding || halving == MAX_HALVINGS) {
                return up;
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
                problem + "; look for outliers and for nearly collinear columns among " + design.names());
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
