package io.github.clv4j.indicator;

import io.github.clv4j.base.Require;

/**
 * What becomes of an index where indicators are missing. A missing indicator never counts as 0: who was not asked is not
 * dissatisfied. Implementations are immutable and thread-safe.
 */
public sealed interface MissingPolicy {

    /**
     * The least coverage with which there is an index.
     *
     * @return 1 where missing indicators are rejected; else the floor less 1e-9, so that three weights of 0.2 reach a floor of
     *     0.6, though neither is a number that a double can hold
     */
    double leastCoverage();

    /**
     * Refuses a customer with a missing indicator.
     *
     * @return the policy
     */
    static MissingPolicy reject() {
        return new Reject();
    }

    /**
     * Takes the weighted mean of the indicators that are known: {@code sum(w s) / sum(w)} over them, w being the weights in the
     * whole index. The divisor is the coverage. Below a floor there is no index, and never where nothing is known.
     *
     * @param floor the coverage an index needs at least, in [0, 1]
     * @return the policy
     * @throws IllegalArgumentException if the floor is outside [0, 1] (NaN included)
     */
    static MissingPolicy renormalise(double floor) {
        return new Renormalise(floor);
    }

    /** Refuses a customer with a missing indicator. */
    record Reject() implements MissingPolicy {

        @Override
        public double leastCoverage() {
            return 1;
        }

        @Override
        public String toString() {
            return "reject";
        }
    }

    /**
     * Takes the weighted mean of the indicators that are known.
     *
     * @param floor the coverage an index needs at least, in [0, 1]
     */
    record Renormalise(double floor) implements MissingPolicy {

        /**
         * Creates the policy.
         *
         * @param floor the coverage an index needs at least, in [0, 1]
         */
        public Renormalise {
            Require.probability(floor, "coverage floor");
        }

        @Override
        public double leastCoverage() {
            return floor - 1e-9;
        }

        @Override
        public String toString() {
            return "renormalise(" + floor + ")";
        }
    }
}
