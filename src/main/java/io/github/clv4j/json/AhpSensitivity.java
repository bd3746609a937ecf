package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.HierarchySolution;
import io.github.clv4j.ahp.JudgementStability;
import io.github.clv4j.ahp.WeightStability;
import java.util.List;
import java.util.Optional;

/**
 * How far judgements and weights can move before two ranks swap. Immutable and thread-safe.
 *
 * @param judgements one for each judgement, in the order of the file
 * @param weights one for each weight, in the order of the file
 */
public record AhpSensitivity(List<JudgementStability> judgements, List<WeightStability> weights) {

    /**
     * Creates a sensitivity.
     *
     * @param judgements one for each judgement, in the order of the file
     * @param weights one for each weight, in the order of the file
     */
    public AhpSensitivity {
        judgements = List.copyOf(judgements);
        weights = List.copyOf(weights);
    }

    static Optional<AhpSensitivity> of(AhpSolution solution, AhpSettings settings) {
        return settings.sensitivity()
                ? Optional.of(new AhpSensitivity(solution.judgementStability(), solution.weightStability()))
                : Optional.empty();
    }

    static Optional<AhpSensitivity> of(HierarchySolution solution, AhpSettings settings) {
        return settings.sensitivity()
                ? Optional.of(new AhpSensitivity(solution.judgementStability(), solution.weightStability()))
                : Optional.empty();
    }
}
