package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentLiftTest {

    private static final ThreeDimensionalSegmenter SEGMENTER = ThreeDimensionalSegmenter.of(CutPoints.of(100, 10, 0.5));

    @Test
    void aLiftIsWhatIsLackingToTheCutOfOneAxis() {
        assertThat(SEGMENTER.explain(80, 9, 0.1).lifts())
                .containsExactly(
                        new SegmentLift(Axis.CURRENT_VALUE, 80, 100, Segment.SHORT_TERM),
                        new SegmentLift(Axis.POTENTIAL_VALUE, 9, 10, Segment.DEVELOPABLE),
                        new SegmentLift(Axis.LOYALTY, 0.1, 0.5, Segment.LOYAL));
        assertThat(SEGMENTER.explain(80, 9, 0.1).lifts())
                .extracting(SegmentLift::needed)
                .containsExactly(20.0, 1.0, 0.4);
    }

    /** 20 of 100 money, 1 of 10 money, 0.4 of 0.5: the smallest amount need not be the smallest gap. */
    @Test
    void theLiftToNameHasTheSmallestShareOfItsCut() {
        SegmentPlacement placement = SEGMENTER.explain(80, 9, 0.1);

        assertThat(placement.lifts()).extracting(SegmentLift::relativeGap).containsExactly(0.2, 0.1, 0.8);
        assertThat(placement.lift()).contains(new SegmentLift(Axis.POTENTIAL_VALUE, 9, 10, Segment.DEVELOPABLE));
        assertThat(SEGMENTER.explain(80, 2, 0.48).lift())
                .get()
                .returns(Axis.LOYALTY, SegmentLift::axis)
                .returns(Segment.LOYAL, SegmentLift::target);
    }

    @ParameterizedTest
    @CsvSource({
        "GOLD, PLATINUM",
        "LOYAL, GOLD POTENTIAL",
        "POTENTIAL, PLATINUM",
        "CHURN_PRONE, PLATINUM",
        "SHORT_TERM, CHURN_PRONE GOLD",
        "LEAST_VALUABLE, SHORT_TERM DEVELOPABLE LOYAL",
        "DEVELOPABLE, CHURN_PRONE POTENTIAL",
        "PLATINUM, ''",
    })
    void eachSegmentHasOneWayUpForEachLowAxis(Segment segment, String targets) {
        String code = segment.code();
        SegmentPlacement placement = SEGMENTER.explain(
                code.charAt(0) == 'H' ? 100 : 50, code.charAt(1) == 'H' ? 10 : 5, code.charAt(2) == 'H' ? 0.5 : 0.2);

        assertThat(placement.segment()).isSameAs(segment);
        assertThat(String.join(
                        " ",
                        placement.lifts().stream()
                                .map(lift -> lift.target().name())
                                .toList()))
                .isEqualTo(targets);
    }

    @Test
    void whoIsHighOnEveryAxisHasNoLift() {
        assertThat(SEGMENTER.explain(100, 10, 0.5).lift()).isEmpty();
        assertThat(SEGMENTER.explain(100, 10, 0.5).text(Language.ENGLISH)).doesNotContain("lift");
    }

    @Test
    void ofEqualGapsTheFirstAxisIsTaken() {
        assertThat(SEGMENTER.explain(50, 5, 0.25).lift()).get().returns(Axis.CURRENT_VALUE, SegmentLift::axis);
        assertThat(SEGMENTER.explain(150, 5, 0.25).lift()).get().returns(Axis.POTENTIAL_VALUE, SegmentLift::axis);
    }

    @Test
    void aCutAtZeroHasNoRelativeGapAndComesLast() {
        ThreeDimensionalSegmenter zero = ThreeDimensionalSegmenter.of(CutPoints.of(0, 10, 0.5));
        SegmentPlacement placement = zero.explain(-1e-9, -500, 0.9);

        assertThat(placement.lifts().get(0).relativeGap()).isNaN();
        assertThat(placement.lift()).contains(new SegmentLift(Axis.POTENTIAL_VALUE, -500, 10, Segment.POTENTIAL));
        assertThat(zero.explain(-1, 20, 0.9).lift())
                .contains(new SegmentLift(Axis.CURRENT_VALUE, -1, 0, Segment.PLATINUM));
        assertThat(zero.explain(-1, 20, 0.9).text(Language.ENGLISH))
                .endsWith("\n  lift to Platinum customers (HHH): current value +1.0000\n");
    }

    @Test
    void belowZeroTheGapIsAShareOfTheSizeOfTheCut() {
        SegmentLift lift = new SegmentLift(Axis.CURRENT_VALUE, -30, -20, Segment.GOLD);

        assertThat(lift.needed()).isEqualTo(10);
        assertThat(lift.relativeGap()).isEqualTo(0.5);
    }

    @Test
    void aGapTooLargeForADoubleIsInfiniteAndComesBeforeACutAtZero() {
        double most = Double.MAX_VALUE;
        SegmentPlacement placement =
                ThreeDimensionalSegmenter.of(CutPoints.of(0, most, 0.5)).explain(-1, -most, 0.9);

        assertThat(placement.lift()).get().returns(Axis.POTENTIAL_VALUE, SegmentLift::axis);
        assertThat(placement.lifts().get(1).needed()).isInfinite();
    }

    @Test
    void theLiftReadsInBothLanguages() {
        SegmentPlacement placement = SEGMENTER.explain(150, 7.5, 0.5);

        assertThat(placement.lift().orElseThrow().text(Language.ENGLISH))
                .isEqualTo("lift to Platinum customers (HHH): potential value +2.5000, 25.0 % of its cut\n");
        assertThat(placement.lift().orElseThrow().text(Language.CHINESE))
                .isEqualTo("提升为白金客户 (HHH):潜在价值需 +2.5000,为切分点的 25.0 %\n");
        for (Language language : Language.values()) {
            assertThat(placement.text(language))
                    .endsWith("  " + placement.lift().orElseThrow().text(language));
        }
    }

    @Test
    void whoMovesByWhatIsLackingIsInTheSegmentAimedAt() {
        SegmentLift lift = SEGMENTER.explain(80, 12, 0.7).lift().orElseThrow();

        assertThat(lift.from() + lift.needed()).isCloseTo(lift.to(), within(1e-12));
        assertThat(SEGMENTER.segment(lift.to(), 12, 0.7)).isSameAs(lift.target());
    }

    @Test
    void aLiftThatGoesNowhereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentLift(Axis.LOYALTY, 0.5, 0.5, Segment.GOLD))
                .withMessage("loyalty must be below its cut 0.5, but was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentLift(Axis.LOYALTY, 0.2, 0.5, Segment.SHORT_TERM))
                .withMessage("target of a lift must be high on loyalty, but was HLL");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aLiftWithoutNumbersIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentLift(Axis.LOYALTY, value, 0.5, Segment.GOLD))
                .withMessage("loyalty must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentLift(Axis.LOYALTY, 0.2, value, Segment.GOLD))
                .withMessage("cut of loyalty must be finite, but was " + value);
    }

    @Test
    void columnsTellAPlatinumCustomerFromOneWithoutASegment() {
        byte[] axis = new byte[3];
        double[] needed = new double[3];

        SEGMENTER.lift(
                new double[] {100, 80, 80},
                new double[] {10, 10, Double.NaN},
                new double[] {0.5, 0.9, 0.9},
                0,
                3,
                axis,
                needed);

        assertThat(axis).containsExactly(ThreeDimensionalSegmenter.NO_AXIS, 0, ThreeDimensionalSegmenter.NO_AXIS);
        assertThat(needed).containsExactly(0, 20, Double.NaN);
        assertThat(List.of(Axis.values()).get(axis[1])).isSameAs(Axis.CURRENT_VALUE);
    }
}
