/**
 * Whether a customer stays: the {@linkplain io.github.clv4j.retention.LogisticRegression fit} of a churn model and the
 * {@linkplain io.github.clv4j.retention.ChurnModel model} fitted; and what keeping customers is worth: {@linkplain
 * io.github.clv4j.retention.RetentionEconomics what churn costs}, {@linkplain io.github.clv4j.retention.RetentionBudget whom
 * a budget should reach}, {@linkplain io.github.clv4j.retention.CampaignMeasurement what a campaign did}.
 */
@NullMarked
package io.github.clv4j.retention;

import org.jspecify.annotations.NullMarked;
