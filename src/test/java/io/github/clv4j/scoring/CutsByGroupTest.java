package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.base.Language;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.GroupShareTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan that cuts prepaid and postpaid customers apart. */
class CutsByGroupTest {

    private static final double[] PROFIT = {90, 50, 40, 9, 5, 4};
    private static final double[] CHURN = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
    private static final String[] TARIFFS = {"postpaid", "postpaid", "postpaid", "prepaid", "prepaid", "prepaid"};

    private static ScoringPlan.Builder builder() {
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(1))
                .profit("profit")
                .churn(ChurnPlan.column("churn"));
    }

    private static CustomerColumns customers(double[] profit, String... tariffs) {
        return CustomerColumns.builder(profit.length)
                .number("profit", profit)
                .number("churn", CHURN)
                .group("tariff", tariffs)
                .build();
    }

    @Test
    void eachCustomerIsHighOrLowAmongItsLike() {
        ScoringFit fit = builder().cutsBy("tariff").build().fit(customers(PROFIT, TARIFFS));
        ScoringModel model = fit.model();

        assertThat(model.cuts().of("postpaid")).isEqualTo(CutPoints.of(50, 0, 0.8));
        assertThat(model.cuts().of("prepaid")).isEqualTo(CutPoints.of(5, 0, 0.5));
        assertThat(fit.warnings()).extracting(w -> w.group().orElseThrow()).containsExactly("postpaid", "prepaid");
        CustomerInput customer = model.customer().set("profit", 9).set("churn", 0.4);
        assertThat(customer.set("tariff", "prepaid").score().segment()).isEqualTo(Segment.PLATINUM);
        assertThat(customer.set("tariff", "postpaid").score().segment()).isEqualTo(Segment.DEVELOPABLE);
        assertThat(model.score(customers(PROFIT, TARIFFS)).segment(3)).hasValue(Segment.PLATINUM);
        assertThat(model.explain(customers(PROFIT, TARIFFS), 3).placement().axes())
                .extracting(axis -> axis.cut())
                .containsExactly(5.0, 0.0, 0.5);
        assertThat(model.explain(customers(PROFIT, TARIFFS), 3).text(Language.ENGLISH))
                .contains("  cuts of group prepaid\n");
    }

    @Test
    void aCustomerOfAnUnknownGroupFailsAloneAndInColumns() {
        ScoringModel model = builder()
                .cutsBy("tariff")
                .build()
                .fit(customers(PROFIT, TARIFFS))
                .model();
        String[] tariffs = TARIFFS.clone();
        tariffs[1] = "staff";
        tariffs[4] = null;

        ScoredCustomers scored = model.score(customers(PROFIT, tariffs));

        assertThat(scored.failures())
                .extracting(RowFailure::row, RowFailure::field, RowFailure::value, RowFailure::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                1, "tariff", "staff", "must be a group the model was fitted on"),
                        org.assertj.core.groups.Tuple.tuple(4, "tariff", "", "is missing"));
        assertThat(scored.segment(1)).isEmpty();
        assertThatThrownBy(() -> model.customer().set("tariff", "staff")).hasMessageContaining("tariff");
    }

    /** The profit of the last customer of postpaid overflows as well, but postpaid stays a group, with all its customers. */
    @Test
    void aGroupOfWhomNobodyHasAScoreIsNoGroupOfTheModelAndNoOtherChanges() {
        double[] profit = {90, 50, 40, Double.MAX_VALUE, 9, Double.MAX_VALUE};
        String[] tariffs = {"postpaid", "postpaid", "postpaid", "postpaid", "prepaid", "staff"};
        CustomerColumns customers = withHolders(profit, tariffs);
        int[] withoutStaff = {0, 1, 2, 3, 4};
        ScoringPlan plan = builder()
                .horizon(Horizon.ofPeriods(2))
                .cutsBy("tariff")
                .service(ServicePlan.withGroupShare("tv", "has_tv", "tariff", Amount.constant(1)))
                .build();

        ScoringFit fit = plan.fit(customers);

        assertThat(fit.model().parameters())
                .isEqualTo(plan.fit(customers.select(withoutStaff)).model().parameters());
        assertThat(fit.model().parameters().shares().get("tv").share("postpaid"))
                .isEqualTo(0.25);
        assertThat(fit.model().cuts().groups()).containsExactly("postpaid", "prepaid");
        assertThat(fit.failures()).extracting(RowFailure::row).containsExactly(3, 5);
        assertThat(fit.provenance().customers()).isEqualTo(4);
        assertThat(fit.model().score(customers).failures()).hasSize(2);
    }

    private static CustomerColumns withHolders(double[] profit, String... tariffs) {
        return CustomerColumns.builder(6)
                .number("profit", profit)
                .number("churn", CHURN)
                .number("has_tv", new double[] {0, 0, 0, 1, 0, 0})
                .group("tariff", tariffs)
                .build();
    }

    @Test
    void parametersMustBeCutAsThePlanIs() {
        CutPoints cuts = CutPoints.of(1, 2, 0.5);
        ScoringPlan byGroup = builder().cutsBy("tariff").build();
        ScoringPlan forAll = builder()
                .cuts(CutRules.of(CutRule.fixed(3), CutRule.median(), CutRule.median()))
                .build();
        CutTable table = CutTable.byGroup(Map.of("prepaid", cuts));

        assertThatThrownBy(() -> ScoringModel.of(byGroup, parameters(CutTable.of(cuts))))
                .hasMessage("cuts must be by the groups of tariff, as the plan has them, but were the same for all");
        assertThatThrownBy(() -> ScoringModel.of(forAll, parameters(table)))
                .hasMessage("cuts must be the same for all customers, as the plan has them, but were by the groups"
                        + " [prepaid]");
        assertThatThrownBy(() -> ScoringModel.of(byGroupWithShares(), withShares(table)))
                .hasMessage("groups of the cuts must be [postpaid, prepaid], but were [prepaid]");
        assertThatThrownBy(() -> ScoringModel.of(
                        builder().cuts(forAll.cuts()).cutsBy("tariff").build(), parameters(table)))
                .hasMessage("cut of current value must be 3.0, as the plan fixes it, but was 1.0");
    }

    @Test
    void aColumnToCutByMustBeOfGroups() {
        assertThatThrownBy(() -> builder().cutsBy("profit").build())
                .hasMessageContaining("column profit must be either a group or a number");
        assertThatThrownBy(() -> builder().cutsBy(" ")).hasMessageContaining("column of groups to cut by must not be");
    }

    private static ScoringPlan byGroupWithShares() {
        return builder()
                .cutsBy("tariff")
                .service(ServicePlan.withGroupShare("tv", "has_tv", "tariff", Amount.constant(1)))
                .build();
    }

    private static ModelParameters withShares(CutTable cuts) {
        GroupShareTable shares = GroupShareTable.of(List.of("prepaid", "postpaid"), 0.5, 0.25);
        return new ModelParameters(Map.of("tv", shares), Optional.empty(), Map.of(), cuts);
    }

    private static ModelParameters parameters(CutTable cuts) {
        return new ModelParameters(Map.of(), Optional.empty(), Map.of(), cuts);
    }
}
