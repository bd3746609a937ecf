package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;

/** How the probabilities of a fitted churn model are corrected. Immutable and thread-safe. */
public sealed interface RecalibrationPlan {

    /**
     * To a known churn rate, where the customers of the fit are a sample with another.
     *
     * @param rate the share of all customers who leave in the period, in (0, 1)
     * @return the plan
     * @throws IllegalArgumentException if the rate is out of range (NaN included)
     */
    static RecalibrationPlan toBaseRate(double rate) {
        return new ToBaseRate(rate);
    }

    /**
     * To the churn rate of the customers of the fit, where class weights gave them another.
     *
     * @return the plan
     */
    static RecalibrationPlan undoClassWeights() {
        return new UndoClassWeights();
    }

    /**
     * By a logistic regression on the customers held out. The model is then the one that was fitted on the others.
     *
     * @return the plan
     */
    static RecalibrationPlan onHoldout() {
        return new OnHoldout();
    }

    /**
     * To a known churn rate.
     *
     * @param rate the rate, in (0, 1)
     */
    record ToBaseRate(double rate) implements RecalibrationPlan {

        /**
         * Creates the plan.
         *
         * @param rate the rate, in (0, 1)
         */
        public ToBaseRate {
            if (!(rate > 0 && rate < 1)) {
                throw Require.outside("base rate", "in (0, 1)", rate);
            }
        }
    }

    /** To the churn rate of the customers of the fit. */
    record UndoClassWeights() implements RecalibrationPlan {}

    /** By a logistic regression on the customers held out. */
    record OnHoldout() implements RecalibrationPlan {}
}
