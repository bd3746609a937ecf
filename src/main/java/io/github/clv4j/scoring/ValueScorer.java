package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.value.CustomerLifetimeValue;
import io.github.clv4j.value.LifetimeValue;
import io.github.clv4j.value.ServiceOffer;
import io.github.clv4j.value.ValueExplanation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The money axes of a model: current and potential value. */
final class ValueScorer {

    private final AnnuityScorer annuity;
    private final Slot profit;
    private final ImmutableList<ServiceScorer> services;

    private ValueScorer(AnnuityScorer annuity, Slot profit, List<ServiceScorer> services) {
        this.annuity = annuity;
        this.profit = profit;
        this.services = ImmutableList.copyOf(services);
    }

    /** A scorer with the tables, curves and adoption models among the parameters. */
    static ValueScorer of(ScoringPlan plan, InputList inputs, ModelParameters parameters) {
        return new ValueScorer(
                AnnuityScorer.of(plan, inputs, parameters),
                new Slot.Input(inputs.indexOf(plan.profit())),
                plan.services().stream()
                        .map(service -> ServiceScorer.of(service, inputs, parameters))
                        .toList());
    }

    LifetimeValue value(double[] customer) {
        double a = annuity.of(customer);
        double potential = 0;
        for (ServiceScorer service : services) {
            potential += service.value(customer, a);
        }
        return new LifetimeValue(CustomerLifetimeValue.currentValue(profit.of(customer), a), potential);
    }

    /** Writes current and potential value of the first customers of a block. */
    void score(Block block, int length) {
        double[] a = annuity.column(block, length);
        CustomerLifetimeValue.currentValue(profit.column(block), a, 0, length, block.current);
        Arrays.fill(block.potential, 0, length, 0);
        for (ServiceScorer service : services) {
            service.addValue(block, length, a);
        }
    }

    Optional<ExpectedStay> stay(double[] customer) {
        return annuity.stay(customer);
    }

    ValueExplanation explain(double[] customer) {
        List<ServiceOffer> offers = services.stream()
                .filter(service -> !service.isHeld(customer))
                .map(service -> service.offer(customer))
                .toList();
        return annuity.calculator(customer).explain(profit.of(customer), offers);
    }
}
