package io.github.clv4j.retention;

/**
 * How well a lifetime fitted on the first periods told what happened in those held back. Immutable and thread-safe.
 *
 * @param model the model
 * @param fit its fit on the first periods
 * @param logLikelihood the log-likelihood of the losses held back, given who was there when they began; higher is better
 * @param survivalError the mean of |S fitted - S observed| / S observed over the periods held back, at least 0; NaN where
 *     nobody was left
 */
public record HeldBackScore(LifetimeModel model, LifetimeFit<?> fit, double logLikelihood, double survivalError) {}
