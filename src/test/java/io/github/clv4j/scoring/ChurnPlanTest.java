package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.ChurnEvaluation;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.retention.ChurnPeriod;
import io.github.clv4j.retention.FeatureTable;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.Holdout;
import io.github.clv4j.retention.LogisticRegression;
import io.github.clv4j.retention.Recalibration;
import io.github.clv4j.retention.RidgeSearch;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.timevalue.RatePeriod;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plans whose churn model has categories, a holdout, a period or a recalibration, on made-up customers. */
class ChurnPlanTest {

    private static final int CUSTOMERS = 600;
    private static final double[] TENURE =
            new Random(1).doubles(CUSTOMERS, 0, 72).toArray();
    private static final double[] MONTH =
            new Random(2).ints(CUSTOMERS, 1, 13).mapToDouble(m -> m).toArray();
    private static final String[] CONTRACT = contracts();
    private static final double[] LEFT = left();

    /** Not known of the last 50 customers. */
    private static final double[] OUTCOME = IntStream.range(0, CUSTOMERS)
            .mapToDouble(i -> i < CUSTOMERS - 50 ? LEFT[i] : Double.NaN)
            .toArray();

    private static final ChurnPlan.Logistic PLAIN = ChurnPlan.logistic("left", List.of("tenure"));
    private static final ChurnPlan.Logistic BY_CONTRACT =
            ChurnPlan.logistic("left", List.of("contract", "tenure")).withCategory("contract", "monthly");

