package io.github.clv4j.json;

/**
 * What a retention budget was spent on, and on what terms. Immutable and thread-safe.
 *
 * @param customers how many customers there are
 * @param withoutScore how many of them have no score that can be used, and cannot be chosen
 * @param amount the budget
 * @param effect the relative cut in churn
 */
public record BudgetTerms(int customers, int withoutScore, double amount, double effect) {}
