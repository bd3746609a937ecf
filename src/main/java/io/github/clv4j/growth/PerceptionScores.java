package io.github.clv4j.growth;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.Map;

/**
 * How well a customer, or on average a segment, perceives each {@link PerceptionPoint}: 0 is worst, 1 is best, NaN is not
 * known. Immutable and thread-safe.
 */
public final class PerceptionScores {

    private static final int POINTS = PerceptionPoint.all().size();
    private static final PerceptionScores NONE = new PerceptionScores(unknown());

    /** By the number of the point less one. */
    private final double[] scores;

    private PerceptionScores(double[] scores) {
        this.scores = scores;
    }

    private static double[] unknown() {
        double[] scores = new double[POINTS];
        Arrays.fill(scores, Double.NaN);
        return scores;
    }

    /**
     * No scores, to start from.
     *
     * @return scores of which none is known
     */
    public static PerceptionScores none() {
        return NONE;
    }

    /**
     * Scores of some points.
     *
     * @param scores the score of each point in [0, 1], or NaN; a point that is not there is not known
     * @return the scores
     * @throws IllegalArgumentException if a score is outside [0, 1]
     */
    public static PerceptionScores of(Map<PerceptionPoint, Double> scores) {
        double[] all = unknown();
        scores.forEach((point, score) -> all[point.number() - 1] = checked(point, score));
        return new PerceptionScores(all);
    }

    /**
     * The same scores with that of one point.
     *
     * @param point the point
     * @param score its score in [0, 1], or NaN
     * @return new scores
     * @throws IllegalArgumentException if the score is outside [0, 1]
     */
    public PerceptionScores with(PerceptionPoint point, double score) {
        double[] changed = scores.clone();
        changed[point.number() - 1] = checked(point, score);
        return new PerceptionScores(changed);
    }

    /**
     * The same scores with that of one point, by its name.
     *
     * @param name the name of the point, such as {@code "network-quality"}
     * @param score its score in [0, 1], or NaN
     * @return new scores
     * @throws IllegalArgumentException if no point has that name, or the score is outside [0, 1]
     */
    public PerceptionScores with(String name, double score) {
        return with(PerceptionPoint.ofName(name), score);
    }

    /**
     * The mean scores of customers, each point over those whose score is known.
     *
     * @param columns a column for each point in the order of the source, eight of one length, with the score of each customer
     *     in [0, 1] or NaN
     * @return the means; not known where nobody's score is
     * @throws IllegalArgumentException if there are not eight columns, their lengths differ, or a score is outside [0, 1]
     */
    public static PerceptionScores mean(double[]... columns) {
        Require.length(columns.length, POINTS, "columns of scores");
        return meanOf(new byte[columns[0].length], (byte) 0, columns);
    }

    /**
     * The mean scores of the customers of one tier, each point over those whose score is known.
     *
     * @param tier the tier
     * @param tiers the {@linkplain ValueTier#index() index} of each customer's tier, or {@link TierCuts#NO_TIER}
     * @param columns a column for each point in the order of the source, eight of the length of the tiers, with the score of
     *     each customer in [0, 1] or NaN; only those of the tier are looked at
     * @return the means; not known where nobody's score is
     * @throws IllegalArgumentException if there are not eight columns, their lengths differ, or a score is outside [0, 1]
     */
    public static PerceptionScores mean(ValueTier tier, byte[] tiers, double[]... columns) {
        return mean(tier.index(), tiers, columns);
    }

    /**
     * The mean scores of the customers of one group, such as one of the eight segments by its index, each point over those
     * whose score is known.
     *
     * @param wanted the number of the group
     * @param groups the number of each customer's group
     * @param columns a column for each point in the order of the source, eight of the length of the groups, with the score of
     *     each customer in [0, 1] or NaN; only those of the group are looked at
     * @return the means; not known where nobody's score is
     * @throws IllegalArgumentException if there are not eight columns, their lengths differ, or a score is outside [0, 1]
     */
    public static PerceptionScores mean(byte wanted, byte[] groups, double[]... columns) {
        Require.length(columns.length, POINTS, "columns of scores");
        return meanOf(groups, wanted, columns);
    }

    private static PerceptionScores meanOf(byte[] groups, byte wanted, double[]... columns) {
        double[] means = unknown();
        for (PerceptionPoint point : PerceptionPoint.all()) {
            double[] column = columns[point.number() - 1];
            Require.length(column.length, groups.length, "scores of " + point);
            means[point.number() - 1] = meanOf(point, column, groups, wanted);
        }
        return new PerceptionScores(means);
    }

    private static double meanOf(PerceptionPoint point, double[] column, byte[] groups, byte wanted) {
        double[] known = new double[column.length];
        int count = 0;
        for (int i = 0; i < column.length; i++) {
            if (groups[i] == wanted && !Double.isNaN(checked(point, column[i]))) {
                known[count++] = column[i];
            }
        }
        return BlockSum.mean(Arrays.copyOf(known, count));
    }

    private static double checked(PerceptionPoint point, double score) {
        return Double.isNaN(score) ? score : Require.probability(score, "score of " + point);
    }

    /**
     * The score of a point.
     *
     * @param point the point
     * @return the score, in [0, 1], or NaN if it is not known
     */
    public double of(PerceptionPoint point) {
        return scores[point.number() - 1];
    }

    /**
     * Whether the score of a point is known.
     *
     * @param point the point
     * @return false if it is NaN
     */
    public boolean isKnown(PerceptionPoint point) {
        return !Double.isNaN(of(point));
    }
}