    private static String[] contracts() {
        Random random = new Random(3);
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> List.of("monthly", "one year", "two years").get(random.nextInt(3)))
                .toArray(String[]::new);
    }

    private static double[] left() {
        Random random = new Random(4);
        return IntStream.range(0, CUSTOMERS)
                .mapToDouble(i -> {
                    double logOdds = 0.5 - 0.03 * TENURE[i] - (CONTRACT[i].equals("two years") ? 1.5 : 0);
                    return random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
                })
                .toArray();
    }

    private static CustomerColumns.Builder columns() {
        return CustomerColumns.builder(CUSTOMERS)
                .number("tenure", TENURE)
                .number("month", MONTH)
                .number("left", OUTCOME)
                .group("contract", CONTRACT);
    }

    private static CustomerColumns customers() {
        return columns().build();
    }

    private static ScoringPlan plan(ChurnPlan churn) {
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(1))
                .profit("tenure")
                .churn(churn)
                .build();
    }

    private static double[] known(double[] column) {
        return Arrays.copyOf(column, CUSTOMERS - 50);
    }

    private static double[] is(String contract) {
        return Arrays.stream(CONTRACT)
                .mapToDouble(own -> own.equals(contract) ? 1 : 0)
                .toArray();
    }

    @Test
    void aCategoryGetsACoefficientForEachLevelButTheBaseline() {
        ScoringModel model = plan(BY_CONTRACT).fit(customers()).model();
        ChurnModel churn = model.parameters().churn().orElseThrow();
        ChurnModel byHand = LogisticRegression.withDefaults()
                .fit(
                        List.of("contract=one year", "contract=two years", "tenure"),
                        new double[][] {known(is("one year")), known(is("two years")), known(TENURE)},
                        known(LEFT))
                .model();

        assertThat(churn).isEqualTo(byHand);
        assertThat(model.inputs())
                .extracting(ModelInput::name, ModelInput::groups)
                .containsExactly(
                        tuple("tenure", List.of()), tuple("contract", List.of("monthly", "one year", "two years")));
        double[] probabilities = model.score(customers()).churnProbabilities();
        for (int i = 0; i < CUSTOMERS; i++) {
            double expected = byHand.churnProbability(is("one year")[i], is("two years")[i], TENURE[i]);
            assertThat(probabilities[i]).isEqualTo(expected);
            assertThat(model.customer()
                            .set("tenure", TENURE[i])
                            .set("contract", CONTRACT[i])
                            .score()
                            .churnProbability())
                    .isEqualTo(expected);
        }
    }

    @Test
    void anExplanationNamesTheLevel() {
        ScoringModel model = plan(BY_CONTRACT.withPeriod(new ChurnPeriod(3, RatePeriod.MONTH)))
                .fit(customers())
                .model();
        assertThat(model.customer()
                        .set("tenure", 4)
                        .set("contract", "two years")
                        .explain()
                        .text(Language.ENGLISH))
                .contains("contract=two years 1.0000 (mean 0.")
                .contains(" over 3 months: log-odds");
    }

    @Test
    void aLevelUnknownToTheModelFailsTheRow() {
        ScoringModel model = plan(BY_CONTRACT).fit(customers()).model();
        String[] contracts = CONTRACT.clone();
        contracts[7] = "staff";
        contracts[9] = null;
        ScoredCustomers scored = model.score(CustomerColumns.builder(CUSTOMERS)
                .number("tenure", TENURE)
                .group("contract", contracts)
                .build());
        assertThat(scored.failures())
                .extracting(RowFailure::row, RowFailure::field, RowFailure::value, RowFailure::reason)
                .containsExactly(
                        tuple(7, "contract", "staff", "must be a group the model was fitted on"),
                        tuple(9, "contract", "", "is missing"));
    }

    /** The shares are fitted on all customers, the churn model on those of known outcome. */
    @Test
    void aLevelOnlyTheSharesKnowFailsTheRowAloneAndInColumns() {
        String[] contracts = CONTRACT.clone();
        contracts[CUSTOMERS - 1] = "staff";
        CustomerColumns customers = CustomerColumns.builder(CUSTOMERS)
                .number("tenure", TENURE)
                .number("left", OUTCOME)
                .number("tv", is("monthly"))
                .group("contract", contracts)
                .build();
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(1))
                .profit("tenure")
                .service(ServicePlan.withGroupShare("tv", "tv", "contract", Amount.constant(1)))
                .churn(BY_CONTRACT)
                .build();

        ScoringFit fit = plan.fit(customers);

        assertThat(fit.model().inputs().get(2).groups()).contains("staff");
        assertThat(fit.failures())
                .extracting(RowFailure::row, RowFailure::field, RowFailure::value, RowFailure::reason)
                .containsExactly(
                        tuple(CUSTOMERS - 1, "contract", "staff", "must be a level the churn model was fitted on"));
        assertThat(fit.model().score(customers).failures()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.model()
                        .customer()
                        .set("tenure", 1)
                        .set("tv", 0)
                        .set("contract", "staff")
                        .score())
                .withMessageContaining("must be a level the churn model was fitted on");
    }

    @Test
    void theModelIsJudgedOnThoseHeldOutAndThenFittedOnAll() {
        ScoringPlan plan = plan(PLAIN.withHoldout(HoldoutPlan.share(0.3, 5)));
        ChurnFit churn = plan.fitChurn(customers());
        Holdout holdout = Holdout.byShare(known(LEFT), 0.3, 5);
        double[] trainingTenure = CustomerColumns.pick(TENURE, holdout.trainingRows());
        ChurnModel first = LogisticRegression.withDefaults()
                .fit(
                        List.of("tenure"),
                        new double[][] {trainingTenure},
                        CustomerColumns.pick(LEFT, holdout.trainingRows()))
                .model();
        double[] heldOut = CustomerColumns.pick(TENURE, holdout.testRows());
        double[] probability =
                Arrays.stream(heldOut).map(first::churnProbability).toArray();
        ChurnEvaluation expected = ChurnEvaluation.heldOut(probability, CustomerColumns.pick(LEFT, holdout.testRows()));

        assertThat(churn.evaluation()).hasToString(expected.toString());
        assertThat(churn.evaluation().text(Language.ENGLISH)).isEqualTo(expected.text(Language.ENGLISH));
        assertThat(churn.model()).isEqualTo(plan(PLAIN).fitChurn(customers()).model());
        assertThat(churn.fit().customers()).isEqualTo(550);
        ScoringFit fit = plan.fit(customers());
        assertThat(fit.churnEvaluation().orElseThrow()).hasToString(expected.toString());
        assertThat(fit.model().parameters().churn()).contains(churn.model());
    }

    @Test
    void withoutAHoldoutTheFiguresAreInSample() {
        assertThat(plan(PLAIN).fitChurn(customers()).evaluation().isHeldOut()).isFalse();
        assertThat(plan(PLAIN).fit(customers()).churnEvaluation()).isEmpty();
    }

    @Test
    void aColumnOrATimeSaysWhoIsHeldOut() {
        double[] late = Arrays.stream(MONTH).map(m -> m >= 10 ? 1 : 0).toArray();
        CustomerColumns customers = columns().number("late", late).build();
        ScoringPlan byColumn = plan(PLAIN.withHoldout(HoldoutPlan.column("late")));
        ScoringPlan byTime = plan(PLAIN.withHoldout(HoldoutPlan.outOfTime("month", 10)));
        assertThat(byColumn.fitColumns()).containsExactly("left", "late");
        assertThat(byColumn.fitChurn(customers).evaluation())
                .hasToString(byTime.fitChurn(customers).evaluation().toString());
        assertThat(byTime.fitChurn(customers).evaluation().customers()).isEqualTo((int)
                IntStream.range(0, CUSTOMERS - 50).filter(i -> MONTH[i] >= 10).count());
        assertThat(byTime.fit(customers).provenance().columnsSha256())
                .isNotEqualTo(plan(PLAIN).fit(customers).provenance().columnsSha256());
    }

    @Test
    void probabilitiesAreMovedToAKnownChurnRate() {
        ChurnFit plain = plan(PLAIN).fitChurn(customers());
        ChurnFit corrected = plan(PLAIN.withRecalibration(RecalibrationPlan.toBaseRate(0.02)))
                .fitChurn(customers());
        double rate = (double) plain.fit().churned() / 550;
        assertThat(corrected.recalibration()).contains(Recalibration.toBaseRate(rate, 0.02));
        assertThat(corrected.model()).isEqualTo(plain.model().recalibrated(Recalibration.toBaseRate(rate, 0.02)));
        assertThat(corrected.fit().model()).isEqualTo(plain.model());
        // the customers it is judged on have their own churn rate
        assertThat(corrected.evaluation()).hasToString(plain.evaluation().toString());
    }

    @Test
    void classWeightsMoveTheMeanAndUndoingThemMovesItBack() {
        ChurnFit plain = plan(PLAIN).fitChurn(customers());
        ChurnPlan.Logistic balanced = PLAIN.withClassWeights(ClassWeightPlan.balanced());
        double rate = (double) plain.fit().churned() / 550;
        ChurnFit weighted = plan(balanced).fitChurn(customers());
        assertThat(weighted.recalibration()).isEmpty();
        assertThat(weighted.evaluation().meanProbability()).isGreaterThan(rate + 0.05);
        ChurnFit undone = plan(balanced.withRecalibration(RecalibrationPlan.undoClassWeights()))
                .fitChurn(customers());
        assertThat(undone.evaluation().meanProbability()).isCloseTo(rate, within(0.01));
        assertThat(undone.model().intercept())
                .isCloseTo(weighted.model().intercept() + Math.log(rate / (1 - rate)), within(1e-12));
        ChurnFit given = plan(PLAIN.withClassWeights(ClassWeightPlan.of(1 - rate, rate))
                        .withRecalibration(RecalibrationPlan.undoClassWeights()))
                .fitChurn(customers());
        assertThat(given.recalibration().orElseThrow().intercept())
                .isCloseTo(Recalibration.undoingClassWeights(1 - rate, rate).intercept(), within(1e-12));
        ChurnFit toBase = plan(balanced.withRecalibration(RecalibrationPlan.toBaseRate(0.02)))
                .fitChurn(customers());
        assertThat(toBase.recalibration()).contains(Recalibration.toBaseRate(0.5, 0.02));
        assertThat(toBase.evaluation().meanProbability()).isCloseTo(rate, within(0.01));
    }

    @Test
    void aPenaltyDrawsTheCoefficientsTowardsZero() {
        double free = plan(PLAIN).fitChurn(customers()).model().coefficients()[0];
        ChurnFit drawn = plan(PLAIN.withRidge(RidgePlan.penalty(100))).fitChurn(customers());
        assertThat(Math.abs(drawn.model().coefficients()[0])).isLessThan(0.9 * Math.abs(free));
        assertThat(drawn.fit().ridge()).isEqualTo(100);
    }

    /** The customers held out have no say in the penalty by which they are judged. */
    @Test
    void thePenaltyMayBeChosenByCrossValidation() {
        ChurnPlan.Logistic searched = BY_CONTRACT.withRidge(RidgePlan.crossValidated(5, 3));
        FeatureTable table = FeatureTable.builder()
                .category("contract", Arrays.asList(CONTRACT).subList(0, CUSTOMERS - 50), "monthly")
                .number("tenure", known(TENURE))
                .build();
        RidgeSearch search = RidgeSearch.of(5, 3);
        ChurnFit fit = plan(searched.withHoldout(HoldoutPlan.share(0.3, 5))).fitChurn(customers());
        assertThat(fit.fit())
                .isEqualTo(search.fit(LogisticRegression.withDefaults().withOutcome("left"), table, known(LEFT))
                        .fit());
        int[] rows = Holdout.byShare(known(LEFT), 0.3, 5).trainingRows();
        ChurnFit first = plan(searched.withHoldout(HoldoutPlan.share(0.3, 5))
                        .withRecalibration(RecalibrationPlan.onHoldout()))
                .fitChurn(customers());
        assertThat(first.fit().ridge())
                .isEqualTo(search.fit(
                                LogisticRegression.withDefaults().withOutcome("left"),
                                table.select(rows),
                                CustomerColumns.pick(LEFT, rows))
                        .fit()
                        .ridge());
    }

    @Test
    void onTheCustomersHeldOutThatVeryModelIsRecalibrated() {
        ChurnFit fit = plan(PLAIN.withHoldout(HoldoutPlan.share(0.4, 9))
                        .withRecalibration(RecalibrationPlan.onHoldout()))
                .fitChurn(customers());
        Holdout holdout = Holdout.byShare(known(LEFT), 0.4, 9);
        assertThat(fit.fit().customers()).isEqualTo(holdout.trainingRows().length);
        double[] logOdds = Arrays.stream(CustomerColumns.pick(TENURE, holdout.testRows()))
                .map(fit.fit().model()::logOdds)
                .toArray();
        double[] left = CustomerColumns.pick(LEFT, holdout.testRows());
        assertThat(fit.recalibration()).contains(Recalibration.fit(logOdds, left));
        double mean = Arrays.stream(CustomerColumns.pick(TENURE, holdout.testRows()))
                .map(fit.model()::churnProbability)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(Arrays.stream(left).average().orElseThrow(), within(1e-9));
    }

    @Test
    void aPlanThatContradictsItselfIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withCategory("city", "Lima"))
                .withMessage("baselines must be of the churn features [tenure], but one was of city");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withCategory("tenure", " "))
                .withMessage("baseline of category tenure must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ChurnPlan.logistic("left", List.of("a", "a=b")).withCategory("a", "x"))
                .withMessage("churn features must not be called as a level of the category a, but one was a=b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withHoldout(HoldoutPlan.column("left")))
                .withMessage("holdout column must be neither the outcome nor a category, but was left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BY_CONTRACT.withHoldout(HoldoutPlan.column("contract")))
                .withMessage("holdout column must be neither the outcome nor a category, but was contract");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withRecalibration(RecalibrationPlan.undoClassWeights()))
                .withMessage("recalibration that undoes class weights must have some to undo, but there were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withRecalibration(RecalibrationPlan.onHoldout()))
                .withMessage("recalibration on the customers held out must have a holdout, but there was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringPlan.builder()
                        .discountRate(DiscountRate.monthly(0))
                        .horizon(Horizon.ofPeriods(1))
                        .profit("tenure")
                        .cutsBy("city")
                        .churn(PLAIN.withHoldout(HoldoutPlan.column("city")))
                        .build())
                .withMessage("column city must be either a group or a number, but the plan uses it as both");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgePlan.penalty(-1))
                .withMessage("ridge must be in (0, Inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgePlan.crossValidated(1, 7))
                .withMessage("folds must be at least 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeightPlan.of(0, 1))
                .withMessage("class weight of those who stayed must be in (0, Inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeightPlan.of(1, Double.NaN))
                .withMessage("class weight of those who left must be in (0, Inf), but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutPlan.share(1, 7))
                .withMessage("share held out must be in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutPlan.column(""))
                .withMessage("holdout column must not be blank, but was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutPlan.outOfTime("month", Double.NaN))
                .withMessage("first time held out must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecalibrationPlan.toBaseRate(1))
                .withMessage("base rate must be in (0, 1), but was 1.0");
    }

    @Test
    void whatTheCustomersDoNotHaveIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        plan(BY_CONTRACT.withCategory("contract", "weekly")).fit(customers()))
                .withMessageContaining(
                        "baseline of category contract must be one of [monthly, one year, two years], but was \"weekly\"");
        CustomerColumns withIds = columns()
                .group(
                        "id",
                        IntStream.range(0, CUSTOMERS).mapToObj(i -> "c" + i).toArray(String[]::new))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(ChurnPlan.logistic("left", List.of("id", "tenure"))
                                .withCategory("id", "c0"))
                        .fit(withIds))
                .withMessage("category id must have at most 275 levels for 550 customers, but had 550;"
                        + " is it a column of ids?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(PLAIN.withHoldout(HoldoutPlan.outOfTime("month", 13)))
                        .fit(customers()))
                .withMessage(
                        "holdout by column month, of the customers with a known outcome: customers held out must be"
                                + " some who left and some who stayed, but of 0 there were 0 who left");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        plan(PLAIN.withHoldout(HoldoutPlan.column("late"))).fit(customers()))
                .withMessageContaining("column late is missing; there are [tenure, month, left]");
        double[] oneClass = new double[CUSTOMERS];
        CustomerColumns stayed = CustomerColumns.builder(CUSTOMERS)
                .number("tenure", TENURE)
                .number("left", oneClass)
                .build();
        assertThatExceptionOfType(FitException.class)
                .isThrownBy(() -> plan(PLAIN).fit(stayed))
                .withMessageContaining("column left must have both 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plan(PLAIN.withHoldout(HoldoutPlan.share(0.3, 1))).fit(stayed))
                .withMessageContaining("customers not held out must be some who left and some who stayed");
    }

    @Test
    void aFitOfThoseNotHeldOutThatCannotBeSaysSo() {
        double[] late = new double[CUSTOMERS];
        for (int i = 0; i < CUSTOMERS; i++) {
            late[i] = CONTRACT[i].equals("two years") ? 1 : 0;
        }
        CustomerColumns customers = columns().number("late", late).build();
        assertThatExceptionOfType(FitException.class)
                .isThrownBy(() -> plan(BY_CONTRACT.withHoldout(HoldoutPlan.column("late")))
                        .fit(customers))
                .withMessageContaining("customers not held out: column contract=two years is 0.0 for every customer");
    }

    @Test
    void onlyAModelToBeFittedHasAHoldout() {
        String message =
                "plan must have a logistic churn model to be fitted, but its churn probability comes from elsewhere";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(ChurnPlan.column("p")).withHoldout(Optional.empty()))
                .withMessage(message);
        CustomerColumns customers = columns().number("p", is("monthly")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(ChurnPlan.column("p")).fitChurn(customers))
                .withMessage(message);
    }

    @Test
    void parametersOfOtherLevelsAreRefused() {
        ScoringModel model = plan(BY_CONTRACT).fit(customers()).model();
        ChurnModel wrong = ChurnModel.of(List.of("contract=monthly", "tenure"), 0, new double[2], new double[2]);
        ModelParameters parameters = model.parameters();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringModel.of(
                        model.plan(),
                        new ModelParameters(
                                parameters.shares(), Optional.of(wrong), parameters.scales(), parameters.cuts())))
                .withMessage("features of the churn model must not hold contract=monthly, as that is the baseline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringModel.of(
                        plan(BY_CONTRACT), plan(PLAIN).fit(customers()).model().parameters()))
                .withMessage("features of the churn model must be [contract=..., tenure], but were [tenure]");
    }
}
