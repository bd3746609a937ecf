package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.ChurnPeriod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the churn probability comes from. Immutable and thread-safe. */
public sealed interface ChurnPlan {

    /**
     * From a column of the input.
     *
     * @param name the name of the column of churn probabilities, each in [0, 1]
     * @return the plan
     */
    static ChurnPlan column(String name) {
        return new Column(name);
    }

    /**
     * From a logistic regression fitted on the customers whose outcome is known.
     *
     * @param outcome the name of the column that is 1 for customers who left, 0 for those who stayed, and missing where it
     *     is not known; needed for the fit only
     * @param features the names of the feature columns, in the order of the coefficients
     * @return the plan
     */
    static Logistic logistic(String outcome, List<String> features) {
        return new Logistic(
                outcome,
                features,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * From the survival curves of the plan: the probability that a customer of some tenure leaves within the next periods,
     * {@code 1 - S(tenure + n) / S(tenure)}.
     *
     * @param periods the periods n, in periods of the discount rate, in (0, Inf)
     * @return the plan
     */
    static ChurnPlan survival(double periods) {
        return new Survival(periods);
    }

    /**
     * Not at all: for a plan whose loyalty axis is the loyalty index alone, where nobody knows who left.
     *
     * @return the plan
     */
    static ChurnPlan none() {
        return new None();
    }

    /** No churn probability. */
    record None() implements ChurnPlan {}

    /**
     * A churn probability from the survival curves of the plan.
     *
     * @param periods the periods it is over
     */
    record Survival(double periods) implements ChurnPlan {

        /**
         * Creates the plan.
         *
         * @param periods the periods it is over, in (0, Inf)
         */
        public Survival {
            Require.positive(periods, "periods of the churn probability");
        }
    }

    /**
     * A churn probability from a column of the input.
     *
     * @param name the name of the column
     */
    record Column(String name) implements ChurnPlan {

        /**
         * Creates the plan.
         *
         * @param name the name of the column
         */
        public Column {
            Require.notBlank(name, "churn probability column");
        }
    }

    /**
     * A churn probability from a logistic regression. What {@link ChurnPlan#logistic} leaves open is set by the methods
     * that begin with "with": without them all features are numbers, the fit is unpenalised and unweighted, nobody is held
     * out and nothing corrected.
     *
     * @param outcome the name of the outcome column
     * @param features the names of the feature columns
     * @param baselines the baseline of each feature that is a category, by its name
     * @param ridge how strongly the coefficients are drawn to 0; empty for not at all
     * @param weights how much those who left count; empty for each customer the same
     * @param period the time the outcomes were observed over; empty if it is not stated
     * @param holdout whom the model is judged on; empty for nobody
     * @param recalibration how the probabilities are corrected; empty for not at all
     */
    record Logistic(
            String outcome,
            List<String> features,
            Map<String, String> baselines,
            Optional<RidgePlan> ridge,
            Optional<ClassWeightPlan> weights,
            Optional<ChurnPeriod> period,
            Optional<HoldoutPlan> holdout,
            Optional<RecalibrationPlan> recalibration)
            implements ChurnPlan {

        /**
         * Creates the plan.
         *
         * @param outcome the name of the outcome column
         * @param features the names of the feature columns
         * @param baselines the baseline of each feature that is a category, by its name
         * @param ridge how strongly the coefficients are drawn to 0
         * @param weights how much those who left count
         * @param period the time the outcomes were observed over
         * @param holdout whom the model is judged on
         * @param recalibration how the probabilities are corrected
         * @throws IllegalArgumentException if there is no feature, one stands twice, a name or baseline is blank, the outcome is
         *     among them, a baseline is of no feature, a feature is called as a level of another would be, the holdout is
         *     by the outcome or a category, or the recalibration lacks the weights or the holdout it needs
         */
        public Logistic {
            Require.notBlank(outcome, "outcome column");
            features.forEach(feature -> Require.notBlank(feature, "churn feature"));
            Require.distinct(features, "churn features");
            features = List.copyOf(features);
            baselines = ImmutableMap.copyOf(baselines);
            if (features.isEmpty()) {
                throw new IllegalArgumentException("churn features must be at least one column, but were none");
            }
            if (features.contains(outcome)) {
                throw new IllegalArgumentException("churn features must not hold the outcome " + outcome);
            }
            requireBaselines(features, baselines);
            requireHoldout(outcome, baselines, holdout);
            requireRecalibration(weights, holdout, recalibration);
        }

        private static void requireBaselines(List<String> features, Map<String, String> baselines) {
            baselines.forEach((category, baseline) -> {
                Require.notBlank(baseline, "baseline of category " + category);
                if (!features.contains(category)) {
                    throw new IllegalArgumentException(
                            "baselines must be of the churn features " + features + ", but one was of " + category);
                }
                features.stream()
                        .filter(feature -> feature.startsWith(category + "="))
                        .findFirst()
                        .ifPresent(feature -> {
                            throw new IllegalArgumentException("churn features must not be called as a level of the"
                                    + " category " + category + ", but one was " + feature);
                        });
            });
        }

        private static void requireHoldout(
                String outcome, Map<String, String> baselines, Optional<HoldoutPlan> holdout) {
            holdout.flatMap(HoldoutPlan::heldOutBy)
                    .filter(column -> column.equals(outcome) || baselines.containsKey(column))
                    .ifPresent(column -> {
                        throw new IllegalArgumentException(
                                "holdout column must be neither the outcome nor a category, but was " + column);
                    });
        }

        private static void requireRecalibration(
                Optional<ClassWeightPlan> weights,
                Optional<HoldoutPlan> holdout,
                Optional<RecalibrationPlan> recalibration) {
            if (recalibration.orElse(null) instanceof RecalibrationPlan.UndoClassWeights && weights.isEmpty()) {
                throw new IllegalArgumentException(
                        "recalibration that undoes class weights must have some to undo, but there were none");
            }
            if (recalibration.orElse(null) instanceof RecalibrationPlan.OnHoldout && holdout.isEmpty()) {
                throw new IllegalArgumentException(
                        "recalibration on the customers held out must have a holdout, but there was none");
            }
        }

        /**
         * The same plan with one of its features a category: a column of groups, of which each but the baseline gets a
         * coefficient. A customer of a group that was not there at the fit gets no score.
         *
         * @param feature the name of the feature
         * @param baseline the group the others are compared with
         * @return a new plan
         * @throws IllegalArgumentException if it is none of the features, or the baseline is blank
         */
        public Logistic withCategory(String feature, String baseline) {
            Map<String, String> more = new LinkedHashMap<>(baselines);
            more.put(feature, baseline);
            return new Logistic(outcome, features, more, ridge, weights, period, holdout, recalibration);
        }

        /**
         * The same plan with a penalised fit.
         *
         * @param plan how strongly the coefficients are drawn to 0
         * @return a new plan
         */
        public Logistic withRidge(RidgePlan plan) {
            return new Logistic(
                    outcome, features, baselines, Optional.of(plan), weights, period, holdout, recalibration);
        }

        /**
         * The same plan with a weighted fit. The probabilities are then those of a base with another churn rate, unless
         * they are {@linkplain #withRecalibration corrected}.
         *
         * @param plan how much those who left count
         * @return a new plan
         */
        public Logistic withClassWeights(ClassWeightPlan plan) {
            return new Logistic(outcome, features, baselines, ridge, Optional.of(plan), period, holdout, recalibration);
        }

        /**
         * The same plan with the time stated the outcomes were observed over, and so that of the probabilities.
         *
         * @param stated the period
         * @return a new plan
         */
        public Logistic withPeriod(ChurnPeriod stated) {
            return new Logistic(
                    outcome, features, baselines, ridge, weights, Optional.of(stated), holdout, recalibration);
        }

        /**
         * The same plan with some customers held out, to judge the model on.
         *
         * @param plan whom to hold out
         * @return a new plan
         * @throws IllegalArgumentException if it is by the outcome or a category
         */
        public Logistic withHoldout(HoldoutPlan plan) {
            return withHoldout(Optional.of(plan));
        }

        Logistic withHoldout(Optional<HoldoutPlan> plan) {
            return new Logistic(outcome, features, baselines, ridge, weights, period, plan, recalibration);
        }

        /**
         * The same plan with corrected probabilities.
         *
         * @param plan how to correct them
         * @return a new plan
         * @throws IllegalArgumentException if the plan lacks the class weights or the holdout this needs
         */
        public Logistic withRecalibration(RecalibrationPlan plan) {
            return new Logistic(outcome, features, baselines, ridge, weights, period, holdout, Optional.of(plan));
        }

        /** The columns that are read to fit, not to score: the outcome, and who is held out. */
        List<String> fitColumns() {
            return Stream.concat(Stream.of(outcome), holdout.flatMap(HoldoutPlan::heldOutBy).stream())
                    .toList();
        }
    }
}
