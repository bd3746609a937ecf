package io.github.clv4j.segment;

import io.github.clv4j.base.Require;

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

    void add(int group, double currentValue, double potentialValue, double customerRisk) {
        double worth = currentValue + Require.finite(potentialValue, "potential value");
        customers[group]++;
        value[group] += worth;
        if (!Double.isNaN(customerRisk)) {
            riskKnown[group]++;
            risk[group] += Require.probability(customerRisk, "risk");
            valueAtRisk[group] += worth * customerRisk;
        }
    }

    SchemeGroup group(int group) {
        return new SchemeGroup(customers[group], riskKnown[group], value[group], risk[group], valueAtRisk[group]);
    }
}
