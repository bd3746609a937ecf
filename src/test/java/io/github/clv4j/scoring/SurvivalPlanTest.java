package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.GeometricLifetime;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.SurvivalTable;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.CustomerLifetimeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan whose churn probability, weights or horizon come from survival curves. */
class SurvivalPlanTest {

    private static final DiscountRate RATE = DiscountRate.monthly(0.01);
    private static final LifetimeDistribution MONTHLY = new GeometricLifetime(0.9);
    private static final LifetimeDistribution YEARLY = new GeometricLifetime(0.98);
    private static final SurvivalTable BY_CONTRACT =
            SurvivalTable.byGroup(Map.of("monthly", MONTHLY, "yearly", YEARLY));
    private static final SurvivalPlan SURVIVAL =
            SurvivalPlan.of("tenure", "left").withGroups("contract");

    private static ScoringPlan.Builder builder() {
        return ScoringPlan.builder().discountRate(RATE).profit("profit").survival(SURVIVAL);
    }

    private static ScoringPlan.Builder churning() {
        return builder().horizon(Horizon.ofPeriods(24)).churn(ChurnPlan.survival(3));
    }

    private static ScoringModel model(ScoringPlan plan, SurvivalTable table) {
        return ScoringModel.of(
                plan,
                new ModelParameters(
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(table),
                        Map.of(),
                        CutTable.of(CutPoints.of(100, 0, 0.8))));
    }

    private static CustomerScore score(ScoringPlan plan, double tenure, String contract) {
        return model(plan, BY_CONTRACT)
                .customer()
                .set("profit", 10)
                .set("tenure", tenure)
                .set("contract", contract)
                .score();
    }

    @Test
    void theChurnProbabilityIsThatOfTheNextPeriodsOfTheCustomersGroup() {
        ScoringPlan plan = churning().build();
        assertThat(score(plan, 5, "monthly").churnProbability()).isCloseTo(1 - 0.729, within(1e-14));
        assertThat(score(plan, 5, "yearly").churnProbability()).isCloseTo(1 - 0.941192, within(1e-14));
        assertThat(score(plan, 5, "yearly").loyalty()).isCloseTo(0.941192, within(1e-14));
    }

    @Test
    void profitsAreWeightedByTheSurvivalThatIsLeft() {
        ScoringPlan plan = churning().weightedBySurvival().build();
        CustomerLifetimeValue calculator = CustomerLifetimeValue.of(RATE, Horizon.ofPeriods(24));
        assertThat(score(plan, 7.5, "monthly").currentValue())
                .isEqualTo(10 * calculator.withSurvival(MONTHLY.residual(7)).annuity());
        assertThat(score(plan, 7.5, "yearly").currentValue())
                .isEqualTo(10 * calculator.withSurvival(YEARLY.residual(7)).annuity());
    }

    @Test
    void theHorizonMayBeTheLifetimeThatIsLeft() {
        ScoringPlan plan = builder()
                .churn(ChurnPlan.survival(1))
                .horizonOfExpectedLifetime(Horizon.unlimited())
                .build();
        assertThat(score(plan, 30, "monthly").currentValue())
                .isCloseTo(
                        10
                                * CustomerLifetimeValue.of(RATE, Horizon.ofPeriods(10))
                                        .annuity(),
                        within(1e-12));
        assertThat(model(plan, BY_CONTRACT).plan().horizon()).isEmpty();
    }

    @Test
    void aHorizonOfItsOwnIsWeightedToo() {
        ScoringPlan plan = builder()
                .churn(ChurnPlan.survival(1))
                .horizonColumn("months left")
                .weightedBySurvival()
                .build();
        CustomerScore score = model(plan, BY_CONTRACT)
                .customer()
                .set("profit", 10)
                .set("tenure", 3)
                .set("contract", "monthly")
                .set("months left", 6.5)
                .score();
        assertThat(score.currentValue())
                .isEqualTo(10
                        * CustomerLifetimeValue.of(RATE, Horizon.ofPeriods(6.5))
                                .withSurvival(MONTHLY.residual(3))
                                .annuity());
    }

