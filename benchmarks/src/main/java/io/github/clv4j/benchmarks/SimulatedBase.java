package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Simulated customers with a profit, six services by group and ten churn features, and the plan that scores them. */
final class SimulatedBase {

    private static final int SERVICES = 6;
    private static final int FEATURES = 10;
    private static final List<String> GROUPS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I");

    private final Random random = new Random(7);
    private final int customers;
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final String[] groups;

    SimulatedBase(int customers) {
        this.customers = customers;
        this.groups = new String[customers];
        Arrays.setAll(groups, i -> GROUPS.get(random.nextInt(GROUPS.size())));
        numbers.put("profit", random.doubles(customers, 5, 40).toArray());
        for (int s = 0; s < SERVICES; s++) {
            numbers.put(
                    "held" + s,
                    random.doubles(customers).map(u -> u < 0.3 ? 1 : 0).toArray());
        }
        double[] logOdds = new double[customers];
        for (String feature : features()) {
            double[] x = random.doubles(customers, -1, 1).toArray();
            numbers.put(feature, x);
            Arrays.setAll(logOdds, i -> logOdds[i] + 0.4 * x[i]);
        }
        double[] churned = new double[customers];
        Arrays.setAll(churned, i -> random.nextDouble() < 1 / (1 + Math.exp(1 - logOdds[i])) ? 1 : 0);
        numbers.put("churned", churned);
    }

    static ScoringPlan plan() {
        ScoringPlan.Builder plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .churn(ChurnPlan.logistic("churned", features()));
        for (int s = 0; s < SERVICES; s++) {
            plan.service(ServicePlan.withGroupShare("service " + s, "held" + s, "group", Amount.constant(2.5)));
        }
        return plan.build();
    }

    CustomerColumns columns() {
        CustomerColumns.Builder columns = CustomerColumns.builder(customers).group("group", groups);
        numbers.forEach(columns::number);
        return columns.build();
    }

    /** A column of numbers. */
    double[] numbers(String name) {
        return numbers.get(name);
    }

    static List<String> features() {
        return IntStream.range(0, FEATURES).mapToObj(j -> "x" + j).toList();
    }
}
