package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;

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
}
