package io.github.clv4j.benchmarks;

import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.ModelParameters;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Profit, and as loyalty the retention by a logistic churn model on the other 16 columns; three fixed cuts. There are no
 * services, so that all there is beside the columns is one exp a customer.
 */
final class LogisticModel implements PeerModel {

    private static final List<String> FEATURES = SimulatedCustomers.NAMES.subList(1, SimulatedCustomers.NAMES.size());
    private static final double BASELINE = -1.1;

    private final double annuity = PeerModel.annuity();
    private final double[] means = means();
    private final double[] coefficients = coefficients();
    private final double intercept = BASELINE - atMeans();
    private final CutPoints cuts = CutPoints.of(PeerModel.currentCut(), 1, 1 - 1 / (1 + Math.exp(-BASELINE)));

    private static double[] means() {
        double[] means = new double[FEATURES.size()];
        Arrays.fill(means, SimulatedCustomers.MOST_ADOPTION / 2);
        for (int j = 0; j < SimulatedCustomers.INDICATORS.size(); j++) {
            ScaledIndicator indicator = SimulatedCustomers.INDICATORS.get(j);
            means[SimulatedCustomers.SERVICES.size() + j] = (indicator.worst() + indicator.best()) / 2;
        }
        return means;
    }

    /** A little log-odds for each probability; for each indicator the more the more it weighs, and less from worst to best. */
    private static double[] coefficients() {
        double[] coefficients = new double[FEATURES.size()];
        for (int s = 0; s < SimulatedCustomers.SERVICES.size(); s++) {
            coefficients[s] = s % 2 == 0 ? 0.5 : -0.7;
        }
        for (int j = 0; j < SimulatedCustomers.INDICATORS.size(); j++) {
            ScaledIndicator indicator = SimulatedCustomers.INDICATORS.get(j);
            coefficients[SimulatedCustomers.SERVICES.size() + j] =
                    -8 * indicator.weight() / (indicator.best() - indicator.worst());
        }
        return coefficients;
    }

    private double atMeans() {
        return IntStream.range(0, means.length)
                .mapToDouble(j -> coefficients[j] * means[j])
                .sum();
    }

    @Override
    public ScoringModel scoringModel() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(PeerModel.discountRate())
                .horizon(PeerModel.horizon())
                .profit(SimulatedCustomers.PROFIT)
                .churn(ChurnPlan.logistic("churned", FEATURES))
                .cuts(CutRules.of(
                        CutRule.fixed(cuts.currentValue()),
                        CutRule.fixed(cuts.potentialValue()),
                        CutRule.fixed(cuts.loyalty())))
                .build();
        ChurnModel churn = ChurnModel.of(FEATURES, intercept, coefficients, means);
        return ScoringModel.of(plan, new ModelParameters(Map.of(), Optional.of(churn), cuts));
    }

    @Override
    public CutPoints cuts() {
        return cuts;
    }

    @Override
    public int services() {
        return 0;
    }

    @Override
    public Score score(Customer customer) {
        double current = annuity * customer.monthlyProfit();
        double[] b = coefficients;
        double logOdds = intercept
                + b[0] * customer.television()
                + b[1] * customer.broadband()
                + b[2] * customer.roaming()
                + b[3] * customer.cloud()
                + b[4] * customer.insurance()
                + b[5] * customer.music()
                + b[6] * customer.averageSpend()
                + b[7] * customer.tenureMonths()
                + b[8] * customer.servicesHeld()
                + b[9] * customer.spendTrend()
                + b[10] * customer.satisfaction()
                + b[11] * customer.recommendation()
                + b[12] * customer.pullOfRivals()
                + b[13] * customer.priceSensitivity()
                + b[14] * customer.toleranceOfFaults()
                + b[15] * customer.resistanceToDiscounts();
        if (!(Double.isFinite(current) && Double.isFinite(logOdds))) {
            throw new IllegalArgumentException("a value of " + customer + " is missing or infinite");
        }
        double retention = 1 - 1 / (1 + Math.exp(-logOdds));
        return new Score(current, 0, retention, PeerModel.segment(current, 0, retention, cuts));
    }

    @Override
    public String sql(boolean tuned) {
        String logOdds = IntStream.range(0, FEATURES.size())
                .mapToObj(j -> coefficients[j] + " * " + FEATURES.get(j))
                .collect(Collectors.joining(" + ", intercept + " + ", ""));
        return "SELECT " + SimulatedCustomers.PROFIT + " * " + annuity + " AS current_value, 0e0 AS potential_value, "
                + "1 - 1 / (1 + exp(-(" + logOdds + "))) AS loyalty FROM customers";
    }
}
