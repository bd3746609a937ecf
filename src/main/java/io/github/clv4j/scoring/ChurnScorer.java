package io.github.clv4j.scoring;

import io.github.clv4j.base.Mark;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.ChurnExplanation;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.timevalue.Horizon;
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
    double probability(double[] customer, Scratch scratch);

    /** Whether it is computed from inputs and constants alone, and NaN wherever an input of its own cannot be scored. */
    boolean isPlain();

    /** Writes the churn probabilities of the customers of a block. */
    void score(Block block);

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
        public double probability(double[] customer, Scratch scratch) {
            return Double.NaN;
        }

        @Override
        public boolean isPlain() {
            return true;
        }

        @Override
        public void score(Block block) {
            // such a block has no place for it
        }
    }

    /** A probability that comes with the customer. */
    record Given(int input) implements ChurnScorer {

        @Override
        public double probability(double[] customer, Scratch scratch) {
            return Require.probability(customer[input], "churn probability");
        }

        @Override
        public boolean isPlain() {
            return true;
        }

        @Override
        public void score(Block block) {
            copy(block.inputs[input], block.from, block.to, block.scores.churn);
        }

        private static void copy(double[] column, int from, int to, double[] out) {
            for (int i = from; i < to; i++) {
                out[i] = column[i] - Mark.probability(column[i]); // less 0, so that -0.0 stays what it is
            }
        }
    }

    /** The probability that a customer of such an age leaves within some periods. */
    record Survival(SurvivalScorer survival, double periods) implements ChurnScorer {

        @Override
        public double probability(double[] customer, Scratch scratch) {
            return probability(survival.residual(customer));
        }

        @Override
        public boolean isPlain() {
            return false;
        }

        private double probability(LifetimeDistribution residual) {
            return 1 - residual.survivalProbability(periods);
        }

        @Override
        public void score(Block block) {
            survival.score(block, block.churnAtAge, this::probability, block.scores.churn);
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
        public double probability(double[] customer, Scratch scratch) {
            double[] x = scratch.features(features.size());
            features.read(customer, x);
            return model.churnProbability(x);
        }

        @Override
        public boolean isPlain() {
            return features.areNumbers();
        }

        @Override
        public void score(Block block) {
            model.churnProbability(features.columns(block), block.from, block.to, block.scores.churn);
        }

        @Override
        public Optional<ChurnExplanation> explain(double[] customer) {
            return Optional.of(model.explain(features.of(customer)));
        }
    }
}
