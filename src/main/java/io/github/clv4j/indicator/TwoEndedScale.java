package io.github.clv4j.indicator;

/** A scale that goes from a worst to a best value. */
sealed interface TwoEndedScale extends Scale permits Scale.Linear, Scale.Likert, Scale.Logarithmic {

    /** The value that scores 0. */
    double worst();

    /** The value that scores 1. */
    double best();

    @Override
    default double lowest() {
        return Math.min(worst(), best());
    }

    @Override
    default double highest() {
        return Math.max(worst(), best());
    }
}
