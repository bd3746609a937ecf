package io.github.clv4j.timevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatePeriodTest {

    private static final double ROUNDING_PERCENT = 1e-13;

    @ParameterizedTest
    @CsvSource({"DAY, 365.25", "WEEK, 52.17857142857143", "MONTH, 12", "QUARTER, 4", "YEAR, 1"})
    void aYearHasThisManyOfEach(RatePeriod period, double inAYear) {
        assertThat(1 / period.years()).isCloseTo(inAYear, withinPercentage(ROUNDING_PERCENT));
    }
}
