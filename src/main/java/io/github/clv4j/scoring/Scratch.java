package io.github.clv4j.scoring;

import io.github.clv4j.segment.Segment;

/** Arrays for what is computed of one customer on the way to its score, kept for the next one. Not thread-safe. */
final class Scratch {

    double current;
    double potential;
    double churn;
    double loyalty;
    Segment segment = Segment.LEAST_VALUABLE;

    /** Index and coverage. */
    final double[] index = new double[2];

    private double[] features = {};
    private double[] indicators = {};

    /** Places for the features of a churn model. */
    double[] features(int count) {
        if (features.length != count) {
            features = new double[count];
        }
        return features;
    }

    /** Places for the values of indicators. */
    double[] indicators(int count) {
        if (indicators.length != count) {
            indicators = new double[count];
        }
        return indicators;
    }
}