    @Test
    void columnsGiveTheSameBitsAsOneCustomerAtATime() {
        ScoringPlan own = builder()
                .churn(ChurnPlan.survival(2))
                .horizonColumn("months left")
                .weightedBySurvival()
                .build();
        ScoringPlan expected = builder()
                .churn(ChurnPlan.survival(2))
                .horizonOfExpectedLifetime(Horizon.ofPeriods(12))
                .build();
        ScoringPlan weighted = churning().weightedBySurvival().build();
        int customers = 5000;
        double[] tenure = new double[customers];
        double[] profit = new double[customers];
        double[] left = new double[customers];
        String[] contract = new String[customers];
        for (int i = 0; i < customers; i++) {
            tenure[i] = i % 97 == 5 ? Double.NaN : i % 89 == 7 ? -1 : i % 13 == 0 ? 5000 + i : (i % 31) * 0.75;
            profit[i] = 10 + i % 7;
            left[i] = i % 41 == 3 ? Double.NaN : i % 24 + 0.5;
            contract[i] = i % 101 == 9 ? "unknown" : i % 3 == 0 ? "yearly" : "monthly";
        }
        CustomerColumns columns = CustomerColumns.builder(customers)
                .number("tenure", tenure)
                .number("profit", profit)
                .number("months left", left)
                .group("contract", contract)
                .build();
        for (ScoringPlan plan : List.of(own, expected, weighted)) {
            ScoringModel model = model(plan, BY_CONTRACT);
            ScoredCustomers scored = model.score(columns);
            for (int i = 0; i < customers; i++) {
                assertThat(scored.score(i)).as("customer %d", i).isEqualTo(alone(model, columns, i));
            }
            assertThat(scored.failures()).hasSizeBetween(100, 500);
        }
    }

