/**
 * Whether a customer stays: the {@linkplain io.github.clv4j.retention.LogisticRegression fit} of a churn model and the
 * {@linkplain io.github.clv4j.retention.ChurnModel model} fitted.
 */
@NullMarked
package io.github.clv4j.retention;

import org.jspecify.annotations.NullMarked;
