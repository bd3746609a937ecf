package io.github.clv4j.growth;

/**
 * The customers of a base who should take one path first. Immutable and thread-safe.
 *
 * @param path the path
 * @param customers how many customers it is advised to; an expected number, and so perhaps not whole, after an {@link
 *     Improvement}
 * @param worth what their steps are worth together, in money, at least 0
 */
public record PathProfile(GrowthPath path, double customers, double worth) {}
