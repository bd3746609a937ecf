package io.github.clv4j.indicator;

/**
 * What one indicator adds to an index: its weight where it is known, and its weight times its score. Linear scales, answers
 * among them, go through a loop of their own.
 */
sealed interface IndicatorScorer {

    static IndicatorScorer of(Scale scale, double weight) {
        if (scale instanceof Scale.Linear linear) {
            return new Linear(
                    weight, linear.worst(), linear.best() - linear.worst(), -Double.MAX_VALUE, Double.MAX_VALUE);
        }
        return scale instanceof Scale.Likert likert
                ? new Linear(weight, likert.worst(), likert.best() - likert.worst(), likert.lowest(), likert.highest())
                : new Curve(weight, scale);
    }

    /** The weight where the value is known, 0 where it is missing, NaN where it is refused. */
    double known(double value);

    /** The weight times the score; 0 where the value is missing, anything where it is refused. */
    double points(double value);

    /** Adds both for the values of a column. */
    void add(double[] values, int from, int to, double[] points, double[] known);

    /** Any line, from {@code lowest} to {@code highest}. */
    record Linear(double weight, double worst, double range, double lowest, double highest) implements IndicatorScorer {

        @Override
        public double known(double value) {
            return known(value, weight, lowest, highest);
        }

        private static double known(double value, double weight, double lowest, double highest) {
            return value >= lowest && value <= highest ? weight : Double.isNaN(value) ? 0 : Double.NaN;
        }

        @Override
        public double points(double value) {
            return points(value, weight, worst, range);
        }

        private static double points(double value, double weight, double worst, double range) {
            return Double.isNaN(value) ? 0 : weight * ScaleFormula.linear(value, worst, range);
        }

        @Override
        public void add(double[] values, int from, int to, double[] points, double[] known) {
            for (int i = from; i < to; i++) {
                points[i] += points(values[i], weight, worst, range);
                known[i] += known(values[i], weight, lowest, highest);
            }
        }
    }

    /** Any other scale. */
    record Curve(double weight, Scale scale) implements IndicatorScorer {

        @Override
        public double known(double value) {
            return scale.admits(value) ? weight : Double.isNaN(value) ? 0 : Double.NaN;
        }

        @Override
        public double points(double value) {
            return scale.admits(value) ? weight * scale.score(value) : 0;
        }

        @Override
        public void add(double[] values, int from, int to, double[] points, double[] known) {
            for (int i = from; i < to; i++) {
                points[i] += points(values[i]);
                known[i] += known(values[i]);
            }
        }
    }
}
