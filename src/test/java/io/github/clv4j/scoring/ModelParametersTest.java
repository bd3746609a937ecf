package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.AdoptionModel;
import io.github.clv4j.value.GroupShareTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Models made of numbers that were not fitted here. */
class ModelParametersTest {

    private static final ScoringPlan PLAN = ScoringPlan.builder()
            .discountRate(DiscountRate.monthly(0))
            .horizon(Horizon.ofPeriods(10))
            .profit("profit")
            .service(ServicePlan.withGroupShare("tv", "has_tv", "city", Amount.constant(4)))
            .service(ServicePlan.withGroupShare("net", "has_net", "city", Amount.constant(1)))
            .churn(ChurnPlan.logistic("left", List.of("profit")))
            .build();
    private static final GroupShareTable TV = GroupShareTable.of(List.of("Lima", "Oslo"), 0.25, 0.5);
    private static final GroupShareTable NET = GroupShareTable.of(List.of("Lima", "Oslo"), 0.5, 1);
    private static final ChurnModel CHURN = ChurnModel.of(List.of("profit"), 0, new double[] {0}, new double[] {5});
    private static final CutPoints CUTS = CutPoints.of(50, 12, 0.6);

    @Test
    void aPlanAndItsParametersMakeAModel() {
        ScoringModel model =
                ScoringModel.of(PLAN, new ModelParameters(Map.of("tv", TV, "net", NET), Optional.of(CHURN), CUTS));

        CustomerScore score = model.customer()
                .set("profit", 5)
                .set("has_tv", 0)
                .set("has_net", 1)
                .set("city", "Lima")
                .score();

        assertThat(score).isEqualTo(new CustomerScore(50, 0.25 * 4 * 10, 0.5, 0.5, Segment.SHORT_TERM));
        assertThat(model.plan()).isSameAs(PLAN);
        assertThat(model.parameters().cuts()).isEqualTo(CutTable.of(CUTS));
        assertThat(model.cuts()).isEqualTo(CutTable.of(CUTS));
    }

    @Test
    void parametersThatAreNotThoseOfThePlanAreRefused() {
        ChurnModel other = ChurnModel.of(List.of("tenure"), 0, new double[] {0}, new double[] {5});
        GroupShareTable elsewhere = GroupShareTable.of(List.of("Lima", "Rome"), 0.25, 0.5);
        GroupShareTable nowhere = GroupShareTable.of(List.of());

        assertRefused(
                Map.of("tv", TV), Optional.of(CHURN), "shares must have the groups of service net, but had only [tv]");
        assertRefused(
                Map.of("tv", TV, "net", nowhere),
                Optional.of(CHURN),
                "shares must have the groups of service net, but had none");
        assertRefused(
                Map.of("tv", TV, "net", elsewhere),
                Optional.of(CHURN),
                "groups of service net must be [Lima, Oslo], but were [Lima, Rome]");
        assertRefused(
                Map.of("tv", TV, "net", NET, "radio", NET),
                Optional.of(CHURN),
                "shares must be those of the 2 services of the plan with a group share, but were of");
        assertRefused(
                Map.of("tv", TV, "net", NET),
                Optional.empty(),
                "features of the churn model must be [profit], but were []");
        assertRefused(
                Map.of("tv", TV, "net", NET),
                Optional.of(other),
                "features of the churn model must be [profit], but were [tenure]");
    }

    @Test
    void adoptionModelsThatAreNotThoseOfThePlanAreRefused() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(10))
                .profit("profit")
                .service(ServicePlan.withLogistic("tv", "has_tv", List.of("age"), "has_net", Amount.constant(4)))
                .churn(ChurnPlan.column("churn"))
                .build();
        AdoptionModel right = AdoptionModel.of(List.of("age"), 0, new double[] {0}, new double[] {5});
        AdoptionModel wrong = AdoptionModel.of(List.of("income"), 0, new double[] {0}, new double[] {5});

        ScoringModel model = model(plan, Map.of("tv", right));

        assertThat(model.score(new double[] {5, 0, 1, 30, 0.5}).potentialValue())
                .isEqualTo(0.5 * 4 * 10);
        assertThat(model.score(new double[] {5, 0, 0, 30, 0.5}).potentialValue())
                .isZero();
        assertThatThrownBy(() -> model(plan, Map.of()))
                .hasMessage("features of the adoption model of service tv must be [age], but were []");
        assertThatThrownBy(() -> model(plan, Map.of("tv", wrong)))
                .hasMessage("features of the adoption model of service tv must be [age], but were [income]");
        assertThatThrownBy(() -> model(plan, Map.of("tv", right, "net", right)))
                .hasMessageStartingWith(
                        "adoption models must be those of the 1 services of the plan with a logistic model,"
                                + " but were of [");
    }

    private static ScoringModel model(ScoringPlan plan, Map<String, AdoptionModel> adoption) {
        return ScoringModel.of(
                plan,
                new ModelParameters(
                        Map.of(), adoption, Optional.empty(), Optional.empty(), Map.of(), CutTable.of(CUTS)));
    }

    @Test
    void aCutThePlanFixesIsNotLearned() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(10))
                .profit("profit")
                .churn(ChurnPlan.column("churn"))
                .cuts(CutRules.of(CutRule.fixed(60), CutRule.median(), CutRule.mean()))
                .build();

        assertThatThrownBy(() -> ScoringModel.of(plan, new ModelParameters(Map.of(), Optional.empty(), CUTS)))
                .hasMessage("cut of current value must be 60.0, as the plan fixes it, but was 50.0");
    }

    private static void assertRefused(Map<String, GroupShareTable> shares, Optional<ChurnModel> churn, String message) {
        ModelParameters parameters = new ModelParameters(shares, churn, CUTS);

        assertThatThrownBy(() -> ScoringModel.of(PLAN, parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aModelVerifiesAScoreInBits() {
        ScoringModel model =
                ScoringModel.of(PLAN, new ModelParameters(Map.of("tv", TV, "net", NET), Optional.of(CHURN), CUTS));
        for (double[] customer : model.goldenCustomers()) {
            CustomerScore score = model.score(customer);
            CustomerScore nearly = new CustomerScore(
                    Math.nextUp(score.currentValue()),
                    score.potentialValue(),
                    score.churnProbability(),
                    score.loyalty(),
                    score.segment());

            model.verify(customer, score);

            assertThatThrownBy(() -> model.verify(customer, nearly))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("currentValue alone must be " + nearly.currentValue() + ", but was "
                            + score.currentValue());
        }
        assertThat(model.goldenCustomers()).hasSize(10);
    }

    @Test
    void aModelThatScoresNobodyHasNoGoldenCustomers() {
        ChurnModel overflowing = ChurnModel.of(List.of("profit"), 1e308, new double[] {1e308}, new double[] {1e308});
        ScoringModel model = ScoringModel.of(
                PLAN, new ModelParameters(Map.of("tv", TV, "net", NET), Optional.of(overflowing), CUTS));

        assertThat(model.goldenCustomers()).isEmpty();
    }
}
