/**
 * Whether a customer stays: the {@linkplain io.github.clv4j.retention.LogisticRegression fit} of a churn model, the
 * {@linkplain io.github.clv4j.retention.ChurnModel model} fitted and {@linkplain
 * io.github.clv4j.retention.ChurnEvaluation how good it is}; how long customers stay, from {@linkplain
 * io.github.clv4j.retention.ObservedTenures observed tenures}: {@linkplain io.github.clv4j.retention.KaplanMeier the curve},
 * {@linkplain io.github.clv4j.retention.CoxRegression what goes with it}, {@linkplain
 * io.github.clv4j.retention.LifetimeFits lifetimes of few parameters}; {@linkplain
 * io.github.clv4j.retention.TenureRegression tenure by retention activities}; and what keeping customers is worth: {@linkplain
 * io.github.clv4j.retention.RetentionEconomics what churn costs}, {@linkplain io.github.clv4j.retention.RetentionBudget whom
 * a budget should reach}, {@linkplain io.github.clv4j.retention.CampaignMeasurement what a campaign did}.
 */
@NullMarked
package io.github.clv4j.retention;

import org.jspecify.annotations.NullMarked;
