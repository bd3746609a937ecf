package io.github.clv4j.timevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountRateTest {

    private static final MathContext DIGITS = new MathContext(50);
    private static final double ROUNDING = 1e-15;
    private static final double ROUNDING_PERCENT = 1e-12;

    @Test
    void annualRateConvertsToTheEquivalentMonthlyOne() {
        DiscountRate monthly = DiscountRate.annual(0.12).per(RatePeriod.MONTH);
        assertThat(monthly.period()).isEqualTo(RatePeriod.MONTH);
        assertThat(monthly.rate()).isCloseTo(0.00948879293458305, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.2, -1e-12, 0, 1e-15, 1e-6, 0.12, 4})
    void twelveMonthsOfTheMonthlyRateGiveTheAnnualRateBack(double annual) {
        double monthly = DiscountRate.annual(annual).per(RatePeriod.MONTH).rate();
        BigDecimal year = BigDecimal.ONE.add(new BigDecimal(monthly)).pow(12, DIGITS);
        assertThat(year.subtract(BigDecimal.ONE).doubleValue()).isCloseTo(annual, withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @CsvSource({"MONTH, QUARTER, 3", "QUARTER, YEAR, 4", "DAY, WEEK, 7", "MONTH, YEAR, 12"})
    void aLongerPeriodCompoundsTheShorterOne(RatePeriod shorter, RatePeriod longer, int times) {
        double rate = 0.013;
        BigDecimal growth = BigDecimal.ONE.add(new BigDecimal(rate)).pow(times, DIGITS);
        assertThat(DiscountRate.of(rate, shorter).per(longer).rate())
                .isCloseTo(growth.subtract(BigDecimal.ONE).doubleValue(), withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @EnumSource
    void aRateIsItselfInItsOwnPeriodAndKeepsItsSign(RatePeriod period) {
        DiscountRate rate = DiscountRate.of(0.07, period);
        assertThat(rate.per(period)).isSameAs(rate);
        assertThat(DiscountRate.annual(0).per(period).rate()).isZero();
        assertThat(DiscountRate.annual(-0.07).per(period).rate()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aRateOutsideItsBoundsIsRefusedByNameBoundAndValue(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.monthly(rate))
                .withMessage("discountRate must be in (-1, Inf), but was " + rate);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.01, 36", "-0.3, 7", "1e-12, 5", "0, 9", "2.5, 20"})
    void moneyDueLaterIsDividedByTheGrowthInBetween(double rate, int periods) {
        BigDecimal growth = BigDecimal.ONE.add(new BigDecimal(rate)).pow(periods, DIGITS);
        assertThat(DiscountRate.monthly(rate).discountFactor(periods))
                .isCloseTo(BigDecimal.ONE.divide(growth, DIGITS).doubleValue(), withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void moneyDueNowIsWorthItselfAndAMissingTimeHasNoFactor() {
        assertThat(DiscountRate.annual(0.4).discountFactor(0)).isEqualTo(1);
        assertThat(DiscountRate.annual(0.4).discountFactor(Double.NaN)).isNaN();
    }
}
