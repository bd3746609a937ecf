package io.github.clv4j.benchmarks;

import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyIndexBuilder;
import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.LoyaltyPlan;
import io.github.clv4j.scoring.ModelParameters;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Profit, six services with their probabilities, a loyalty index of ten linear indicators, three fixed cuts. */
final class IndexModel implements PeerModel {

    private static final double[] SERVICE_PROFITS = {2.5, 12, 1.5, 1, 4, 3};
    private static final int BEHAVIOURAL = 4;
    private static final double LEAST_COVERAGE = 0.5;

    private final List<ScaledIndicator> indicators = SimulatedCustomers.INDICATORS;
    private final ScaledIndicator[] scales = indicators.toArray(ScaledIndicator[]::new);
    private final double annuity = PeerModel.annuity();
    private final CutPoints cuts = CutPoints.of(PeerModel.currentCut(), potentialCut(), 0.5);

    /** At the mean of the sum. */
    private double potentialCut() {
        double meanAdoption = SimulatedCustomers.MOST_ADOPTION / 2;
        return annuity
                * meanAdoption
                * IntStream.range(0, services())
                        .mapToDouble(s -> SERVICE_PROFITS[s])
                        .sum();
    }

    @Override
    public ScoringModel scoringModel() {
        return ScoringModel.of(plan(), new ModelParameters(Map.of(), Optional.empty(), cuts));
    }

    private ScoringPlan plan() {
        ScoringPlan.Builder plan = ScoringPlan.builder()
                .discountRate(PeerModel.discountRate())
                .horizon(PeerModel.horizon())
                .profit(SimulatedCustomers.PROFIT)
                .churn(ChurnPlan.none())
                .loyalty(loyalty())
                .cuts(CutRules.of(
                        CutRule.fixed(cuts.currentValue()),
                        CutRule.fixed(cuts.potentialValue()),
                        CutRule.fixed(cuts.loyalty())));
        for (int s = 0; s < services(); s++) {
            String probability = SimulatedCustomers.SERVICES.get(s);
            plan.service(ServicePlan.withProbability(
                    probability.substring(2), probability, Amount.constant(SERVICE_PROFITS[s])));
        }
        return plan.build();
    }

    private LoyaltyPlan loyalty() {
        LoyaltyIndexBuilder builder = LoyaltyIndex.builder();
        add(builder, LoyaltyIndex.BEHAVIOURAL, indicators.subList(0, BEHAVIOURAL));
        add(builder, LoyaltyIndex.EMOTIONAL, indicators.subList(BEHAVIOURAL, indicators.size()));
        return LoyaltyPlan.index(
                builder.plan(),
                indicators.stream()
                        .map(ScaledIndicator::name)
                        .collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    /** The two groups weigh one half each. */
    private static void add(LoyaltyIndexBuilder builder, String group, List<ScaledIndicator> members) {
        members.forEach(member ->
                builder.add(group, Indicator.of(member.name(), "", Scale.linear(member.worst(), member.best()))));
        builder.weigh(
                group,
                members.stream().mapToDouble(member -> 2 * member.weight()).toArray());
    }

    @Override
    public CutPoints cuts() {
        return cuts;
    }

    @Override
    public int services() {
        return SERVICE_PROFITS.length;
    }

    @Override
    public Score score(Customer customer) {
        double current = annuity * customer.monthlyProfit();
        if (!Double.isFinite(current)) {
            throw new IllegalArgumentException("profit was " + customer.monthlyProfit());
        }
        double potential = offer(0, customer.television())
                + offer(1, customer.broadband())
                + offer(2, customer.roaming())
                + offer(3, customer.cloud())
                + offer(4, customer.insurance())
                + offer(5, customer.music());
        double loyalty = loyalty(customer);
        return new Score(current, potential, loyalty, PeerModel.segment(current, potential, loyalty, cuts));
    }

    private double offer(int service, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + service + " was " + probability);
        }
        return probability * SERVICE_PROFITS[service] * annuity;
    }

    private double loyalty(Customer customer) {
        double known = known(0, customer.averageSpend())
                + known(1, customer.tenureMonths())
                + known(2, customer.servicesHeld())
                + known(3, customer.spendTrend())
                + known(4, customer.satisfaction())
                + known(5, customer.recommendation())
                + known(6, customer.pullOfRivals())
                + known(7, customer.priceSensitivity())
                + known(8, customer.toleranceOfFaults())
                + known(9, customer.resistanceToDiscounts());
        if (!(known >= LEAST_COVERAGE)) {
            throw new IllegalArgumentException("only " + known + " of the indicators are known");
        }
        double points = points(0, customer.averageSpend())
                + points(1, customer.tenureMonths())
                + points(2, customer.servicesHeld())
                + points(3, customer.spendTrend())
                + points(4, customer.satisfaction())
                + points(5, customer.recommendation())
                + points(6, customer.pullOfRivals())
                + points(7, customer.priceSensitivity())
                + points(8, customer.toleranceOfFaults())
                + points(9, customer.resistanceToDiscounts());
        return points / known;
    }

    private double known(int indicator, double value) {
        return Double.isNaN(value) ? 0 : scales[indicator].weight();
    }

    private double points(int indicator, double value) {
        return Double.isNaN(value) ? 0 : scales[indicator].weight() * scales[indicator].score(value);
    }

    @Override
    public String sql(boolean tuned) {
        String potential = IntStream.range(0, services())
                .mapToObj(s -> SimulatedCustomers.SERVICES.get(s) + " * " + annuity * SERVICE_PROFITS[s])
                .collect(Collectors.joining(" + "));
        String loyalty = indicators.stream()
                .map(tuned ? IndexModel::tunedPoints : IndexModel::points)
                .collect(Collectors.joining(" + "));
        return "SELECT " + SimulatedCustomers.PROFIT + " * " + annuity + " AS current_value, " + potential
                + " AS potential_value, " + loyalty + " AS loyalty FROM customers";
    }

    private static String points(ScaledIndicator indicator) {
        return indicator.weight() + "e0 * greatest(0e0, least(1e0, (" + indicator.name() + " - " + indicator.worst()
                + "e0) / " + (indicator.best() - indicator.worst()) + "e0))";
    }

    /** Weight and scale in one line, CASE for its ends. */
    private static String tunedPoints(ScaledIndicator indicator) {
        double slope = indicator.weight() / (indicator.best() - indicator.worst());
        boolean rises = indicator.best() > indicator.worst();
        String name = indicator.name();
        return "CASE WHEN " + name + (rises ? " < " : " > ") + indicator.worst() + "e0 THEN 0e0 WHEN " + name
                + (rises ? " > " : " < ") + indicator.best() + "e0 THEN " + indicator.weight() + "e0 ELSE " + name
                + " * " + slope + " - " + indicator.worst() * slope + " END";
    }
}
