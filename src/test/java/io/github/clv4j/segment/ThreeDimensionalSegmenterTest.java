package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreeDimensionalSegmenterTest {

    private static final CutPoints CUTS = CutPoints.of(100, 10, 0.5);
    private static final ThreeDimensionalSegmenter SEGMENTER = ThreeDimensionalSegmenter.of(CUTS);

    @ParameterizedTest
    @EnumSource
    void aCustomerFallsInTheCornerOfItsHighsAndLows(Segment segment) {
        String code = segment.code();
        double current = code.charAt(0) == 'H' ? 150 : 50;
        double potential = code.charAt(1) == 'H' ? 20 : -5;
        double loyalty = code.charAt(2) == 'H' ? 0.9 : 0.1;
        assertThat(SEGMENTER.segment(current, potential, loyalty)).isSameAs(segment);
    }

    @Test
    void equalToTheCutIsHigh() {
        assertThat(SEGMENTER.segment(100, 10, 0.5)).isSameAs(Segment.PLATINUM);
        assertThat(SEGMENTER.segment(Math.nextDown(100.0), 10, 0.5)).isSameAs(Segment.POTENTIAL);
        assertThat(SEGMENTER.segment(100, Math.nextDown(10.0), 0.5)).isSameAs(Segment.GOLD);
        assertThat(SEGMENTER.segment(100, 10, Math.nextDown(0.5))).isSameAs(Segment.CHURN_PRONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNotFiniteIsRefusedByTheNameOfItsAxis(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEGMENTER.segment(value, 1, 1))
                .withMessage("current value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEGMENTER.segment(1, value, 1))
                .withMessage("potential value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEGMENTER.segment(1, 1, value))
                .withMessage("loyalty must be finite, but was " + value);
        assertThatIllegalArgumentException().isThrownBy(() -> SEGMENTER.explain(1, value, 1));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, 1, current value", "1, Infinity, 1, potential value", "1, 1, NaN, loyalty"})
    void aCutThatIsNotFiniteIsRefusedByTheNameOfItsAxis(double current, double potential, double loyalty, String axis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutPoints.of(current, potential, loyalty))
                .withMessageStartingWith("cut of " + axis + " must be finite, but was ");
    }

    @Test
    void cutsAreFoundByTheirAxis() {
        assertThat(SEGMENTER.cuts()).isEqualTo(CUTS);
        assertThat(CUTS.of(Axis.CURRENT_VALUE)).isEqualTo(100);
        assertThat(CUTS.of(Axis.POTENTIAL_VALUE)).isEqualTo(10);
        assertThat(CUTS.of(Axis.LOYALTY)).isEqualTo(0.5);
    }

    @Test
    void theExplanationGivesThePlaceOnEachAxisAndTheDistanceToItsCut() {
        SegmentPlacement placement = SEGMENTER.explain(150, 7.5, 0.5);
        assertThat(placement.segment()).isSameAs(Segment.GOLD);
        assertThat(placement.axes())
                .containsExactly(
                        new AxisPlacement(Axis.CURRENT_VALUE, 150, 100),
                        new AxisPlacement(Axis.POTENTIAL_VALUE, 7.5, 10),
                        new AxisPlacement(Axis.LOYALTY, 0.5, 0.5));
        assertThat(placement.axes()).extracting(AxisPlacement::isHigh).containsExactly(true, false, true);
        assertThat(placement.axes()).extracting(AxisPlacement::distance).containsExactly(50.0, -2.5, 0.0);
    }

    @Test
    void theExplanationReadsInBothLanguages() {
        SegmentPlacement placement = SEGMENTER.explain(150, 7.5, 0.5);
        assertThat(placement.text(Language.ENGLISH)).isEqualTo("""
                        Gold customers (HLH): enough resources to keep them: basic products, no growth to be bought
                          current value 150.0000 is high: cut 100.0000, distance +50.0000
                          potential value 7.5000 is low: cut 10.0000, distance -2.5000
                          loyalty 0.5000 is high: cut 0.5000, distance +0.0000
                          lift to Platinum customers (HHH): potential value +2.5000, 25.0 % of its cut
                        """);
        assertThat(placement.text(Language.CHINESE))
                .startsWith("黄金客户 (HLH)")
                .contains("当前价值 150.0000 为高", "潜在价值 7.5000 为低", "忠诚度 0.5000 为高");
    }
}
