package io.github.clv4j.scoring;

import io.github.clv4j.retention.ChurnExplanation;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import java.util.Optional;

/** The churn probability of a model. */
sealed interface ChurnScorer {

    static ChurnScorer of(ScoringPlan plan, InputList inputs, ModelParameters parameters) {
        if (plan.churn() instanceof ChurnPlan.None) {
            return new Unknown();
        }
        if (plan.churn() instanceof ChurnPlan.Column column) {
            return new Given(inputs.indexOf(column.name()));
        }
        if (plan.churn() instanceof ChurnPlan.Survival survival) {
            return new Survival(
                    SurvivalScorer.of(
                            plan.survival().orElseThrow(), parameters.survival().orElseThrow(), inputs),
                    survival.periods());
        }
        return Logistic.of((ChurnPlan.Logistic) plan.churn(), parameters.churn().orElseThrow(), inputs);
    }

    /** The churn probability of one customer; NaN where there is none. */
    double probability(double[] customer);

    /** Writes the churn probabilities of the first customers of a block. */
    void score(Block block, int length);

    /** Why the probability is what it is, where a logistic model says so. */
    default Optional<ChurnExplanation> explain(double[] customer) {
        return Optional.empty();
    }

    /** Why the probability is what it is, where a survival curve says so. */
    default Optional<SurvivalExplanation> explainSurvival(double[] customer) {
        return Optional.empty();
    }

    /** No probability. */
    record Unknown() implements ChurnScorer {

        @Override
        public double probability(double[] customer) {
            return Double.NaN;
        }

        @Override
        public void score(Block block, int length) {
            Arrays.fill(block.churn, 0, length, Double.NaN);
        }
    }

    /** A probability that comes with the customer. */
    record Given(int input) implements ChurnScorer {

        @Override
        public double probability(double[] customer) {
            return customer[input];
        }

        @Override
        public void score(Block block, int length) {
            double[] column = block.inputs[input];
            for (int i = 0; i < length; i++) {
                block.churn[i] = column[i] >= 0 && column[i] <= 1 ? column[i] : Double.NaN;
            }
        }
    }

    /** The probability that a customer of such an age leaves within some periods. */
    record Survival(SurvivalScorer survival, double periods) implements ChurnScorer {

        @Override
        public double probability(double[] customer) {
            return probability(survival.residual(customer));
        }

        private double probability(LifetimeDistribution residual) {
            return 1 - residual.survivalProbability(periods);
        }

        @Override
        public void score(Block block, int length) {
            survival.score(block, length, block.churnAtAge, this::probability, block.churn);
        }

        @Override
        public Optional<SurvivalExplanation> explainSurvival(double[] customer) {
            LifetimeDistribution residual = survival.residual(customer);
            double age = survival.age(customer);
            return Optional.of(new SurvivalExplanation(
                    probability(residual),
                    periods,
                    survival.groupName(customer),
                    age,
                    survival.lifetime(customer).survivalProbability(age),
                    residual.expectedLifetime(Horizon.ofPeriods(periods))));
        }
    }

    /** A probability computed by a logistic model from some of the inputs. */
    record Logistic(ChurnModel model, ChurnFeatures features) implements ChurnScorer {

        static Logistic of(ChurnPlan.Logistic plan, ChurnModel fitted, InputList inputs) {
            ChurnModel model = plan.period().map(fitted::withPeriod).orElse(fitted);
            return new Logistic(model, ChurnFeatures.of(plan, model, inputs));
        }

        @Override
        public double probability(double[] customer) {
            return model.churnProbability(features.of(customer));
        }

        @Override
        public void score(Block block, int length) {
            model.churnProbability(features.columns(block, length), 0, length, block.churn);
        }

        @Override
        public Optional<ChurnExplanation> explain(double[] customer) {
            return Optional.of(model.explain(features.of(customer)));
        }
    }
}
