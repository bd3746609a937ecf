package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.JudgementScale;
import java.util.Objects;

/**
 * How the problems of a judgement file are solved, and what is computed besides the weights. Immutable and thread-safe.
 *
 * @param solver what solves them
 * @param scale the scale their judgements are read on
 * @param repair whether to look for the smallest repair of each matrix
 * @param sensitivity whether to compute how far judgements and weights can move
 */
public record AhpSettings(AhpSolver solver, JudgementScale scale, boolean repair, boolean sensitivity) {

    /**
     * Creates settings.
     *
     * @param solver what solves them
     * @param scale the scale their judgements are read on
     * @param repair whether to look for the smallest repair of each matrix
     * @param sensitivity whether to compute how far judgements and weights can move
     */
    public AhpSettings {
        Objects.requireNonNull(solver, "solver");
        Objects.requireNonNull(scale, "scale");
    }
}
