package io.github.clv4j.retention;

/**
 * The time by which a share of the customers has left, with confidence limits. Immutable and thread-safe.
 *
 * @param share the share who have left by then, in (0, 1)
 * @param time the time; NaN where fewer are known to have left
 * @param lower the lower limit: the same quantile of the lower limits of the curve; NaN where it is not reached
 * @param upper the upper limit: the same quantile of the upper limits of the curve; NaN where it is not reached
 */
public record TenureQuantile(double share, double time, double lower, double upper) {}
