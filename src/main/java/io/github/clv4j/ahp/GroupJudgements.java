package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;

/**
 * The judgements of several experts on the same things, each expert with a weight. Immutable and thread-safe.
 */
public final class GroupJudgements {

    private final ImmutableList<PairwiseMatrix> experts;
    private final double[] weights;

    private GroupJudgements(List<PairwiseMatrix> experts, double[] weights) {
        this.experts = ImmutableList.copyOf(experts);
        this.weights = weights;
    }

    /**
     * Judgements of experts who count the same.
     *
     * @param experts the matrix of each expert, at least one; all of the same names in the same order
     * @return the group
     * @throws IllegalArgumentException if there is no expert, or two do not compare the same things on the same scale
     */
    public static GroupJudgements of(List<PairwiseMatrix> experts) {
        double[] equal = new double[experts.size()];
        Arrays.fill(equal, 1);
        return of(experts, equal);
    }

    /**
     * Judgements of experts who count differently.
     *
     * @param experts the matrix of each expert, at least one; all of the same names in the same order
     * @param expertWeights how much each counts, in the order of the experts and of the same length, each in [0, Inf), not
     *     all 0; only their ratios matter
     * @return the group
     * @throws IllegalArgumentException if there is no expert, two do not compare the same things, or the weights are out of
     *     range (NaN included), too few or too many
     */
    public static GroupJudgements of(List<PairwiseMatrix> experts, double... expertWeights) {
        if (experts.isEmpty()) {
            throw new IllegalArgumentException("group must have an expert, but is empty");
        }
        List<String> names = experts.get(0).names();
        JudgementScale scale = experts.get(0).scale();
        for (int k = 1; k < experts.size(); k++) {
            List<String> others = experts.get(k).names();
            if (!names.equals(others)) {
                throw new IllegalArgumentException("experts must compare the same things in the same order, but expert "
                        + (k + 1) + " compares " + others.size() + ", " + others + ", and expert 1 " + names.size()
                        + ", "
                        + names);
            }
        }
        if (!experts.stream().allMatch(expert -> expert.scale() == scale)) {
            throw new IllegalArgumentException("experts must be on the same scale, but are on "
                    + experts.stream().map(PairwiseMatrix::scale).distinct().toList());
        }
        return new GroupJudgements(experts, shares(expertWeights, experts.size()));
    }

    /** The weights divided by their sum, which need not be a number itself. */
    private static double[] shares(double[] weights, int experts) {
        Require.length(weights.length, experts, "weights of the experts");
        double largest = 0;
        for (int k = 0; k < experts; k++) {
            if (!(weights[k] >= 0 && weights[k] < Double.POSITIVE_INFINITY)) {
                throw Require.outside("weight of expert " + (k + 1), "in [0, Inf)", weights[k]);
            }
            largest = Math.max(largest, weights[k]);
        }
        if (largest == 0) {
            throw Require.outside("sum of the weights of the experts", "above 0", 0.0);
        }
        double unit = largest;
        double sum = Arrays.stream(weights).map(weight -> weight / unit).sum();
        return Arrays.stream(weights).map(weight -> weight / unit / sum).toArray();
    }

    /**
     * The judgements of each expert.
     *
     * @return the matrices in the order of the experts
     */
    public List<PairwiseMatrix> experts() {
        return experts;
    }

    /**
     * How much each expert counts.
     *
     * @return a new array in the order of the experts, summing to 1
     */
    public double[] expertWeights() {
        return weights.clone();
    }

    /**
     * The judgements of the group as one: the weighted geometric mean of each judgement over those who made it, the only mean
     * that keeps reciprocity. A pair nobody who counts has judged is missing.
     *
     * <p>Source: Aczel and Saaty, Journal of Mathematical Psychology 27 (1983) 93-102.
     *
     * @return the matrix of the group
     */
    public PairwiseMatrix aggregated() {
        PairwiseMatrix first = experts.get(0);
        int n = first.order();
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            entries[i * n + i] = 1;
            for (int j = i + 1; j < n; j++) {
                entries[i * n + j] = mean(i * n + j);
                entries[j * n + i] = 1 / entries[i * n + j];
            }
        }
        return PairwiseMatrix.ofChecked(first.immutableNames(), entries, first.scale());
    }

    private double mean(int place) {
        double logs = 0;
        double judging = 0;
        for (int k = 0; k < weights.length; k++) {
            double judgement = experts.get(k).raw()[place];
            if (!Double.isNaN(judgement) && weights[k] > 0) {
                logs += weights[k] * StrictMath.log(judgement);
                judging += weights[k];
            }
        }
        return judging == 0 ? PairwiseMatrix.MISSING : StrictMath.exp(logs / judging);
    }
}
