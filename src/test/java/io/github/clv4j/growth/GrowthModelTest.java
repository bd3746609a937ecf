package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.base.Language;
import io.github.clv4j.testing.ExactAnnuity;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthModelTest {

    private static final double ROUNDING_PERCENT = 1e-12;
    private static final TierCuts CUTS = TierCuts.of(24, 50);
    private static final GrowthModel MODEL =
            GrowthModel.of(DiscountRate.monthly(0.01), Horizon.ofPeriods(24), CUTS, 0.3);

    /** The same model without discounting, where sums can be done in the head. */
    private static final GrowthModel PLAIN =
            GrowthModel.of(DiscountRate.monthly(0), Horizon.ofPeriods(10), TierCuts.of(20, 15), 1);

    @Test
    void anArpuStepIsWorthTheMissingMarginInEveryRemainingPeriod() {
        GrowthStep step = MODEL.advise(36, 30).first().orElseThrow();

        assertThat(step.path()).isSameAs(GrowthPath.LATENT_TO_HIGH);
        assertThat(step.gap()).isEqualTo(20);
        assertThat(step.profit()).isEqualTo(0.3 * 20);
        assertThat(step.worth()).isCloseTo(6 * ExactAnnuity.sum(0.01, 24), withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void aTenureStepIsWorthTheProfitOfTheMissingPeriodsAfterTheRemainingOnes() {
        GrowthStep step = MODEL.advise(6, 60).first().orElseThrow();

        assertThat(step.path()).isSameAs(GrowthPath.SECONDARY_TO_HIGH);
        assertThat(step.gap()).isEqualTo(18);
        assertThat(step.profit()).isEqualTo(0.3 * 60);
        double difference = ExactAnnuity.sum(0.01, 42) - ExactAnnuity.sum(0.01, 24);
        assertThat(step.worth()).isCloseTo(18 * difference, withinPercentage(ROUNDING_PERCENT));
        double loop = 0;
        for (int month = 25; month <= 42; month++) {
            loop += 18 / Math.pow(1.01, month);
        }
        assertThat(step.worth()).isCloseTo(loop, withinPercentage(ROUNDING_PERCENT));
    }

    /** a(4018) - a(4000) is 0 in doubles: each is 100 but for 5e-16. */
    @Test
    void aTenureStepFarAheadLosesNoDigits() {
        double far = MODEL.advise(6, 60, 18, 4000).worth();
        double loop = 0;
        for (int month = 4001; month <= 4018; month++) {
            loop += 18 / Math.pow(1.01, month);
        }
        assertThat(far).isPositive().isCloseTo(loop, withinPercentage(1e-10));
    }

    @Test
    void lowValueTakesTheLargerStepAndIsToldOfTheOther() {
        GrowthAdvice advice = MODEL.advise(6, 30);

        assertThat(advice.tier()).isSameAs(ValueTier.LOW);
        assertThat(advice.path()).contains(GrowthPath.LOW_TO_SECONDARY);
        assertThat(advice.worth()).isCloseTo(6 * 21.24338726, withinPercentage(1e-7));
        assertThat(advice.other().orElseThrow().path()).isSameAs(GrowthPath.LOW_TO_LATENT);
        assertThat(advice.other().orElseThrow().worth())
                .isCloseTo(
                        9 * (ExactAnnuity.sum(0.01, 42) - ExactAnnuity.sum(0.01, 24)),
                        withinPercentage(ROUNDING_PERCENT));
        assertThat(MODEL.advise(6, 45).path()).contains(GrowthPath.LOW_TO_LATENT);
        assertThat(MODEL.advise(6, 45).other().orElseThrow().path()).isSameAs(GrowthPath.LOW_TO_SECONDARY);
    }

    @Test
    void ofEqualWorthThePathOfTheSourceGoesFirst() {
        GrowthAdvice advice = PLAIN.advise(10, 7.5);

        assertThat(advice.steps()).extracting(GrowthStep::worth).containsExactly(75.0, 75.0);
        assertThat(advice.path()).contains(GrowthPath.LOW_TO_SECONDARY);
    }

    @Test
    void highValueHasNoStepToMake() {
        GrowthAdvice advice = MODEL.advise(24, 50);

        assertThat(advice.tier()).isSameAs(ValueTier.HIGH);
        assertThat(advice.path()).isEmpty();
        assertThat(advice.other()).isEmpty();
        assertThat(advice.steps()).isEmpty();
        assertThat(advice.worth()).isZero();
    }

    @Test
    void withoutDiscountingAStepIsWorthProfitTimesPeriods() {
        assertThat(PLAIN.advise(20, 10).worth()).isEqualTo(5 * 10);
        assertThat(PLAIN.advise(17.5, 40).worth()).isEqualTo(40 * 2.5);
        assertThat(PLAIN.advise(17.5, 40, 8, 1e6).worth()).isEqualTo(8 * 2.5);
    }

    @Test
    void overAnUnlimitedHorizonATenureStepIsWorthNothingAndIsNotAdvised() {
        GrowthModel unlimited = MODEL.withHorizon(Horizon.unlimited());

        assertThat(unlimited.advise(6, 60).path()).isEmpty();
        assertThat(unlimited.advise(6, 60).worth()).isZero();
        assertThat(unlimited.advise(6, 60).steps()).singleElement().returns(0.0, GrowthStep::worth);
        assertThat(unlimited.advise(6, 49.999).path()).contains(GrowthPath.LOW_TO_SECONDARY);
        assertThat(unlimited.advise(6, 30).worth()).isCloseTo(6 / 0.01, withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void aCustomerAboutToLeaveGainsOnlyByStaying() {
        GrowthAdvice advice = MODEL.advise(6, 30, 9, 0);

        assertThat(advice.path()).contains(GrowthPath.LOW_TO_LATENT);
        assertThat(advice.worth()).isCloseTo(9 * ExactAnnuity.sum(0.01, 18), withinPercentage(ROUNDING_PERCENT));
        assertThat(MODEL.advise(36, 30, 9, 0).path())
                .as("nothing to raise for nobody")
                .isEmpty();
    }

    @Test
    void paymentsAtTheStartOfThePeriodAreWorthOnePeriodMore() {
        GrowthAdvice start = MODEL.withTiming(CashFlowTiming.START_OF_PERIOD).advise(6, 30);
        for (int i = 0; i < 2; i++) {
            assertThat(start.steps().get(i).worth())
                    .isCloseTo(1.01 * MODEL.advise(6, 30).steps().get(i).worth(), withinPercentage(ROUNDING_PERCENT));
        }
    }

    @Test
    void aNegativeMarginMakesAnArpuStepLoseMoneyWhichIsToldAndNotAdvised() {
        GrowthModel losing = MODEL.withMargin(-0.1);

        GrowthAdvice latent = losing.advise(36, 30);
        assertThat(latent.path()).isEmpty();
        assertThat(latent.worth()).isZero();
        assertThat(latent.steps().get(0).worth())
                .isCloseTo(-2 * ExactAnnuity.sum(0.01, 24), withinPercentage(ROUNDING_PERCENT));
        assertThat(losing.advise(6, 30, 5, 24).path()).as("a profit of its own").contains(GrowthPath.LOW_TO_LATENT);
    }

    @Test
    void aNegativeArpuWidensTheGapAndMakesStayingLongerLoseMoney() {
        GrowthAdvice advice = MODEL.advise(6, -10);

        assertThat(advice.path()).contains(GrowthPath.LOW_TO_SECONDARY);
        assertThat(advice.first().orElseThrow().gap()).isEqualTo(60);
        assertThat(advice.other().orElseThrow().worth()).isNegative();
        assertThat(advice.other().orElseThrow().isWorthwhile()).isFalse();
    }

    @Test
    void aLossThatWouldLastNoPeriodIsZeroAndHasNoSign() {
        double worth =
                MODEL.withMargin(-0.1).advise(36, 30, -3, 0).steps().get(0).worth();
        assertThat(Double.doubleToLongBits(worth)).isEqualTo(Double.doubleToLongBits(0.0));
    }

    @Test
    void theHorizonMayDifferFromCustomerToCustomer() {
        byte[] tiers = new byte[3];
        byte[] paths = new byte[3];
        double[] worth = new double[3];
        MODEL.advise(
                new double[] {6, 6, 6},
                new double[] {30, 30, 30},
                new double[] {9, 9, 9},
                new double[] {0, 24, 240},
                0,
                3,
                tiers,
                paths,
                worth);
        assertThat(tiers).containsOnly(ValueTier.LOW.index());
        assertThat(paths)
                .containsExactly(
                        GrowthPath.LOW_TO_LATENT.index(),
                        GrowthPath.LOW_TO_SECONDARY.index(),
                        GrowthPath.LOW_TO_SECONDARY.index());
        assertThat(worth[1]).isEqualTo(MODEL.advise(6, 30).worth());
        assertThat(worth[2]).isGreaterThan(worth[1]);
    }

    @Test
    void inColumnsWhatCannotBeComputedHasNoTierNoPathAndNoWorth() {
        byte[] tiers = new byte[3];
        byte[] paths = new byte[3];
        double[] worth = new double[3];
        MODEL.advise(new double[] {6, Double.NaN, 36}, new double[] {30, 30, 80}, 0, 3, tiers, paths, worth);
        assertThat(tiers).containsExactly(ValueTier.LOW.index(), TierCuts.NO_TIER, ValueTier.HIGH.index());
        assertThat(paths).containsExactly(GrowthPath.LOW_TO_SECONDARY.index(), -1, -1);
        assertThat(worth[1]).isNaN();
        assertThat(worth[2]).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 30, 9, 24, 'tenure must be in [0, Inf), but was NaN'",
        "-6, 30, 9, 24, 'tenure must be in [0, Inf), but was -6.0'",
        "6, NaN, 9, 24, 'ARPU must be finite, but was NaN'",
        "6, 30, NaN, 24, 'profit must be finite, but was NaN'",
        "36, 80, Infinity, 24, 'profit must be finite, but was Infinity'",
        "6, 30, 9, NaN, 'horizon must be in [0, Inf], but was NaN'",
        "6, 30, 9, -1, 'horizon must be in [0, Inf], but was -1.0'",
        "36, 30, 1e308, 24, 'worth of a customer and of each step must be finite, but was not for tenure 36.0, ARPU 30.0, "
                + "profit 1.0E308 and periods 24.0'",
        "36, -1.7e308, 9, 240, 'worth of a customer and of each step must be finite, but was not for tenure 36.0, "
                + "ARPU -1.7E308, profit 9.0 and periods 240.0'"
    })
    void aCustomerWhoCannotBeEvaluatedIsRefused(
            double tenure, double arpu, double profit, double periods, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.advise(tenure, arpu, profit, periods))
                .withMessage(message);
    }

    @Test
    void anUnlimitedHorizonNeedsADiscountRate() {
        String message = "horizon must be in [0, Inf), with a finite value at a discountRate of 0.0, but was Infinity";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthModel.of(DiscountRate.monthly(0), Horizon.unlimited(), CUTS, 1))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.advise(6, 30, 9, Double.POSITIVE_INFINITY))
                .withMessage(message);
    }

    @Test
    void aMarginThatIsNotFiniteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.withMargin(Double.NaN))
                .withMessage("margin must be finite, but was NaN");
    }

    @Test
    void aModelTellsWhatItWasMadeOf() {
        GrowthModel other = MODEL.withMargin(0.5).withHorizon(Horizon.ofPeriods(36));
        assertThat(other.margin()).isEqualTo(0.5);
        assertThat(other.horizon()).isEqualTo(Horizon.ofPeriods(36));
        assertThat(other.cuts()).isEqualTo(CUTS);
        assertThat(MODEL.margin()).isEqualTo(0.3);
        assertThat(MODEL.horizon()).isEqualTo(Horizon.ofPeriods(24));
    }

    @Test
    void anAdviceReadsInEnglish() {
        assertThat(MODEL.advise(6, 30).text(Language.ENGLISH)).isEqualTo("""
                        Low value
                          first: Low value to secondary value by ARPU: gap 20.00, profit 6.00 a period x annuity 21.2434 = 127.46
                          other: Low value to latent value by tenure: gap 18.00, profit 9.00 a period x annuity 12.9147 = 116.23
                          lever: Cross-selling, by active service and active marketing
                        """);
        assertThat(MODEL.advise(24, 50).text(Language.ENGLISH)).isEqualTo("High value\n  no step left: keep\n");
    }

    @Test
    void anAdviceReadsInChinese() {
        assertThat(MODEL.advise(6, 60).text(Language.CHINESE)).isEqualTo("""
                        次价值
                          首选:次价值升至高价值(在网时长):差距 18.00,每期利润 18.00 × 年金系数 12.9147 = 232.46
                          抓手:提升满意度:基础服务与服务创新
                        """);
        assertThat(MODEL.withMargin(-1).advise(36, 30).text(Language.CHINESE))
                .startsWith("潜价值\n  不建议:潜价值升至高价值")
                .doesNotContain("抓手");
        assertThat(MODEL.advise(24, 50).text(Language.CHINESE)).isEqualTo("高价值\n  已无可升之级:予以保持\n");
    }

    @Test
    void anAdviceHasTheStepsOfItsTierTheLargerFirst() {
        GrowthStep arpu = new GrowthStep(GrowthPath.LOW_TO_SECONDARY, 20, 6, 10);
        GrowthStep tenure = new GrowthStep(GrowthPath.LOW_TO_LATENT, 18, 9, 5);
        assertThat(new GrowthAdvice(ValueTier.LOW, List.of(arpu, tenure)).worth())
                .isEqualTo(60);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GrowthAdvice(ValueTier.LOW, List.of(tenure, arpu)))
                .withMessage("worth of the first step must be at least 60.0, but was 45.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GrowthAdvice(ValueTier.LATENT, List.of(arpu)))
                .withMessage("steps of LATENT must be along [LATENT_TO_HIGH], but were along [LOW_TO_SECONDARY]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 'gap must be in (0, Inf), but was 0.0'",
        "1, NaN, 1, 'profit must be finite, but was NaN'",
        "1, 1, -1, 'annuity must be in [0, Inf), but was -1.0'",
        "1, 1e300, 1e300, 'worth of a step must be finite, but was Infinity'"
    })
    void aStepOutOfRangeIsRefused(double gap, double profit, double annuity, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GrowthStep(GrowthPath.LOW_TO_LATENT, gap, profit, annuity))
                .withMessage(message);
    }
}
