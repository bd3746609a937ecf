package io.github.clv4j.ahp;

import io.github.clv4j.base.Require;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives weights from pairwise judgements, with their consistency.
 *
 * <p>By default the weights are the principal eigenvector, the consistency ratio is taken by Saaty's table of 1980 and
 * acceptable below 0.10, and missing judgements are filled in so that the principal eigenvalue is smallest. Weights by another
 * {@linkplain #withMethod method} come with the same lambda_max, CI and CR, which are always those of the eigenvector.
 *
 * <p>lambda_max is certain to lie in the interval reported, which is no wider than a relative 1e-12; a matrix that takes too
 * long for that is refused.
 *
 * <p>Missing judgements are {@linkplain Completion filled in} first. Unless chosen, the completion follows the method (minimal
 * lambda for the eigenvector, log least squares for the geometric mean, none for the column mean), and the method of an
 * incomplete matrix follows the completion; so does that of a whole group or hierarchy with an incomplete matrix.
 *
 * <p>Immutable and thread-safe.
 */
public final class AhpSolver {

    private static final double USUAL_LIMIT = 0.10;
    private static final int LARGEST_ORDER = 1_000;
    private static final AhpSolver DEFAULTS = new AhpSolver(null, RandomIndex.SAATY_1980, null, USUAL_LIMIT);

    private final @Nullable WeightMethod method;
    private final RandomIndex randomIndex;
    private final @Nullable Completion completion;
    private final double limit;

    private AhpSolver(
            @Nullable WeightMethod method, RandomIndex randomIndex, @Nullable Completion completion, double limit) {
        this.method = method;
        this.randomIndex = randomIndex;
        this.completion = completion;
        this.limit = limit;
    }

    /**
     * The usual solver: eigenvector, Saaty's table of 1980, minimal lambda for missing judgements, acceptable below 0.10.
     *
     * @return the solver
     */
    public static AhpSolver withDefaults() {
        return DEFAULTS;
    }

    /**
     * This solver with another method.
     *
     * @param method how weights are derived
     * @return a new solver
     */
    public AhpSolver withMethod(WeightMethod method) {
        return new AhpSolver(Objects.requireNonNull(method, "method"), randomIndex, completion, limit);
    }

    /**
     * This solver with another table of random indices.
     *
     * @param randomIndex the table
     * @return a new solver
     */
    public AhpSolver withRandomIndex(RandomIndex randomIndex) {
        return new AhpSolver(method, Objects.requireNonNull(randomIndex, "randomIndex"), completion, limit);
    }

    /**
     * This solver with another way to fill in missing judgements.
     *
     * @param completion how they are filled in
     * @return a new solver
     */
    public AhpSolver withCompletion(Completion completion) {
        return new AhpSolver(method, randomIndex, Objects.requireNonNull(completion, "completion"), limit);
    }

    /**
     * This solver with another limit of the consistency ratio. Saaty has stricter ones for small matrices: 0.05 for order 3,
     * 0.08 for order 4.
     *
     * @param limit the ratio from which on judgements are not acceptable, in (0, Inf)
     * @return a new solver
     * @throws IllegalArgumentException if the limit is not in (0, Inf), NaN included
     */
    public AhpSolver withLimit(double limit) {
        Require.positive(limit, "limit of the consistency ratio");
        return new AhpSolver(method, randomIndex, completion, limit);
    }

    /**
     * Weights and consistency of judgements.
     *
     * @param matrix the judgements, complete or not
     * @return the solution
     * @throws IllegalArgumentException if the order is above 1,000, where rounding alone is wider than the interval may be
     * @throws AhpException if nothing connects some names with the others, judgements are missing that this solver does not
     *     fill in, or the eigenvector cannot be computed to its tolerance
     */
    public AhpSolution solve(PairwiseMatrix matrix) {
        if (matrix.order() > LARGEST_ORDER) {
            throw Require.outside("order of the matrix", "at most " + LARGEST_ORDER, matrix.order());
        }
        Optional<Completion> filled = completionOf(matrix);
        double[] completed = filled.map(way -> way.complete(matrix)).orElseGet(matrix::raw);
        PerronPair pair = PerronPair.of(completed, matrix.order());
        WeightMethod used = method(filled);
        AhpProvenance provenance =
                new AhpProvenance(used, randomIndex, filled, matrix.missing(), PerronPair.TOLERANCE, pair.steps());
        double[] weights = switch (used) {
            case EIGENVECTOR -> pair.vector();
            case GEOMETRIC_MEAN -> Priorities.geometricMean(completed, matrix.order());
            case COLUMN_MEAN -> Priorities.columnMean(completed, matrix.order());
        };
        Consistency consistency = new Consistency(matrix, completed, pair.lambda(), randomIndex, limit);
        return new AhpSolution(this, matrix, completed, weights, pair.interval(), consistency, provenance);
    }

    /**
     * Weights of a group.
     *
     * @param group the judgements of its experts
     * @return the solution
     * @throws AhpException if the judgements of an expert, or of all together, cannot be solved; the message says whose
     */
    public GroupSolution solve(GroupJudgements group) {
        return GroupSolution.of(group, forAll(group.experts()));
    }

    /**
     * Weights of a hierarchy.
     *
     * @param hierarchy the goal with all below it
     * @return the solution
     * @throws IllegalArgumentException if the goal has no children
     * @throws AhpException if the judgements of a node cannot be solved; the message says which
     */
    public HierarchySolution solve(AhpHierarchy hierarchy) {
        return HierarchySolution.of(hierarchy, forAll(hierarchy.matrices()));
    }

    /** This solver with one method for matrices whose weights are to be put together, if only some are incomplete. */
    private AhpSolver forAll(List<PairwiseMatrix> matrices) {
        if (method != null || completion == null || matrices.stream().allMatch(PairwiseMatrix::isComplete)) {
            return this;
        }
        return withMethod(completion.partner());
    }

    double limit() {
        return limit;
    }

    /** The solution of judgements that are part of something: an error says whose they are. */
    AhpSolution solve(PairwiseMatrix matrix, String whose) {
        try {
            return solve(matrix);
        } catch (AhpException e) {
            throw e.of(whose);
        }
    }

    /** How this solver fills in a matrix; empty if it is complete. */
    Optional<Completion> completionOf(PairwiseMatrix matrix) {
        return matrix.isComplete() ? Optional.empty() : Optional.of(completion(matrix));
    }

    private Completion completion(PairwiseMatrix matrix) {
        if (completion != null) {
            return completion;
        }
        if (method == null || method == WeightMethod.EIGENVECTOR) {
            return Completion.MINIMAL_LAMBDA;
        }
        if (method == WeightMethod.GEOMETRIC_MEAN) {
            return Completion.LOG_LEAST_SQUARES;
        }
        throw new AhpException(
                AhpException.Reason.INCOMPLETE,
                ComparisonGraph.missingPairs(matrix),
                "judgements must be complete for the column mean, but "
                        + matrix.missing() + " of " + matrix.order() * (matrix.order() - 1) / 2
                        + " pairs were not judged; choose a completion or another method");
    }

    private WeightMethod method(Optional<Completion> filled) {
        return method != null ? method : filled.map(Completion::partner).orElse(WeightMethod.EIGENVECTOR);
    }

    /** The choices that were made, for people. */
    @Override
    public String toString() {
        return "AhpSolver[method=" + method + ", randomIndex=" + randomIndex + ", completion=" + completion + ", limit="
                + limit + "]";
    }
}
