package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import io.github.clv4j.retention.Holdout;
import java.util.Optional;

/** Which customers a churn model is judged on, not being fitted on them. Immutable and thread-safe. */
public sealed interface HoldoutPlan {

    /**
     * A share drawn at random, of those who left and of those who stayed.
     *
     * @param share the share, in (0, 1)
     * @param seed the seed of the draw
     * @return the plan
     * @throws IllegalArgumentException if the share is out of range (NaN included)
     */
    static HoldoutPlan share(double share, long seed) {
        return new Share(share, seed);
    }

    /**
     * The customers a column names.
     *
     * @param name the name of the column that is 1 for customers to be held out, 0 for the others
     * @return the plan
     * @throws IllegalArgumentException if the name is blank
     */
    static HoldoutPlan column(String name) {
        return new Column(name);
    }

    /**
     * The customers of a later time.
     *
     * @param column the name of the column of times: when the customer was observed
     * @param from the first time to be held out, finite
     * @return the plan
     * @throws IllegalArgumentException if the name is blank or the time not finite
     */
    static HoldoutPlan outOfTime(String column, double from) {
        return new OutOfTime(column, from);
    }

    /**
     * The column it is read from, needed for the fit only.
     *
     * @return its name; empty where none is needed
     */
    Optional<String> heldOutBy();

    /**
     * A share drawn at random.
     *
     * @param share the share, in (0, 1)
     * @param seed the seed of the draw
     */
    record Share(double share, long seed) implements HoldoutPlan {

        /**
         * Creates the plan.
         *
         * @param share the share, in (0, 1)
         * @param seed the seed of the draw
         */
        public Share {
            Holdout.requireShare(share);
        }

        @Override
        public Optional<String> heldOutBy() {
            return Optional.empty();
        }
    }

    /**
     * The customers a column names.
     *
     * @param name the name of the column
     */
    record Column(String name) implements HoldoutPlan {

        /**
         * Creates the plan.
         *
         * @param name the name of the column
         */
        public Column {
            Require.notBlank(name, "holdout column");
        }

        @Override
        public Optional<String> heldOutBy() {
            return Optional.of(name);
        }
    }

    /**
     * The customers of a later time.
     *
     * @param column the name of the column of times
     * @param from the first time to be held out, finite
     */
    record OutOfTime(String column, double from) implements HoldoutPlan {

        /**
         * Creates the plan.
         *
         * @param column the name of the column of times
         * @param from the first time to be held out, finite
         */
        public OutOfTime {
            Require.notBlank(column, "holdout column");
            Require.finite(from, "first time held out");
        }

        @Override
        public Optional<String> heldOutBy() {
            return Optional.of(column);
        }
    }
}
