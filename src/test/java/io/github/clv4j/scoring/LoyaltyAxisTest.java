package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyIndexBuilder;
import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.scoring.LoyaltyPlan.WithoutIndex;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The loyalty axis of a model, by hand: the retention probability, the index, a mix, and customers without an index. */
class LoyaltyAxisTest {

    private static final double NONE = Double.NaN;
    private static final Map<String, String> COLUMNS =
            Map.of("tenure", "tenure", "satisfaction", "satisfaction", "recommends", "recommends");

    /** Weights in the whole: tenure 1/2, satisfaction 3/8, recommends 1/8. */
    private static LoyaltyIndexBuilder builder() {
        return LoyaltyIndex.builder()
                .add(LoyaltyIndex.BEHAVIOURAL, new Indicator("tenure", "在网时长", "months", "个月", Scale.linear(0, 10)))
                .add(LoyaltyIndex.EMOTIONAL, new Indicator("satisfaction", "满意度", "", Scale.likert(5)))
                .add(LoyaltyIndex.EMOTIONAL, new Indicator("recommends", "推荐意愿", "", Scale.likert(0, 10)))
                .weigh(LoyaltyIndex.EMOTIONAL, 0.75, 0.25);
    }

    private static ScoringPlan plan(LoyaltyPlan loyalty, ChurnPlan churn) {
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(10))
                .profit("profit")
                .churn(churn)
                .loyalty(loyalty)
                .build();
    }

    private static ScoringPlan mixed(double share, WithoutIndex withoutIndex) {
        return plan(LoyaltyPlan.mix(share, builder().plan(), COLUMNS, withoutIndex), ChurnPlan.column("churn"));
    }

    private static ScoringModel model(ScoringPlan plan) {
        return ScoringModel.of(plan, new ModelParameters(Map.of(), Optional.empty(), CutPoints.of(50, 0, 0.6)));
    }

    /** Inputs in their order: profit, churn, tenure, satisfaction, recommends. */
    private static CustomerColumns columns(double[]... customers) {
        String[] names = {"profit", "churn", "tenure", "satisfaction", "recommends"};
        CustomerColumns.Builder columns = CustomerColumns.builder(customers.length)
                .ids(IntStream.range(0, customers.length).mapToObj(i -> "c" + i).toArray(String[]::new));
        for (int j = 0; j < names.length; j++) {
            int place = j;
            columns.number(
                    names[j],
                    Arrays.stream(customers)
                            .mapToDouble(customer -> customer[place])
                            .toArray());
        }
        return columns.build();
    }

    /** Scores 1/2, 3/4 and 3/10; the index is 1/4 + 9/32 + 3/80 = 91/160. */
    private static final double[] KNOWN = {5, 0.2, 5, 4, 3};

    /** All but tenure is missing: coverage 1/2, index 1/2. */
    private static final double[] HALF = {5, 0.2, 5, NONE, NONE};

    /** Without tenure and satisfaction: coverage 1/8. */
    private static final double[] LITTLE = {5, 0.2, NONE, NONE, 3};

    @Test
    void withoutAnIndexLoyaltyIsTheRetentionProbability() {
        ScoringModel model = model(plan(LoyaltyPlan.retention(), ChurnPlan.column("churn")));

        CustomerScore score = model.score(new double[] {5, 0.25});
        ScoredCustomers scored = model.score(columns(KNOWN, HALF));

        assertThat(score).isEqualTo(new CustomerScore(50, 0, 0.25, 0.75, Segment.PLATINUM, NONE, NONE));
        assertThat(scored.loyaltyIndices()).isEmpty();
        assertThat(scored.loyaltyCoverages()).isEmpty();
        assertThat(scored.score(0).orElseThrow().loyaltyIndex()).isNaN();
        assertThat(scored.loyalties()).containsExactly(0.8, 0.8);
        assertThat(model.explain(new double[] {5, 0.25}).loyalty()).isEmpty();
        assertThatThrownBy(() -> model.validateLoyalty(columns(KNOWN), "churn"))
                .hasMessage("plan must have a loyalty index to validate, but had none");
    }

    @Test
    void anEmptyBatchHasEmptyColumnsOfIndices() {
        ScoredCustomers scored =
                model(plan(LoyaltyPlan.retention(), ChurnPlan.column("churn"))).score(columns());
        ScoredCustomers withIndex = model(mixed(0, WithoutIndex.FAIL)).score(columns());

        assertThat(withIndex.loyaltyIndices())
                .hasValueSatisfying(indices -> assertThat(indices).isEmpty());
        assertThat(scored.loyaltyIndices()).isEmpty();
    }

    @Test
    void theIndexMayBeTheWholeOfTheLoyalty() {
        ScoringModel model = model(mixed(0, WithoutIndex.FAIL));

        CustomerScore score = model.score(KNOWN);

        assertThat(score.loyalty()).isEqualTo(score.loyaltyIndex()).isCloseTo(91 / 160.0, within(1e-15));
        assertThat(score.loyaltyCoverage()).isEqualTo(1);
        assertThat(score.churnProbability()).isEqualTo(0.2);
        assertThat(score.segment()).isEqualTo(Segment.CHURN_PRONE);
        assertThat(model.score(HALF)).isEqualTo(new CustomerScore(50, 0, 0.2, 0.5, Segment.CHURN_PRONE, 0.5, 0.5));
    }

    @ParameterizedTest
    @EnumSource
    void aMixIsWeightedByTheShareOfTheRetentionProbability(WithoutIndex withoutIndex) {
        ScoringModel model = model(mixed(0.25, withoutIndex));

        CustomerScore score = model.score(KNOWN);

        assertThat(score.loyalty()).isCloseTo(0.25 * 0.8 + 0.75 * 91 / 160, within(1e-15));
        assertThat(score.loyaltyIndex()).isCloseTo(91 / 160.0, within(1e-15));
        assertThat(score.segment()).isEqualTo(Segment.PLATINUM); // 0.6265
        assertThat(model.score(HALF).loyalty()).isEqualTo(0.25 * 0.8 + 0.75 * 0.5);
        assertThat(model(mixed(1, withoutIndex)).score(KNOWN).loyalty()).isEqualTo(0.8);
    }

    @Test
    void whoHasNoIndexFailsWhereThePlanSaysSo() {
        ScoringModel model = model(mixed(0.25, WithoutIndex.FAIL));

        ScoredCustomers scored = model.score(columns(KNOWN, LITTLE, HALF));

        assertThat(scored.failures())
                .containsExactly(
                        new RowFailure(1, "c1", "loyalty index", "0.125", "must have a coverage of at least 0.5"));
        assertThat(scored.score(1)).isEmpty();
        assertThat(scored.score(0)).contains(model.score(KNOWN));
        assertThat(scored.score(2)).contains(model.score(HALF));
        assertThat(scored.loyalties()[1]).isNaN();
        assertThat(scored.loyaltyIndices().orElseThrow()[1]).isNaN();
        assertThat(scored.loyaltyCoverages().orElseThrow()).containsExactly(1, NONE, 0.5);
        assertThatThrownBy(() -> model.score(LITTLE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("loyalty index")
                .hasMessageContaining("0.125");
    }

    @Test
    void whoHasNoIndexIsAsLoyalAsLikelyToStayWhereThePlanSaysSo() {
        ScoringModel model = model(mixed(0.25, WithoutIndex.RETENTION));

        ScoredCustomers scored = model.score(columns(KNOWN, LITTLE));

        assertThat(scored.failures()).isEmpty();
        assertThat(scored.score(1))
                .contains(new CustomerScore(50, 0, 0.2, 0.8, Segment.PLATINUM, NONE, 0.125))
                .contains(model.score(LITTLE));
        assertThat(model(mixed(0, WithoutIndex.RETENTION)).score(LITTLE).loyalty())
                .isEqualTo(0.8);
    }

    @Test
    void whereNoCoverageIsNeededOnlyWhoHasNothingHasNoIndex() {
        ScoringModel model = model(plan(
                LoyaltyPlan.index(
                        builder().missing(MissingPolicy.renormalise(0)).plan(), COLUMNS),
                ChurnPlan.none()));
        double[] nothing = {5, NONE, NONE, NONE};

        assertThat(model.score(new double[] {5, NONE, NONE, 3}).loyalty()).isEqualTo(0.3);
        assertThatThrownBy(() -> model.score(nothing)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.field()).isEqualTo("loyalty index");
            assertThat(e.reason()).isEqualTo("has no indicator that is known");
        });
    }

    @Test
    void withoutAChurnProbabilityAllElseIsScored() {
        ScoringModel model = model(plan(LoyaltyPlan.index(builder().plan(), COLUMNS), ChurnPlan.none()));
        double[] customer = {5, 5, NONE, NONE};

        CustomerScore score = model.score(customer);
        ScoredCustomers scored = model.score(columns(HALF));
        ScoreExplanation explanation = model.explain(customer);

        assertThat(score).isEqualTo(new CustomerScore(50, 0, NONE, 0.5, Segment.CHURN_PRONE, 0.5, 0.5));
        assertThat(scored.score(0)).contains(score);
        assertThat(scored.churnProbabilities()).containsExactly(NONE);
        assertThat(scored.failures()).isEmpty();
        assertThat(explanation.churn()).isEmpty();
        assertThat(explanation.text(Language.ENGLISH))
                .doesNotContain("churn probability")
                .doesNotContain("NaN");
        assertThat(explanation.text(Language.CHINESE)).doesNotContain("流失概率").doesNotContain("NaN");
        assertThat(model.inputs()).extracting(ModelInput::name).doesNotContain("churn");
    }

    @ParameterizedTest
    @CsvSource({
        "99, 99.0, 'must be in [1.0, 5.0] or missing'",
        "0, 0.0, 'must be in [1.0, 5.0] or missing'",
        "Infinity, Infinity, 'must be in [1.0, 5.0] or missing'",
        "-Infinity, -Infinity, 'must be in [1.0, 5.0] or missing'",
    })
    void whatIsNoAnswerFailsTheRowAndTheBatchGoesOn(double answer, String value, String reason) {
        double[] wrong = {5, 0.2, 5, answer, 3};
        RowFailure failure = new RowFailure(1, "c1", "satisfaction", value, reason);
        CustomerColumns customers = columns(KNOWN, wrong, HALF);

        ScoredCustomers scored = model(mixed(0.25, WithoutIndex.RETENTION)).score(customers);
        ScoringFit fit = mixed(0.25, WithoutIndex.RETENTION).fit(customers);

        assertThat(scored.failures()).containsExactly(failure);
        assertThat(scored.score(1)).isEmpty();
        assertThat(scored.loyaltyIndices().orElseThrow()[1]).isNaN();
        assertThat(scored.score(0)).isPresent();
        assertThat(scored.score(2)).isPresent();
        assertThat(fit.failures()).containsExactly(failure);
        assertThat(fit.provenance().customers()).isEqualTo(2);
    }

    @Test
    void anInfiniteIndicatorFailsTheRow() {
        double[] wrong = {5, 0.2, Double.NEGATIVE_INFINITY, 4, 3};

        ScoredCustomers scored = model(mixed(0, WithoutIndex.RETENTION)).score(columns(wrong, KNOWN));

        assertThat(scored.failures())
                .containsExactly(new RowFailure(0, "c0", "tenure", "-Infinity", "must be finite or missing"));
        assertThat(scored.score(1)).isPresent();
    }

    @Test
    void aMissingIndicatorFailsTheRowWhereThatIsRejected() {
        ScoringPlan plan = plan(
                LoyaltyPlan.mix(0, builder().missing(MissingPolicy.reject()).plan(), COLUMNS, WithoutIndex.RETENTION),
                ChurnPlan.column("churn"));

        ScoredCustomers scored = model(plan).score(columns(HALF, KNOWN));

        assertThat(scored.failures()).containsExactly(new RowFailure(0, "c0", "satisfaction", "", "is missing"));
        assertThat(scored.score(1).orElseThrow().loyaltyCoverage()).isEqualTo(1);
    }

    /** What a value must be is what its input admits, also where it serves as a flag and as an answer. */
    @Test
    void aRefusedValueIsToldWhatItMustBe() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(10))
                .profit("profit")
                .service(ServicePlan.withProbability("tv", "takes_tv", Amount.constant(1))
                        .heldBy("recommends"))
                .churn(ChurnPlan.none())
                .loyalty(LoyaltyPlan.index(builder().plan(), COLUMNS))
                .build();

        assertThatThrownBy(() -> model(plan)
                        .customer()
                        .set("profit", 5)
                        .set("takes_tv", 0.5)
                        .set("tenure", 5)
                        .set("satisfaction", 4)
                        .set("recommends", 7)
                        .score())
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.reason()).contains("0 or 1").doesNotContain("[0.0, 10.0]"));
    }

    @Test
    void whoHasNoIndexIsReportedByTheFitToo() {
        ScoringFit fit = mixed(0.25, WithoutIndex.FAIL).fit(columns(KNOWN, LITTLE, HALF, KNOWN));

        assertThat(fit.failures())
                .containsExactly(
                        new RowFailure(1, "c1", "loyalty index", "0.125", "must have a coverage of at least 0.5"));
        assertThat(fit.provenance().rows()).isEqualTo(4);
        assertThat(fit.provenance().customers()).isEqualTo(3);
        // the middle one of three loyalties, two of them the same
        assertThat(fit.model().cuts().forAll().orElseThrow().loyalty())
                .isEqualTo(fit.model().score(KNOWN).loyalty());
    }

    @Test
    void aBaseInWhichNobodyHasAnIndexCannotBeFitted() {
        assertThatThrownBy(() -> mixed(0.25, WithoutIndex.FAIL).fit(columns(LITTLE, LITTLE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loyalty index")
                .hasMessageContaining("0.125");
    }

    private static ScoringPlan fittedPlan() {
        return plan(
                LoyaltyPlan.index(
                        builder()
                                .rescale("tenure", ScaleRule.quantiles(0.25, 0.75))
                                .rescale("satisfaction", ScaleRule.ranks())
                                .rescale("recommends", ScaleRule.minMax().reversed())
                                .plan(),
                        COLUMNS),
                ChurnPlan.none());
    }

    @Test
    void rulesBecomeScalesOfTheCustomersWhoCanBeUsed() {
        double[][] customers = {
            {1, NONE, 0, 1, 4},
            {1, NONE, 4, 2, 8},
            {1, NONE, 8, NONE, NONE},
            {1, NONE, NONE, 2, 6},
            {1, NONE, 12, 3, 5},
            {1, NONE, 16, 4, 5},
            {NONE, NONE, 99, 99, 99} // without a profit, so not of the base
        };

        ScoringModel model = fittedPlan().fit(columns(customers)).model();

        Map<String, Scale> scales = model.parameters().scales();
        assertThat(scales.keySet()).containsExactly("tenure", "satisfaction", "recommends");
        assertThat(scales.get("tenure")).isEqualTo(Scale.linear(4, 12));
        assertThat(scales.get("recommends")).isEqualTo(Scale.linear(8, 4));
        assertThat(scales.get("satisfaction").score(2)).isEqualTo(0.4); // ahead of one, level with two of five
        assertThat(model.score(new double[] {1, 6, 2, 7}).loyaltyIndex())
                .isCloseTo(0.5 * 0.25 + 0.375 * 0.4 + 0.125 * 0.25, within(1e-15));
    }

    @Test
    void oneCustomerCutOutOfTheBaseGetsTheSameBits() {
        Random random = new Random(4);
        double[][] customers = new double[300][];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = new double[] {1, NONE, 60 * random.nextDouble(), random.nextInt(9), random.nextGaussian()};
        }
        CustomerColumns base = columns(customers);
        ScoringModel model = fittedPlan().fit(base).model();

        ScoredCustomers all = model.score(base);

        for (int row = 0; row < customers.length; row++) {
            assertThat(model.score(base.select(new int[] {row})).score(0))
                    .isEqualTo(all.score(row))
                    .isPresent();
        }
        assertThat(Arrays.stream(all.loyaltyIndices().orElseThrow()).distinct().count())
                .isGreaterThan(250);
    }

    @Test
    void aScaleThatCannotBeFittedIsNamed() {
        double[] same = {1, NONE, 7, 4, 4};

        assertThatThrownBy(() -> fittedPlan().fit(columns(same, same)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scale of tenure cannot be fitted: the quantiles 0.25 and 0.75 of the base");
        assertThatThrownBy(() -> fittedPlan().fit(columns(HALF, KNOWN, new double[] {1, NONE, 9, NONE, NONE})))
                .hasMessageStartingWith("scale of recommends cannot be fitted: ");
    }

    @Test
    void scalesThatAreNotThoseOfThePlanAreRefused() {
        Map<String, Scale> tooFew = Map.of("tenure", Scale.linear(0, 1), "satisfaction", Scale.linear(0, 1));
        CutTable cuts = CutTable.of(CutPoints.of(0, 0, 0));

        assertThatThrownBy(() ->
                        ScoringModel.of(fittedPlan(), new ModelParameters(Map.of(), Optional.empty(), tooFew, cuts)))
                .hasMessageContaining("fitted scales must be of [tenure, satisfaction, recommends], but were of [");
        assertThatThrownBy(() -> ScoringModel.of(
                        mixed(0, WithoutIndex.FAIL), new ModelParameters(Map.of(), Optional.empty(), tooFew, cuts)))
                .hasMessageContaining("fitted scales must be of [], but were of [");
        assertThatThrownBy(() -> ScoringModel.of(
                        plan(LoyaltyPlan.retention(), ChurnPlan.column("churn")),
                        new ModelParameters(Map.of(), Optional.empty(), tooFew, cuts)))
                .hasMessageContaining("scales must be none, as the plan has no loyalty index, but were of [");
    }

    @Test
    void theExplanationOfAMixAddsUp() {
        ScoreExplanation explanation = model(mixed(0.25, WithoutIndex.FAIL)).explain(KNOWN);

        LoyaltyExplanation loyalty = explanation.loyalty().orElseThrow();
        assertThat(loyalty.loyalty()).isEqualTo(explanation.score().loyalty());
        assertThat(loyalty.retention()).isEqualTo(0.8);
        assertThat(loyalty.retentionShare()).isEqualTo(0.25);
        assertThat(loyalty.index().value()).isEqualTo(explanation.score().loyaltyIndex());
        assertThat(loyalty.index().contributions())
                .extracting(part -> part.amount())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(1 / 4.0, 9 / 32.0, 3 / 80.0);
        assertThat(loyalty.text(Language.ENGLISH).lines())
                .hasSize(7)
                .startsWith(
                        "loyalty 0.6266: 0.2500 x retention probability 0.8000 + 0.7500 x loyalty index 0.5688",
                        "loyalty index 0.5688: coverage 1.0000")
                .anyMatch(line -> line.startsWith("    tenure 5.0000 months: score 0.5000, weight 0.5000")
                        && line.contains("0.2500"))
                .anyMatch(line -> line.startsWith("  emotional 0.6375: coverage 1.0000, weight 0.5000")
                        && line.contains("0.3188"));
        assertThat(loyalty.text(Language.CHINESE))
                .contains("0.6266", "保留概率 0.8000", "忠诚度指数 0.5688", "在网时长 5.0000 个月", "满意度 4.0000")
                .doesNotContain("loyalty");
        assertThat(explanation.text(Language.ENGLISH))
                .contains(loyalty.text(Language.ENGLISH))
                .contains("churn probability 0.2000, as given\n");
    }

    @Test
    void theExplanationOfTheIndexAloneSaysNothingOfAMix() {
        LoyaltyExplanation loyalty =
                model(mixed(0, WithoutIndex.RETENTION)).explain(HALF).loyalty().orElseThrow();

        assertThat(loyalty.text(Language.ENGLISH).lines())
                .hasSize(6)
                .startsWith("loyalty index 0.5000: coverage 0.5000")
                .contains(
                        "  emotional is unknown, weight 0.5000",
                        "    satisfaction is missing, weight 0.3750",
                        "    recommends is missing, weight 0.1250");
        assertThat(loyalty.text(Language.CHINESE)).startsWith("客户忠诚度指数 0.5000").contains("缺失", "未知");
    }

    @Test
    void theExplanationOfTheFallbackSaysThatThereIsNoIndex() {
        LoyaltyExplanation loyalty = model(mixed(0.25, WithoutIndex.RETENTION))
                .explain(LITTLE)
                .loyalty()
                .orElseThrow();

        assertThat(loyalty.loyalty()).isEqualTo(0.8);
        assertThat(loyalty.index().value()).isNaN();
        assertThat(loyalty.index().coverage()).isEqualTo(0.125);
        assertThat(loyalty.text(Language.ENGLISH))
                .startsWith("loyalty 0.8000: the retention probability, for want of an index\nloyalty index: no")
                .contains("0.1250")
                .doesNotContain("NaN");
        assertThat(loyalty.text(Language.CHINESE))
                .startsWith("忠诚度 0.8000:无指数,取保留概率\n客户忠诚度指数:无")
                .doesNotContain("NaN");
    }

    @Test
    void aCustomerOutOfManyIsExplainedAsAlone() {
        ScoringModel model = model(mixed(0.25, WithoutIndex.RETENTION));

        assertThat(model.explain(columns(LITTLE, KNOWN), 1).loyalty())
                .isEqualTo(model.explain(KNOWN).loyalty());
        assertThatThrownBy(() -> model(mixed(0.25, WithoutIndex.FAIL)).explain(columns(LITTLE, KNOWN), 0))
                .hasMessageContaining("loyalty index");
    }

    @Test
    void aModelValidatesItsIndexAsTheIndexItselfDoes() {
        Random random = new Random(6);
        double[][] customers = new double[400][];
        double[] left = new double[400];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = new double[] {
                i % 13 == 0 ? NONE : 1,
                NONE,
                random.nextInt(10) == 0 ? NONE : random.nextInt(12),
                random.nextInt(10) == 0 ? 9 : 1 + random.nextInt(5),
                11 * random.nextDouble() - 0.5
            };
            left[i] = random.nextInt(8) == 0 ? NONE : random.nextInt(2);
        }
        CustomerColumns base = columns(customers);
        CustomerColumns.Builder withOutcome = CustomerColumns.builder(400).number("left", left);
        for (String name : List.of("profit", "tenure", "satisfaction", "recommends")) {
            withOutcome.number(name, base.numbers(name));
        }
        ScoringPlan plan = plan(
                LoyaltyPlan.index(
                        builder().rescale("tenure", ScaleRule.ranks()).plan(),
                        Map.of("tenure", "tenure", "satisfaction", "satisfaction")),
                ChurnPlan.none());
        ScoringModel model = plan.fit(withOutcome.build()).model();
        CompositeIndex index = ((LoyaltyPlan.Index) plan.loyalty())
                .index()
                .with(model.parameters().scales());
        double[] absent = new double[400];
        Arrays.fill(absent, NONE);

        LoyaltyValidation validation = model.validateLoyalty(withOutcome.build(), "left");

        assertThat(validation)
                .isEqualTo(LoyaltyIndex.of(index)
                        .validate(new double[][] {base.numbers("tenure"), base.numbers("satisfaction"), absent}, left));
        assertThat(validation.weights()).hasSize(2);
        assertThat(validation.withoutIndex()).isPositive();
        assertThatThrownBy(() -> model.validateLoyalty(withOutcome.build(), "gone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void goldenCustomersVaryEveryIndicatorWithinItsScale() {
        ScoringModel model = model(mixed(0.25, WithoutIndex.RETENTION));

        List<double[]> golden = model.goldenCustomers();

        assertThat(golden).hasSizeGreaterThanOrEqualTo(8);
        double[][] ends = {{0, 10}, {1, 5}, {0, 10}};
        for (int j = 2; j < 5; j++) {
            int place = j;
            double[] known = golden.stream()
                    .mapToDouble(customer -> customer[place])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            assertThat(known).hasSizeLessThan(golden.size()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(Arrays.stream(known).distinct().count()).isGreaterThanOrEqualTo(4);
            for (double value : known) {
                assertThat(value).isBetween(ends[j - 2][0], ends[j - 2][1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "0.9"})
    void anIndexThatNeedsNearlyAllHasGoldenCustomersToo(double floor) {
        LoyaltyIndexBuilder seven = LoyaltyIndex.builder();
        Map<String, String> columns = new HashMap<>();
        for (int j = 0; j < 7; j++) {
            seven.add(
                    j < 6 ? LoyaltyIndex.BEHAVIOURAL : LoyaltyIndex.EMOTIONAL,
                    Indicator.of("i" + j, "", Scale.linear(0, 1)));
            columns.put("i" + j, "i" + j);
        }
        seven.weigh(LoyaltyIndex.BEHAVIOURAL, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0)
                .weigh(LoyaltyIndex.WHOLE, 6 / 7.0, 1 / 7.0)
                .missing(MissingPolicy.renormalise(floor));

        ScoringModel model = model(plan(LoyaltyPlan.index(seven.plan(), columns), ChurnPlan.none()));

        assertThat(model.goldenCustomers()).isNotEmpty();
    }

    @Test
    void aFixedCutOfLoyaltyCutsTheIndex() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(10))
                .profit("profit")
                .churn(ChurnPlan.none())
                .loyalty(LoyaltyPlan.index(builder().plan(), COLUMNS))
                .cuts(CutRules.of(CutRule.fixed(0), CutRule.fixed(0), CutRule.fixed(0.5)))
                .build();

        ScoredCustomers scored = plan.fit(columns(KNOWN, HALF, new double[] {5, 0.2, 4, 1, NONE}))
                .model()
                .score(columns(KNOWN, HALF, new double[] {5, 0.2, 4, 1, NONE}));

        assertThat(IntStream.range(0, 3).mapToObj(scored::segment).map(Optional::orElseThrow))
                .containsExactly(Segment.PLATINUM, Segment.PLATINUM, Segment.CHURN_PRONE);
    }
}
