package io.github.clv4j.testing;

import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Random plans that use every kind of input, and random customers of whom a given share has something wrong. */
public final class RandomBase {

    public static final List<String> GROUPS = List.of("north", "south", "east", "west");
    private static final double[] BAD = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -1,
        2,
        0.5,
        1e308,
        -1e308,
        Double.MIN_VALUE,
        -0.0
    };

    public final Random random;
    public final int customers;
    private final double shareBad;

    public RandomBase(long seed, int customers, double shareBad) {
        this.random = new Random(seed);
        this.customers = customers;
        this.shareBad = shareBad;
    }

    public ScoringPlan plan() {
        ScoringPlan.Builder plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(random.nextBoolean() ? 0 : random.nextDouble() / 10))
                .timing(CashFlowTiming.values()[random.nextInt(3)])
                .profit("profit")
                .service(ServicePlan.withGroupShare("by group", "holds_a", "region", Amount.constant(3)))
                .service(ServicePlan.withGroupShare("own profit", "holds_b", "region", Amount.column("profit_b"))
                        .asPresentValue())
                .service(ServicePlan.withProbability("by column", "probability_c", Amount.constant(-2.5)))
                .service(ServicePlan.withProbability("held and by column", "probability_c", Amount.column("profit_b"))
                        .heldBy("holds_b"))
                .cuts(CutRules.of(rule(), CutRule.quantile(random.nextDouble()), CutRule.mean()));
        if (random.nextInt(3) == 0) {
            plan.cutsBy(random.nextBoolean() ? "region" : "tariff");
        }
        if (random.nextBoolean()) {
            plan.horizonColumn("months");
        } else {
            plan.horizon(Horizon.ofPeriods(random.nextInt(40)));
        }
        plan.service(
                random.nextBoolean()
                        ? ServicePlan.withLogistic("by model", "holds_d", List.of("age", "holds_a"), Amount.constant(4))
                        : ServicePlan.withLogistic(
                                "by model",
                                "holds_d",
                                List.of("profit", "holds_a", "age"),
                                "can_have_d",
                                Amount.column("profit_b")));
        plan.service(ServicePlan.withLogistic(
                        "on top of b", "holds_a", List.of("months_as_feature", "age"), "holds_b", Amount.constant(2))
                .asPresentValue());
        plan.churn(
                random.nextBoolean()
                        ? ChurnPlan.column("churn")
                        : ChurnPlan.logistic("left", List.of("profit", "holds_a", "months_as_feature")));
        return plan.build();
    }

    private CutRule rule() {
        return switch (random.nextInt(3)) {
            case 0 -> CutRule.median();
            case 1 -> CutRule.naturalBreak();
            default -> CutRule.paretoShare(0.1 + 0.9 * random.nextDouble());
        };
    }

    public CustomerColumns columns() {
        String[] ids = new String[customers];
        String[] regions = new String[customers];
        String[] tariffs = new String[customers];
        for (int i = 0; i < customers; i++) {
            ids[i] = "c" + i;
            double u = random.nextDouble();
            regions[i] = u < shareBad ? null : u < 2 * shareBad ? "atlantis" : GROUPS.get(random.nextInt(4));
            tariffs[i] = random.nextDouble() < shareBad ? null : GROUPS.get(random.nextInt(4));
        }
        return CustomerColumns.builder(customers)
                .ids(ids)
                .group("region", regions)
                .group("tariff", tariffs)
                .number("profit", numbers(() -> random.nextGaussian() * 20))
                .number("profit_b", numbers(() -> random.nextGaussian() * 5))
                .number("holds_a", numbers(() -> random.nextInt(2)))
                .number("holds_b", numbers(() -> random.nextInt(2)))
                .number("holds_d", numbers(() -> random.nextInt(2)))
                .number("can_have_d", numbers(() -> random.nextInt(4) == 0 ? 0 : 1))
                .number("age", numbers(() -> 18 + random.nextInt(60)))
                .number("probability_c", numbers(random::nextDouble))
                .number("months", numbers(() -> random.nextDouble() * 60))
                .number("months_as_feature", numbers(() -> random.nextDouble() * 60))
                .number("churn", numbers(random::nextDouble))
                .number("left", numbers(() -> random.nextInt(2)))
                .build();
    }

    private double[] numbers(DoubleSupplier good) {
        double[] values = new double[customers];
        for (int i = 0; i < customers; i++) {
            values[i] = random.nextDouble() < shareBad ? BAD[random.nextInt(BAD.length)] : good.getAsDouble();
        }
        return values;
    }
}
