package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;

/** How strongly the coefficients of a churn model are drawn to 0. Immutable and thread-safe. */
public sealed interface RidgePlan {

    /**
     * By a given penalty.
     *
     * @param lambda the penalty, in (0, Inf)
     * @return the plan
     * @throws IllegalArgumentException if the penalty is out of range (NaN included)
     */
    static RidgePlan penalty(double lambda) {
        return new Penalty(lambda);
    }

    /**
     * By the penalty that predicts best in cross-validation.
     *
     * @param folds how many parts the customers are put into, at least 2
     * @param seed the seed that puts them there
     * @return the plan
     * @throws IllegalArgumentException if there are too few folds
     */
    static RidgePlan crossValidated(int folds, long seed) {
        return new CrossValidated(folds, seed);
    }

    /**
     * A given penalty.
     *
     * @param lambda the penalty, in (0, Inf)
     */
    record Penalty(double lambda) implements RidgePlan {

        /**
         * Creates the plan.
         *
         * @param lambda the penalty, in (0, Inf)
         */
        public Penalty {
            Require.positive(lambda, "ridge");
        }
    }

    /**
     * The penalty that predicts best in cross-validation.
     *
     * @param folds how many parts the customers are put into, at least 2
     * @param seed the seed that puts them there
     */
    record CrossValidated(int folds, long seed) implements RidgePlan {

        /**
         * Creates the plan.
         *
         * @param folds how many parts the customers are put into, at least 2
         * @param seed the seed that puts them there
         */
        public CrossValidated {
            if (folds < 2) {
                throw Require.outside("folds", "at least 2", folds);
            }
        }
    }
}
