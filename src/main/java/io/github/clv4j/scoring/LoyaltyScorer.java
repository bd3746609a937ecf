package io.github.clv4j.scoring;

import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyValidation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loyalty axis of a model. */
sealed interface LoyaltyScorer {

    static LoyaltyScorer of(LoyaltyPlan plan, Map<String, Scale> scales, InputList inputs) {
        return plan instanceof LoyaltyPlan.Index index ? Index.of(index, scales, inputs) : new Retention();
    }

    /** The values of one customer's indicators, in their order. */
    double[] values(double[] customer);

    /** The loyalty index of indicator values; NaN where there is none. */
    double index(double[] values);

    /** How much of the loyalty index is known of indicator values; NaN where the model has none. */
    double coverage(double[] values);

    /** The loyalty that goes with an index, its coverage and a churn probability; throws if there is none. */
    double loyalty(double index, double coverage, double churnProbability);

    /** Writes index, coverage and loyalty of the first customers of a block; loyalty is NaN where there is none. */
    void score(Block block, int length);

    /** Why the loyalty is what it is, beyond the churn probability. */
    Optional<LoyaltyExplanation> explain(double[] customer, CustomerScore score);

    /** Whether the index tells who leaves; throws if there is no index. */
    LoyaltyValidation validate(CustomerColumns customers, double[] outcome);

    private static double retention(double churnProbability) {
        return 1 - churnProbability;
    }

    /** The retention probability. */
    record Retention() implements LoyaltyScorer {

        private static final double[] NONE = {};

        @Override
        public double[] values(double[] customer) {
            return NONE;
        }

        @Override
        public double index(double[] values) {
            return Double.NaN;
        }

        @Override
        public double coverage(double[] values) {
            return Double.NaN;
        }

        @Override
        public double loyalty(double index, double coverage, double churnProbability) {
            return retention(churnProbability);
        }

        @Override
        public void score(Block block, int length) {
            for (int i = 0; i < length; i++) {
                block.loyalty[i] = retention(block.churn[i]);
            }
        }

        @Override
        public Optional<LoyaltyExplanation> explain(double[] customer, CustomerScore score) {
            return Optional.empty();
        }

        @Override
        public LoyaltyValidation validate(CustomerColumns customers, double[] outcome) {
            throw new IllegalArgumentException("plan must have a loyalty index to validate, but had none");
        }
    }

    /** The loyalty index, alone or mixed. */
    record Index(LoyaltyPlan.Index plan, LoyaltyIndex index, List<Slot> slots) implements LoyaltyScorer {

        private static final Slot ABSENT = Slot.constant(Double.NaN);

        static Index of(LoyaltyPlan.Index plan, Map<String, Scale> scales, InputList inputs) {
            LoyaltyIndex index = LoyaltyIndex.of(plan.index().with(scales));
            List<Slot> slots = index.indicators().stream()
                    .map(indicator -> plan.column(indicator.name())
                            .<Slot>map(column -> new Slot.Input(inputs.indexOf(column)))
                            .orElse(ABSENT))
                    .toList();
            return new Index(plan, index, slots);
        }

        @Override
        public double index(double[] values) {
            return index.index().value(values);
        }

        @Override
        public double coverage(double[] values) {
            return index.index().coverage(values);
        }

        @Override
        public double[] values(double[] customer) {
            double[] values = new double[slots.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = slots.get(j).of(customer);
            }
            return values;
        }

        @Override
        public double loyalty(double value, double coverage, double churnProbability) {
            double loyalty = mixed(value, retention(churnProbability), plan.retentionShare(), plan.hasFallback());
            if (Double.isNaN(loyalty)) {
                throw refusal(coverage);
            }
            return loyalty;
        }

        private InvalidInputException refusal(double coverage) {
            return index.index().missing() instanceof MissingPolicy.Renormalise renormalise && renormalise.floor() > 0
                    ? new InvalidInputException(
                            "loyalty index",
                            Double.toString(coverage),
                            "must have a coverage of at least " + renormalise.floor())
                    : new InvalidInputException("loyalty index", "", "has no indicator that is known");
        }

        /** The index alone needs no retention probability, which may not be known. */
        private static double mixed(double value, double retention, double share, boolean fallBack) {
            if (Double.isNaN(value)) {
                return fallBack ? retention : Double.NaN;
            }
            return share == 0 ? value : share * retention + (1 - share) * value;
        }

        @Override
        public void score(Block block, int length) {
            double[][] columns = slots.stream().map(slot -> slot.column(block)).toArray(double[][]::new);
            index.score(columns, 0, length, block.index, block.coverage);
            double share = plan.retentionShare();
            boolean fallBack = plan.hasFallback();
            for (int i = 0; i < length; i++) {
                block.loyalty[i] = mixed(block.index[i], retention(block.churn[i]), share, fallBack);
            }
        }

        @Override
        public Optional<LoyaltyExplanation> explain(double[] customer, CustomerScore score) {
            return Optional.of(new LoyaltyExplanation(
                    score.loyalty(),
                    retention(score.churnProbability()),
                    plan.retentionShare(),
                    index.explain(values(customer))));
        }

        @Override
        public LoyaltyValidation validate(CustomerColumns customers, double[] outcome) {
            double[] absent = new double[customers.customers()];
            Arrays.fill(absent, Double.NaN);
            double[][] columns = index.indicators().stream()
                    .map(indicator -> plan.column(indicator.name())
                            .map(customers::numbers)
                            .orElse(absent))
                    .toArray(double[][]::new);
            return index.validate(columns, outcome);
        }
    }
}
