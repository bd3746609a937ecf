package io.github.clv4j.testing;

import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyIndexBuilder;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.LoyaltyPlan;
import io.github.clv4j.scoring.ModelParameters;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random models that need nothing but numbers and constants, as the fast way through columns has them: profit, services whose
 * probability comes with the customer, churn by a column, a logistic model or not at all, and a loyalty index of lines.
 */
public final class PlainBase {

    private static final double[] AWKWARD = {
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1e300,
        -1e300,
        -1,
        2,
        -Double.MIN_VALUE,
        Double.MIN_VALUE,
        Math.nextUp(1.0),
        -0.0
    };
    private static final int INDICATORS = 7;
    private static final int FEATURES = 5;

    private final Random random;
    private final int services;
    private final boolean hasIndex;
    private final boolean hasChurn;
    private final boolean isLogistic;

    public PlainBase(long seed) {
        this.random = new Random(seed);
        this.services = random.nextInt(8);
        this.hasIndex = random.nextInt(4) > 0;
        this.hasChurn = !hasIndex || random.nextBoolean();
        this.isLogistic = hasChurn && random.nextBoolean();
    }

    public ScoringModel model() {
        CutPoints cuts = CutPoints.of(random.nextInt(3) * 100, random.nextInt(3) * 20, random.nextDouble());
        ScoringPlan.Builder plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(random.nextDouble() / 20))
                .horizon(Horizon.ofPeriods(random.nextInt(40)))
                .profit("profit")
                .churn(churn())
                .cuts(CutRules.of(
                        CutRule.fixed(cuts.currentValue()),
                        CutRule.fixed(cuts.potentialValue()),
                        CutRule.fixed(cuts.loyalty())));
        for (int s = 0; s < services; s++) {
            ServicePlan service = ServicePlan.withProbability(
                    "service " + s, "probability" + s, Amount.constant(random.nextGaussian() * 5));
            plan.service(random.nextBoolean() ? service.asPresentValue() : service);
        }
        if (hasIndex) {
            plan.loyalty(loyalty());
        }
        return ScoringModel.of(plan.build(), new ModelParameters(Map.of(), churnModel(), cuts));
    }

    private ChurnPlan churn() {
        if (!hasChurn) {
            return ChurnPlan.none();
        }
        return isLogistic ? ChurnPlan.logistic("left", features()) : ChurnPlan.column("churn");
    }

    private Optional<ChurnModel> churnModel() {
        double[] coefficients = random.doubles(FEATURES, -1, 1).toArray();
        return isLogistic
                ? Optional.of(ChurnModel.of(features(), random.nextGaussian(), coefficients, new double[FEATURES]))
                : Optional.empty();
    }

    private static List<String> features() {
        return IntStream.range(0, FEATURES).mapToObj(j -> "x" + j).toList();
    }

    private LoyaltyPlan loyalty() {
        LoyaltyIndexBuilder builder = LoyaltyIndex.builder();
        Map<String, String> columns = new LinkedHashMap<>();
        int behavioural = 1 + random.nextInt(INDICATORS - 1);
        List<Double> weights = new ArrayList<>();
        for (int j = 0; j < INDICATORS; j++) {
            if (j == behavioural) {
                weigh(builder, LoyaltyIndex.BEHAVIOURAL, weights);
            }
            String name = "indicator " + j;
            builder.add(
                    j < behavioural ? LoyaltyIndex.BEHAVIOURAL : LoyaltyIndex.EMOTIONAL,
                    Indicator.of(name, "", scale(j)));
            columns.put(name, "raw" + j);
            weights.add(0.1 + random.nextDouble());
        }
        weigh(builder, LoyaltyIndex.EMOTIONAL, weights);
        builder.missing(
                random.nextInt(4) == 0
                        ? MissingPolicy.reject()
                        : MissingPolicy.renormalise(random.nextBoolean() ? 0.5 : 0));
        if (!hasChurn || random.nextInt(3) == 0) {
            return LoyaltyPlan.index(builder.plan(), columns);
        }
        return LoyaltyPlan.mix(
                random.nextBoolean() ? 0 : random.nextDouble(),
                builder.plan(),
                columns,
                random.nextBoolean() ? LoyaltyPlan.WithoutIndex.RETENTION : LoyaltyPlan.WithoutIndex.FAIL);
    }

    private static void weigh(LoyaltyIndexBuilder builder, String group, List<Double> weights) {
        double sum = weights.stream().mapToDouble(w -> w).sum();
        builder.weigh(group, weights.stream().mapToDouble(w -> w / sum).toArray());
        weights.clear();
    }

    /** Mostly lines, of any length and either direction; some answers, and some scale of another kind. */
    private Scale scale(int j) {
        return switch (random.nextInt(6)) {
            case 0 -> Scale.likert(5);
            case 1 -> Scale.logarithmic(1, 100);
            case 2 -> Scale.linear(0, random.nextBoolean() ? 1e-300 : 1e300);
            case 3 -> Scale.linear(80 - j, 10 + j);
            default -> Scale.linear(10 + j, 80 - j);
        };
    }

    /**
     * Customers of such a model.
     *
     * @param customers how many
     * @param missing the share of indicators that are missing
     * @param bad the share of customers with something that cannot be, or hardly
     * @param asFloats whether every number is one that a float can hold
     */
    public Map<String, double[]> customers(int customers, double missing, double bad, boolean asFloats) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("profit", normal(customers, 20));
        IntStream.range(0, services).forEach(s -> columns.put("probability" + s, uniform(customers, 1)));
        columns.put("churn", uniform(customers, 1));
        features().forEach(x -> columns.put(x, normal(customers, 1)));
        for (int j = 0; j < INDICATORS; j++) {
            columns.put("raw" + j, answers(customers, missing));
        }
        List<double[]> all = List.copyOf(columns.values());
        for (int i = 0; i < customers; i++) {
            if (random.nextDouble() < bad) {
                all.get(random.nextInt(all.size()))[i] =
                        random.nextInt(13) == 0 ? Double.NaN : AWKWARD[random.nextInt(AWKWARD.length)];
            }
        }
        if (asFloats) {
            all.forEach(column -> {
                for (int i = 0; i < column.length; i++) {
                    column[i] = (float) column[i];
                }
            });
        }
        return columns;
    }

    private double[] normal(int customers, double deviation) {
        double[] values = new double[customers];
        for (int i = 0; i < customers; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    private double[] uniform(int customers, double most) {
        return random.doubles(customers, 0, most).toArray();
    }

    /** Whole numbers that are an answer on a scale of five, and lie in and about the ends of the lines. */
    private double[] answers(int customers, double missing) {
        double[] values = new double[customers];
        for (int i = 0; i < customers; i++) {
            values[i] = random.nextDouble() < missing ? Double.NaN : 1 + random.nextInt(5);
        }
        return values;
    }

    /** The customers as columns of arrays. */
    public static CustomerColumns columns(Map<String, double[]> numbers, int customers) {
        CustomerColumns.Builder columns = CustomerColumns.builder(customers);
        numbers.forEach(columns::number);
        return columns.build();
    }
}
