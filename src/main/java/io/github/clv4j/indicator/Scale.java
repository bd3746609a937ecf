package io.github.clv4j.indicator;

import io.github.clv4j.base.Require;
import java.util.List;

/**
 * Turns the raw value of an indicator into a score in [0, 1]: 0 for the worst, 1 for the best. Every scale says which end of
 * the raw values is which, so an indicator where low is good needs no other formula.
 *
 * <p>A value beyond the ends scores what the end does. A missing value (NaN) has no score: the index says what becomes of
 * it. An infinite value, and an answer that is not among the possible ones, is refused.
 *
 * <p>Implementations are immutable and thread-safe, and equal where they are of the same kind with the same numbers.
 */
public sealed interface Scale extends ScaleRule permits TwoEndedScale, Scale.Piecewise, Scale.PercentileRank {

    /**
     * The score of a raw value.
     *
     * @param value the value, or NaN if it is missing
     * @return the score, in [0, 1]; NaN for NaN
     * @throws IllegalArgumentException if the value is not {@linkplain #admits admitted}
     */
    double score(double value);

    /**
     * Whether a raw value has a score.
     *
     * @param value the value
     * @return whether it is finite and, for answers, among the possible ones; false for NaN
     */
    default boolean admits(double value) {
        return Double.isFinite(value);
    }

    /**
     * What a raw value must be, if it is not missing.
     *
     * @return the bound, as it reads after "must be"
     */
    default String bound() {
        return "finite";
    }

    /**
     * Where the raw values that the scale tells apart begin.
     *
     * @return the lower end, finite: values below it do not differ
     */
    double lowest();

    /**
     * Where the raw values that the scale tells apart end.
     *
     * @return the upper end, finite: values above it do not differ
     */
    double highest();

    @Override
    Scale reversed();

    /** This scale: one that is stated needs no customers. */
    @Override
    default Scale fit(double[] values) {
        return this;
    }

    /**
     * Linear: {@code (x - worst) / (best - worst)}, kept in [0, 1].
     *
     * @param worst the value that scores 0, finite
     * @param best the value that scores 1, finite, not the worst; if it is less, low values are good
     * @return the scale
     * @throws IllegalArgumentException if a value is NaN or infinite, both are the same, or their difference overflows
     */
    static Scale linear(double worst, double best) {
        return new Linear(worst, best);
    }

    /**
     * Answers from 1, the worst, to some number of points, the best: {@code (x - 1) / (points - 1)}. An answer outside is
     * refused, not pulled in: 9 or 99 on a scale of 5 mostly stands for no answer. Means of several answers are welcome.
     *
     * @param points the number of possible answers, at least 2
     * @return the scale
     * @throws IllegalArgumentException if there are fewer than 2 points
     */
    static Scale likert(int points) {
        if (points < 2) {
            throw new IllegalArgumentException("points of a scale of answers must be at least 2, but were " + points);
        }
        return new Likert(1, points);
    }

    /**
     * Answers between two ends: {@code (x - worst) / (best - worst)}, as of 0 to 10 for "would you recommend us". An answer
     * outside is refused.
     *
     * @param worst the worst answer, finite
     * @param best the best answer, finite, not the worst; if it is less, low answers are good
     * @return the scale
     * @throws IllegalArgumentException if a value is NaN or infinite, both are the same, or their difference overflows
     */
    static Scale likert(double worst, double best) {
        return new Likert(worst, best);
    }

    /**
     * Logarithmic: {@code (ln x - ln worst) / (ln best - ln worst)}, kept in [0, 1], for amounts where doubling counts the
     * same everywhere. Values of 0 and less score what the end nearer to 0 does.
     *
     * @param worst the value that scores 0, in (0, Inf)
     * @param best the value that scores 1, in (0, Inf), not the worst; if it is less, low values are good
     * @return the scale
     * @throws IllegalArgumentException if a value is not in (0, Inf) (NaN included), or their logarithms are the same
     */
    static Scale logarithmic(double worst, double best) {
        return new Logarithmic(worst, best);
    }

    /**
     * Linear between points, and level beyond the first and the last. The scores need neither rise nor fall throughout: a value
     * in the middle may be the best.
     *
     * @param points at least two, their values in strictly ascending order
     * @return the scale
     * @throws IllegalArgumentException if there are fewer than two points, or their values do not ascend
     */
    static Scale piecewise(List<ScalePoint> points) {
        return new Piecewise(points);
    }

    /**
     * The percentile rank in a base of customers: the share of the base a customer is ahead of, those level with it counting
     * half. A value below all of the base scores 0, one above all scores 1; between two values of the base it is linear.
     *
     * @param points the rank of values of the base, counted from the lowest, values in strictly ascending order and scores
     *     not descending; at least one
     * @param lowIsBest whether low values are good: the score is then 1 less the rank
     * @return the scale
     * @throws IllegalArgumentException if there is no point, or values or scores do not ascend
     */
    static Scale percentileRank(List<ScalePoint> points, boolean lowIsBest) {
        return new PercentileRank(points, lowIsBest);
    }

    /**
     * A linear scale.
     *
     * @param worst the value that scores 0
     * @param best the value that scores 1
     */
    record Linear(double worst, double best) implements TwoEndedScale {

