package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import java.util.List;

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
    static ChurnPlan logistic(String outcome, List<String> features) {
        return new Logistic(outcome, features);
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
     * A churn probability from a logistic regression.
     *
     * @param outcome the name of the outcome column
     * @param features the names of the feature columns
     */
    record Logistic(String outcome, List<String> features) implements ChurnPlan {

        /**
         * Creates the plan.
         *
         * @param outcome the name of the outcome column
         * @param features the names of the feature columns
         * @throws IllegalArgumentException if there is no feature, one stands twice, a name is blank, or the outcome is among them
         */
        public Logistic {
            Require.notBlank(outcome, "outcome column");
            features.forEach(feature -> Require.notBlank(feature, "churn feature"));
            Require.distinct(features, "churn features");
            features = List.copyOf(features);
            if (features.isEmpty()) {
                throw new IllegalArgumentException("churn features must be at least one column, but were none");
            }
            if (features.contains(outcome)) {
                throw new IllegalArgumentException("churn features must not hold the outcome " + outcome);
            }
        }
    }
}
