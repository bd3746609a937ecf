package io.github.clv4j.scoring;

import io.github.clv4j.base.Mark;
import io.github.clv4j.value.CustomerLifetimeValue;
import io.github.clv4j.value.ProfitBasis;
import io.github.clv4j.value.ServiceOffer;

/**
 * What one service adds to the potential value.
 *
 * @param plan the service
 * @param held 1 for the holders
 * @param adoption the probability
 * @param profit the profit if taken
 */
record ServiceScorer(ServicePlan plan, Slot held, AdoptionScorer adoption, Slot profit) {

    static ServiceScorer of(ServicePlan plan, InputList inputs, ModelParameters parameters) {
        return new ServiceScorer(
                plan,
                plan.held()
                        .<Slot>map(column -> new Slot.Input(inputs.indexOf(column)))
                        .orElse(Slot.ZERO),
                AdoptionScorer.of(plan, inputs, parameters),
                Slot.of(plan.profit(), inputs));
    }

    double value(double[] customer, double annuity) {
        return CustomerLifetimeValue.offerValue(
                held.of(customer), adoption.probability(customer), profit.of(customer), perPeriod() ? annuity : 1);
    }

    void addValue(Block block, double[] annuity) {
        CustomerLifetimeValue.addOfferValue(
                held.column(block),
                adoption.probabilities(block),
                profit.column(block),
                perPeriod() ? annuity : Slot.ONE.column(block),
                block.from,
                block.to,
                block.scores.potential);
    }

    /** Whether the probability is all that differs between customers. */
    boolean isPlain() {
        return held == Slot.ZERO && adoption instanceof AdoptionScorer.Given && profit instanceof Slot.Constant;
    }

    /** What a {@linkplain #isPlain() plain} service adds, under one annuity for all. */
    void addPlainValue(Block block, double annuity) {
        CustomerLifetimeValue.addOfferValue(
                adoption.probabilities(block), worth(annuity), block.from, block.to, block.scores.potential);
    }

    /** What two plain services add, the first before the second. */
    void addPlainValues(ServiceScorer second, Block block, double annuity) {
        CustomerLifetimeValue.addOfferValues(
                adoption.probabilities(block),
                worth(annuity),
                second.adoption.probabilities(block),
                second.worth(annuity),
                block.from,
                block.to,
                block.scores.potential);
    }

    /** What a plain service is worth if taken; where that is not finite, nobody has a potential value. */
    private double worth(double annuity) {
        double worth = ((Slot.Constant) profit).value() * (perPeriod() ? annuity : 1);
        return worth + Mark.finite(worth);
    }

    boolean isHeld(double[] customer) {
        return held.of(customer) == 1;
    }

    ServiceOffer offer(double[] customer) {
        return new ServiceOffer(plan.name(), adoption.probability(customer), profit.of(customer), plan.basis());
    }

    private boolean perPeriod() {
        return plan.basis() == ProfitBasis.PER_PERIOD;
    }
}
