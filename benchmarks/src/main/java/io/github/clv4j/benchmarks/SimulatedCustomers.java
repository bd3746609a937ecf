package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.CustomerColumns;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Customers of 17 columns: a profit, the probabilities of taking six services, ten indicators. One value in seven of an
 * indicator lies beyond an end of its scale.
 */
final class SimulatedCustomers {

    static final String PROFIT = "monthly_profit";
    static final double LEAST_PROFIT = 5;
    static final double MOST_PROFIT = 40;
    static final double MOST_ADOPTION = 0.6;

    static final List<String> SERVICES =
            List.of("p_television", "p_broadband", "p_roaming", "p_cloud", "p_insurance", "p_music");

    static final List<ScaledIndicator> INDICATORS = List.of(
            new ScaledIndicator("average_spend", 0, 80, 0.2),
            new ScaledIndicator("tenure_months", 0, 72, 0.2),
            new ScaledIndicator("services_held", 1, 6, 0.025),
            new ScaledIndicator("spend_trend", -0.2, 0.2, 0.075),
            new ScaledIndicator("satisfaction", 0, 100, 0.125),
            new ScaledIndicator("recommendation", 0, 10, 0.125),
            new ScaledIndicator("pull_of_rivals", 10, 0, 0.045),
            new ScaledIndicator("price_sensitivity", 10, 0, 0.125),
            new ScaledIndicator("tolerance_of_faults", 1, 7, 0.04),
            new ScaledIndicator("resistance_to_discounts", 1, 7, 0.04));

    static final List<String> NAMES = Stream.of(
                    Stream.of(PROFIT), SERVICES.stream(), INDICATORS.stream().map(ScaledIndicator::name))
            .flatMap(names -> names)
            .toList();

    private static final double BEYOND = 0.08;
    private static final int FIRST_INDICATOR = 1 + SERVICES.size();

    final int customers;

    /** The columns in the order of {@link #NAMES}. */
    final double[][] columns;

    SimulatedCustomers(int customers) {
        this.customers = customers;
        this.columns = new double[NAMES.size()][];
        SplittableRandom random = new SplittableRandom(7);
        columns[0] = uniform(random, LEAST_PROFIT, MOST_PROFIT);
        for (int s = 0; s < SERVICES.size(); s++) {
            columns[1 + s] = uniform(random, 0, MOST_ADOPTION);
        }
        for (int j = 0; j < INDICATORS.size(); j++) {
            ScaledIndicator indicator = INDICATORS.get(j);
            double beyond = BEYOND * (indicator.best() - indicator.worst());
            columns[FIRST_INDICATOR + j] = uniform(random, indicator.worst() - beyond, indicator.best() + beyond);
        }
    }

    private double[] uniform(SplittableRandom random, double from, double to) {
        double[] column = new double[customers];
        for (int i = 0; i < customers; i++) {
            column[i] = from + (to - from) * random.nextDouble();
        }
        return column;
    }

    CustomerColumns inColumns() {
        CustomerColumns.Builder builder = CustomerColumns.builder(customers);
        for (int j = 0; j < columns.length; j++) {
            builder.number(NAMES.get(j), columns[j]);
        }
        return builder.build();
    }

    /** A customer in the order of {@link #NAMES}. */
    double[] values(int row) {
        return Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
    }

    /** A customer as a row. */
    Customer customer(int row) {
        double[] values = values(row);
        return new Customer(
                values[0],
                Arrays.copyOfRange(values, 1, FIRST_INDICATOR),
                Arrays.copyOfRange(values, FIRST_INDICATOR, values.length));
    }
}
