package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.base.Language;
import io.github.clv4j.timevalue.RatePeriod;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnPeriodTest {

    private static final ChurnPeriod QUARTER = new ChurnPeriod(3, RatePeriod.MONTH);
    private static final ChurnPeriod YEAR = new ChurnPeriod(1, RatePeriod.YEAR);
    private static final ChurnModel MODEL =
            ChurnModel.of(List.of("tenure"), 0.5, new double[] {-0.25}, new double[] {4});

    @Test
    void threeMonthsAreAQuarter() {
        assertThat(QUARTER.years()).isEqualTo(0.25).isEqualTo(new ChurnPeriod(1, RatePeriod.QUARTER).years());
    }

    /** Four quarters in which one in ten leaves: 1 - 0.9^4. */
    @Test
    void atAConstantHazardThoseLeftLeaveAtTheSameRate() {
        assertThat(QUARTER.atConstantHazard(0.1, YEAR)).isCloseTo(1 - 0.6561, within(1e-15));
        assertThat(YEAR.atConstantHazard(0.3439, QUARTER)).isCloseTo(0.1, within(1e-15));
        assertThat(YEAR.atConstantHazard(1e-300, QUARTER)).isCloseTo(0.25e-300, withinPercentage(1e-12));
        assertThat(QUARTER.atConstantHazard(0, YEAR)).isZero();
        assertThat(QUARTER.atConstantHazard(1, YEAR)).isEqualTo(1);
    }

    @Property
    void thereAndBackIsTheSame(
            @ForAll @DoubleRange(min = 0, max = 0.9) double probability,
            @ForAll @DoubleRange(min = 0.5, max = 6) double length) {
        ChurnPeriod other = new ChurnPeriod(length, RatePeriod.MONTH);
        double there = QUARTER.atConstantHazard(probability, other);
        assertThat(there).isBetween(0.0, 1.0);
        assertThat(other.atConstantHazard(there, QUARTER)).isCloseTo(probability, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "1, MONTH, 1 month, 1 个月",
        "3, MONTH, 3 months, 3 个月",
        "2, QUARTER, 2 quarters, 2 个季度",
        "1, YEAR, 1 year, 1 年",
        "30, DAY, 30 days, 30 日",
        "1.5, WEEK, 1.5 weeks, 1.5 周"
    })
    void aPeriodReadsInBothLanguages(double length, RatePeriod unit, String english, String chinese) {
        assertThat(new ChurnPeriod(length, unit).text(Language.ENGLISH)).isEqualTo(english);
        assertThat(new ChurnPeriod(length, unit).text(Language.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void aProbabilityCarriesItsPeriod() {
        assertThat(MODEL.period()).isEmpty();
        ChurnModel stated = MODEL.withPeriod(QUARTER);
        assertThat(stated.period()).contains(QUARTER);
        assertThat(stated.churnProbability(4)).isEqualTo(MODEL.churnProbability(4));
        assertThat(stated.explain(4).period()).contains(QUARTER);
        assertThat(stated.explain(4).text(Language.ENGLISH))
                .startsWith("churn probability 0.3775 over 3 months: log-odds -0.5000");
        assertThat(stated.explain(4).text(Language.CHINESE)).startsWith("流失概率 0.3775(3 个月内):");
        assertThat(stated).isNotEqualTo(MODEL).isEqualTo(MODEL.withPeriod(QUARTER));
        assertThat(stated).hasToString(MODEL + " over 3 months").hasSameHashCodeAs(MODEL.withPeriod(QUARTER));
    }

    @Test
    void anotherPeriodIsAnAssumptionAndNeedsThePeriodOfTheModel() {
        assertThat(MODEL.withPeriod(QUARTER).churnProbabilityAtConstantHazard(YEAR, 4))
                .isEqualTo(QUARTER.atConstantHazard(MODEL.churnProbability(4), YEAR));
        assertThatIllegalStateException()
                .isThrownBy(() -> MODEL.churnProbabilityAtConstantHazard(YEAR, 4))
                .withMessage(
                        "the period of the churn model is not stated; say with withPeriod what its outcomes were over");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLengthThatIsNoneIsRefused(double length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnPeriod(length, RatePeriod.MONTH))
                .withMessage("length of churn period must be in (0, Inf), but was " + length);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUARTER.atConstantHazard(1.5, YEAR))
                .withMessage("churn probability must be in [0, 1], but was 1.5");
    }
}
