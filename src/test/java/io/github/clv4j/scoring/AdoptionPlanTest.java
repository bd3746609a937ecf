package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.ProfitBasis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Services whose probability is that of a logistic model of who holds them. */
class AdoptionPlanTest {

    private static final double NAN = Double.NaN;
    private static final List<String> FIBRE = List.of("fibre");

    /** A plan whose potential value is the probability: one service with a profit of 1, as it stands. */
    private static ScoringPlan plan(ServicePlan service) {
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .service(service.asPresentValue())
                .churn(ChurnPlan.column("churn"))
                .build();
    }

    private static ScoringPlan everybody() {
        return plan(ServicePlan.withLogistic("tv", "has_tv", FIBRE, Amount.constant(1)));
    }

    private static ScoringPlan those(String... features) {
        return plan(ServicePlan.withLogistic("tv", "has_tv", List.of(features), "has_net", Amount.constant(1)));
    }

    private static CustomerColumns.Builder customers(int count) {
        double[] one = new double[count];
        Arrays.fill(one, 1);
        return CustomerColumns.builder(count).number("profit", one).number("churn", new double[count]);
    }

    /** With fibre 3 of 4 hold television, without it 1 of 4; two more customers have no line, one of them television. */
    private static CustomerColumns base() {
        return customers(10)
                .number("fibre", new double[] {1, 1, 1, 1, 0, 0, 0, 0, 1, 0})
                .number("has_tv", new double[] {1, 1, 1, 0, 1, 0, 0, 0, 0, 1})
                .number("has_net", new double[] {1, 1, 1, 1, 1, 1, 1, 1, 0, 0})
                .build();
    }

    @Test
    void withOneFlagTheProbabilityIsTheShareOfHoldersOfEitherSide() {
        ScoringFit fit = everybody().fit(base());

        // 3 of 5 with fibre and 2 of 5 without: a model with a coefficient for each group has the shares of the groups
        double[] potential = fit.model().score(base()).potentialValues();
        assertThat(potential[3]).isCloseTo(3.0 / 5, within(1e-12));
        assertThat(potential[5]).isCloseTo(2.0 / 5, within(1e-12));
        AdoptionFit adoption = fit.adoption().get("tv");
        assertThat(adoption.customers()).isEqualTo(10);
        assertThat(adoption.holders()).isEqualTo(5);
        assertThat(adoption.convergence().deviance())
                .isCloseTo(-2 * 2 * (3 * Math.log(3 / 5.0) + 2 * Math.log(2 / 5.0)), within(1e-12));
        assertThat(adoption.model().coefficients()[0]).isCloseTo(2 * Math.log(3 / 2.0), within(1e-12));
        assertThat(adoption.model().means()).containsExactly(0.5);
        assertThat(fit.churn()).isEmpty();
        assertThat(fit.model().parameters().adoption()).containsOnlyKeys("tv").containsValue(adoption.model());
    }

    @Test
    void aFilterKeepsTheOthersOutOfTheFitAndGivesThemNothing() {
        ScoringFit fit = those("fibre").fit(base());

        double[] potential = fit.model().score(base()).potentialValues();
        assertThat(potential[3]).isCloseTo(3.0 / 4, within(1e-12));
        assertThat(potential[5]).isCloseTo(1.0 / 4, within(1e-12));
        assertThat(potential).startsWith(0, 0, 0).endsWith(0, 0); // holders, and those without a line
        assertThat(fit.adoption().get("tv").customers()).isEqualTo(8);
        assertThat(fit.adoption().get("tv").holders()).isEqualTo(4);
    }

    @Test
    void theInputsAreTheHoldersTheFilterAndTheFeaturesInTheOrderOfThePlan() {
        assertThat(those("fibre", "age").inputs())
                .extracting(ModelInput::name, ModelInput::kind)
                .containsExactly(
                        tuple("profit", InputKind.NUMBER),
                        tuple("has_tv", InputKind.FLAG),
                        tuple("has_net", InputKind.FLAG),
                        tuple("fibre", InputKind.NUMBER),
                        tuple("age", InputKind.NUMBER),
                        tuple("churn", InputKind.PROBABILITY));
    }

