package io.github.clv4j.benchmarks;

/** An indicator of the loyalty index: its scale from the worst value to the best, and its weight in the whole index. */
record ScaledIndicator(String name, double worst, double best, double weight) {

    double score(double value) {
        double score = (value - worst) / (best - worst);
        return score < 0 ? 0 : score > 1 ? 1 : score;
    }
}
