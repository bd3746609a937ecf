package io.github.clv4j.benchmarks;

import java.util.Arrays;

/** A customer as a row: what a program without columns holds. */
@SuppressWarnings("ArrayRecordComponent") // as one writes it; nobody compares customers
record Customer(double monthlyProfit, double[] adoption, double[] indicators) {

    /** A customer in the order of {@link SimulatedCustomers#NAMES}. */
    static Customer of(double[] values) {
        int firstIndicator = 1 + SimulatedCustomers.SERVICES.size();
        return new Customer(
                values[0],
                Arrays.copyOfRange(values, 1, firstIndicator),
                Arrays.copyOfRange(values, firstIndicator, values.length));
    }
}