    @Test
    void aCustomerAloneGetsTheBitsItGetsInColumnsAndSaysWhy() {
        ScoringModel model = those("fibre").fit(base()).model();

        CustomerInput customer = model.customer()
                .set("profit", 1)
                .set("has_tv", 0)
                .set("has_net", 1)
                .set("fibre", 1)
                .set("churn", 0);

        double potential = customer.score().potentialValue();
        assertThat(potential).isEqualTo(model.score(base()).potentialValues()[3]);
        assertThat(customer.explain().value().services()).containsExactly(new Contribution("tv", potential));
        assertThat(customer.set("has_net", 0).score().potentialValue()).isZero();
        assertThat(customer.explain().value().services()).containsExactly(new Contribution("tv", 0));
        assertThat(customer.set("has_tv", 1).explain().value().services()).isEmpty();
    }

    @Test
    void aFeatureMustBeKnownOfEverybodyAndAFilterIsYesOrNo() {
        ScoringFit fit = those("fibre")
                .fit(customers(12)
                        .number("fibre", new double[] {1, 1, 1, 1, 0, 0, 0, 0, NAN, 0, 1, 0})
                        .number("has_tv", new double[] {1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 0.5, 0})
                        .number("has_net", new double[] {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 2})
                        .build());

        assertThat(fit.failures())
                .containsExactly(
                        new RowFailure(8, "", "fibre", "", "is missing"),
                        new RowFailure(10, "", "has_tv", "0.5", "must be 0 or 1"),
                        new RowFailure(11, "", "has_net", "2.0", "must be 0 or 1"));
        assertThat(fit.provenance().customers()).isEqualTo(9);
        assertThat(fit.adoption().get("tv").customers()).isEqualTo(8);
        assertThatThrownBy(() -> fit.model().score(new double[] {1, 0, 0, NAN, 0}))
                .hasMessage("fibre is missing");
        assertThatThrownBy(() -> fit.model().score(new double[] {1, 0, 0.5, 1, 0}))
                .hasMessage("has_net must be 0 or 1, but was 0.5");
    }

    @Test
    void featuresThatOverflowFailTheCustomerAndNotTheBatch() {
        ScoringModel model = those("fibre")
                .fit(customers(9)
                        .number("fibre", new double[] {1, 1, 1, 1, 0, 0, 0, 0, 0})
                        .number("has_tv", new double[] {1, 1, 1, 0, 1, 0, 0, 0, 0})
                        .number("has_net", new double[] {1, 1, 1, 1, 1, 1, 1, 1, 0})
                        .build())
                .model();

        ScoredCustomers scored = model.score(customers(3)
                .number("fibre", new double[] {1, 1.7e308, 1.7e308})
                .number("has_tv", new double[3])
                .number("has_net", new double[] {1, 1, 0})
                .build());

        assertThat(scored.score(0)).isPresent();
        assertThat(scored.failures()).extracting(RowFailure::row).containsExactly(1, 2);
        assertThat(scored.failures().get(1).reason())
                .isEqualTo("log-odds of adoption must be finite, but was Infinity");
    }

    private static CustomerColumns eight(double[] fibre, double[] tv, double[] net) {
        return customers(8)
                .number("fibre", fibre)
                .number("twice", Arrays.stream(fibre).map(x -> 2 * x).toArray())
                .number("has_tv", tv)
                .number("has_net", net)
                .build();
    }

    private static final double[] HALF = {1, 1, 1, 1, 0, 0, 0, 0};
    private static final double[] SOME = {1, 1, 1, 0, 1, 0, 0, 0};
    private static final double[] ALL = {1, 1, 1, 1, 1, 1, 1, 1};
    private static final double[] NONE = new double[8];

    @Test
    void aFitThatCannotBeSaysOfWhichServiceAndWhy() {
        String service = "service tv, where has_net is 1: ";
        assertUnfit(
                those("fibre"),
                eight(HALF, NONE, ALL),
                service + "column has_tv must have both 0 and 1, but all 8 customers had 0");
        assertUnfit(
                those("fibre"),
                eight(SOME, HALF, HALF),
                service + "column has_tv must have both 0 and 1, but all 4 customers had 1");
        assertUnfit(
                those("fibre"),
                eight(HALF, HALF, ALL),
                service
                        + "column fibre separates customers who hold it from customers who do not, so its coefficient has no finite"
                        + " estimate; leave it out or merge its levels");
        assertUnfit(
                those("fibre"),
                eight(HALF, SOME, HALF),
                service + "column fibre is 1.0 for every customer; leave it out");
        assertUnfit(
                those("fibre", "twice"),
                eight(HALF, SOME, ALL),
                service + "column twice is a linear combination of [fibre]; leave one of them out");
        assertUnfit(
                everybody(),
                eight(HALF, ALL, ALL),
                "service tv: column has_tv must have both 0 and 1, but all 8 customers had 1");
    }

