package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import io.github.clv4j.value.CustomerLifetimeValue;
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

    /** Computes current and potential value of one customer; throws if a value is not finite. */
    void value(double[] customer, Scratch scratch) {
        double a = annuity.of(customer);
        double potential = 0;
        for (int j = 0; j < services.size(); j++) {
            potential += services.get(j).value(customer, a);
        }
        scratch.current = CustomerLifetimeValue.currentValue(profit.of(customer), a);
        scratch.potential = Require.finite(potential, "potential value");
        Require.finite(scratch.current + potential, "lifetime value");
    }

    /** Whether values are computed from inputs and constants alone, and NaN wherever an input of theirs cannot be scored. */
    boolean isPlain() {
        return annuity instanceof AnnuityScorer.SameForAll && services.stream().allMatch(ServiceScorer::isPlain);
    }

    /** Writes current and potential value of the customers of a block. */
    void score(Block block) {
        Arrays.fill(block.scores.potential, block.from, block.to, 0);
        if (annuity instanceof AnnuityScorer.SameForAll all) {
            score(block, all);
        } else {
            double[] a = annuity.column(block);
            CustomerLifetimeValue.currentValue(profit.column(block), a, block.from, block.to, block.scores.current);
            for (int j = 0; j < services.size(); j++) {
                services.get(j).addValue(block, a);
            }
        }
    }

    private void score(Block block, AnnuityScorer.SameForAll annuity) {
        double a = annuity.calculator().annuity();
        CustomerLifetimeValue.currentValue(profit.column(block), a, block.from, block.to, block.scores.current);
        int j = 0;
        while (j < services.size()) {
            ServiceScorer service = services.get(j);
            if (!service.isPlain()) {
                service.addValue(block, annuity.column(block));
                j++;
            } else if (j + 1 < services.size() && services.get(j + 1).isPlain()) {
                service.addPlainValues(services.get(j + 1), block, a);
                j += 2;
            } else {
                service.addPlainValue(block, a);
                j++;
            }
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
