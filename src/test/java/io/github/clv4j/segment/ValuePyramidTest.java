package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuePyramidTest {

    @Test
    void aValueEqualToACutIsInTheTierAboveIt() {
        ValuePyramid pyramid = ValuePyramid.of(100, 50);
        assertThat(pyramid.tier(100)).isSameAs(PyramidTier.HIGH);
        assertThat(pyramid.tier(Math.nextDown(100.0))).isSameAs(PyramidTier.MIDDLE);
        assertThat(pyramid.tier(50)).isSameAs(PyramidTier.MIDDLE);
        assertThat(pyramid.tier(Math.nextDown(50.0))).isSameAs(PyramidTier.LOW);
        assertThat(pyramid.tier(-1e300)).isSameAs(PyramidTier.LOW);
    }

    @Test
    void cutsThatAreEqualLeaveNobodyInTheMiddle() {
        ValuePyramid pyramid = ValuePyramid.of(50, 50);
        assertThat(pyramid.tier(50)).isSameAs(PyramidTier.HIGH);
        assertThat(pyramid.tier(49)).isSameAs(PyramidTier.LOW);
    }

    @Test
    void byDefaultTheTopFifthIsHighAndTheNextThreeTenthsAreInTheMiddle() {
        double[] values = {3, 10, 7, 1, 9, 5, 2, 8, 6, 4};
        assertThat(ValuePyramid.fit(values)).isEqualTo(ValuePyramid.of(9, 6));
        assertThat(values).startsWith(3, 10, 7);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.2, 10, 8", "0.11, 0.2, 9, 7", "1, 0, 1, 1", "0.5, 0.5, 6, 1", "1e-9, 0, 10, 10"})
    void aCutIsTheValueOfTheLastCustomerInTheFewestWhoMakeUpTheShare(
            double highShare, double middleShare, double highCut, double middleCut) {
        double[] values = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        assertThat(ValuePyramid.fit(values, highShare, middleShare)).isEqualTo(ValuePyramid.of(highCut, middleCut));
    }

    /** 0.07 x 100 is 7.000000000000001, and 0.29 x 100 is 28.999999999999996. */
    @Test
    void aShareThatIsWholeButForRoundingIsWhole() {
        double[] values = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        assertThat(ValuePyramid.fit(values, 0.07, 0.22)).isEqualTo(ValuePyramid.of(94, 72));
        assertThat(ValuePyramid.fit(values, 0.29, 0)).isEqualTo(ValuePyramid.of(72, 72));
    }

    @Test
    void tiesStayTogetherInTheHigherTier() {
        ValuePyramid pyramid = ValuePyramid.fit(new double[] {5, 5, 5, 5, 1, 1, 1, 1, 1, 1});
        assertThat(pyramid).isEqualTo(ValuePyramid.of(5, 1));
        assertThat(pyramid.tier(5)).isSameAs(PyramidTier.HIGH);
        assertThat(pyramid.tier(1)).isSameAs(PyramidTier.MIDDLE);
    }

    @Test
    void oneCustomerOrCustomersAllEqualAreHigh() {
        assertThat(ValuePyramid.fit(new double[] {-3}).tier(-3)).isSameAs(PyramidTier.HIGH);
        assertThat(ValuePyramid.fit(new double[] {0, 0, 0}).tier(0)).isSameAs(PyramidTier.HIGH);
    }

    @Test
    void sharesThatCannotBeAreRefused() {
        double[] values = {1, 2};
        for (double bad : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ValuePyramid.fit(values, bad, 0))
                    .withMessage("high share must be in (0, 1], but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.fit(values, 0.2, -0.1))
                .withMessage("middle share must be in [0, 1], but was -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.fit(values, 0.75, 0.5))
                .withMessage("high share + middle share must be in [0, 1], but was 1.25");
    }

    @Test
    void aPyramidNeedsCustomersWithValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.fit(new double[0]))
                .withMessage("pyramid must be fitted to at least one customer, but there were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.fit(new double[] {1, Double.NaN}))
                .withMessage("current value must be finite, but was NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefusedByName(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.of(value, 1))
                .withMessage("high cut must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.of(1, value))
                .withMessage("middle cut must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.of(2, 1).tier(value))
                .withMessage("current value must be finite, but was " + value);
    }

    @Test
    void theMiddleDoesNotBeginAboveTheHigh() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePyramid.of(1, 2))
                .withMessage("middle cut must be at most the high cut 1.0, but was 2.0");
    }

    @Test
    void tiersHaveTheirNamesInBothLanguages() {
        assertThat(PyramidTier.all())
                .extracting(tier -> tier.displayName(Language.CHINESE))
                .containsExactly("高端客户", "中端客户", "低端客户");
        assertThat(PyramidTier.all())
                .extracting(tier -> tier.displayName(Language.ENGLISH))
                .containsExactly("High-end customers", "Mid-range customers", "Low-end customers");
    }
}