    private static void assertUnfit(ScoringPlan plan, CustomerColumns customers, String message) {
        FitException refusal = catchThrowableOfType(FitException.class, () -> plan.fit(customers));
        assertThat(refusal).hasMessage(message).hasCauseInstanceOf(FitException.class);
        FitException cause = (FitException) refusal.getCause();
        assertThat(refusal.reason()).isSameAs(cause.reason());
        assertThat(refusal.columns()).isEqualTo(cause.columns());
    }

    @Test
    void aFitThatCannotBeSaysWhomItDidWithout() {
        double[] fibre = HALF.clone();
        fibre[3] = NAN;
        assertUnfit(
                those("fibre"),
                eight(fibre, new double[] {1, 1, 1, 0, 1, 1, 1, 1}, ALL),
                "service tv, where has_net is 1: column has_tv must have both 0 and 1, but all 7 customers had 1; that is of"
                        + " 7 of 8 customers; of the first who was left out, fibre is missing");
    }

    @Test
    void aServiceThatNobodyCanTakeHasNoFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> those("fibre").fit(eight(HALF, SOME, NONE)))
                .withMessage("service tv, where has_net is 1: there must be some customers, but of 8 there were 0");
    }

    @Test
    void numbersTooLargeForAFitAreOfTheServiceToo() {
        double[] huge = Arrays.stream(HALF).map(x -> x * 1e300).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> those("fibre").fit(eight(huge, SOME, ALL)))
                .withMessage("service tv, where has_net is 1: standard deviation of column fibre must be in (1.0E-290,"
                        + " 1.0E290), but was 5.0E299");
    }

    @Test
    void whatGivesTheAnswerAwayIsNoFeature() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ServicePlan.withLogistic("tv", "has_tv", List.of("age", "has_tv"), Amount.constant(1)))
                .withMessage("adoption features of service tv must not hold the column of its holders has_tv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionPlan.logistic(List.of("age", "has_net"), "has_net"))
                .withMessage("adoption features must not hold the column of eligible customers has_net");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringPlan.builder()
                        .discountRate(DiscountRate.monthly(0.01))
                        .horizon(Horizon.ofPeriods(24))
                        .profit("profit")
                        .service(ServicePlan.withLogistic("tv", "has_tv", List.of("left"), Amount.constant(1)))
                        .churn(ChurnPlan.logistic("left", List.of("profit")))
                        .build())
                .withMessage("adoption features of service tv must not hold the column of churn outcomes left");
    }

    @Test
    void aPlanThatDoesNotFitTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionPlan.logistic(List.of()))
                .withMessage("adoption features must be at least one column, but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionPlan.logistic(List.of("age", " ")))
                .withMessage("adoption feature must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionPlan.logistic(List.of("age", "age")))
                .withMessage("adoption features must be distinct, but \"age\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionPlan.logistic(FIBRE, " "))
                .withMessage("column of eligible customers must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServicePlan.withLogistic("tv", "has_tv", FIBRE, "has_tv", Amount.constant(1)))
                .withMessage(
                        "service tv must have different columns for its holders and for eligible customers, but had"
                                + " has_tv for both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServicePlan(
                        "tv",
                        Optional.empty(),
                        AdoptionPlan.logistic(FIBRE),
                        Amount.constant(1),
                        ProfitBasis.PER_PERIOD))
                .withMessage("service tv must name the column of its holders, to fit who they are");
    }

    @Test
    void goldenCustomersTakeTheServiceWithAndWithoutEachFlag() {
        ScoringModel model = those("fibre").fit(base()).model();

        List<double[]> golden = model.goldenCustomers();

        assertThat(golden)
                .anySatisfy(c -> assertThat(c[2]).isZero())
                .anySatisfy(c -> assertThat(c[1]).isEqualTo(1));
        assertThat(golden).filteredOn(c -> c[1] == 0 && c[2] == 1 && c[3] != 0).hasSizeGreaterThanOrEqualTo(2);
    }
}
