package io.github.clv4j.scoring;

import io.github.clv4j.base.Mark;
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

    /** Writes index and coverage of one customer to the scratch, NaN where there are none; throws if an indicator is refused. */
    void index(double[] customer, Scratch scratch);

    /** The loyalty that goes with an index, its coverage and a churn probability; throws if there is none. */
    double loyalty(double index, double coverage, double churnProbability);

    /** Whether it is computed from inputs and constants alone. */
    boolean isPlain();

    /** Writes index, coverage and loyalty of the customers of a block; loyalty is NaN where there is none. */
    void score(Block block);

    /**
     * Makes the current value NaN of the customers of a block who have some loyalty, but an indicator or a churn probability that
     * cannot be scored.
     */
    void refuse(Block block);

    /** Why the loyalty is what it is, beyond the churn probability. */
    Optional<LoyaltyExplanation> explain(double[] customer, CustomerScore score);

    /** Whether the index tells who leaves; throws if there is no index. */
    LoyaltyValidation validate(CustomerColumns customers, double[] outcome);

    private static double retention(double churnProbability) {
        return 1 - churnProbability;
    }

    /** The retention probability. */
    record Retention() implements LoyaltyScorer {

        @Override
        public void index(double[] customer, Scratch scratch) {
            scratch.index[0] = Double.NaN;
            scratch.index[1] = Double.NaN;
        }

        @Override
        public double loyalty(double index, double coverage, double churnProbability) {
            return retention(churnProbability);
        }

        @Override
        public boolean isPlain() {
            return true;
        }

        @Override
        public void score(Block block) {
            retain(block.scores.churn, block.from, block.to, block.scores.loyalty);
        }

        private static void retain(double[] churn, int from, int to, double[] out) {
            for (int i = from; i < to; i++) {
                out[i] = retention(churn[i]);
            }
        }

        @Override
        public void refuse(Block block) {
            // without a churn probability there is no loyalty
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
        public void index(double[] customer, Scratch scratch) {
            double[] values = scratch.indicators(slots.size());
            for (int j = 0; j < values.length; j++) {
                values[j] = slots.get(j).of(customer);
            }
            index.index().score(values, scratch.index);
        }

        private double[] values(double[] customer) {
            return slots.stream().mapToDouble(slot -> slot.of(customer)).toArray();
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
        public boolean isPlain() {
            return !slots.contains(ABSENT);
        }

        @Override
        public void score(Block block) {
            double[][] columns = block.indicators(slots.size());
            for (int j = 0; j < columns.length; j++) {
                columns[j] = slots.get(j).column(block);
            }
            ScoreBuffer scores = block.scores;
            index.score(columns, block.from, block.to, scores.index, scores.coverage);
            if (!plan.isAlone()) {
                mix(scores, block.from, block.to);
            }
        }

        private void mix(ScoreBuffer scores, int from, int to) {
            double share = plan.retentionShare();
            boolean fallBack = plan.hasFallback();
            for (int i = from; i < to; i++) {
                double retention = scores.hasChurn ? retention(scores.churn[i]) : Double.NaN;
                scores.loyalty[i] = mixed(scores.index[i], retention, share, fallBack);
            }
        }

        @Override
        public void refuse(Block block) {
            ScoreBuffer scores = block.scores;
            if (scores.hasChurn) {
                mark(scores.churn, block.from, block.to, scores.current);
            }
            if (plan.hasFallback()) {
                mark(scores.coverage, block.from, block.to, scores.current);
            }
        }

        /** What is taken away from a current value that stays is 0, not -0. */
        private static void mark(double[] needed, int from, int to, double[] current) {
            for (int i = from; i < to; i++) {
                current[i] -= Mark.finite(Math.abs(needed[i]));
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
