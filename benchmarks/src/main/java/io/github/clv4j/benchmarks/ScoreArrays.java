package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.CustomerScore;
import io.github.clv4j.scoring.ScoreBuffer;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.Segment;

/** The scores of customers as all peers give them, in the order of the customers. */
@SuppressWarnings("ArrayRecordComponent") // a bundle of columns that nobody compares as a whole
record ScoreArrays(double[] current, double[] potential, double[] loyalty, byte[] segments) {

    private static final double TOLERANCE = 1e-12;
    private static final double NEAR_A_CUT = 1e-9;

    static ScoreArrays of(int customers) {
        return new ScoreArrays(
                new double[customers], new double[customers], new double[customers], new byte[customers]);
    }

    static ScoreArrays of(ScoreBuffer scores) {
        ScoreArrays found = of(scores.customers());
        for (int i = 0; i < scores.customers(); i++) {
            CustomerScore score = scores.score(i).orElseThrow();
            found.set(i, score.currentValue(), score.potentialValue(), score.loyalty(), score.segment());
        }
        return found;
    }

    void set(int i, Score score) {
        set(i, score.currentValue(), score.potentialValue(), score.loyalty(), score.segment());
    }

    void set(int i, double currentValue, double potentialValue, double ofLoyalty, Segment segment) {
        current[i] = currentValue;
        potential[i] = potentialValue;
        loyalty[i] = ofLoyalty;
        segments[i] = segment.index();
    }

    /** Throws if an answer differs by more than rounding, or a segment does where rounding cannot be why. */
    void requireEqual(ScoreArrays expected, CutPoints cuts) {
        if (segments.length != expected.segments.length) {
            throw new IllegalStateException(segments.length + " scores for " + expected.segments.length + " customers");
        }
        for (int i = 0; i < segments.length; i++) {
            requireNear("current value", i, current[i], expected.current[i]);
            requireNear("potential value", i, potential[i], expected.potential[i]);
            requireNear("loyalty", i, loyalty[i], expected.loyalty[i]);
            if (segments[i] != expected.segments[i] && !isNearACut(i, cuts)) {
                throw new IllegalStateException(
                        "customer " + i + " is in segment " + segments[i] + ", but must be in " + expected.segments[i]);
            }
        }
    }

    private static void requireNear(String name, int i, double found, double expected) {
        if (!isNear(found, expected, TOLERANCE)) {
            throw new IllegalStateException(name + " of customer " + i + " must be " + expected + ", but was " + found);
        }
    }

    private boolean isNearACut(int i, CutPoints cuts) {
        return isNear(current[i], cuts.currentValue(), NEAR_A_CUT)
                || isNear(potential[i], cuts.potentialValue(), NEAR_A_CUT)
                || isNear(loyalty[i], cuts.loyalty(), NEAR_A_CUT);
    }

    private static boolean isNear(double found, double expected, double tolerance) {
        return Math.abs(found - expected) <= tolerance * Math.abs(expected);
    }
}
