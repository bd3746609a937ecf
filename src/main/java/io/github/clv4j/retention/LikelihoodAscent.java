package io.github.clv4j.retention;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The way to the maximum of a smooth log-likelihood of a few parameters, given by their logarithms: Newton steps, bent towards the
 * gradient where the surface is not a hill, and halved until they go up.
 */
final class LikelihoodAscent {

    /** The logarithm of the largest parameter that is still taken for an estimate, and of 1 / the smallest. */
    static final double FAR = StrictMath.log(1e8);

    private static final int MAX_STEPS = 200;
    private static final int MAX_HALVINGS = 30;
    private static final double LONGEST = 2;

    /** A Newton step that promises no more than this is the last; what is left is of the order of its square. */
    private static final double SETTLED = 1e-10;

    /** A pivot below this part of the largest diagonal element is 0, but for rounding. */
    private static final double FLAT = 1e-14;

    private LikelihoodAscent() {}

    /** A log-likelihood with its derivatives. */
    interface Likelihood {

        /** The value at a place, or a number that is not finite where there is none; both derivatives are written. */
        double at(double[] place, double[] gradient, double[][] hessian);
    }

    /** Where the ascent stands or ended. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
    record Place(
            double[] logs, double value, double[] gradient, double[][] hessian, int iterations, boolean isSettled) {

        double parameter(int j) {
            return StrictMath.exp(logs[j]);
        }
    }

    static Place from(double[] start, Likelihood likelihood) {
        Place place = at(start, likelihood, 0, false);
        for (int step = 1; step <= MAX_STEPS && isNear(place.logs); step++) {
            Optional<double[]> newton = solution(place, 0);
            double[] direction = newton.orElseGet(bent(place));
            boolean last = newton.isPresent() && Directions.dot(direction, place.gradient) <= SETTLED;
            place = up(place, direction, likelihood, step, last);
            if (last) {
                break;
            }
        }
        return place;
    }

    static Place at(double[] logs, Likelihood likelihood, int iterations, boolean settled) {
        double[] gradient = new double[logs.length];
        double[][] hessian = new double[logs.length][logs.length];
        double value = likelihood.at(logs, gradient, hessian);
        return new Place(logs, value, gradient, hessian, iterations, settled && isNear(logs));
    }

    private static boolean isNear(double[] logs) {
        return Arrays.stream(logs).allMatch(log -> Math.abs(log) < FAR);
    }

    private static Supplier<double[]> bent(Place place) {
        double steepest = 1e-300;
        for (int j = 0; j < place.logs.length; j++) {
            steepest = Math.max(steepest, Math.abs(place.hessian[j][j]));
        }
        double unit = steepest;
        return () -> {
            double weight = 1e-6 * unit;
            while (true) {
                Optional<double[]> step = solution(place, weight);
                if (step.isPresent()) {
                    return step.get();
                }
                weight *= 4;
            }
        };
    }

    /** The solution of (weight I - hessian) x step = gradient, if that matrix is positive definite. */
    private static Optional<double[]> solution(Place place, double weight) {
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(place.logs.length, place.logs.length);
        for (int j = 0; j < place.logs.length; j++) {
            for (int k = 0; k < place.logs.length; k++) {
                matrix.setEntry(j, k, -place.hessian[j][k] + (j == k ? weight : 0));
            }
        }
        return cholesky(matrix)
                .map(c -> c.getSolver()
                        .solve(new ArrayRealVector(place.gradient, false))
                        .toArray());
    }

    private static Optional<CholeskyDecomposition> cholesky(RealMatrix matrix) {
        double largest = 0;
        for (int j = 0; j < matrix.getRowDimension(); j++) {
            largest = Math.max(largest, matrix.getEntry(j, j));
        }
        try {
            return Optional.of(new CholeskyDecomposition(
                    matrix, CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD, FLAT * largest));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    /** The inverse of the observed information about the logarithms, if there is one. */
    static Optional<double[][]> covariance(Place place) {
        return cholesky(new Array2DRowRealMatrix(place.hessian).scalarMultiply(-1))
                .map(c -> c.getSolver().getInverse().getData());
    }

    /** Takes the step, halved until the likelihood does not fall (beyond what rounding can make of it). */
    private static Place up(Place place, double[] direction, Likelihood likelihood, int step, boolean last) {
        double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        double scale = Math.min(1, LONGEST / longest);
        double floor = place.value - 1e-13 * Math.abs(place.value);
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            double[] logs = place.logs.clone();
            for (int j = 0; j < logs.length; j++) {
                logs[j] += scale * direction[j];
            }
            Place next = at(logs, likelihood, step, last);
            if (next.value >= floor) {
                return next;
            }
            scale /= 2;
        }
        return new Place(place.logs, place.value, place.gradient, place.hessian, step, last && isNear(place.logs));
    }
}
