package io.github.clv4j.scoring;

import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.timevalue.Annuity;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.CustomerLifetimeValue;
import java.util.Optional;

/** What one unit of profit per period is worth to each customer. */
sealed interface AnnuityScorer {

    static AnnuityScorer of(ScoringPlan plan, InputList inputs, ModelParameters parameters) {
        CustomerLifetimeValue calculator = plan.calculator();
        if (plan.expectedLifetimeAtMost().isPresent()) {
            return new OverExpectedLifetime(
                    survival(plan, inputs, parameters),
                    calculator,
                    plan.expectedLifetimeAtMost().get());
        }
        Slot periods = plan.horizonColumn()
                .<Slot>map(column -> new Slot.Input(inputs.indexOf(column)))
                .orElse(Slot.ZERO);
        boolean own = plan.horizonColumn().isPresent();
        if (plan.isWeightedBySurvival()) {
            SurvivalScorer survival = survival(plan, inputs, parameters);
            return own
                    ? new WeightedOverOwnHorizon(survival, calculator, periods)
                    : new Weighted(survival, calculator, plan.horizon().orElseThrow());
        }
        return own
                ? new OverOwnHorizon(calculator, Annuity.of(plan.discountRate(), plan.timing()), periods)
                : new SameForAll(calculator, Slot.constant(calculator.annuity()));
    }

    private static SurvivalScorer survival(ScoringPlan plan, InputList inputs, ModelParameters parameters) {
        return SurvivalScorer.of(
                plan.survival().orElseThrow(), parameters.survival().orElseThrow(), inputs);
    }

    /** The calculator of one customer's value. */
    CustomerLifetimeValue calculator(double[] customer);

    /** How long a customer is expected to stay, where that counts. */
    default Optional<ExpectedStay> stay(double[] customer) {
        return Optional.empty();
    }

    /** The annuity of one customer. */
    double of(double[] customer);

    /** The annuities of the customers of a block, NaN where the scalar form throws; not to be written to. */
    double[] column(Block block);

    /** One horizon, nobody leaves before it. */
    record SameForAll(CustomerLifetimeValue calculator, Slot annuity) implements AnnuityScorer {

        @Override
        public CustomerLifetimeValue calculator(double[] customer) {
            return calculator;
        }

        @Override
        public double of(double[] customer) {
            return calculator.annuity();
        }

        @Override
        public double[] column(Block block) {
            return annuity.column(block);
        }
    }

    /** The horizon of each customer comes with it. */
    record OverOwnHorizon(CustomerLifetimeValue calculator, Annuity annuity, Slot periods) implements AnnuityScorer {

        @Override
        public CustomerLifetimeValue calculator(double[] customer) {
            return calculator.withHorizon(Horizon.ofPeriods(periods.of(customer)));
        }

        @Override
        public double of(double[] customer) {
            return annuity.presentValue(periods.of(customer));
        }

        @Override
        public double[] column(Block block) {
            annuity.presentValue(periods.column(block), block.from, block.to, block.annuity);
            return block.annuity;
        }
    }

    /** The horizon of each customer is its expected residual lifetime. */
    record OverExpectedLifetime(SurvivalScorer survival, CustomerLifetimeValue calculator, Horizon atMost)
            implements AnnuityScorer {

        @Override
        public CustomerLifetimeValue calculator(double[] customer) {
            return calculator(survival.residual(customer));
        }

        @Override
        public Optional<ExpectedStay> stay(double[] customer) {
            return Optional.of(survival.stay(customer, atMost, false));
        }

        private CustomerLifetimeValue calculator(LifetimeDistribution residual) {
            return calculator.withHorizon(new Horizon(residual.expectedLifetime(atMost)));
        }

        @Override
        public double of(double[] customer) {
            return calculator(customer).annuity();
        }

        @Override
        public double[] column(Block block) {
            survival.score(block, block.annuities, r -> calculator(r).annuity(), block.annuity);
            return block.annuity;
        }
    }

    /** One horizon, profits weighted by the survival of a customer of that age. */
    record Weighted(SurvivalScorer survival, CustomerLifetimeValue calculator, Horizon horizon)
            implements AnnuityScorer {

        @Override
        public Optional<ExpectedStay> stay(double[] customer) {
            return Optional.of(survival.stay(customer, horizon, true));
        }

        @Override
        public CustomerLifetimeValue calculator(double[] customer) {
            return calculator.withSurvival(survival.residual(customer));
        }

        @Override
        public double of(double[] customer) {
            return calculator(customer).annuity();
        }

        @Override
        public double[] column(Block block) {
            survival.score(
                    block, block.annuities, r -> calculator.withSurvival(r).annuity(), block.annuity);
            return block.annuity;
        }
    }

    /** A horizon of its own for each customer, profits weighted by survival: nothing two customers share. */
    record WeightedOverOwnHorizon(SurvivalScorer survival, CustomerLifetimeValue calculator, Slot periods)
            implements AnnuityScorer {

        @Override
        public Optional<ExpectedStay> stay(double[] customer) {
            return Optional.of(survival.stay(customer, Horizon.ofPeriods(periods.of(customer)), true));
        }

        @Override
        public CustomerLifetimeValue calculator(double[] customer) {
            return calculator
                    .withHorizon(Horizon.ofPeriods(periods.of(customer)))
                    .withSurvival(survival.residual(customer));
        }

        @Override
        public double of(double[] customer) {
            return calculator(customer).annuity();
        }

        @Override
        public double[] column(Block block) {
            for (int i = block.from; i < block.to; i++) {
                block.annuity[i] = orNaN(block.customer(i));
            }
            return block.annuity;
        }

        private double orNaN(double[] customer) {
            try {
                return survival.isKnown(customer) ? of(customer) : Double.NaN;
            } catch (IllegalArgumentException refused) {
                return Double.NaN;
            }
        }
    }
}
