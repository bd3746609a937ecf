package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import io.github.clv4j.retention.LifetimeModel;
import java.util.Optional;

/**
 * How long customers stay, learned from how long they have been customers and who of them left. What it is used for is said
 * elsewhere in the plan: for the churn probability, the weights of profits, or the horizon. Immutable and thread-safe.
 *
 * @param tenure the name of the column of tenures, in periods of the discount rate
 * @param left the name of the column that is 1 for customers who left at the end of their tenure, 0 for those still there,
 *     and missing where it is not known; needed for the fit only
 * @param by the name of the column of groups that are fitted apart; empty for one curve for all
 * @param model the model that is fitted; empty for the Kaplan-Meier curve, continued by its average hazard
 */
public record SurvivalPlan(String tenure, String left, Optional<String> by, Optional<LifetimeModel> model) {

    /**
     * Creates a plan.
     *
     * @param tenure the name of the column of tenures
     * @param left the name of the column that says who left
     * @param by the name of the column of groups that are fitted apart
     * @param model the model that is fitted; empty for the Kaplan-Meier curve, continued by its average hazard
     * @throws IllegalArgumentException if a name is blank, or the outcome is the tenure or the group
     */
    public SurvivalPlan {
        Require.notBlank(tenure, "tenure column");
        Require.notBlank(left, "column of who left");
        by.ifPresent(column -> Require.notBlank(column, "column of groups of survival"));
        if (left.equals(tenure) || by.filter(left::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "column of who left must be another than the tenure and the group, but was " + left);
        }
    }

    /**
     * One Kaplan-Meier curve for all customers.
     *
     * @param tenure the name of the column of tenures, in periods of the discount rate
     * @param left the name of the column that says who left
     * @return the plan
     */
    public static SurvivalPlan of(String tenure, String left) {
        return new SurvivalPlan(tenure, left, Optional.empty(), Optional.empty());
    }

    /**
     * The same with a curve for each group. A customer of a group that was not there at the fit gets no score.
     *
     * @param column the name of the column of groups
     * @return a new plan
     */
    public SurvivalPlan withGroups(String column) {
        return new SurvivalPlan(tenure, left, Optional.of(column), model);
    }

    /**
     * The same with a model of few parameters in place of the Kaplan-Meier curve.
     *
     * @param fitted the model
     * @return a new plan
     */
    public SurvivalPlan withModel(LifetimeModel fitted) {
        return new SurvivalPlan(tenure, left, by, Optional.of(fitted));
    }
}
