package io.github.clv4j.ahp;

/**
 * Two that change places. Immutable and thread-safe.
 *
 * @param overtaken the name of the one that was ahead
 * @param overtaking the name of the one that comes ahead
 */
public record RankSwap(String overtaken, String overtaking) {}
