package io.github.clv4j.retention;

import io.github.clv4j.retention.FitException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether a fit runs away because some combination of columns separates leavers from stayers.
 *
 * <p>A direction that has every customer on the side of its class, or on the border, is a proof of it: the likelihood grows
 * along it without end (Albert and Anderson 1984). Where there is one the coefficients run after it, so it is looked for in
 * the coefficients themselves, in the step they take next, and in their part on which the customers still undecided have no
 * say, being orthogonal to it.
 */
final class Separation {

    /** A customer whose P (1 - P) is above this, log-odds within about 9 of 0, is undecided. */
    private static final double UNDECIDED = 1e-4;

    /** An eigenvalue below this part of the largest is 0, but for rounding. */
    private static final double ZERO_EIGENVALUE = 1e-13;

    /** A customer on the wrong side by less than this part of the largest distance is on the border, but for rounding. */
    private static final double BORDER = 1e-6;

    private Separation() {}

    /** The refusal that names the separating columns, if they separate; the next step is empty where there is none. */
    static Optional<FitException> find(
            Design design,
            OutcomeNames names,
            LogisticLikelihood likelihood,
            double[] coefficients,
            Optional<double[]> nextStep) {
        double[] decided =
                Directions.silentPart(likelihood.undecided(coefficients, UNDECIDED), coefficients, ZERO_EIGENVALUE, 1);
        return Stream.concat(nextStep.stream(), Stream.of(coefficients, decided))
                .filter(direction -> likelihood.isSeparatedBy(direction, BORDER))
                .findFirst()
                .map(direction -> refusal(design, names, direction));
    }

    private static FitException refusal(Design design, OutcomeNames names, double[] direction) {
        List<String> columns = design.strongest(direction);
        String others = columns.size() > 1 ? " (with " + columns.subList(1, columns.size()) + ")" : "";
        return new FitException(
                Reason.SEPARATION,
                columns,
                "column " + columns.get(0) + others + " separates " + names.ones() + " from " + names.zeros()
                        + ", so its coefficient has no finite estimate; leave it out or merge its levels"
                        + FitException.PENALTY);
    }
}
