package io.github.clv4j.segment;

/**
 * A customer whose state differs between two scorings. Immutable and thread-safe.
 *
 * @param id the id of the customer
 * @param from the state in the old scoring, {@link MigrationState#JOINED} if not in it
 * @param to the state in the new scoring, {@link MigrationState#LEFT} if not in it
 */
public record SegmentMove(String id, MigrationState from, MigrationState to) {}
