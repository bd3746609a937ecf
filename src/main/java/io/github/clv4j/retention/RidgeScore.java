package io.github.clv4j.retention;

import io.github.clv4j.base.Require;

/**
 * How well fits with a ridge penalty predicted customers they had not seen. Immutable and thread-safe.
 *
 * @param penalty the penalty
 * @param logLoss the mean of {@code -log(probability of what happened)} over the customers, each held out once, weighted with
 *     their class weights
 * @param standardError its standard error, from the spread of the means of the folds
 */
public record RidgeScore(double penalty, double logLoss, double standardError) {

    /**
     * Creates a score.
     *
     * @param penalty the penalty, at least 0
     * @param logLoss the mean loss, at least 0
     * @param standardError its standard error, at least 0
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public RidgeScore {
        requireNotNegative(penalty, "ridge penalty");
        requireNotNegative(logLoss, "log-loss");
        requireNotNegative(standardError, "standard error of the log-loss");
    }

    static double requireNotNegative(double value, String name) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw Require.outside(name, "in [0, Inf)", value);
    }
}
