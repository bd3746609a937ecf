package io.github.clv4j.benchmarks;

/** An indicator of the loyalty index: its scale from the worst value to the best, and its weight in the whole index. */
record ScaledIndicator(String name, double worst, double best, double weight) {

    double score(double value) {
        return Math.max(0, Math.min(1, (value - worst) / (best - worst)));
    }
}
