package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import io.github.clv4j.value.ProfitBasis;
import java.util.Optional;

/**
 * How one service adds to the potential value of the customers who do not hold it. Immutable and thread-safe.
 *
 * @param name what the service is called, not blank
 * @param held the column that is 1 for the customers who hold the service, who then gain nothing from it, and 0 for the
 *     others; without one nobody holds it
 * @param adoption where the probability of taking it comes from; a group share needs {@code held}
 * @param profit the profit if taken
 * @param basis whether the profit is per period or a present value
 */
public record ServicePlan(String name, Optional<String> held, AdoptionPlan adoption, Amount profit, ProfitBasis basis) {

    /**
     * Creates a plan.
     *
     * @param name what the service is called, not blank
     * @param held the column that is 1 for the customers who hold the service, who then gain nothing from it, and 0 for the others; without one nobody holds it
     * @param adoption where the probability of taking it comes from; a group share needs {@code held}
     * @param profit the profit if taken
     * @param basis whether the profit is per period or a present value
     * @throws IllegalArgumentException if a name is blank, or a group share comes without the column of holders
     */
    public ServicePlan {
        Require.notBlank(name, "service name");
        held.ifPresent(column -> Require.notBlank(column, "column of holders"));
        if (adoption instanceof AdoptionPlan.GroupShare && held.isEmpty()) {
            throw new IllegalArgumentException(
                    "service " + name + " must name the column of its holders, to take a share of them");
        }
    }

    /**
     * A service taken with the probability of a column, its profit per period.
     *
     * @param name what the service is called
     * @param probability the name of the column of probabilities
     * @param profit the profit per period if taken
     * @return the plan
     */
    public static ServicePlan withProbability(String name, String probability, Amount profit) {
        return new ServicePlan(
                name, Optional.empty(), AdoptionPlan.column(probability), profit, ProfitBasis.PER_PERIOD);
    }

    /**
     * A service taken with the probability of a group share, its profit per period.
     *
     * @param name what the service is called
     * @param held the name of the column that is 1 for the holders
     * @param group the name of the column of group names
     * @param profit the profit per period if taken
     * @return the plan
     */
    public static ServicePlan withGroupShare(String name, String held, String group, Amount profit) {
        return new ServicePlan(name, Optional.of(held), AdoptionPlan.groupShare(group), profit, ProfitBasis.PER_PERIOD);
    }

    /**
     * The same service with a column of holders.
     *
     * @param column the name of the column that is 1 for the holders
     * @return a new plan
     */
    public ServicePlan heldBy(String column) {
        return new ServicePlan(name, Optional.of(column), adoption, profit, basis);
    }

    /**
     * The same service with its profit stated as a present value.
     *
     * @return a new plan
     */
    public ServicePlan asPresentValue() {
        return new ServicePlan(name, held, adoption, profit, ProfitBasis.PRESENT_VALUE);
    }
}
