package io.github.clv4j.retention;

/**
 * The result of a logistic regression. Immutable and thread-safe.
 *
 * @param model the churn model fitted
 * @param convergence how the fit ended
 * @param customers how many customers it was fitted on
 * @param churned how many of them left
 */
public record LogisticFit(ChurnModel model, Convergence convergence, int customers, int churned) {}
