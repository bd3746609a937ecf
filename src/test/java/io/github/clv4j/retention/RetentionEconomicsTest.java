package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionEconomicsTest {

    private static final DepartureReason SERVICE = DepartureReason.avoidable("poor service", 40);
    private static final DepartureReason PRICE =
            DepartureReason.avoidable("price", 30).withLifetimeProfit(150);
    private static final DepartureReason MOVED = DepartureReason.unavoidable("moved away", 10);

    /** 2,000 customers, 100 lost, each worth 200: 40 x 200 + 30 x 150 + 10 x 200 + 20 x 200 = 18,500; avoidable 12,500. */
    private static final RetentionEconomics YEAR =
            RetentionEconomics.of(RetentionRate.ofChurn(2000, 100), 200, SERVICE, PRICE, MOVED);

    @Test
    void theRetentionRateSaysHowItWasCounted() {
        RetentionRate churn = RetentionRate.ofChurn(2000, 100);
        RetentionRate repeat = RetentionRate.ofRepeatPurchase(2000, 1900);

        assertThat(churn.value()).isEqualTo(0.95).isEqualTo(repeat.value());
        assertThat(churn.churn()).isEqualTo(0.05);
        assertThat(churn.kept()).isEqualTo(1900);
        assertThat(repeat.lost()).isEqualTo(100);
        assertThat(churn.measure()).isEqualTo(RetentionMeasure.ONE_MINUS_CHURN);
        assertThat(repeat.measure()).isEqualTo(RetentionMeasure.REPEAT_PURCHASE);
    }

    @Test
    void theRateOfAReasonIsItsShareOfTheCustomersAtTheStart() {
        assertThat(YEAR.rate(SERVICE)).isEqualTo(0.02);
        assertThat(YEAR.rate(MOVED)).isEqualTo(0.005);
    }

    @Test
    void ratesOfAllReasonsAndOfNoneAddUpToTheChurnRate() {
        double sum = YEAR.reasons().stream().mapToDouble(YEAR::rate).sum()
                + (double) YEAR.unexplained() / YEAR.rate().customers();

        assertThat(sum).isCloseTo(YEAR.rate().churn(), within(1e-15));
    }

    @Test
    void theProfitLostIsThatOfEveryLostCustomerAndAvoidableForSomeReasonsOnly() {
        assertThat(YEAR.unexplained()).isEqualTo(20);
        assertThat(YEAR.profitLost(SERVICE)).isEqualTo(8000);
        assertThat(YEAR.profitLost(PRICE)).isEqualTo(4500);
        assertThat(YEAR.profitLost()).isEqualTo(18_500);
        assertThat(YEAR.avoidableProfitLost()).isEqualTo(12_500);
    }

    @Test
    void withoutReasonsAllIsLostAndNothingIsKnownToBeAvoidable() {
        RetentionEconomics unknown = RetentionEconomics.of(RetentionRate.ofChurn(2000, 100), 200);

        assertThat(unknown.profitLost()).isEqualTo(20_000);
        assertThat(unknown.avoidableProfitLost()).isZero();
        assertThat(unknown.verdict(0).isWorthSpending()).isFalse();
    }

    @Test
    void spendWhileItCostsLessThanIsLost() {
        assertThat(YEAR.verdict(12_499).isWorthSpending()).isTrue();
        assertThat(YEAR.verdict(12_500).isWorthSpending()).isFalse();
        assertThat(YEAR.verdict(12_501).isWorthSpending()).isFalse();
        assertThat(YEAR.verdict(5000).gain()).isEqualTo(7500);
        assertThat(YEAR.verdict(20_000).gain()).isEqualTo(-7500);
    }

    @Test
    void aPlanThatKeepsOnlySomeSavesOnlyTheirProfit() {
        assertThat(YEAR.verdict(5000, 0.5)).isEqualTo(new RetentionVerdict(5000, 6250));
        assertThat(YEAR.verdict(6250, 0.5).isWorthSpending()).isFalse();
    }

    @Test
    void customersWhoseLeavingIsAGainAreNotWorthKeeping() {
        RetentionEconomics losses =
                RetentionEconomics.of(RetentionRate.ofChurn(100, 10), -5, DepartureReason.avoidable("price", 10));

        assertThat(losses.profitLost()).isEqualTo(-50);
        assertThat(losses.verdict(0).isWorthSpending()).isFalse();
    }

    @Test
    void theFourStepsCanBeReadInEnglish() {
        assertThat(YEAR.text(Language.ENGLISH)).isEqualTo("""
                        retention rate 95.00 % by 1 - churn: 2000 customers at the start, 100 lost (5.00 %)
                          poor service: 40 customers, 2.00 % of the base, profit lost 8000.00, avoidable
                          price: 30 customers, 1.50 % of the base, profit lost 4500.00, avoidable
                          moved away: 10 customers, 0.50 % of the base, profit lost 2000.00, not avoidable
                          no known reason: 20 customers, 1.00 % of the base, profit lost 4000.00, not counted as avoidable
                        profit lost 18500.00, of it avoidable 12500.00
                        """);
        assertThat(YEAR.verdict(5000).text(Language.ENGLISH))
                .isEqualTo("spend: 5000.00 saves a profit of 12500.00, a gain of 7500.00\n");
        assertThat(YEAR.verdict(20_000).text(Language.ENGLISH))
                .isEqualTo("do not spend: 20000.00 would save a profit of 12500.00, a gain of -7500.00\n");
    }

    @Test
    void theFourStepsCanBeReadInChinese() {
        assertThat(YEAR.text(Language.CHINESE))
                .contains("客户保持率 95.00%(1 - 流失率)", "占客户总数 2.00%", "不可避免", "原因不明", "其中可避免 12500.00");
        assertThat(YEAR.verdict(5000).text(Language.CHINESE)).startsWith("值得投入").contains("净得 7500.00");
        assertThat(YEAR.verdict(20_000).text(Language.CHINESE)).startsWith("不值得投入");
        assertThat(RetentionMeasure.REPEAT_PURCHASE.displayName(Language.CHINESE))
                .isEqualTo("重复购买率");
        assertThat(RetentionMeasure.REPEAT_PURCHASE.displayName(Language.ENGLISH))
                .isEqualTo("repeat purchase");
    }

    /** Whoever lets others name reasons must not let them write lines. */
    @Test
    void theNameOfAReasonStaysOnItsLine() {
        RetentionEconomics economics = RetentionEconomics.of(
                RetentionRate.ofChurn(10, 1), 1, DepartureReason.avoidable("price\nprofit lost 0", 1));

        assertThat(economics.text(Language.ENGLISH).lines()).hasSize(4);
    }

    @Test
    void aRetentionRateNeedsCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionRate.ofChurn(0, 0))
                .withMessage("customers must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionRate.ofChurn(10, 11))
                .withMessage("customers who left must be in [0, 10], but was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionRate.ofRepeatPurchase(10, -1))
                .withMessage("customers who bought again must be in [0, 10], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionRate(RetentionMeasure.REPEAT_PURCHASE, 10, 11))
                .withMessage("kept customers must be in [0, 10], but was 11");
    }

    @Test
    void reasonsHaveNamesAndNoMoreCustomersThanWereLost() {
        RetentionRate rate = RetentionRate.ofChurn(2000, 69);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionEconomics.of(rate, 200, SERVICE, PRICE))
                .withMessage(
                        "customers of all reasons must be at most the 69 lost, but were more from reason price on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionEconomics.of(RetentionRate.ofChurn(2000, 100), 200, SERVICE, SERVICE))
                .withMessage("reasons must be distinct, but \"poor service\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DepartureReason.avoidable(" ", 1))
                .withMessage("name of a reason must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DepartureReason.unavoidable("price", -1))
                .withMessage("customers of reason price must be at least 0, but was -1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void profitsAreFinite(double profit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionEconomics.of(RetentionRate.ofChurn(2, 1), profit))
                .withMessage("lifetime profit of a lost customer must be finite, but was " + profit);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MOVED.withLifetimeProfit(profit))
                .withMessage("lifetime profit of reason moved away must be finite, but was " + profit);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionVerdict(1, profit))
                .withMessage("profit saved must be finite, but was " + profit);
    }

    @Test
    void aVerdictNeedsACostAndAShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEAR.verdict(-1))
                .withMessage("cost must be in [0, Inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEAR.verdict(Double.NaN))
                .withMessage("cost must be in [0, Inf), but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEAR.verdict(1, 1.5))
                .withMessage("share must be in [0, 1], but was 1.5");
    }

    /** The rate of a reason of other figures could be 5. */
    @Test
    void aReasonOfOtherFiguresIsRefused() {
        DepartureReason other = DepartureReason.avoidable("weather", 10_000);
        String message = "reason must be one of " + YEAR.reasons()
                + ", but was DepartureReason[name=weather, customers=10000, avoidable=true,"
                + " lifetimeProfit=OptionalDouble.empty]";

        assertThatIllegalArgumentException().isThrownBy(() -> YEAR.rate(other)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEAR.profitLost(other))
                .withMessage(message);
    }

    @Test
    void profitsThatCannotBeAddedUpAreRefused() {
        RetentionRate rate = RetentionRate.ofChurn(10, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionEconomics.of(rate, 1e308))
                .withMessage("profit lost must be finite, but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionEconomics.of(
                        rate, 0, DepartureReason.avoidable("price", 2).withLifetimeProfit(-1e308)))
                .withMessage("profit lost must be finite, but was -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionEconomics.of(
                        rate,
                        0,
                        DepartureReason.avoidable("price", 1).withLifetimeProfit(1e308),
                        DepartureReason.unavoidable("moved away", 1).withLifetimeProfit(-1e308),
                        DepartureReason.avoidable("poor service", 1).withLifetimeProfit(1e308)))
                .withMessage("avoidable profit lost must be finite, but was Infinity");
    }
}
