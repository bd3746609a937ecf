package io.github.clv4j.retention;

/**
 * How long customers stay within a horizon, on average. Immutable and thread-safe.
 *
 * @param horizon the time up to which stays are counted
 * @param mean the integral of S up to the horizon
 * @param standardError its standard error, {@code sqrt(sum_i (integral of S from t_i to the horizon)^2 d_i / (n_i (n_i -
 *     d_i)))}
 */
public record RestrictedMean(double horizon, double mean, double standardError) {}
