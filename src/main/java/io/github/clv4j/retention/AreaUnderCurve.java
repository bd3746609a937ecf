package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.Arrays;

/**
 * How well a score tells those with outcome 1 from those with outcome 0: the probability that of two customers, one of
 * each, the one with outcome 1 has the higher score, ties counting half. That is the area under the receiver operating
 * characteristic, and the statistic of Mann and Whitney with mean ranks of ties, divided by the number of pairs.
 *
 * <pre>
 *   AUC = (pairs in which the 1 is higher + 1/2 pairs of the same score) / (ones x zeros)
 * </pre>
 *
 * <p>The pairs are counted, so only the division rounds. Only the order of the scores counts; -0 is 0, and infinite
 * scores are legal.
 *
 * <p>Source: J. A. Hanley, B. J. McNeil, 1982, The meaning and use of the area under a receiver operating characteristic
 * (ROC) curve, Radiology 143.
 *
 * <p>Stateless and thread-safe.
 */
public final class AreaUnderCurve {

    private AreaUnderCurve() {}

    /**
     * The area of a score.
     *
     * @param score the score of each customer, not NaN
     * @param outcome the outcome of each customer in the same order, 0 or 1
     * @return the area, in [0, 1]: 1/2 for a score that says nothing; NaN if all outcomes are the same, or there is none
     * @throws IllegalArgumentException if a score is NaN, an outcome is neither 0 nor 1, or the lengths differ
     */
    public static double of(double[] score, double[] outcome) {
        Require.length(outcome.length, score.length, "outcome");
        double[] ones = new double[score.length];
        double[] zeros = new double[score.length];
        int countOfOnes = 0;
        for (int i = 0; i < score.length; i++) {
            if (Double.isNaN(score[i])) {
                throw Require.outside("score[" + i + "]", "a number", score[i]);
            }
            if (CampaignMeasurement.flag(outcome, i, "outcome") == 1) {
                ones[countOfOnes] = score[i] + 0.0;
                countOfOnes++;
            } else {
                zeros[i - countOfOnes] = score[i] + 0.0;
            }
        }
        return ofGroups(Arrays.copyOf(ones, countOfOnes), Arrays.copyOf(zeros, score.length - countOfOnes));
    }

    /** Of the scores of the two groups, which are sorted here. */
    private static double ofGroups(double[] ones, double[] zeros) {
        Arrays.sort(ones);
        Arrays.sort(zeros);
        long halfPairs = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : ones) {
            while (below < zeros.length && zeros[below] < score) {
                below++;
            }
            while (notAbove < zeros.length && zeros[notAbove] <= score) {
                notAbove++;
            }
            halfPairs += below + (long) notAbove;
        }
        return halfPairs / (2.0 * ones.length * zeros.length);
    }
}
