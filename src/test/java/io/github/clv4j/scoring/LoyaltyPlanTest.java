package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyIndexBuilder;
import io.github.clv4j.scoring.LoyaltyPlan.WithoutIndex;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan with a loyalty index refuses before it sees a customer, and what inputs it asks for. */
class LoyaltyPlanTest {

    /** Every indicator weighs a quarter. */
    private static LoyaltyIndexBuilder builder() {
        return LoyaltyIndex.builder()
                .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("tenure", "", Scale.linear(0, 10)))
                .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("spend", "", Scale.linear(0, 100)))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("satisfaction", "", Scale.likert(5)))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("effort", "", Scale.likert(7, 1)))
                .weigh(LoyaltyIndex.BEHAVIOURAL, 0.5, 0.5)
                .weigh(LoyaltyIndex.EMOTIONAL, 0.5, 0.5);
    }

    private static final Map<String, String> ALL =
            Map.of("tenure", "x_tenure", "spend", "x_spend", "satisfaction", "x_satisfaction", "effort", "x_effort");

    private static ScoringPlan.Builder plan(LoyaltyPlan loyalty) {
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(12))
                .profit("profit")
                .churn(ChurnPlan.column("churn"))
                .loyalty(loyalty);
    }

    private static void assertRefused(ThrowingCallable wrong, String message) {
        assertThatThrownBy(wrong).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void theIndexAloneIsAMixWithoutTheRetentionProbability() {
        LoyaltyPlan.Index plan = (LoyaltyPlan.Index) LoyaltyPlan.index(builder().plan(), ALL);

        assertThat(plan).isEqualTo(LoyaltyPlan.mix(0, builder().plan(), ALL, WithoutIndex.FAIL));
        assertThat(plan.retentionShare()).isZero();
        assertThat(plan.column("tenure")).contains("x_tenure");
        assertThat(plan(plan).build().loyalty()).isEqualTo(plan);
    }

    @Test
    void loyaltyIsTheRetentionProbabilityUnlessSaidOtherwise() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(12))
                .profit("profit")
                .churn(ChurnPlan.column("churn"))
                .build();

        assertThat(plan.loyalty()).isEqualTo(LoyaltyPlan.retention());
        assertThat(plan.inputs()).extracting(ModelInput::name).containsExactly("profit", "churn");
    }

    @Test
    void aColumnOfNoIndicatorIsRefused() {
        assertRefused(
                () -> LoyaltyPlan.index(builder().plan(), Map.of("tenure", "a", "spend", "b", "mood", "c")),
                "columns must be of the indicators [tenure, spend, satisfaction, effort], but one was of \"mood\"");
        assertRefused(
                () -> LoyaltyPlan.index(builder().plan(), Map.of("tenure", "a", "spend", " ")),
                "column of spend must not be blank");
    }

    @Test
    void anAbsentIndicatorHasNoScaleToFit() {
        Map<String, String> columns = Map.of("tenure", "a", "satisfaction", "b");
        LoyaltyPlan.Index absent = (LoyaltyPlan.Index)
                LoyaltyPlan.index(builder().rescale("spend", ScaleRule.minMax()).plan(), columns);

        assertThat(absent.index().toFit()).isEmpty();
        assertThat(absent.index().weights()).isEqualTo(builder().plan().weights());
        assertThat(LoyaltyPlan.index(
                        builder().rescale("tenure", ScaleRule.ranks()).plan(), columns))
                .isNotNull();
    }

    @Test
    void aFloorThatNobodyReachesIsRefused() {
        Map<String, String> half = Map.of("tenure", "a", "spend", "b");

        assertThat(LoyaltyPlan.index(
                        builder().missing(MissingPolicy.renormalise(0.5)).plan(), half))
                .isNotNull();
        assertRefused(
                () -> LoyaltyPlan.index(
                        builder().missing(MissingPolicy.renormalise(0.5 + 1e-8)).plan(), half),
                "but weigh 0.5; without a column are [satisfaction, effort]");
        assertRefused(
                () -> LoyaltyPlan.index(builder().plan(), Map.of("tenure", "a")),
                "but weigh 0.25; without a column are [spend, satisfaction, effort]");
    }

    @Test
    void aPolicyThatRejectsNeedsEveryColumn() {
        Map<String, String> allButOne = new HashMap<>(ALL);
        allButOne.remove("effort");

        assertRefused(
                () -> LoyaltyPlan.index(
                        builder().missing(MissingPolicy.reject()).plan(), allButOne),
                "needs by reject, but weigh 0.75; without a column are [effort]");
        assertThat(LoyaltyPlan.index(builder().missing(MissingPolicy.reject()).plan(), ALL))
                .isNotNull();
    }

    @Test
    void anIndexOfNothingIsRefused() {
        assertRefused(
                () -> LoyaltyPlan.index(
                        builder().missing(MissingPolicy.renormalise(0)).plan(), Map.of()),
                "but weigh 0.0; without a column are [tenure, spend, satisfaction, effort]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aShareOutsideZeroToOneIsRefused(double share) {
        assertRefused(
                () -> LoyaltyPlan.mix(share, builder().plan(), ALL, WithoutIndex.FAIL),
                "share of the retention probability must be in [0, 1], but was " + share);
    }

    @ParameterizedTest
    @EnumSource
    void theEndsOfTheShareAreAllowed(WithoutIndex withoutIndex) {
        assertThat(plan(LoyaltyPlan.mix(0, builder().plan(), ALL, withoutIndex)).build())
                .isNotNull();
        assertThat(plan(LoyaltyPlan.mix(1, builder().plan(), ALL, withoutIndex)).build())
                .isNotNull();
    }

    @Test
    void onlyTheIndexAloneDoesWithoutAChurnProbability() {
        String message = "plan must have a churn probability, as its loyalty takes the retention probability";
        List<LoyaltyPlan> taking = List.of(
                LoyaltyPlan.retention(),
                LoyaltyPlan.mix(0, builder().plan(), ALL, WithoutIndex.RETENTION),
                LoyaltyPlan.mix(0.01, builder().plan(), ALL, WithoutIndex.FAIL),
                LoyaltyPlan.mix(1, builder().plan(), ALL, WithoutIndex.FAIL));

        for (LoyaltyPlan loyalty : taking) {
            assertRefused(() -> plan(loyalty).churn(ChurnPlan.none()).build(), message);
        }
        ScoringPlan without = plan(LoyaltyPlan.index(builder().plan(), ALL))
                .churn(ChurnPlan.none())
                .build();
        assertThat(without.outcome()).isEmpty();
        assertThat(without.inputs()).extracting(ModelInput::name).doesNotContain("churn");
    }

    @Test
    void indicatorsMayBeMissingAndAnswersHaveARange() {
        List<ModelInput> inputs =
                plan(LoyaltyPlan.index(builder().plan(), ALL)).build().inputs();

        assertThat(inputs)
                .containsExactly(
                        new ModelInput("profit", InputKind.NUMBER),
                        new ModelInput("churn", InputKind.PROBABILITY),
                        new ModelInput("x_tenure", InputKind.OPTIONAL_NUMBER),
                        new ModelInput("x_spend", InputKind.OPTIONAL_NUMBER),
                        new ModelInput("x_satisfaction", InputKind.OPTIONAL_NUMBER, List.of(), 1, 5),
                        new ModelInput("x_effort", InputKind.OPTIONAL_NUMBER, List.of(), 1, 7));
    }

    @Test
    void anAbsentIndicatorIsNoInput() {
        List<ModelInput> inputs = plan(LoyaltyPlan.index(
                        builder().plan(), Map.of("tenure", "x_tenure", "effort", "x_effort")))
                .build()
                .inputs();

        assertThat(inputs).extracting(ModelInput::name).containsExactly("profit", "churn", "x_tenure", "x_effort");
    }

    @Test
    void whereMissingIsRejectedIndicatorsAreNumbers() {
        List<ModelInput> inputs = plan(LoyaltyPlan.index(
                        builder().missing(MissingPolicy.reject()).plan(), ALL))
                .build()
                .inputs();

        assertThat(inputs.subList(2, 6)).extracting(ModelInput::kind).containsOnly(InputKind.NUMBER);
        assertThat(inputs.get(4)).isEqualTo(new ModelInput("x_satisfaction", InputKind.NUMBER, List.of(), 1, 5));
    }

    @Test
    void aColumnThatIsAFeatureAndAnIndicatorMustBeThere() {
        ScoringPlan plan = plan(LoyaltyPlan.index(builder().plan(), ALL))
                .churn(ChurnPlan.logistic("left", List.of("x_tenure", "x_satisfaction")))
                .build();

        assertThat(plan.inputs())
                .contains(new ModelInput("x_tenure", InputKind.NUMBER))
                .contains(new ModelInput("x_satisfaction", InputKind.NUMBER, List.of(), 1, 5))
                .contains(new ModelInput("x_spend", InputKind.OPTIONAL_NUMBER));
        assertThat(plan.inputs()).hasSize(5);
    }

    @Test
    void aColumnOfTwoIndicatorsHasTheNarrowerRange() {
        Map<String, String> shared = Map.of("tenure", "x", "satisfaction", "answer", "effort", "answer");
        Map<String, String> withNumber = Map.of("tenure", "answer", "spend", "y", "satisfaction", "answer");

        assertThat(plan(LoyaltyPlan.index(builder().plan(), shared)).build().inputs())
                .contains(new ModelInput("answer", InputKind.OPTIONAL_NUMBER, List.of(), 1, 5));
        assertThat(plan(LoyaltyPlan.index(builder().plan(), withNumber)).build().inputs())
                .contains(new ModelInput("answer", InputKind.OPTIONAL_NUMBER, List.of(), 1, 5));
    }

    @Test
    void aColumnWhoseUsesContradictIsRefused() {
        LoyaltyIndexBuilder apart = builder().rescale("effort", Scale.likert(10, 6));
        Map<String, String> shared = Map.of("tenure", "x", "satisfaction", "answer", "effort", "answer");

        assertRefused(
                () -> plan(LoyaltyPlan.index(apart.plan(), shared)).build(),
                "column answer must be in [1.0, 5.0] or missing for one use, but in [6.0, 10.0] or missing for another");
        assertRefused(
                () -> plan(LoyaltyPlan.index(builder().plan(), Map.of("tenure", "region", "spend", "y")))
                        .service(ServicePlan.withGroupShare("tv", "has_tv", "region", Amount.constant(1)))
                        .build(),
                "column region must be either a group or a number, but the plan uses it as both");
    }

    /** A probability is never above 1, an answer of 2 to 5 never below 2. */
    @Test
    void aColumnThatNoNumberFitsIsRefused() {
        LoyaltyIndexBuilder apart = builder().rescale("satisfaction", Scale.likert(2, 5));

        assertRefused(
                () -> plan(LoyaltyPlan.index(apart.plan(), Map.of("tenure", "x", "satisfaction", "churn")))
                        .build(),
                "column churn must be ");
    }

    @Test
    void thePlanKeepsItsColumns() {
        Map<String, String> columns = new HashMap<>(ALL);
        LoyaltyPlan.Index plan = (LoyaltyPlan.Index) LoyaltyPlan.index(builder().plan(), columns);

        columns.clear();

        assertThat(plan.columns()).isEqualTo(ALL);
    }
}
