package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.base.SeededShuffle;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Customers kept out of a fit, so that the model can be judged on customers it has not seen: a share of them drawn at
 * random, those a column names, or those of a later time. Both the customers held out and the others must be some who left
 * and some who stayed.
 *
 * <p>A share is drawn of those who left and of those who stayed apart (stratified), each rounded to the nearest whole
 * number, half up: the churn rate is the same on both sides but for that. The draw depends on the order of the customers
 * and the seed only. Later customers show best what a model does in use, as it is used on later customers, too.
 *
 * <p>Immutable and thread-safe.
 */
public final class Holdout {

    private final int[] training;
    private final int[] test;

    private Holdout(double[] outcome, IntPredicate isHeldOut) {
        this.training = rows(outcome.length, isHeldOut.negate());
        this.test = rows(outcome.length, isHeldOut);
        requireBoth(outcome, training, "customers not held out");
        requireBoth(outcome, test, "customers held out");
    }

    private static int[] rows(int customers, IntPredicate wanted) {
        return IntStream.range(0, customers).filter(wanted).toArray();
    }

    private static void requireBoth(double[] outcome, int[] rows, String name) {
        long left = IntStream.of(rows).filter(row -> outcome[row] == 1).count();
        if (left == 0 || left == rows.length) {
            throw new IllegalArgumentException(name + " must be some who left and some who stayed, but of "
                    + rows.length + " there were " + left + " who left");
        }
    }

    /**
     * Holds out a share drawn at random.
     *
     * @param outcome 1 for each customer who left, 0 for each who stayed
     * @param share the share to hold out, in (0, 1)
     * @param seed the seed of the draw; the same seed draws the same customers
     * @return the holdout
     * @throws IllegalArgumentException if the share is out of range (NaN included), an outcome is neither 0 nor 1, or there
     *     are not some who left and some who stayed on both sides
     */
    public static Holdout byShare(double[] outcome, double share, long seed) {
        requireShare(share);
        int[] wanted = new int[2];
        for (int group = 0; group < 2; group++) {
            wanted[group] = (int) Math.floor(share * count(outcome, group) + 0.5);
        }
        boolean[] held = new boolean[outcome.length];
        for (int row : SeededShuffle.permutation(outcome.length, seed)) {
            int group = (int) outcome[row];
            held[row] = wanted[group] > 0;
            wanted[group]--;
        }
        return new Holdout(outcome, row -> held[row]);
    }

    /**
     * Checks a share to hold out.
     *
     * @param share the share
     * @return the share
     * @throws IllegalArgumentException if it is not in (0, 1)
     */
    public static double requireShare(double share) {
        if (share > 0 && share < 1) {
            return share;
        }
        throw Require.outside("share held out", "in (0, 1)", share);
    }

    private static int count(double[] outcome, int group) {
        int count = 0;
        for (int i = 0; i < outcome.length; i++) {
            count += CampaignMeasurement.flag(outcome, i, "outcome") == group ? 1 : 0;
        }
        return count;
    }

    /**
     * Holds out the customers a column names.
     *
     * @param outcome 1 for each customer who left, 0 for each who stayed
     * @param heldOut 1 for each customer to be held out, 0 for the others, in the same order
     * @return the holdout
     * @throws IllegalArgumentException if a number is neither 0 nor 1, the lengths differ, or there are not some who left and
     *     some who stayed on both sides
     */
    public static Holdout byFlag(double[] outcome, double[] heldOut) {
        count(outcome, 1);
        Require.length(heldOut.length, outcome.length, "held out");
        for (int i = 0; i < heldOut.length; i++) {
            CampaignMeasurement.flag(heldOut, i, "held out");
        }
        return new Holdout(outcome, row -> heldOut[row] == 1);
    }

    /**
     * Holds out the customers from a time on.
     *
     * @param outcome 1 for each customer who left, 0 for each who stayed
     * @param time the time of each customer in the same order, in any unit, finite: that of the observation, not the tenure
     * @param from the first time to be held out, finite
     * @return the holdout
     * @throws IllegalArgumentException if a time is not finite, an outcome is neither 0 nor 1, the lengths differ, or there
     *     are not some who left and some who stayed on both sides
     */
    public static Holdout outOfTime(double[] outcome, double[] time, double from) {
        count(outcome, 1);
        Require.length(time.length, outcome.length, "time");
        Require.finite(from, "first time held out");
        for (int i = 0; i < time.length; i++) {
            if (!Double.isFinite(time[i])) {
                throw Require.outside("time[" + i + "]", "finite", time[i]);
            }
        }
        return new Holdout(outcome, row -> time[row] >= from);
    }

    /**
     * The customers to fit on.
     *
     * @return a copy: their places, ascending
     */
    public int[] trainingRows() {
        return training.clone();
    }

    /**
     * The customers held out.
     *
     * @return a copy: their places, ascending
     */
    public int[] testRows() {
        return test.clone();
    }

    /** The sizes, for people. */
    @Override
    public String toString() {
        return "Holdout[training=" + training.length + ", test=" + test.length + "]";
    }
}
