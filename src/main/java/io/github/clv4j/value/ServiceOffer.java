package io.github.clv4j.value;

import io.github.clv4j.base.Require;

/**
 * A service that one customer does not have yet and could take: {@code Prob_ij} and {@code Profit_ij} of the potential
 * value. Immutable and thread-safe.
 *
 * @param name what the service is called, not blank
 * @param probability the probability that the customer takes it, in [0, 1]
 * @param profit the profit if taken, in the caller's currency, finite; negative where the service loses money
 * @param basis whether the profit is per period or a present value
 */
public record ServiceOffer(String name, double probability, double profit, ProfitBasis basis) {

    /**
     * Creates an offer.
     *
     * @param name what the service is called, not blank
     * @param probability the probability that the customer takes it, in [0, 1]
     * @param profit the profit if taken, in the caller's currency, finite; negative where the service loses money
     * @param basis whether the profit is per period or a present value
     * @throws IllegalArgumentException if the name is blank, the probability is outside [0, 1] or the profit not finite
     */
    public ServiceOffer {
        Require.notBlank(name, "service name");
        Require.probability(probability, "probability of " + name);
        Require.finite(profit, "profit of " + name);
    }

    /**
     * An offer whose profit is stated per period.
     *
     * @param name what the service is called, not blank
     * @param probability the probability that the customer takes it, in [0, 1]
     * @param profit the profit per period of the discount rate, if taken
     * @return the offer
     */
    public static ServiceOffer perPeriod(String name, double probability, double profit) {
        return new ServiceOffer(name, probability, profit, ProfitBasis.PER_PERIOD);
    }

    /**
     * An offer whose profit is stated as a present value.
     *
     * @param name what the service is called, not blank
     * @param probability the probability that the customer takes it, in [0, 1]
     * @param profit the present value of the profit, if taken
     * @return the offer
     */
    public static ServiceOffer presentValue(String name, double probability, double profit) {
        return new ServiceOffer(name, probability, profit, ProfitBasis.PRESENT_VALUE);
    }
}
