package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;

/**
 * The outcome of a {@link RidgeSearch}. Immutable and thread-safe.
 *
 * @param scores the penalties tried that have an estimate in every fold, smallest first
 * @param fit the fit on all customers with the penalty chosen
 */
public record RidgeChoice(List<RidgeScore> scores, LogisticFit fit) {

    /**
     * Creates an outcome.
     *
     * @param scores the penalties tried, smallest first, at least one; copied
     * @param fit the fit on all customers with the penalty chosen
     * @throws IllegalArgumentException if there is no score
     */
    public RidgeChoice {
        scores = ImmutableList.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("scores must have at least 1 penalty, but had 0");
        }
    }

    /**
     * The penalty that predicted best.
     *
     * @return the score with the lowest log-loss, of equal ones that of the largest penalty
     */
    public RidgeScore best() {
        return best(scores);
    }

    /**
     * The choice by the rule of one standard error: the simplest model of those that are not clearly worse than the best.
     *
     * @return the score of the largest penalty whose log-loss is at most that of the best plus its standard error
     */
    public RidgeScore withinOneStandardError() {
        return withinOneStandardError(scores);
    }

    static RidgeScore best(List<RidgeScore> scores) {
        return scores.stream()
                .min(Comparator.comparingDouble(RidgeScore::logLoss)
                        .thenComparing(
                                Comparator.comparingDouble(RidgeScore::penalty).reversed()))
                .orElseThrow();
    }

    static RidgeScore withinOneStandardError(List<RidgeScore> scores) {
        RidgeScore best = best(scores);
        double limit = best.logLoss() + best.standardError();
        return scores.stream()
                .filter(score -> score.logLoss() <= limit)
                .max(Comparator.comparingDouble(RidgeScore::penalty))
                .orElseThrow();
    }
}
