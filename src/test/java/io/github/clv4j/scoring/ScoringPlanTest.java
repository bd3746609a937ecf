package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.segment.Axis;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.segment.TiedCut;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringPlanTest {

    private static final double NAN = Double.NaN;

    private static ScoringPlan.Builder plan() {
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .churn(ChurnPlan.column("churn"));
    }

    private static CustomerColumns customers(double[] profit, double[] churn) {
        return CustomerColumns.builder(profit.length)
                .number("profit", profit)
                .number("churn", churn)
                .build();
    }

    @Test
    void aGroupShareIsTheShareOfHoldersAmongTheCustomersOfTheGroup() {
        ScoringPlan plan = plan().service(ServicePlan.withGroupShare("tv", "has_tv", "city", Amount.constant(10))
                        .asPresentValue())
                .build();
        CustomerColumns customers = CustomerColumns.builder(5)
                .number("profit", new double[] {1, 2, 3, 4, 5})
                .number("churn", new double[] {.1, .2, .3, .4, .5})
                .number("has_tv", new double[] {1, 0, 0, 1, 0})
                .group("city", new String[] {"Lima", "Lima", "Lima", "Oslo", "Oslo"})
                .build();

        ScoringModel model = plan.fit(customers).model();

        // holders contribute nothing; a third of Lima and half of Oslo hold it
        assertThat(model.score(customers).potentialValues()).containsExactly(0, 1 / 3.0 * 10, 1 / 3.0 * 10, 0, 5);
        assertThat(model.inputs())
                .extracting(ModelInput::name, ModelInput::kind)
                .containsExactly(
                        tuple("profit", InputKind.NUMBER),
                        tuple("has_tv", InputKind.FLAG),
                        tuple("city", InputKind.GROUP),
                        tuple("churn", InputKind.PROBABILITY));
        assertThat(model.inputs().get(2).groups()).containsExactly("Lima", "Oslo");
    }

    @Test
    void oneCustomerIsScoredByNameAsByPlace() {
        ScoringPlan plan = plan().service(ServicePlan.withGroupShare("tv", "has_tv", "city", Amount.constant(10)))
                .build();
        CustomerColumns customers = CustomerColumns.builder(2)
                .number("profit", new double[] {1, 2})
                .number("churn", new double[] {.1, .2})
                .number("has_tv", new double[] {1, 0})
                .group("city", new String[] {"Oslo", "Lima"})
                .build();
        ScoringModel model = plan.fit(customers).model();

        CustomerInput customer = model.customer()
                .set("profit", 20)
                .set("churn", 0.25)
                .set("has_tv", 0)
                .set("city", "Oslo");

        assertThat(customer.score()).isEqualTo(model.score(new double[] {20, 0, 1, 0.25}));
        assertThat(customer.toArray()).containsExactly(20, 0, 1, 0.25);
        assertThat(customer.score().loyalty()).isEqualTo(0.75);
        assertThat(customer.explain().text(Language.ENGLISH)).contains("tv", "churn probability 0.2500");
        assertThat(customer.explain().text(Language.CHINESE)).contains("当前价值", "流失概率");
    }

    @Test
    void whatCannotBeScoredSaysWhichInputAndWhy() {
        ScoringPlan plan = plan().service(ServicePlan.withGroupShare("tv", "has_tv", "city", Amount.constant(10)))
                .build();
        CustomerColumns fit = CustomerColumns.builder(2)
                .number("profit", new double[] {1, 2})
                .number("churn", new double[] {.1, .2})
                .number("has_tv", new double[] {1, 0})
                .group("city", new String[] {"Oslo", "Lima"})
                .build();
        ScoringModel model = plan.fit(fit).model();

        assertThatThrownBy(() -> model.customer().set("city", "Rome"))
                .hasMessage("city must be a group the model was fitted on, but was Rome");
        assertThatThrownBy(() -> model.customer().set("profit", 1).score()).hasMessage("has_tv is missing");
        assertThatThrownBy(() -> model.customer().set("income", 1)).hasMessageContaining("income");
        assertThatThrownBy(() -> model.customer().set("city", 1)).hasMessageContaining("name of a group");
        assertThatThrownBy(() -> model.customer().set("profit", "a lot")).hasMessageContaining("a number");
        assertThatThrownBy(() -> model.score(new double[] {1, 0, 0})).hasMessageContaining("4 inputs, but had 3");
        assertThatThrownBy(() -> model.score(new double[] {1, 0, 2, 0}))
                .hasMessage("city must be a group the model was fitted on, but was 2.0");
        assertThatThrownBy(() -> model.score(new double[] {1, 0.5, 0, 0}))
                .hasMessage("has_tv must be 0 or 1, but was 0.5");
        assertThatThrownBy(() -> model.score(new double[] {1, 0, 0, 1.5}))
                .hasMessage("churn must be in [0, 1], but was 1.5");
        assertThatThrownBy(() -> model.score(new double[] {Double.POSITIVE_INFINITY, 0, 0, 0}))
                .hasMessage("profit must be finite, but was Infinity");
        assertThatThrownBy(() -> model.score(new double[] {1e308, 0, 0, 0})).hasMessageContaining("finite");
    }

    @Test
    void aBatchGoesOnAndReportsTheCustomersItCannotScore() {
        ScoringModel model = plan().service(ServicePlan.withGroupShare("tv", "has_tv", "city", Amount.constant(10)))
                .build()
                .fit(CustomerColumns.builder(2)
                        .number("profit", new double[] {1, 2})
                        .number("churn", new double[] {.1, .2})
                        .number("has_tv", new double[] {1, 0})
                        .group("city", new String[] {"Oslo", "Lima"})
                        .build())
                .model();
        CustomerColumns customers = CustomerColumns.builder(6)
                .ids(new String[] {"a", "b", "c", "d", "e", ""})
                .number("profit", new double[] {10, NAN, 10, 10, 1e308, 10})
                .number("churn", new double[] {.1, .1, -0.1, .1, .1, .1})
                .number("has_tv", new double[] {0, 0, 0, 0, 0, 0})
                .group("city", new String[] {"Lima", "Lima", "Lima", "Rome", "Lima", null})
                .build();

        ScoredCustomers scored = model.score(customers);

        assertThat(scored.score(0)).isPresent();
        assertThat(scored.failures())
                .containsExactly(
                        new RowFailure(1, "b", "profit", "", "is missing"),
                        new RowFailure(2, "c", "churn", "-0.1", "must be in [0, 1]"),
                        new RowFailure(3, "d", "city", "Rome", "must be a group the model was fitted on"),
                        scored.failures().get(3),
                        new RowFailure(5, "", "city", "", "is missing"));
        assertThat(scored.failures().get(3).reason()).contains("current value must be finite");
        assertThat(scored.churnProbabilities()).startsWith(0.1, NAN, NAN, NAN, NAN, NAN);
        assertThat(scored.segment(1)).isEmpty();
        assertThat(scored.profiles().all().stream().mapToInt(p -> p.customers()).sum())
                .isEqualTo(1);
    }

    @Test
    void customersWhoCannotBeScoredAreLeftOutOfTheFitAndReported() {
        ScoringFit fit = plan().build().fit(customers(new double[] {1, NAN, 3, 1e308}, new double[] {.1, .2, .3, .1}));

        assertThat(fit.provenance().customers()).isEqualTo(2);
        assertThat(fit.failures()).extracting(RowFailure::row).containsExactly(1, 3);
        double annuity = (1 - Math.pow(1.01, -24)) / 0.01;
        assertThat(fit.model().cuts().forAll().orElseThrow().currentValue())
                .isCloseTo(2 * annuity, within(1e-12 * annuity));
    }

    @Test
    void anOutcomeThatIsMissingIsNotKnownYetAndAnyOtherThanZeroAndOneIsAFault() {
        double[] x = new double[40];
        double[] left = new double[40];
        Arrays.setAll(x, i -> i % 7);
        Arrays.setAll(left, i -> (i * 5 % 11) % 2);
        double[] known = left.clone();
        left[3] = NAN;
        left[5] = 2;
        ScoringPlan plan =
                plan().churn(ChurnPlan.logistic("left", List.of("x"))).build();

        ScoringFit fit = plan.fit(CustomerColumns.builder(40)
                .number("profit", known)
                .number("x", x)
                .number("left", left)
                .build());

        assertThat(fit.provenance().customers()).isEqualTo(40);
        assertThat(fit.churn().orElseThrow().customers()).isEqualTo(38);
        assertThat(fit.failures()).containsExactly(new RowFailure(5, "", "left", "2.0", "must be 0, 1 or missing"));
        assertThat(fit.model().inputs()).extracting(ModelInput::name).containsExactly("profit", "x");
    }

    @Test
    void aChurnModelThatCannotBeFittedStopsTheFitAndNamesTheColumn() {
        ScoringPlan plan =
                plan().churn(ChurnPlan.logistic("left", List.of("x"))).build();
        CustomerColumns customers = CustomerColumns.builder(4)
                .number("profit", new double[] {1, 2, 3, 4})
                .number("x", new double[] {1, 2, 3, 4})
                .number("left", new double[] {0, 0, 1, 1})
                .build();

        assertThatThrownBy(() -> plan.fit(customers))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("column x");
    }

    @Test
    void aBaseOfOneCustomerIsLegalAndItIsHighOnEveryAxis() {
        ScoringFit fit = plan().build().fit(customers(new double[] {5}, new double[] {0.3}));

        assertThat(fit.model().score(new double[] {5, 0.3}).segment()).isEqualTo(Segment.PLATINUM);
        assertThat(fit.warnings()).extracting(TiedCut::axis).containsExactly(Axis.values());
        assertThat(fit.warnings().get(0).text(Language.ENGLISH))
                .startsWith("100.0 % of the customers are high on current value");
        assertThat(fit.warnings().get(0).text(Language.CHINESE)).contains("当前价值");
    }

    @Test
    void aBaseOfEqualCustomersIsLegalAndTheyAreHighOnEveryAxis() {
        double[] same = new double[100];
        Arrays.fill(same, 0.1);

        ScoredCustomers scored =
                plan().build().fit(customers(same, same)).model().score(customers(same, same));

        assertThat(scored.profiles().of(Segment.PLATINUM).customers()).isEqualTo(100);
    }

    @Test
    void aBaseWithoutACustomerToFitOnIsRefused() {
        assertThatThrownBy(() -> plan().build().fit(customers(new double[0], new double[0])))
                .hasMessageContaining("at least one customer");
        assertThatThrownBy(() -> plan().build().fit(customers(new double[] {NAN}, new double[] {0.5})))
                .hasMessageContaining("at least one customer")
                .hasMessageContaining("profit");
    }

    @Test
    void missingColumnsAndColumnsOfTheWrongKindAreNamed() {
        ScoringPlan plan = plan().service(ServicePlan.withGroupShare("tv", "has_tv", "city", Amount.constant(10)))
                .build();

        assertThatThrownBy(() -> plan.fit(customers(new double[] {1}, new double[] {.1})))
                .hasMessageContaining("column city is missing");
        assertThatThrownBy(() -> plan().build()
                        .fit(CustomerColumns.builder(1)
                                .group("profit", new String[] {"x"})
                                .build()))
                .hasMessageContaining("profit holds groups, not numbers");
        assertThatThrownBy(() -> plan.fit(CustomerColumns.builder(1)
                        .number("profit", new double[] {1})
                        .number("has_tv", new double[] {1})
                        .number("city", new double[] {1})
                        .number("churn", new double[] {0})
                        .build()))
                .hasMessageContaining("city holds numbers, not groups");
    }

    @Test
    void contradictionsAreRefusedWhenThePlanIsBuilt() {
        assertThatThrownBy(() -> plan().horizonColumn("months").build())
                .hasMessageContaining("but had a horizon and a horizonColumn");
        assertThatThrownBy(() -> ScoringPlan.builder().build()).hasMessageContaining("discountRate");
        assertThatThrownBy(() -> ScoringPlan.builder()
                        .discountRate(DiscountRate.monthly(0))
                        .build())
                .hasMessageContaining("but had none");
        assertThatThrownBy(() -> plan().horizon(Horizon.unlimited())
                        .discountRate(DiscountRate.annual(0))
                        .build())
                .hasMessageContaining("horizon must be in [0, Inf)");
        assertThatThrownBy(() -> plan().service(ServicePlan.withGroupShare("tv", "h", "profit", Amount.constant(1)))
                        .build())
                .hasMessageContaining("column profit must be either a group or a number");
        assertThatThrownBy(() -> plan().service(ServicePlan.withProbability("tv", "p", Amount.constant(1)))
                        .service(ServicePlan.withProbability("tv", "q", Amount.constant(1)))
                        .build())
                .hasMessageContaining("\"tv\" stands twice");
        assertThatThrownBy(() -> ChurnPlan.logistic("left", List.of("left"))).hasMessageContaining("outcome left");
        assertThatThrownBy(() -> ChurnPlan.logistic("left", List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Amount.constant(NAN)).hasMessage("amount must be finite, but was NaN");
    }

    @Test
    void duplicateIdsAndNamesAndWrongLengthsAreRefused() {
        assertThatThrownBy(() -> CustomerColumns.builder(3).ids(new String[] {"x", "y", "x"}))
                .hasMessage("customer ids must be distinct, but \"x\" stands at rows 0 and 2, counted from 0");
        assertThatThrownBy(() ->
                        CustomerColumns.builder(1).number("a", new double[1]).group("a", new String[1]))
                .hasMessageContaining("\"a\" stands twice");
        assertThatThrownBy(() -> CustomerColumns.builder(1).number("a", new double[2]))
                .hasMessageContaining("length 1, but had 2");
        assertThatThrownBy(() -> CustomerColumns.builder(-1)).hasMessageContaining("-1");
    }

    @Test
    void fixedCutsAreTakenAsGiven() {
        ScoringPlan plan = plan().cuts(CutRules.of(CutRule.fixed(400), CutRule.fixed(50), CutRule.fixed(0.8)))
                .build();

        assertThat(plan.fit(customers(new double[] {1}, new double[] {.1}))
                        .model()
                        .cuts())
                .isEqualTo(CutTable.of(CutPoints.of(400, 50, 0.8)));
    }

    @Test
    void eachCustomerMayHaveItsOwnHorizon() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizonColumn("months")
                .profit("profit")
                .churn(ChurnPlan.column("churn"))
                .build();
        CustomerColumns customers = CustomerColumns.builder(3)
                .number("profit", new double[] {10, 10, 10})
                .number("months", new double[] {0, 2.5, 12})
                .number("churn", new double[] {0, 0, 0})
                .build();

        assertThat(plan.fit(customers).model().score(customers).currentValues()).containsExactly(0, 25, 120);
        ScoringModel model = plan.fit(customers).model();
        assertThat(model.customer()
                        .set("profit", 10)
                        .set("months", 12)
                        .set("churn", 0)
                        .explain()
                        .value()
                        .annuity())
                .isEqualTo(12);
        assertThatThrownBy(() -> model.score(new double[] {10, -1, 0}))
                .hasMessageContaining("months must be in [0, Inf), but was -1.0");
        assertThatThrownBy(() -> model.score(new double[] {10, Double.POSITIVE_INFINITY, 0}))
                .hasMessageContaining("months must be in [0, Inf)");
    }
}
