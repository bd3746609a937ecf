package io.github.clv4j.growth;

/**
 * One tier of a base of customers. Immutable and thread-safe.
 *
 * @param tier the tier
 * @param customers how many customers it has; an expected number, and so perhaps not whole, after an {@link Improvement}
 * @param share its share of the customers who have a tier, in [0, 1]; NaN where nobody has one
 * @param value the summed current value of its customers, profit x annuity of the remaining periods, in money
 */
public record TierProfile(ValueTier tier, double customers, double share, double value) {}
