package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far one judgement is from what the weights imply. Immutable and thread-safe.
 *
 * @param first the name of the one, which stands before the other in the matrix
 * @param second the name of the other
 * @param judged how many times as important as the second the first was judged
 * @param implied how many times as important it is by the weights, w_first / w_second
 */
public record JudgementDeviation(String first, String second, double judged, double implied) {

    /**
     * By what factor judgement and weights disagree, whichever of them is larger.
     *
     * @return the factor, at least 1; 1 if they agree
     */
    public double factor() {
        return Math.max(judged / implied, implied / judged);
    }

    /**
     * Whether the judgement says more than rounding: it is off by more than a relative 1e-9.
     *
     * @return whether judgement and weights disagree
     */
    public boolean isNotable() {
        return factor() > 1 + 1e-9;
    }

    /** One for each pair judged, the farthest from the weights first. */
    static List<JudgementDeviation> ranked(PairwiseMatrix judged, double[] weights) {
        List<JudgementDeviation> all = inOrder(judged, weights);
        all.sort(Comparator.comparingDouble(JudgementDeviation::factor).reversed());
        return ImmutableList.copyOf(all);
    }

    /** One for each pair judged, in the order of the matrix. */
    static List<JudgementDeviation> inOrder(PairwiseMatrix judged, double[] weights) {
        int n = judged.order();
        List<JudgementDeviation> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double judgement = judged.raw()[i * n + j];
                if (!Double.isNaN(judgement)) {
                    all.add(new JudgementDeviation(
                            judged.names().get(i), judged.names().get(j), judgement, weights[i] / weights[j]));
                }
            }
        }
        return all;
    }
}
