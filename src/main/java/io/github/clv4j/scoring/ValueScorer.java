package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.timevalue.Annuity;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.CustomerLifetimeValue;
import io.github.clv4j.value.LifetimeValue;
import io.github.clv4j.value.ServiceOffer;
import io.github.clv4j.value.ValueExplanation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The money axes of a model: current and potential value. */
final class ValueScorer {

    private final Annuity annuity;
    private final CustomerLifetimeValue calculator;
    private final Slot profit;
    private final @Nullable Slot periods;
    private final Slot factor;
    private final ImmutableList<ServiceScorer> services;

    private ValueScorer(ScoringPlan plan, InputList inputs, List<ServiceScorer> services) {
        this.annuity = Annuity.of(plan.discountRate(), plan.timing());
        this.calculator = plan.calculator();
        this.profit = new Slot.Input(inputs.indexOf(plan.profit()));
        this.periods = plan.horizonColumn()
                .map(column -> new Slot.Input(inputs.indexOf(column)))
                .orElse(null);
        this.factor = Slot.constant(calculator.annuity());
        this.services = ImmutableList.copyOf(services);
    }

    /** A scorer with the tables and adoption models among the parameters. */
    static ValueScorer of(ScoringPlan plan, InputList inputs, ModelParameters parameters) {
        return new ValueScorer(
                plan,
                inputs,
                plan.services().stream()
                        .map(service -> ServiceScorer.of(service, inputs, parameters))
                        .toList());
    }

    LifetimeValue value(double[] customer) {
        double a = annuity(customer);
        double potential = 0;
        for (ServiceScorer service : services) {
            potential += service.value(customer, a);
        }
        return new LifetimeValue(CustomerLifetimeValue.currentValue(profit.of(customer), a), potential);
    }

    /** Writes current and potential value of the first customers of a block. */
    void score(Block block, int length) {
        double[] a = annuity(block, length);
        CustomerLifetimeValue.currentValue(profit.column(block), a, 0, length, block.current);
        Arrays.fill(block.potential, 0, length, 0);
        for (ServiceScorer service : services) {
            service.addValue(block, length, a);
        }
    }

    ValueExplanation explain(double[] customer) {
        CustomerLifetimeValue own =
                periods == null ? calculator : calculator.withHorizon(Horizon.ofPeriods(periods.of(customer)));
        List<ServiceOffer> offers = services.stream()
                .filter(service -> !service.isHeld(customer))
                .map(service -> service.offer(customer))
                .toList();
        return own.explain(profit.of(customer), offers);
    }

    private double annuity(double[] customer) {
        return periods == null ? calculator.annuity() : annuity.presentValue(periods.of(customer));
    }

    private double[] annuity(Block block, int length) {
        if (periods == null) {
            return factor.column(block);
        }
        annuity.presentValue(periods.column(block), 0, length, block.annuity);
        return block.annuity;
    }
}
