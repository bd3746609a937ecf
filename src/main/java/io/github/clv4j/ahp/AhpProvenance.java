package io.github.clv4j.ahp;

import java.util.Objects;
import java.util.Optional;

/**
 * How weights were computed: without it a result cannot be compared with another, as method, table and completion can each
 * change a ranking or a verdict. Immutable and thread-safe.
 *
 * @param method how the weights were derived
 * @param randomIndex the table of random indices
 * @param completion how missing judgements were filled in; empty if none was missing
 * @param missing how many pairs had no judgement
 * @param tolerance the relative width to which lambda_max is known
 * @param steps how many products of the matrix with a vector the eigenvector took
 */
public record AhpProvenance(
        WeightMethod method,
        RandomIndex randomIndex,
        Optional<Completion> completion,
        int missing,
        double tolerance,
        int steps) {

    /**
     * Creates a provenance.
     *
     * @param method how the weights were derived
     * @param randomIndex the table of random indices
     * @param completion how missing judgements were filled in; empty if none was missing
     * @param missing how many pairs had no judgement
     * @param tolerance the relative width to which lambda_max is known
     * @param steps how many products of the matrix with a vector the eigenvector took
     */
    public AhpProvenance {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(randomIndex, "randomIndex");
        Objects.requireNonNull(completion, "completion");
    }
}
