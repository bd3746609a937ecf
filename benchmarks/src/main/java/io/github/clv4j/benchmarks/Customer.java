package io.github.clv4j.benchmarks;

/** A customer as a row: what a program without columns holds. */
@SuppressWarnings("ArrayRecordComponent") // as one writes it; nobody compares customers
record Customer(double monthlyProfit, double[] adoption, double[] indicators) {}