        /**
         * Creates the scale.
         *
         * @param worst the value that scores 0, finite
         * @param best the value that scores 1, finite, not the worst
         */
        public Linear {
            ScaleFormula.requireEnds(worst, best);
        }

        @Override
        public double score(double value) {
            return ScaleFormula.isKnown(this, value) ? ScaleFormula.linear(value, worst, best - worst) : Double.NaN;
        }

        @Override
        public Scale reversed() {
            return new Linear(best, worst);
        }
    }

    /**
     * A scale of answers.
     *
     * @param worst the answer that scores 0
     * @param best the answer that scores 1
     */
    record Likert(double worst, double best) implements TwoEndedScale {

        /**
         * Creates the scale.
         *
         * @param worst the answer that scores 0, finite
         * @param best the answer that scores 1, finite, not the worst
         */
        public Likert {
            ScaleFormula.requireEnds(worst, best);
        }

        @Override
        public double score(double value) {
            return ScaleFormula.isKnown(this, value) ? ScaleFormula.linear(value, worst, best - worst) : Double.NaN;
        }

        @Override
        public boolean admits(double value) {
            return value >= lowest() && value <= highest();
        }

        @Override
        public String bound() {
            return "in [" + lowest() + ", " + highest() + "]";
        }

        @Override
        public Scale reversed() {
            return new Likert(best, worst);
        }
    }

    /**
     * A logarithmic scale.
     *
     * @param worst the value that scores 0
     * @param best the value that scores 1
     */
    record Logarithmic(double worst, double best) implements TwoEndedScale {

        /**
         * Creates the scale.
         *
         * @param worst the value that scores 0, in (0, Inf)
         * @param best the value that scores 1, in (0, Inf), not the worst
         */
        public Logarithmic {
            Require.positive(worst, "worst");
            Require.positive(best, "best");
            if (StrictMath.log(worst) == StrictMath.log(best)) {
                throw Require.outside("best", "another than the worst, also in its logarithm", best);
            }
        }

        @Override
        public double score(double value) {
            return ScaleFormula.isKnown(this, value) ? ScaleFormula.logarithmic(value, start(), range()) : Double.NaN;
        }

        double start() {
            return StrictMath.log(worst);
        }

        double range() {
            return StrictMath.log(best) - start();
        }

        @Override
        public Scale reversed() {
            return new Logarithmic(best, worst);
        }
    }

    /** A scale that is linear between points. */
    final class Piecewise implements Scale {

        private final List<ScalePoint> points;
        private final Knots knots;

        Piecewise(List<ScalePoint> points) {
            this.points = List.copyOf(points);
            ScaleFormula.requireAscending(this.points, 2);
            this.knots = new Knots(
                    this.points,
                    points.get(0).score(),
                    points.get(points.size() - 1).score());
        }

        /**
         * The points.
         *
         * @return the points, at least two, values in strictly ascending order
         */
        public List<ScalePoint> points() {
            return points;
        }

        Knots knots() {
            return knots;
        }

        @Override
        public double score(double value) {
            return ScaleFormula.isKnown(this, value) ? knots.at(value) : Double.NaN;
        }

        @Override
        public double lowest() {
            return knots.lowest();
        }

        @Override
        public double highest() {
            return knots.highest();
        }

        @Override
        public Scale reversed() {
            return new Piecewise(points.stream().map(ScalePoint::reversed).toList());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Piecewise that && points.equals(that.points);
        }

        @Override
        public int hashCode() {
            return points.hashCode();
        }

        @Override
        public String toString() {
            return "Piecewise[points=" + points + "]";
        }
    }

    /** A scale of percentile ranks. */
    final class PercentileRank implements Scale {

        private final List<ScalePoint> points;
        private final boolean lowIsBest;
        private final Knots knots;

        PercentileRank(List<ScalePoint> points, boolean lowIsBest) {
            this.points = List.copyOf(points);
            this.lowIsBest = lowIsBest;
            ScaleFormula.requireAscending(this.points, 1);
            ScaleFormula.requireRising(this.points);
            this.knots = lowIsBest
                    ? new Knots(this.points.stream().map(ScalePoint::reversed).toList(), 1, 0)
                    : new Knots(this.points, 0, 1);
        }

        /**
         * The rank of values of the base, counted from the lowest.
         *
         * @return the points, at least one, values in strictly ascending order and ranks not descending
         */
        public List<ScalePoint> points() {
            return points;
        }

        /**
         * Whether low values are good.
         *
         * @return whether the score is 1 less the rank
         */
        public boolean lowIsBest() {
            return lowIsBest;
        }

        Knots knots() {
            return knots;
        }

        @Override
        public double score(double value) {
            return ScaleFormula.isKnown(this, value) ? knots.at(value) : Double.NaN;
        }

        @Override
        public double lowest() {
            return knots.lowest();
        }

        @Override
        public double highest() {
            return knots.highest();
        }

        @Override
        public Scale reversed() {
            return new PercentileRank(points, !lowIsBest);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PercentileRank that && lowIsBest == that.lowIsBest && points.equals(that.points);
        }

        @Override
        public int hashCode() {
            return 31 * points.hashCode() + Boolean.hashCode(lowIsBest);
        }

        @Override
        public String toString() {
            return "PercentileRank[points=" + points + ", lowIsBest=" + lowIsBest + "]";
        }
    }
}
