package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsRefusedByNameBoundAndValue(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.finite(value, "profit"))
                .withMessage("profit must be finite, but was " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MAX_VALUE, -0.0, Double.MIN_VALUE, 12.5})
    void aFiniteNumberIsHandedBack(double value) {
        assertThat(Require.finite(value, "profit")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aNumberThatIsNotPositiveIsRefusedByNameBoundAndValue(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.positive(value, "measure of a"))
                .withMessage("measure of a must be in (0, Inf), but was " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1, Double.MAX_VALUE})
    void aPositiveNumberIsHandedBack(double value) {
        assertThat(Require.positive(value, "measure of a")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN, Double.NEGATIVE_INFINITY})
    void aProbabilityOutsideZeroToOneIsRefusedByNameBoundAndValue(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.probability(value, "share of group A"))
                .withMessage("share of group A must be in [0, 1], but was " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void aProbabilityIsHandedBackBoundsIncluded(double value) {
        assertThat(Require.probability(value, "p")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, -1, Double.NaN})
    void anythingButZeroAndOneIsNoFlag(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.zeroOrOne(value, "held"))
                .withMessage("held must be 0 or 1, but was " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aFlagIsHandedBack(double value) {
        assertThat(Require.zeroOrOne(value, "held")).isEqualTo(value);
    }

    @Test
    void aWrongLengthIsRefusedWithBothLengths() {
        assertThatCode(() -> Require.length(3, 3, "shares")).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.length(2, 3, "shares"))
                .withMessage("shares must have length 3, but had 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankNameIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.notBlank(text, "service name"))
                .withMessage("service name must not be blank, but was \"" + text + "\"");
    }

    @Test
    void aNameIsHandedBackAsItIs() {
        assertThat(Require.notBlank(" fiber ", "service name")).isEqualTo(" fiber ");
    }

    @Test
    void theElementThatStandsTwiceIsNamed() {
        assertThatCode(() -> Require.distinct(List.of("a", "b"), "features")).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.distinct(List.of("a", "b", "a"), "features"))
                .withMessage("features must be distinct, but \"a\" stands twice");
    }
}
