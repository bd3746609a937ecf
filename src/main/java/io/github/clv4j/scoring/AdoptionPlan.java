package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import java.util.List;
import java.util.Optional;

/** Where the probability that a customer takes a service comes from. Immutable and thread-safe. */
public sealed interface AdoptionPlan {

    /**
     * From a column of the input.
     *
     * @param name the name of the column of probabilities, each in [0, 1]
     * @return the plan
     */
    static AdoptionPlan column(String name) {
        return new Column(name);
    }

    /**
     * The share of holders among the customers of the same group, fitted and kept in the model as a table.
     *
     * @param group the name of the column of group names
     * @return the plan
     * @see io.github.clv4j.value.GroupShareTable
     */
    static AdoptionPlan groupShare(String group) {
        return new GroupShare(group);
    }

    /**
     * A logistic model of who holds the service, fitted on all customers.
     *
     * @param features the names of the feature columns, in the order of the coefficients; each must be known of every customer
     * @return the plan
     * @throws IllegalArgumentException if there is no feature, one stands twice or a name is blank
     * @see io.github.clv4j.value.AdoptionModel
     */
    static AdoptionPlan logistic(List<String> features) {
        return new Logistic(features, Optional.empty());
    }

    /**
     * A logistic model of who holds the service, fitted on the customers to whom it can be offered. The probability of the
     * others is 0.
     *
     * @param features the names of the feature columns, in the order of the coefficients; each must be known of every
     *     customer, eligible or not
     * @param eligible the name of the column that is 1 for the customers to whom the service can be offered, 0 for the others
     * @return the plan
     * @throws IllegalArgumentException if there is no feature, one stands twice, a name is blank, or the column of eligible
     *     customers is among the features
     * @see io.github.clv4j.value.AdoptionModel
     */
    static AdoptionPlan logistic(List<String> features, String eligible) {
        return new Logistic(features, Optional.of(eligible));
    }

    /**
     * A probability from a column of the input.
     *
     * @param name the name of the column
     */
    record Column(String name) implements AdoptionPlan {

        /**
         * Creates the plan.
         *
         * @param name the name of the column
         */
        public Column {
            Require.notBlank(name, "probability column");
        }
    }

    /**
     * The share of holders among the customers of the same group.
     *
     * @param group the name of the column of group names
     */
    record GroupShare(String group) implements AdoptionPlan {

        /**
         * Creates the plan.
         *
         * @param group the name of the column of group names
         */
        public GroupShare {
            Require.notBlank(group, "group column");
        }
    }

    /**
     * A logistic model of who holds the service.
     *
     * @param features the names of the feature columns
     * @param eligible the name of the column that is 1 for the customers to whom the service can be offered; without one it
     *     can be offered to all
     */
    record Logistic(List<String> features, Optional<String> eligible) implements AdoptionPlan {

        /**
         * Creates the plan.
         *
         * @param features the names of the feature columns
         * @param eligible the name of the column that is 1 for the customers to whom the service can be offered; without one
         *     it can be offered to all
         * @throws IllegalArgumentException if there is no feature, one stands twice, a name is blank, or the column of
         *     eligible customers is among the features
         */
        public Logistic {
            features.forEach(feature -> Require.notBlank(feature, "adoption feature"));
            Require.distinct(features, "adoption features");
            features = List.copyOf(features);
            if (features.isEmpty()) {
                throw new IllegalArgumentException("adoption features must be at least one column, but were none");
            }
            if (eligible.isPresent()
                    && features.contains(Require.notBlank(eligible.get(), "column of eligible customers"))) {
                throw new IllegalArgumentException(
                        "adoption features must not hold the column of eligible customers " + eligible.get());
            }
        }
    }
}
