package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves of known coefficients; the first is the one the fifth source prints for 124,200 customers who left. */
class TenureCurveTest {

    private static final TenureCurve PUBLISHED = TenureCurve.of(2.6680, -0.3709);

    @Test
    void thePublishedCurveHasItsMaximumBetweenThreeAndFourSoThatFourActivitiesAreBest() {
        assertThat(PUBLISHED.kind()).isSameAs(TurningKind.MAXIMUM);
        assertThat(PUBLISHED.turningPoint().orElseThrow()).isCloseTo(3.597, within(0.0005));
        assertThat(PUBLISHED.bestWholeNumber()).hasValue(4);
    }

    @ParameterizedTest
    @CsvSource({"0, 2.30", "1, 1.56", "2, 0.81", "3, 0.07", "4, -0.67"})
    void thePublishedCurveGainsLessWithEveryActivityAndLosesFromTheFifthOn(int activities, double gain) {
        assertThat(PUBLISHED.gainOfNext(activities)).isCloseTo(gain, within(0.005));
    }

    @Test
    void aMinimumIsNoBestNumber() {
        TenureCurve curve = TenureCurve.of(-4, 1);
        assertThat(curve.kind()).isSameAs(TurningKind.MINIMUM);
        assertThat(curve.turningPoint()).hasValue(2);
        assertThat(curve.bestWholeNumber()).isEmpty();
    }

    @Test
    void aStraightLineDoesNotTurn() {
        TenureCurve line = TenureCurve.of(1, 0);
        assertThat(line.kind()).isSameAs(TurningKind.NONE);
        assertThat(line.turningPoint()).isEmpty();
        assertThat(line.bestWholeNumber()).isEmpty();
        assertThat(line.gainOfNext(7)).isEqualTo(1);
        assertThat(TenureCurve.of(1, -Double.MIN_VALUE).turningPoint()).isEmpty();
        assertThat(TenureCurve.of(1, -Double.MIN_VALUE).bestWholeNumber()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, -1, 3", "7.1, -1, 4", "6.9, -1, 3", "-3, -1, 0", "0, -1, 0", "0.9, -1, 0"})
    void theBestWholeNumberIsTheFirstWhoseNextBringsNothing(double linear, double quadratic, double best) {
        TenureCurve curve = TenureCurve.of(linear, quadratic);
        assertThat(curve.bestWholeNumber()).hasValue(best);
        assertThat(curve.gainOfNext(best)).isLessThanOrEqualTo(0);
        if (best > 0) {
            assertThat(curve.gainOfNext(best - 1)).isPositive();
        }
    }

    @Test
    void coefficientsMustBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenureCurve.of(Double.NaN, 1))
                .withMessage("linear must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenureCurve.of(1, Double.POSITIVE_INFINITY))
                .withMessage("quadratic must be finite, but was Infinity");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aCountIsNotNegativeMissingOrInfinite(double activities) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.gainOfNext(activities))
                .withMessage("activities must be in [0, Inf), but was " + activities);
    }

    @Test
    void aTurningPointKnowsWhetherAnybodyWasSeenThere() {
        TurningPoint point = new TurningPoint(3.5, 0.5, TurningKind.MAXIMUM, 0, 3, 40);
        assertThat(point.isInObservedRange()).isFalse();
        assertThat(new TurningPoint(3.5, 0.5, TurningKind.MAXIMUM, 0, 3.5, 40).isInObservedRange())
                .isTrue();
        assertThat(point.bestWholeNumber()).hasValue(3);
        // t(0.975, 40) = 2.021 in any table
        IntervalEstimate interval = point.interval(0.95);
        assertThat(interval.lower()).isCloseTo(3.5 - 2.021 * 0.5, within(0.0005));
        assertThat(interval.upper()).isCloseTo(3.5 + 2.021 * 0.5, within(0.0005));
    }

    @Test
    void aTurningPointThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TurningPoint(Double.NaN, 1, TurningKind.MAXIMUM, 0, 3, 40))
                .withMessage("turning point must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TurningPoint(1, Double.NaN, TurningKind.MAXIMUM, 0, 3, 40))
                .withMessage("standard error of the turning point must be in [0, Inf), but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TurningPoint(1, 1, TurningKind.NONE, 0, 3, 40))
                .withMessage("kind must be MAXIMUM or MINIMUM, but was NONE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TurningPoint(1, 1, TurningKind.MAXIMUM, 0, 3, 0))
                .withMessage("degreesOfFreedom must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TurningPoint(1, 1, TurningKind.MAXIMUM, 0, 3, 4).interval(1))
                .withMessage("confidence must be in (0, 1), but was 1.0");
    }
}
