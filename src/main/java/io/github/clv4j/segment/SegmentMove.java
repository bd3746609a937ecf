package io.github.clv4j.segment;

import io.github.clv4j.base.Require;

/**
 * A customer whose state differs between two scorings. Immutable and thread-safe.
 *
 * @param id the id of the customer
 * @param from the state in the old scoring, {@link MigrationState#JOINED} if not in it
 * @param to the state in the new scoring, {@link MigrationState#LEFT} if not in it
 */
public record SegmentMove(String id, MigrationState from, MigrationState to) {

    /**
     * Creates a move.
     *
     * @param id the id of the customer, not blank
     * @param from the state in the old scoring, {@link MigrationState#JOINED} if not in it
     * @param to the state in the new scoring, another one, {@link MigrationState#LEFT} if not in it
     * @throws IllegalArgumentException if the id is blank, or nobody can move so
     */
    public SegmentMove {
        Require.notBlank(id, "id");
        boolean possible = from != to
                && from != MigrationState.LEFT
                && to != MigrationState.JOINED
                && !(from == MigrationState.JOINED && to == MigrationState.LEFT);
        if (!possible) {
            throw new IllegalArgumentException("move of " + id
                    + " must be from one state to another, from JOINED to a state"
                    + " of the new scoring, or to LEFT from one of the old, but was from " + from + " to " + to);
        }
    }
}
