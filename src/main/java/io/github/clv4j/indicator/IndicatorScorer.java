package io.github.clv4j.indicator;

import io.github.clv4j.base.Mark;
import java.util.function.DoubleUnaryOperator;

/**
 * What one indicator adds to an index: its weight where it is known, and its weight times its score. Linear scales, answers
 * among them, have vector loops of their own ({@link Ramp}), all others share a loop.
 *
 * <p>{@link #add} goes through any column. {@link #addKnown} is for columns whose values are all known, which need not be known
 * before: where one is not, some sum is NaN afterwards. Where all are, both add the same bits.
 */
sealed interface IndicatorScorer {

    static IndicatorScorer of(Scale scale, double weight) {
        if (scale instanceof Scale.Linear linear) {
            return new Line(new Ramp(weight, linear.worst(), linear.best() - linear.worst()));
        }
        if (scale instanceof Scale.Likert likert) {
            Ramp ramp = new Ramp(weight, likert.worst(), likert.best() - likert.worst());
            return new Answers(ramp, likert.lowest(), likert.highest());
        }
        return new Curve(weight, curve(scale));
    }

    private static DoubleUnaryOperator curve(Scale scale) {
        if (scale instanceof Scale.Logarithmic logarithmic) {
            double start = logarithmic.start();
            double range = logarithmic.range();
            return value -> ScaleFormula.logarithmic(value, start, range);
        }
        return scale instanceof Scale.Piecewise piecewise
                ? piecewise.knots()::at
                : ((Scale.PercentileRank) scale).knots()::at;
    }

    /** The weight where the value is known, 0 where it is missing, NaN where it is refused. */
    double known(double value);

    /** The weight times the score; 0 where the value is missing, anything where it is refused. */
    double points(double value);

    /** The weight times the score of a value that is known; NaN where it is missing or refused, and perhaps for others. */
    double knownPoints(double value);

    /** Adds both for the values of a column. */
    void add(double[] values, int from, int to, double[] points, double[] known);

    /** Adds the weight times the score for the values of a column; some sum is NaN if a value is missing or refused. */
    void addKnown(double[] values, int from, int to, double[] points);

    /** A line over numbers. */
    record Line(Ramp ramp) implements IndicatorScorer {

        @Override
        public double known(double value) {
            return Double.isFinite(value) ? ramp.weight() : Double.isNaN(value) ? 0 : Double.NaN;
        }

        @Override
        public double points(double value) {
            return Double.isNaN(value) ? 0 : ramp.points(value);
        }

        @Override
        public double knownPoints(double value) {
            return ramp.knownPoints(value);
        }

        @Override
        public void add(double[] values, int from, int to, double[] points, double[] known) {
            for (int i = from; i < to; i++) {
                points[i] += points(values[i]);
                known[i] += known(values[i]);
            }
        }

        @Override
        public void addKnown(double[] values, int from, int to, double[] points) {
            ramp.add(values, from, to, points);
        }
    }

    /** A line over answers from {@code lowest} to {@code highest}. */
    record Answers(Ramp ramp, double lowest, double highest) implements IndicatorScorer {

        @Override
        public double known(double value) {
            return value >= lowest && value <= highest ? ramp.weight() : Double.isNaN(value) ? 0 : Double.NaN;
        }

        @Override
        public double points(double value) {
            return Double.isNaN(value) ? 0 : ramp.points(value);
        }

        @Override
        public double knownPoints(double value) {
            return ramp.knownPoints(value) + Mark.inside(value, lowest, highest);
        }

        @Override
        public void add(double[] values, int from, int to, double[] points, double[] known) {
            for (int i = from; i < to; i++) {
                points[i] += points(values[i]);
                known[i] += known(values[i]);
            }
        }

        @Override
        public void addKnown(double[] values, int from, int to, double[] points) {
            ramp.addWithin(lowest, highest, values, from, to, points);
        }
    }

    /** Any other scale. */
    record Curve(double weight, DoubleUnaryOperator score) implements IndicatorScorer {

        @Override
        public double known(double value) {
            return Double.isFinite(value) ? weight : Double.isNaN(value) ? 0 : Double.NaN;
        }

        @Override
        public double points(double value) {
            return Double.isNaN(value) ? 0 : weight * score.applyAsDouble(value);
        }

        @Override
        public double knownPoints(double value) {
            return Double.isFinite(value) ? points(value) : Double.NaN;
        }

        @Override
        public void add(double[] values, int from, int to, double[] points, double[] known) {
            for (int i = from; i < to; i++) {
                points[i] += points(values[i]);
                known[i] += known(values[i]);
            }
        }

        @Override
        public void addKnown(double[] values, int from, int to, double[] points) {
            if (!areFinite(values, from, to)) {
                points[from] = Double.NaN; // says so, before the scores are computed in vain
                return;
            }
            for (int i = from; i < to; i++) {
                points[i] += weight * score.applyAsDouble(values[i]);
            }
        }

        private static boolean areFinite(double[] values, int from, int to) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += 0 * values[i];
            }
            return sum == 0;
        }
    }
}