    private static Optional<CustomerScore> alone(ScoringModel model, CustomerColumns columns, int row) {
        try {
            return Optional.of(model.explain(columns, row).score());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Test
    void anExplanationSaysHowManyOfThatAgeLeave() {
        ScoringModel model = model(churning().build(), BY_CONTRACT);
        ScoreExplanation why = model.customer()
                .set("profit", 10)
                .set("tenure", 2.9)
                .set("contract", "monthly")
                .explain();
        assertThat(why.churn()).isEmpty();
        SurvivalExplanation survival = why.survival().orElseThrow();
        assertThat(survival.churnProbability()).isEqualTo(why.score().churnProbability());
        assertThat(survival.group()).hasValue("monthly");
        assertThat(survival.age()).isEqualTo(2);
        assertThat(survival.reached()).isCloseTo(0.81, within(1e-14));
        assertThat(survival.expectedLifetime()).isCloseTo(2.71, within(1e-14));
        assertThat(why.text(Language.ENGLISH))
                .contains(
                        "churn probability 0.2710 within 3 periods: in group monthly, a share of 0.8100 stays for 2 periods,"
                                + " and of these 0.7290 for 3 more\n");
        assertThat(why.text(Language.CHINESE))
                .contains("3 期内流失概率 0.2710:组 monthly,在网满 2 期的客户占 0.8100,其中再过 3 期仍在的占 0.7290\n");
    }

    @Test
    void anExplanationSaysHowLongTheCustomerIsExpectedToStay() {
        ScoringPlan horizon = builder()
                .churn(ChurnPlan.survival(1))
                .horizonOfExpectedLifetime(Horizon.unlimited())
                .build();
        ExpectedStay stay = explained(horizon).stay().orElseThrow();
        assertThat(stay.periods()).isCloseTo(10, within(1e-13));
        assertThat(explained(horizon).text(Language.ENGLISH))
                .contains("  horizon: expected to stay for another 10.00 periods\n");
        ScoringPlan weighted = churning().weightedBySurvival().build();
        assertThat(explained(weighted).text(Language.ENGLISH))
                .contains("  weighted by survival: expected to be there for 9.20 periods of the next 24\n");
        assertThat(explained(weighted).text(Language.CHINESE)).contains("  按留存加权:预期还在网 9.20 期(今后 24 期内)\n");
        assertThat(explained(churning().build()).stay()).isEmpty();
    }

    private static ScoreExplanation explained(ScoringPlan plan) {
        return model(plan, BY_CONTRACT)
                .customer()
                .set("profit", 10)
                .set("tenure", 30)
                .set("contract", "monthly")
                .explain();
    }

    @Test
    void whatTheCurvesAreUsedForIsSaid() {
        assertThat(churning().build().inputs())
                .extracting(ModelInput::name)
                .containsExactly("profit", "tenure", "contract");
        assertThat(churning().build().outcome()).hasValue("left");
        refused(
                builder().horizon(Horizon.ofPeriods(9)).churn(ChurnPlan.column("churn")),
                "plan must use its survival curves for the churn probability, as weights of profits or for the horizon,"
                        + " but did not");
        refused(
                ScoringPlan.builder()
                        .discountRate(RATE)
                        .profit("profit")
                        .horizon(Horizon.ofPeriods(9))
                        .churn(ChurnPlan.survival(3)),
                "plan must have survival curves, as its churn probability, weights or horizon come from them, but had"
                        + " none");
        refused(
                builder()
                        .churn(ChurnPlan.survival(3))
                        .horizonOfExpectedLifetime(Horizon.ofPeriods(60))
                        .weightedBySurvival(),
                "plan must either weight profits by survival or count them over the expected lifetime, but does both,"
                        + " which counts leaving twice");
        refused(
                churning().horizonOfExpectedLifetime(Horizon.ofPeriods(60)),
                "plan must have one of a horizon, a horizonColumn or the expected lifetime as its horizon, but had a"
                        + " horizon and the expected lifetime as its horizon");
    }

    private static void refused(ScoringPlan.Builder plan, String message) {
        assertThatThrownBy(plan::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void partsThatCannotBeAreNamed() {
        assertThatThrownBy(() -> ChurnPlan.survival(0))
                .hasMessage("periods of the churn probability must be in (0, Inf), but was 0.0");
        assertThatThrownBy(() -> SurvivalPlan.of("tenure", "tenure"))
                .hasMessage("column of who left must be another than the tenure and the group, but was tenure");
        assertThatThrownBy(() -> model(churning().build(), SurvivalTable.of(MONTHLY)))
                .hasMessage("survival must be by group, as the plan has it, but was the same for all");
        assertThatThrownBy(() -> ScoringModel.of(
                        churning().build(), new ModelParameters(Map.of(), Optional.empty(), CutPoints.of(1, 0, 0.5))))
                .hasMessage("survival curves must be there where the plan has them, but there were none");
    }

    private static CustomerColumns base(double[] left, String... contract) {
        return CustomerColumns.builder(6)
                .number("profit", new double[] {1, 2, 3, 4, 5, 6})
                .number("tenure", new double[] {1, 2, 4, 1, 2, 3})
                .number("left", left)
                .group("contract", contract)
                .build();
    }

    /** Of three each: monthly 1/3 left at 1, half of the rest at 2; yearly nobody until 1 of 1 at 3. */
    @Test
    void aFitLearnsTheCurveOfEachGroup() {
        CustomerColumns base = base(
                new double[] {1, 1, 0, 0, Double.NaN, 1},
                "monthly",
                "monthly",
                "monthly",
                "yearly",
                "yearly",
                "yearly");
        ScoringFit fit = churning().build().fit(base);
        assertThat(fit.survival())
                .extracting(SurvivalFit::group, SurvivalFit::customers, SurvivalFit::leavers)
                .containsExactly(tuple(Optional.of("monthly"), 3, 2), tuple(Optional.of("yearly"), 2, 1));
        assertThat(fit.survival().get(0).lifetime().survivalProbability(2)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(fit.survival().get(1).lifetime().survivalProbability(2)).isEqualTo(1);
        assertThat(fit.survival().get(1).lifetime().survivalProbability(3)).isZero();
        double churn = fit.model().explain(base, 0).score().churnProbability();
        assertThat(churn).isCloseTo(1 - (1.0 / 3) / (2.0 / 3), within(1e-15));
    }

    @Test
    void aBaseInWhichNobodyLeftIsWarnedOf() {
        CustomerColumns base = base(
                new double[] {1, 1, 0, 0, Double.NaN, 0},
                "monthly",
                "monthly",
                "monthly",
                "yearly",
                "yearly",
                "yearly");
        assertThat(churning().build().fit(base).survival())
                .extracting(curve -> curve.warning(Language.ENGLISH))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(
                                "survival of group yearly: nobody is known to have left, so everybody is taken to stay"
                                        + " for ever"));
    }

    @Test
    void aGroupOfWhomNothingIsKnownIsNamed() {
        CustomerColumns base = base(
                new double[] {1, 1, 0, Double.NaN, Double.NaN, Double.NaN},
                "monthly",
                "monthly",
                "monthly",
                "yearly",
                "yearly",
                "yearly");
        assertThatThrownBy(() -> churning().build().fit(base))
                .hasMessage("survival of group yearly: column left must be 0 or 1 for some customers of the group, but"
                        + " there were 0");
    }

    @Test
    void whoStaysThatLongHasNoScoreWhereNobodyElseDid() {
        CustomerColumns base =
                base(new double[] {1, 1, 1, 0, 0, 1}, "monthly", "monthly", "monthly", "yearly", "yearly", "yearly");
        ScoringFit fit = churning().build().fit(base);
        assertThat(fit.failures()).extracting(RowFailure::row).containsExactly(2, 5);
        assertThat(fit.failures().get(0))
                .isEqualTo(new RowFailure(2, "", "tenure", "4.0", "must be a tenure that the survival curve reaches"));
    }
}
