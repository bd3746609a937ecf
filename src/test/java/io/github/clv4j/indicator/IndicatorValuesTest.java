package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values set by name stand in the order of the indicators; what is not set is missing. */
class IndicatorValuesTest {

    private static final double MISSING = Double.NaN;

    private static final CompositeIndex INDEX = CompositeIndex.of(IndexGroup.of(
            "loyalty",
            Weights.of(List.of("use", "trust"), 0.5, 0.5),
            IndexGroup.of(
                    "use",
                    Weights.of(List.of("tenure", "spend"), 0.5, 0.5),
                    Indicator.of("tenure", "months", Scale.linear(0, 120)),
                    Indicator.of("spend", "yuan", Scale.linear(0, 1000))),
            Indicator.of("trust", "", Scale.likert(5))));

    @Test
    void theyStandInTheOrderOfTheIndicators() {
        IndicatorValues values =
                INDEX.values().set("trust", 4).set("spend", 250).set("tenure", 30);
        assertThat(values.toArray()).containsExactly(30, 250, 4);
        assertThat(INDEX.value(values.toArray())).isEqualTo(0.5);
    }

    @Test
    void whatIsNotSetIsMissing() {
        assertThat(INDEX.values().toArray()).containsExactly(MISSING, MISSING, MISSING);
        assertThat(INDEX.values().set("spend", 7).toArray()).containsExactly(MISSING, 7, MISSING);
    }

    @Test
    void aValueMayBeSetAsMissing() {
        assertThat(INDEX.values().set("tenure", MISSING).set("trust", 2).toArray())
                .containsExactly(MISSING, MISSING, 2);
    }

    @Test
    void aValueIsSetOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDEX.values().set("trust", 4).set("trust", 4))
                .withMessage("indicator \"trust\" must be set once, but was 4.0 before it was 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDEX.values().set("trust", MISSING).set("trust", 3))
                .withMessage("indicator \"trust\" must be set once, but was NaN before it was 3.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"use", "loyalty", "Trust", "price", ""})
    void onlyIndicatorsHaveValues(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDEX.values().set(name, 1))
                .withMessage("there is no indicator \"" + name + "\"; known are [tenure, spend, trust]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void anInfiniteValueIsRefusedAndLeavesTheIndicatorUnset(double infinite) {
        IndicatorValues values = INDEX.values();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values.set("spend", infinite))
                .withMessage("spend must be finite or missing, but was " + infinite);
        assertThat(values.set("spend", 5).toArray()).containsExactly(MISSING, 5, MISSING);
    }

    @Test
    void whatWasHandedOutIsACopy() {
        IndicatorValues values = INDEX.values().set("tenure", 1);
        values.toArray()[0] = 99;
        assertThat(values.toArray()).containsExactly(1, MISSING, MISSING);
        assertThat(INDEX.values().toArray()).containsExactly(MISSING, MISSING, MISSING);
    }
}
