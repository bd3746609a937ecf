package io.github.clv4j.timevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.ExactAnnuity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalWeightedAnnuityTest {

    private static final double ROUNDING_PERCENT = 1e-11;
    private static final double RATE = 0.01;
    private static final double RETENTION = 0.93;

    /** A curve with no closed form: hazards that fall over time. */
    private static final SurvivalCurve FALLING_HAZARD = time -> 1 / StrictMath.sqrt(1 + 0.3 * time);

    @ParameterizedTest
    @CsvSource({"0.01, 0.93, 24", "0, 0.5, 40", "-0.1, 0.8, 30", "1e-15, 0.99, 100", "0.2, 1, 12"})
    void eachPeriodCountsForThoseStillThere(double rate, double retention, int periods) {
        assertThat(annuity(rate, CashFlowTiming.END_OF_PERIOD)
                        .presentValue(Horizon.ofPeriods(periods), geometric(retention)))
                .isCloseTo(ExactAnnuity.weightedSum(rate, retention, periods), withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @EnumSource
    void anyCurveIsWeighedAtTheMomentOfEachPayment(CashFlowTiming timing) {
        double expected = 0;
        for (int t = 1; t <= 36; t++) {
            double due = t - timing.lead();
            expected += 1 / Math.sqrt(1 + 0.3 * due) / Math.pow(1 + RATE, due);
        }
        assertThat(annuity(RATE, timing).presentValue(Horizon.ofPeriods(36), FALLING_HAZARD))
                .isCloseTo(expected, withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @CsvSource({"END_OF_PERIOD, 5.75", "MID_PERIOD, 5.375", "START_OF_PERIOD, 5"})
    void aBrokenLastPeriodCountsForThoseThereWhenItIsPaid(CashFlowTiming timing, double paidAt) {
        Annuity annuity = annuity(RATE, timing);
        double whole = 0;
        for (int t = 1; t <= 5; t++) {
            double due = t - timing.lead();
            whole += Math.pow(RETENTION, due) / Math.pow(1 + RATE, due);
        }
        double broken =
                (ExactAnnuity.closedForm(RATE, 23) - ExactAnnuity.sum(RATE, 5)) * Math.pow(1 + RATE, timing.lead());
        assertThat(annuity.presentValue(Horizon.ofPeriods(5.75), geometric(RETENTION)))
                .isCloseTo(whole + Math.pow(RETENTION, paidAt) * broken, withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.93", "0.1, 0.5", "1e-9, 0.9", "0.001, 0.999"})
    void withoutLimitAGeometricCurveHasAClosedForm(double rate, double retention) {
        double ratio = retention / (1 + rate);
        SurvivalCurve curve = geometric(retention);
        assertThat(annuity(rate, CashFlowTiming.END_OF_PERIOD).presentValue(Horizon.unlimited(), curve))
                .isCloseTo(ratio / (1 - ratio), withinPercentage(ROUNDING_PERCENT));
        assertThat(annuity(rate, CashFlowTiming.START_OF_PERIOD).presentValue(Horizon.unlimited(), curve))
                .isCloseTo(1 / (1 - ratio), withinPercentage(ROUNDING_PERCENT));
        assertThat(annuity(rate, CashFlowTiming.MID_PERIOD).presentValue(Horizon.unlimited(), curve))
                .isCloseTo(Math.sqrt(ratio) / (1 - ratio), withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 7.25, 240, Double.POSITIVE_INFINITY})
    void customersWhoNeverLeaveGiveThePlainAnnuity(double periods) {
        for (CashFlowTiming timing : CashFlowTiming.values()) {
            Annuity annuity = annuity(RATE, timing);
            assertThat(annuity.presentValue(new Horizon(periods), SurvivalCurve.certain()))
                    .isCloseTo(annuity.presentValue(periods), withinPercentage(ROUNDING_PERCENT));
        }
    }

    @Test
    void customersWhoLeaveAtOnceAreWorthNothing() {
        assertThat(annuity(RATE, CashFlowTiming.START_OF_PERIOD).presentValue(Horizon.unlimited(), time -> 0))
                .isZero();
        assertThat(annuity(0, CashFlowTiming.END_OF_PERIOD).presentValue(Horizon.ofPeriods(3.5), time -> 0))
                .isZero();
    }

    @Test
    void aCurveThatIncreasesIsRefusedWhereItDoes() {
        SurvivalCurve reviving = time -> time == 3 ? 0.6 : 0.5;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> valueOver(Horizon.ofPeriods(5), reviving))
                .withMessage("survivalProbability(3.0) must be in [0, 0.5], but was 0.6");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, -0.1, Double.NaN})
    void aCurveThatLeavesZeroToOneIsRefused(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> valueOver(Horizon.ofPeriods(5), time -> probability))
                .withMessage("survivalProbability(1.0) must be in [0, 1.0], but was " + probability);
    }

    @Test
    void aCurveThatIncreasesInTheBrokenLastPeriodIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> valueOver(Horizon.ofPeriods(2.5), time -> time > 2 ? 0.9 : 0.8))
                .withMessage("survivalProbability(2.5) must be in [0, 0.8], but was 0.9");
    }

    @Test
    void noLimitNeedsInterestEvenWhereCustomersLeave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        annuity(0, CashFlowTiming.END_OF_PERIOD).presentValue(Horizon.unlimited(), geometric(0.5)))
                .withMessageContaining("horizon")
                .withMessageContaining("discountRate of 0.0");
    }

    @Test
    void aSumThatWillNotSettleIsGivenUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> annuity(1e-9, CashFlowTiming.END_OF_PERIOD)
                        .presentValue(Horizon.unlimited(), SurvivalCurve.certain()))
                .withMessageContaining("10000000 periods")
                .withMessageEndingWith("but was Infinity");
    }

    @Test
    void aLimitOfAsManyPeriodsAsTheMessageAllowsIsAllowed() {
        double periods = 10_000_000;
        Annuity annuity = annuity(1e-6, CashFlowTiming.END_OF_PERIOD);
        assertThat(annuity.presentValue(Horizon.ofPeriods(periods), SurvivalCurve.certain()))
                .isCloseTo(annuity.presentValue(periods), withinPercentage(1e-6));
    }

    private static double valueOver(Horizon horizon, SurvivalCurve survival) {
        return annuity(RATE, CashFlowTiming.END_OF_PERIOD).presentValue(horizon, survival);
    }

    private static SurvivalCurve geometric(double retention) {
        return time -> StrictMath.pow(retention, time);
    }

    private static Annuity annuity(double rate, CashFlowTiming timing) {
        return Annuity.of(DiscountRate.monthly(rate), timing);
    }
}
