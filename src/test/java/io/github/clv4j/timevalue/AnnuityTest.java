package io.github.clv4j.timevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.ExactAnnuity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnuityTest {

    /** A few units in the last place. */
    private static final double ROUNDING_PERCENT = 1e-13;

    private static final double CENT_OF_A_PRINTED_TABLE = 5e-5;

    @ParameterizedTest
    @CsvSource({
        "0.01, 1",
        "0.01, 24",
        "0.01, 360",
        "0.1, 5",
        "1, 10",
        "3.5, 40",
        "1e-6, 100",
        "1e-15, 24",
        "1e-15, 1000",
        "-1e-15, 24",
        "-0.01, 24",
        "-0.01, 120",
        "-0.5, 10",
        "-0.9, 6",
        "1e-300, 7",
        "100, 3",
        "0, 24"
    })
    void itIsTheSumOfTheDiscountedUnits(double rate, int periods) {
        assertThat(endOfPeriod(rate).presentValue(periods))
                .isCloseTo(ExactAnnuity.sum(rate, periods), withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.01, 10", "0.01, 97", "0.3, 50", "1e-15, 2", "1e-15, 50", "-0.2, 21", "-0.7, 13", "2, 3"})
    void aFractionOfAPeriodCountsByTheClosedForm(double rate, int quarters) {
        assertThat(endOfPeriod(rate).presentValue(quarters / 4.0))
                .isCloseTo(ExactAnnuity.closedForm(rate, quarters), withinPercentage(ROUNDING_PERCENT));
    }

    /** The printed tables of the present value of an ordinary annuity of 1, as in any textbook of finance. */
    @ParameterizedTest
    @CsvSource({"0.10, 5, 3.7908", "0.01, 24, 21.2434", "0.08, 20, 9.8181"})
    void itAgreesWithThePrintedTables(double rate, int periods, double printed) {
        assertThat(endOfPeriod(rate).presentValue(periods)).isCloseTo(printed, within(CENT_OF_A_PRINTED_TABLE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.99, -0.2, 0, 1e-15, 0.01, 5})
    void noPeriodsAreWorthNothing(double rate) {
        for (CashFlowTiming timing : CashFlowTiming.values()) {
            assertThat(Annuity.of(DiscountRate.monthly(rate), timing).presentValue(0))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutInterestItIsTheNumberOfPeriods(CashFlowTiming timing) {
        Annuity annuity = Annuity.of(DiscountRate.monthly(0), timing);
        assertThat(annuity.presentValue(17.375)).isEqualTo(17.375);
        assertThat(annuity.presentValue(1e12)).isEqualTo(1e12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, -0.01, 1e-15, 0.01, 0.25})
    void payingAtTheStartSavesOnePeriodOfDiscountAndInTheMiddleHalfOfOne(double rate) {
        double end = ExactAnnuity.sum(rate, 30);
        assertThat(annuity(rate, CashFlowTiming.START_OF_PERIOD).presentValue(30))
                .isCloseTo(end * (1 + rate), withinPercentage(ROUNDING_PERCENT));
        assertThat(annuity(rate, CashFlowTiming.MID_PERIOD).presentValue(30))
                .isCloseTo(end * Math.sqrt(1 + rate), withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void aFirstPaymentDueNowIsNotDiscounted() {
        assertThat(annuity(0.07, CashFlowTiming.START_OF_PERIOD).presentValue(1))
                .isCloseTo(1, withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.01, 0.5, 3})
    void aPerpetuityIsWorthOneOverTheRate(double rate) {
        assertThat(endOfPeriod(rate).presentValue(Horizon.unlimited())).isEqualTo(1 / rate);
        assertThat(annuity(rate, CashFlowTiming.START_OF_PERIOD).presentValue(Horizon.unlimited()))
                .isCloseTo(1 + 1 / rate, withinPercentage(ROUNDING_PERCENT));
        assertThat(endOfPeriod(rate).presentValue(200 / rate)).isCloseTo(1 / rate, withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-15, -0.3})
    void aPerpetuityWithoutInterestHasNoValue(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endOfPeriod(rate).presentValue(Horizon.unlimited()))
                .withMessage("horizon must be in [0, Inf), with a finite value at a discountRate of " + rate
                        + ", but was Infinity");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY})
    void aNegativeOrMissingNumberOfPeriodsIsRefused(double periods) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endOfPeriod(0.01).presentValue(periods))
                .withMessage("horizon must be in [0, Inf], but was " + periods);
    }

    @Test
    void aValueThatOverflowsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endOfPeriod(-0.5).presentValue(5000))
                .withMessageContaining("horizon")
                .withMessageContaining("discountRate of -0.5")
                .withMessageEndingWith("but was 5000.0");
    }

    @Test
    void itKnowsItsRateAndTiming() {
        Annuity annuity = annuity(0.02, CashFlowTiming.MID_PERIOD);
        assertThat(annuity.rate()).isEqualTo(DiscountRate.monthly(0.02));
        assertThat(annuity.timing()).isEqualTo(CashFlowTiming.MID_PERIOD);
    }

    private static Annuity endOfPeriod(double rate) {
        return annuity(rate, CashFlowTiming.END_OF_PERIOD);
    }

    private static Annuity annuity(double rate, CashFlowTiming timing) {
        return Annuity.of(DiscountRate.monthly(rate), timing);
    }
}
