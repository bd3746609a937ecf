package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import io.github.clv4j.value.ProfitBasis;
import java.util.List;
import java.util.Optional;

/**
 * How one service adds to the potential value of the customers who do not hold it. Immutable and thread-safe.
 *
 * @param name what the service is called, not blank
 * @param held the column that is 1 for the customers who hold the service, who then gain nothing from it, and 0 for the
 *     others; without one nobody holds it
 * @param adoption where the probability of taking it comes from; a group share and a logistic model need {@code held}
 * @param profit the profit if taken
 * @param basis whether the profit is per period or a present value
 */
public record ServicePlan(String name, Optional<String> held, AdoptionPlan adoption, Amount profit, ProfitBasis basis) {

    /**
     * Creates a plan.
     *
     * @param name what the service is called, not blank
     * @param held the column that is 1 for the customers who hold the service, who then gain nothing from it, and 0 for the others; without one nobody holds it
     * @param adoption where the probability of taking it comes from; a group share and a logistic model need {@code held}
     * @param profit the profit if taken
     * @param basis whether the profit is per period or a present value
     * @throws IllegalArgumentException if a name is blank, a group share or a logistic model comes without the column of
     *     holders, or that column is also a feature of the model or the column of its eligible customers
     */
    public ServicePlan {
        Require.notBlank(name, "service name");
        held.ifPresent(column -> Require.notBlank(column, "column of holders"));
        if (adoption instanceof AdoptionPlan.GroupShare && held.isEmpty()) {
            throw new IllegalArgumentException(
                    "service " + name + " must name the column of its holders, to take a share of them");
        }
        if (adoption instanceof AdoptionPlan.Logistic logistic) {
            requireOutcome(name, held, logistic);
        }
    }

    private static void requireOutcome(String name, Optional<String> held, AdoptionPlan.Logistic logistic) {
        String outcome = held.orElseThrow(() -> new IllegalArgumentException(
                "service " + name + " must name the column of its holders, to fit who they are"));
        requireNoFeature(name, logistic, "its holders", outcome);
        if (logistic.eligible().equals(held)) {
            throw new IllegalArgumentException("service " + name
                    + " must have different columns for its holders and for eligible customers, but had " + outcome
                    + " for both");
        }
    }

    /** Refuses a column of outcomes among the features of a service. */
    static void requireNoFeature(String service, AdoptionPlan.Logistic logistic, String whose, String outcome) {
        if (logistic.features().contains(outcome)) {
            throw new IllegalArgumentException("adoption features of service " + service
                    + " must not hold the column of " + whose + " " + outcome);
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
     * A service taken with the probability of a logistic model of who holds it, its profit per period.
     *
     * @param name what the service is called
     * @param held the name of the column that is 1 for the holders
     * @param features the names of the feature columns
     * @param profit the profit per period if taken
     * @return the plan
     * @see AdoptionPlan#logistic(List)
     */
    public static ServicePlan withLogistic(String name, String held, List<String> features, Amount profit) {
        return withLogistic(name, held, AdoptionPlan.logistic(features), profit);
    }

    /**
     * A service taken with the probability of a logistic model of who holds it among the eligible customers, its profit per
     * period.
     *
     * @param name what the service is called
     * @param held the name of the column that is 1 for the holders
     * @param features the names of the feature columns
     * @param eligible the name of the column that is 1 for the customers to whom the service can be offered
     * @param profit the profit per period if taken
     * @return the plan
     * @see AdoptionPlan#logistic(List, String)
     */
    public static ServicePlan withLogistic(
            String name, String held, List<String> features, String eligible, Amount profit) {
        return withLogistic(name, held, AdoptionPlan.logistic(features, eligible), profit);
    }

    private static ServicePlan withLogistic(String name, String held, AdoptionPlan adoption, Amount profit) {
        return new ServicePlan(name, Optional.of(held), adoption, profit, ProfitBasis.PER_PERIOD);
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
