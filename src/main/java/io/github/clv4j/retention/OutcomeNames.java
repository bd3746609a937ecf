package io.github.clv4j.retention;

/**
 * What a regression calls its outcome in what it says of it.
 *
 * @param column the outcome
 * @param ones the customers whose outcome is 1
 * @param zeros the customers whose outcome is 0
 */
record OutcomeNames(String column, String ones, String zeros) {}
