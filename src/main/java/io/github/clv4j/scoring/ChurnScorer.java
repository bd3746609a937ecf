package io.github.clv4j.scoring;

import io.github.clv4j.retention.ChurnExplanation;
import io.github.clv4j.retention.ChurnModel;
import java.util.Arrays;
import java.util.Optional;

/** The churn probability of a model. */
sealed interface ChurnScorer {

    static ChurnScorer of(ChurnPlan plan, Optional<ChurnModel> fitted, InputList inputs) {
        if (plan instanceof ChurnPlan.None) {
            return new Unknown();
        }
        return plan instanceof ChurnPlan.Column column
                ? new Given(inputs.indexOf(column.name()))
                : Logistic.of(fitted.orElseThrow(), inputs);
    }

    /** The churn probability of one customer; NaN where there is none. */
    double probability(double[] customer);

    /** Writes the churn probabilities of the first customers of a block. */
    void score(Block block, int length);

    /** Why the probability is what it is, if that is known. */
    Optional<ChurnExplanation> explain(double[] customer);

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

        @Override
        public Optional<ChurnExplanation> explain(double[] customer) {
            return Optional.empty();
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

        @Override
        public Optional<ChurnExplanation> explain(double[] customer) {
            return Optional.empty();
        }
    }

    /** A probability computed by a logistic model from some of the inputs. */
    record Logistic(ChurnModel model, Features features) implements ChurnScorer {

        static Logistic of(ChurnModel model, InputList inputs) {
            return new Logistic(model, Features.of(model.features(), inputs));
        }

        @Override
        public double probability(double[] customer) {
            return model.churnProbability(features.of(customer));
        }

        @Override
        public void score(Block block, int length) {
            model.churnProbability(features.columns(block), 0, length, block.churn);
        }

        @Override
        public Optional<ChurnExplanation> explain(double[] customer) {
            return Optional.of(model.explain(features.of(customer)));
        }
    }
}
