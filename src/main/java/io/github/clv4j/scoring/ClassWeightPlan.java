package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;

/** How much those who left count in the fit of a churn model beside those who stayed. Immutable and thread-safe. */
public sealed interface ClassWeightPlan {

    /**
     * As much together as those who stayed together.
     *
     * @return the plan
     */
    static ClassWeightPlan balanced() {
        return new Balanced();
    }

    /**
     * By given weights.
     *
     * @param stayed the weight of each customer who stayed, in (0, Inf)
     * @param left the weight of each customer who left, in (0, Inf)
     * @return the plan
     * @throws IllegalArgumentException if a weight is out of range (NaN included)
     */
    static ClassWeightPlan of(double stayed, double left) {
        return new Given(stayed, left);
    }

    /** Both classes count the same. */
    record Balanced() implements ClassWeightPlan {}

    /**
     * Given weights.
     *
     * @param stayed the weight of each customer who stayed, in (0, Inf)
     * @param left the weight of each customer who left, in (0, Inf)
     */
    record Given(double stayed, double left) implements ClassWeightPlan {

        /**
         * Creates the plan.
         *
         * @param stayed the weight of each customer who stayed, in (0, Inf)
         * @param left the weight of each customer who left, in (0, Inf)
         */
        public Given {
            Require.positive(stayed, "class weight of those who stayed");
            Require.positive(left, "class weight of those who left");
        }
    }
}
