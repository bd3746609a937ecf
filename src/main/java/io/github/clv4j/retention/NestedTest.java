package io.github.clv4j.retention;

/**
 * Whether the terms one model has more than the model before it explain more than chance would. Immutable and thread-safe.
 *
 * @param terms how many terms it has more
 * @param sumOfSquares how much of the residual sum of squares they take away
 * @param f their mean square over the residual mean square of the largest model
 * @param pValue the probability that F is at least so large where they have nothing to do with tenure, in [0, 1]
 */
public record NestedTest(int terms, double sumOfSquares, double f, double pValue) {}
