package io.github.clv4j.benchmarks;

/**
 * A customer as a row: what a program without columns holds. In one object, as rows with an array of probabilities and one of
 * indicators took a quarter longer to score.
 */
record Customer(
        double monthlyProfit,
        double television,
        double broadband,
        double roaming,
        double cloud,
        double insurance,
        double music,
        double averageSpend,
        double tenureMonths,
        double servicesHeld,
        double spendTrend,
        double satisfaction,
        double recommendation,
        double pullOfRivals,
        double priceSensitivity,
        double toleranceOfFaults,
        double resistanceToDiscounts) {

    /** A customer in the order of {@link SimulatedCustomers#NAMES}. */
    static Customer of(double[] x) {
        return new Customer(
                x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9], x[10], x[11], x[12], x[13], x[14], x[15],
                x[16]);
    }
}
