package io.github.clv4j.scoring;

import io.github.clv4j.retention.ChurnExplanation;
import io.github.clv4j.retention.ChurnModel;
import java.util.Optional;

/** The churn probability of a model, and the loyalty that is one minus it. */
sealed interface ChurnScorer {

    static ChurnScorer of(ChurnPlan plan, Optional<ChurnModel> fitted, InputList inputs) {
        return plan instanceof ChurnPlan.Column column
                ? new Given(inputs.indexOf(column.name()))
                : Logistic.of(fitted.orElseThrow(), inputs);
    }

    /** The churn probability of one customer. */
    double probability(double[] customer);

    /** Writes the churn probabilities of the first customers of a block. */
    void score(Block block, int length);

    /** Why the probability is what it is, if that is known. */
    Optional<ChurnExplanation> explain(double[] customer);

    /** The loyalty that goes with a churn probability: the retention probability. */
    static double loyalty(double churnProbability) {
        return 1 - churnProbability;
    }

    /** Writes the loyalty of the first customers of a block. */
    static void loyalty(Block block, int length) {
        for (int i = 0; i < length; i++) {
            block.loyalty[i] = loyalty(block.churn[i]);
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
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    record Logistic(ChurnModel model, int[] features) implements ChurnScorer {

        static Logistic of(ChurnModel model, InputList inputs) {
            return new Logistic(
                    model, model.features().stream().mapToInt(inputs::indexOf).toArray());
        }

        @Override
        public double probability(double[] customer) {
            return model.churnProbability(features(customer));
        }

        @Override
        public void score(Block block, int length) {
            double[][] columns = new double[features.length][];
            for (int j = 0; j < features.length; j++) {
                columns[j] = block.inputs[features[j]];
            }
            model.churnProbability(columns, 0, length, block.churn);
        }

        @Override
        public Optional<ChurnExplanation> explain(double[] customer) {
            return Optional.of(model.explain(features(customer)));
        }

        private double[] features(double[] customer) {
            double[] x = new double[features.length];
            for (int j = 0; j < x.length; j++) {
                x[j] = customer[features[j]];
            }
            return x;
        }
    }
}
