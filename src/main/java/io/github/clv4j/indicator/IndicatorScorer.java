package io.github.clv4j.indicator;

import java.util.function.DoubleUnaryOperator;

/**
 * What one indicator adds to an index: its weight where it is known, and its weight times its score. Linear scales, answers
 * among them, have a loop of their own, all others share one.
 *
 * <p>{@link #add} goes through any column. {@link #addKnown} is for columns whose values are all known, which need not be known
 * before: where one is not, some sum is NaN afterwards. Where all are, both add the same bits.
 */
sealed interface IndicatorScorer {

    static IndicatorScorer of(Scale scale, double weight) {
        if (scale instanceof Scale.Linear linear) {
            return new Line(
                    false, weight, linear.worst(), linear.best() - linear.worst(), -Double.MAX_VALUE, Double.MAX_VALUE);
        }
        if (scale instanceof Scale.Likert likert) {
            return new Line(
                    true, weight, likert.worst(), likert.best() - likert.worst(), likert.lowest(), likert.highest());
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

    /** Adds both for the values of a column. */
    void add(double[] values, int from, int to, double[] points, double[] known);

    /** Adds the weight times the score for the values of a column; some sum is NaN if a value is missing or refused. */
    void addKnown(double[] values, int from, int to, double[] points);

    /** Any line, over numbers, or over answers from {@code lowest} to {@code highest}. */
    record Line(boolean answers, double weight, double worst, double range, double lowest, double highest)
            implements IndicatorScorer {

        @Override
        public double known(double value) {
            return value >= lowest && value <= highest ? weight : Double.isNaN(value) ? 0 : Double.NaN;
        }

        @Override
        public double points(double value) {
            return Double.isNaN(value) ? 0 : points(value, weight, worst, range);
        }

        private static double points(double value, double weight, double worst, double range) {
            return weight * ScaleFormula.linear(value, worst, range);
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
            if (answers) {
                addAnswers(values, from, to, points);
            } else {
                addNumbers(values, from, to, points);
            }
        }

        /** Without branches, so that it runs in vectors: 0 x is 0 for a number, NaN for an infinite or missing one. */
        private void addNumbers(double[] values, int from, int to, double[] points) {
            for (int i = from; i < to; i++) {
                points[i] += points(values[i], weight, worst, range) + 0 * values[i];
            }
        }

        /** Likewise: the root is 0 for a value between the ends, and that of a negative number, NaN, for another. */
        private void addAnswers(double[] values, int from, int to, double[] points) {
            for (int i = from; i < to; i++) {
                double inside = Math.max(lowest, Math.min(highest, values[i]));
                points[i] += points(values[i], weight, worst, range) + Math.sqrt(-Math.abs(inside - values[i]));
            }
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
