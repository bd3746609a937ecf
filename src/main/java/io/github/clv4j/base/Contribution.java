package io.github.clv4j.base;

/**
 * One named part of a number that is a sum. Immutable and thread-safe.
 *
 * @param name what the part comes from: a service, a feature, an indicator
 * @param amount how much it adds, in the unit of the sum
 */
public record Contribution(String name, double amount) {}
