package io.github.clv4j.timevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 12, 1e9})
    void anyNumberOfPeriodsFromZeroIsAHorizon(double periods) {
        assertThat(Horizon.ofPeriods(periods).periods()).isEqualTo(periods);
        assertThat(Horizon.ofPeriods(periods).isUnlimited()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, -3, Double.NaN, Double.NEGATIVE_INFINITY})
    void aNegativeOrMissingHorizonIsRefusedByNameBoundAndValue(double periods) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.ofPeriods(periods))
                .withMessage("horizon must be in [0, Inf), but was " + periods);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Horizon(periods))
                .withMessage("horizon must be in [0, Inf], but was " + periods);
    }

    @Test
    void noLimitIsAskedForByNameNotByAnInfiniteNumber() {
        assertThat(Horizon.unlimited().isUnlimited()).isTrue();
        assertThat(Horizon.unlimited()).isEqualTo(new Horizon(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.ofPeriods(Double.POSITIVE_INFINITY))
                .withMessage("horizon must be in [0, Inf), but was Infinity");
    }
}
