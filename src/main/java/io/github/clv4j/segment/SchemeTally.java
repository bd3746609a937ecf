package io.github.clv4j.segment;

/** Adds up the customers of one block, group by group. */
final class SchemeTally {

    private final int[] customers;
    private final int[] riskKnown;
    private final double[] value;
    private final double[] risk;
    private final double[] valueAtRisk;

    SchemeTally(int groups) {
        this.customers = new int[groups];
        this.riskKnown = new int[groups];
        this.value = new double[groups];
        this.risk = new double[groups];
        this.valueAtRisk = new double[groups];
    }

    /** Adds a customer; its value is finite, its risk in [0, 1] or NaN. */
    void add(int group, double worth, double customerRisk) {
        customers[group]++;
        value[group] += worth;
        if (!Double.isNaN(customerRisk)) {
            riskKnown[group]++;
            risk[group] += customerRisk;
            valueAtRisk[group] += worth * customerRisk;
        }
    }

    SchemeGroup group(int group) {
        return new SchemeGroup(customers[group], riskKnown[group], value[group], risk[group], valueAtRisk[group]);
    }
}
