package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueMatrixTest {

    private static final ValueMatrix MATRIX = ValueMatrix.of(100, 10);

    @Test
    void aValueEqualToItsCutIsHigh() {
        assertThat(MATRIX.cell(100, 10)).isSameAs(ValueCell.HIGH_HIGH);
        assertThat(MATRIX.cell(100, Math.nextDown(10.0))).isSameAs(ValueCell.HIGH_LOW);
        assertThat(MATRIX.cell(Math.nextDown(100.0), 10)).isSameAs(ValueCell.LOW_HIGH);
        assertThat(MATRIX.cell(-1, -1)).isSameAs(ValueCell.LOW_LOW);
    }

    @Test
    void theCutsCanBeThoseOfACube() {
        assertThat(ValueMatrix.of(CutPoints.of(100, 10, 0.5))).isEqualTo(MATRIX);
    }

    @ParameterizedTest
    @EnumSource
    void aSegmentIsInTheCellOfItsFirstTwoLetters(Segment segment) {
        assertThat(segment.code()).startsWith(ValueCell.of(segment).code());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefusedByName(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.cell(value, 1))
                .withMessage("current value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.cell(1, value))
                .withMessage("potential value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueMatrix.of(value, 1))
                .withMessage("cut of current value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueMatrix.of(1, value))
                .withMessage("cut of potential value must be finite, but was " + value);
    }

    @Test
    void cellsHaveTheirNamesInBothLanguages() {
        assertThat(ValueCell.all()).extracting(ValueCell::code).containsExactly("HH", "HL", "LH", "LL");
        assertThat(ValueCell.HIGH_LOW.displayName(Language.ENGLISH)).isEqualTo("High current, low potential value");
        assertThat(ValueCell.LOW_HIGH.displayName(Language.CHINESE)).isEqualTo("当前价值低、潜在价值高");
        for (Language language : Language.values()) {
            assertThat(ValueCell.all())
                    .extracting(cell -> cell.displayName(language))
                    .doesNotHaveDuplicates();
        }
    }
}
