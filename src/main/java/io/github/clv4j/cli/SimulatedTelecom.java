package io.github.clv4j.cli;

import io.github.clv4j.scoring.CustomerColumns;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Simulated telecom customers for the demo. No real customer is in here. Every customer is drawn alone:
 *
 * <ul>
 *   <li>contract: month to month 0.55, one year 0.21, two years 0.24
 *   <li>tariff: voice 0.2, basic 0.35, fast 0.45
 *   <li>tenure: exponential with a mean of 18, 40 and 60 months by contract, cut to 1..72 whole months
 *   <li>monthly charges: log-normal with a median of 20, 55 and 85 by tariff and a sigma of 0.15; profit is 30 % of them
 *   <li>complaints in the last year: Poisson with a mean of 0.4
 *   <li>each of four services: held with a probability of 0.05, 0.3 and 0.4 by tariff, plus 0.15 for each step of the
 *       contract
 *   <li>churn: logistic in {@code -0.6 - 0.03 tenure + 0.012 charges - 0.9 (one year) - 1.7 (two years) + 0.5 complaints}
 * </ul>
 */
final class SimulatedTelecom {

    static final int CUSTOMERS = 10_000;

    private static final long SEED = 20260101;
    private static final double PROFIT_SHARE = 0.30;
    private static final String[] CONTRACTS = {"month to month", "one year", "two years"};
    private static final double[] MEAN_TENURE = {18, 40, 60};
    private static final double[] CONTRACT_EFFECT = {0, -0.9, -1.7};
    private static final String[] TARIFFS = {"voice", "basic", "fast"};
    private static final double[] MEDIAN_CHARGES = {20, 55, 85};
    private static final double[] BASE_ADOPTION = {0.05, 0.3, 0.4};
    private static final String[] SERVICES = {"has_security", "has_backup", "has_support", "has_streaming"};

    private final RandomDataGenerator random = new RandomDataGenerator(new Well19937c(SEED));
    private final String[] ids = new String[CUSTOMERS];
    private final String[] groups = new String[CUSTOMERS];
    private final double[] tenure = new double[CUSTOMERS];
    private final double[] charges = new double[CUSTOMERS];
    private final double[] profit = new double[CUSTOMERS];
    private final double[] oneYear = new double[CUSTOMERS];
    private final double[] twoYears = new double[CUSTOMERS];
    private final double[] complaints = new double[CUSTOMERS];
    private final double[] churned = new double[CUSTOMERS];
    private final double[][] held = new double[SERVICES.length][CUSTOMERS];

    private SimulatedTelecom() {}

    /** The same customers at every call. */
    static CustomerColumns customers() {
        SimulatedTelecom base = new SimulatedTelecom();
        for (int i = 0; i < CUSTOMERS; i++) {
            base.draw(i);
        }
        return base.columns();
    }

    private void draw(int i) {
        int contract = choose(0.55, 0.21);
        int tariff = choose(0.2, 0.35);
        ids[i] = "S" + (i + 1);
        groups[i] = CONTRACTS[contract] + " / " + TARIFFS[tariff];
        oneYear[i] = contract == 1 ? 1 : 0;
        twoYears[i] = contract == 2 ? 1 : 0;
        tenure[i] = Math.min(72, StrictMath.ceil(random.nextExponential(MEAN_TENURE[contract])));
        charges[i] = MEDIAN_CHARGES[tariff] * StrictMath.exp(random.nextGaussian(0, 0.15));
        profit[i] = PROFIT_SHARE * charges[i];
        complaints[i] = random.nextPoisson(0.4);
        for (double[] service : held) {
            service[i] = flag(BASE_ADOPTION[tariff] + 0.15 * contract);
        }
        double logOdds = -0.6 - 0.03 * tenure[i] + 0.012 * charges[i] + CONTRACT_EFFECT[contract] + 0.5 * complaints[i];
        churned[i] = flag(1 / (1 + StrictMath.exp(-logOdds)));
    }

    /** 0, 1 or 2, the first two with the given probabilities. */
    private int choose(double first, double second) {
        double u = random.nextUniform(0, 1);
        return u < first ? 0 : u < first + second ? 1 : 2;
    }

    private double flag(double probability) {
        return random.nextUniform(0, 1) < probability ? 1 : 0;
    }

    private CustomerColumns columns() {
        CustomerColumns.Builder columns = CustomerColumns.builder(CUSTOMERS)
                .ids(ids)
                .group("contract_and_tariff", groups)
                .number("tenure_months", tenure)
                .number("monthly_charges", charges)
                .number("monthly_profit", profit)
                .number("one_year_contract", oneYear)
                .number("two_year_contract", twoYears)
                .number("complaints", complaints)
                .number("churned", churned);
        for (int s = 0; s < SERVICES.length; s++) {
            columns.number(SERVICES[s], held[s]);
        }
        return columns.build();
    }
}
