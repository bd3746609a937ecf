package io.github.clv4j.testing;

import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.indicator.IndexPlan;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScalePoint;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyIndexBuilder;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.LoyaltyPlan;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * A random plan whose loyalty axis takes a loyalty index: trees of any depth, scales and rules of every kind, any policy for what
 * is missing, any share of the retention probability; and random customers for it, of whom a given share has something wrong.
 */
public final class RandomLoyalty {

    private static final double[] BAD = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e6, -1e6};

    public final Random random;
    public final LoyaltyPlan.Index loyalty;
    public final ScoringPlan plan;
    private final LoyaltyIndexBuilder index = LoyaltyIndex.builder();
    private int names;

    public RandomLoyalty(long seed) {
        this.random = new Random(seed);
        fill(LoyaltyIndex.BEHAVIOURAL, 3);
        fill(LoyaltyIndex.EMOTIONAL, 3);
        if (random.nextBoolean()) {
            double share = 0.1 + 0.8 * random.nextDouble();
            index.weigh(LoyaltyIndex.WHOLE, share, 1 - share);
        }
        this.loyalty = loyalty();
        this.plan = plan();
    }

    private void fill(String group, int depth) {
        List<String> parts = new ArrayList<>();
        for (int k = 1 + random.nextInt(3); k > 0; k--) {
            names++;
            if (depth > 1 && random.nextInt(4) == 0) {
                String name = "group " + names;
                index.addGroup(group, name, "组" + names);
                fill(name, depth - 1);
                parts.add(name);
            } else {
                String name = "indicator " + names;
                index.add(group, new Indicator(name, "指标" + names, "unit", "单位", rule()));
                parts.add(name);
            }
        }
        double[] measures = random.doubles(parts.size(), 1, 9).toArray();
        if (random.nextBoolean()) {
            index.weigh(group, Weights.proportionalTo(parts, measures));
        } else {
            index.judge(group, PairwiseMatrix.ofMeasures(parts, measures));
        }
    }

    private ScaleRule rule() {
        ScaleRule rule = switch (random.nextInt(9)) {
            case 0 -> Scale.linear(-random.nextDouble(), 10 * random.nextDouble());
            case 1 -> Scale.likert(2 + random.nextInt(9));
            case 2 -> Scale.likert(-random.nextDouble(), 10);
            case 3 -> Scale.logarithmic(0.5, 1 + 20 * random.nextDouble());
            case 4 ->
                Scale.piecewise(List.of(
                        new ScalePoint(-2, random.nextDouble()),
                        new ScalePoint(3 * random.nextDouble(), random.nextDouble()),
                        new ScalePoint(7, random.nextDouble())));
            case 5 -> Scale.percentileRank(List.of(new ScalePoint(1, 0.25), new ScalePoint(6, 0.75)), false);
            case 6 -> ScaleRule.minMax();
            case 7 -> ScaleRule.quantiles(random.nextDouble() / 4, 1 - random.nextDouble() / 4);
            default -> ScaleRule.ranks();
        };
        return random.nextBoolean() ? rule : rule.reversed();
    }

    private LoyaltyPlan.Index loyalty() {
        IndexPlan draft = index.plan();
        boolean rejects = random.nextInt(4) == 0;
        Map<String, String> columns = new LinkedHashMap<>();
        for (Indicator indicator : draft.root().indicators()) {
            boolean canBeAbsent = indicator.scale() instanceof Scale && !rejects && !columns.isEmpty();
            if (!canBeAbsent || random.nextInt(4) > 0) {
                columns.put(indicator.name(), "column of " + indicator.name());
            }
        }
        double known =
                columns.keySet().stream().mapToDouble(draft.weights()::weight).sum();
        double[] floors = {0, known / 2, known * random.nextDouble(), known};
        IndexPlan planned = index.missing(
                        rejects ? MissingPolicy.reject() : MissingPolicy.renormalise(floors[random.nextInt(4)]))
                .plan();
        double[] shares = {0, 0, random.nextDouble(), 1};
        return new LoyaltyPlan.Index(
                planned, columns, shares[random.nextInt(4)], LoyaltyPlan.WithoutIndex.values()[random.nextInt(2)]);
    }

    private ScoringPlan plan() {
        boolean needsChurn =
                loyalty.retentionShare() > 0 || loyalty.withoutIndex() == LoyaltyPlan.WithoutIndex.RETENTION;
        ChurnPlan churn = switch (random.nextInt(needsChurn ? 2 : 3)) {
            case 0 -> ChurnPlan.column("churn");
            case 1 -> ChurnPlan.logistic("left", List.of("profit", "visits"));
            default -> ChurnPlan.none();
        };
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .churn(churn)
                .loyalty(loyalty)
                .cuts(CutRules.of(CutRule.median(), CutRule.median(), CutRule.quantile(random.nextDouble())))
                .build();
    }

    /** Customers of whom each indicator is missing, and each column something that cannot be, with the given chances. */
    public CustomerColumns customers(int customers, double missing, double bad) {
        CustomerColumns.Builder columns = CustomerColumns.builder(customers);
        columns.number("profit", numbers(customers, 0, bad, () -> 20 * random.nextGaussian()));
        columns.number("visits", numbers(customers, 0, bad, () -> random.nextInt(9)));
        columns.number("churn", numbers(customers, 0, bad, random::nextDouble));
        columns.number("left", numbers(customers, 0, 0, () -> random.nextInt(2)));
        for (Indicator indicator : loyalty.index().root().indicators()) {
            String column = loyalty.columns().get(indicator.name());
            if (column != null) {
                columns.number(column, numbers(customers, missing, bad, () -> value(indicator.scale())));
            }
        }
        return columns.build();
    }

    private double[] numbers(int customers, double missing, double bad, DoubleSupplier good) {
        double[] values = new double[customers];
        for (int i = 0; i < customers; i++) {
            double u = random.nextDouble();
            values[i] =
                    u < missing ? Double.NaN : u < missing + bad ? BAD[random.nextInt(BAD.length)] : good.getAsDouble();
        }
        return values;
    }

    /** An answer is one that may be given; anything else may lie beyond its scale. */
    private double value(ScaleRule rule) {
        if (rule instanceof Scale.Likert answers) {
            double value = answers.lowest() + random.nextDouble() * (answers.highest() - answers.lowest());
            return random.nextBoolean()
                    ? value
                    : Math.max(answers.lowest(), Math.min(answers.highest(), Math.rint(value)));
        }
        return random.nextBoolean() ? 12 * random.nextDouble() - 3 : random.nextInt(12) - 3;
    }
}
