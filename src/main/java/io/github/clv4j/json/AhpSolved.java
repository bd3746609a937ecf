package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.JudgementDeviation;
import io.github.clv4j.ahp.JudgementRepair;
import io.github.clv4j.indicator.Weights;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One matrix of a judgement file, solved, with all that can fail computed. Immutable and thread-safe.
 *
 * @param solution the solution
 * @param weights its weights
 * @param repair its smallest repair; empty if it was not asked for
 */
public record AhpSolved(AhpSolution solution, Weights weights, Optional<JudgementRepair> repair) {

    /**
     * Creates a solved matrix.
     *
     * @param solution the solution
     * @param weights its weights
     * @param repair its smallest repair; empty if it was not asked for
     */
    public AhpSolved {
        Objects.requireNonNull(solution, "solution");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(repair, "repair");
    }

    static AhpSolved of(AhpSolution solution, AhpSettings settings) {
        return new AhpSolved(
                solution, solution.weights(), settings.repair() ? Optional.of(solution.repair()) : Optional.empty());
    }

    /**
     * The judgements that differ from what the weights imply.
     *
     * @return the judgements to look at again, the first of them first; none if all agree
     */
    public List<JudgementDeviation> contested() {
        return solution.deviations().stream()
                .filter(JudgementDeviation::isNotable)
                .toList();
    }
}
