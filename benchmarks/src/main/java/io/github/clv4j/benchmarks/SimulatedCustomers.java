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
    private static final double BEYOND = 0.08;

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

    /** A column of numbers that are all as likely from one bound to the other. */
    record Column(String name, double from, double to) {

        private static Column of(ScaledIndicator indicator) {
            double beyond = BEYOND * (indicator.best() - indicator.worst());
            double end = indicator.worst() - beyond;
            double otherEnd = indicator.best() + beyond;
            return new Column(indicator.name(), Math.min(end, otherEnd), Math.max(end, otherEnd));
        }
    }

    static final List<Column> COLUMNS = Stream.of(
                    Stream.of(new Column(PROFIT, LEAST_PROFIT, MOST_PROFIT)),
                    SERVICES.stream().map(name -> new Column(name, 0, MOST_ADOPTION)),
                    INDICATORS.stream().map(Column::of))
            .flatMap(columns -> columns)
            .toList();

    static final List<String> NAMES = COLUMNS.stream().map(Column::name).toList();

    final int customers;

    /** The columns in the order of {@link #NAMES}. */
    final double[][] columns;

    SimulatedCustomers(int customers) {
        this.customers = customers;
        SplittableRandom random = new SplittableRandom(7);
        this.columns = COLUMNS.stream()
                .map(column ->
                        random.doubles(customers, column.from(), column.to()).toArray())
                .toArray(double[][]::new);
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
        return Customer.of(values(row));
    }
}
