package io.github.clv4j.scoring;

import io.github.clv4j.value.AdoptionModel;
import io.github.clv4j.value.GroupShareTable;
import java.util.Objects;

/** The probability that a customer takes a service. */
sealed interface AdoptionScorer {

    /** The scorer of a service with its table or model among the parameters, which have those the plan asks for. */
    static AdoptionScorer of(ServicePlan service, InputList inputs, ModelParameters parameters) {
        if (service.adoption() instanceof AdoptionPlan.GroupShare share) {
            return new Share(
                    inputs.indexOf(share.group()),
                    Objects.requireNonNull(parameters.shares().get(service.name())));
        }
        if (service.adoption() instanceof AdoptionPlan.Logistic logistic) {
            return logistic(
                    logistic,
                    inputs,
                    Objects.requireNonNull(parameters.adoption().get(service.name())));
        }
        return new Given(inputs.indexOf(((AdoptionPlan.Column) service.adoption()).name()));
    }

    private static Logistic logistic(AdoptionPlan.Logistic plan, InputList inputs, AdoptionModel model) {
        Slot eligible = plan.eligible()
                .<Slot>map(column -> new Slot.Input(inputs.indexOf(column)))
                .orElse(Slot.ONE);
        return new Logistic(model, eligible, Features.of(plan.features(), inputs));
    }

    /** The probability of one customer. */
    double probability(double[] customer);

    /** The probabilities of the customers of a block; not to be written to. */
    double[] probabilities(Block block);

    /** A probability that comes with the customer. */
    record Given(int input) implements AdoptionScorer {

        @Override
        public double probability(double[] customer) {
            return customer[input];
        }

        @Override
        public double[] probabilities(Block block) {
            return block.inputs[input];
        }
    }

    /** The share of holders in the group whose code is an input. */
    record Share(int group, GroupShareTable shares) implements AdoptionScorer {

        @Override
        public double probability(double[] customer) {
            return shares.share(customer[group]);
        }

        @Override
        public double[] probabilities(Block block) {
            shares.share(block.inputs[group], block.from, block.to, block.adoption);
            return block.adoption;
        }
    }

    /** A probability computed by a logistic model from some of the inputs. */
    record Logistic(AdoptionModel model, Slot eligible, Features features) implements AdoptionScorer {

        @Override
        public double probability(double[] customer) {
            return model.adoptionProbability(eligible.of(customer), features.of(customer));
        }

        @Override
        public double[] probabilities(Block block) {
            model.adoptionProbability(
                    eligible.column(block), features.columns(block), block.from, block.to, block.adoption);
            return block.adoption;
        }
    }
}
