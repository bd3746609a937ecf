package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeValueTest {

    @Test
    void lifetimeValueIsCurrentPlusPotentialValue() {
        assertThat(new LifetimeValue(120.5, -20.25).total()).isEqualTo(100.25);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aPartThatIsNotFiniteIsRefusedByName(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeValue(value, 1))
                .withMessage("current value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeValue(1, value))
                .withMessage("potential value must be finite, but was " + value);
    }

    @Test
    void aTotalThatOverflowsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeValue(1e308, 1e308))
                .withMessage("lifetime value must be finite, but was Infinity");
    }
}
