package io.github.clv4j.scoring;

import io.github.clv4j.value.CustomerLifetimeValue;
import io.github.clv4j.value.GroupShareTable;
import io.github.clv4j.value.ProfitBasis;
import io.github.clv4j.value.ServiceOffer;
import org.jspecify.annotations.Nullable;

/**
 * What one service adds to the potential value.
 *
 * @param plan the service
 * @param held 1 for the holders
 * @param adoption the probability, or the code of the group where there is a table
 * @param shares the share of holders by group, if that is where the probability comes from
 * @param profit the profit if taken
 */
record ServiceScorer(
        ServicePlan plan,
        Slot held,
        Slot adoption,
        @Nullable GroupShareTable shares,
        Slot profit) {

    private static final Slot NOBODY = Slot.constant(0);
    private static final Slot ONE = Slot.constant(1);

    static ServiceScorer of(ServicePlan plan, InputList inputs, @Nullable GroupShareTable shares) {
        String adoption = plan.adoption() instanceof AdoptionPlan.GroupShare share
                ? share.group()
                : ((AdoptionPlan.Column) plan.adoption()).name();
        return new ServiceScorer(
                plan,
                plan.held()
                        .<Slot>map(column -> new Slot.Input(inputs.indexOf(column)))
                        .orElse(NOBODY),
                new Slot.Input(inputs.indexOf(adoption)),
                shares,
                Slot.of(plan.profit(), inputs));
    }

    double value(double[] customer, double annuity) {
        return CustomerLifetimeValue.offerValue(
                held.of(customer), probability(customer), profit.of(customer), perPeriod() ? annuity : 1);
    }

    void addValue(Block block, int length, double[] annuity) {
        CustomerLifetimeValue.addOfferValue(
                held.column(block),
                probabilities(block, length),
                profit.column(block),
                perPeriod() ? annuity : ONE.column(block),
                0,
                length,
                block.potential);
    }

    boolean isHeld(double[] customer) {
        return held.of(customer) == 1;
    }

    ServiceOffer offer(double[] customer) {
        return new ServiceOffer(plan.name(), probability(customer), profit.of(customer), plan.basis());
    }

    private boolean perPeriod() {
        return plan.basis() == ProfitBasis.PER_PERIOD;
    }

    private double probability(double[] customer) {
        double value = adoption.of(customer);
        return shares == null ? value : shares.share(value);
    }

    private double[] probabilities(Block block, int length) {
        double[] column = adoption.column(block);
        if (shares == null) {
            return column;
        }
        shares.share(column, 0, length, block.share);
        return block.share;
    }
}
