package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ObservedTenuresTest {

    private static final ObservedTenures TENURES = ObservedTenures.of(new double[] {5, 0, 7.5}, new double[] {1, 0, 1});

    @Test
    void customersAndLeaversAreCounted() {
        assertThat(TENURES.customers()).isEqualTo(3);
        assertThat(TENURES.leavers()).isEqualTo(2);
        assertThat(TENURES).hasToString("ObservedTenures[customers=3, leavers=2, last=7.5]");
    }

    @Test
    void someOfThemKeepTheirEntries() {
        ObservedTenures some = ObservedTenures.of(new double[] {5, 6, 7}, new double[] {1, 0, 1})
                .withEntries(new double[] {1, 2, 3})
                .select(2, 0);
        assertThat(some.time(0)).isEqualTo(7);
        assertThat(some.entry(1)).isEqualTo(1);
        assertThat(some.leavers()).isEqualTo(2);
        assertThatThrownBy(() -> TENURES.select()).hasMessage("rows must be at least one, but were none");
    }

    @Test
    void rowsThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> TENURES.select(0, -1)).hasMessage("row 1 to select must be in [0, 2], but was -1");
        assertThatThrownBy(() -> TENURES.select(3)).hasMessage("row 0 to select must be in [0, 2], but was 3");
    }

    @Test
    void aGroupWithoutANameIsNamedByItsRow() {
        assertThatThrownBy(() -> TENURES.byGroup(Arrays.asList("a", null, "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group at row 1 must be a name, but was null");
    }

    @Test
    void timesThatCannotBeAreNamedByTheirRow() {
        double[] left = {0, 1};
        assertThatThrownBy(() -> ObservedTenures.of(new double[] {3, -1}, left))
                .hasMessage("time at row 1 must be in [0, Inf), but was -1.0");
        assertThatThrownBy(() -> ObservedTenures.of(new double[] {Double.NaN, 1}, left))
                .hasMessage("time at row 0 must be in [0, Inf), but was NaN");
        assertThatThrownBy(() -> ObservedTenures.of(new double[] {1, 2}, new double[] {0, 0.5}))
                .hasMessage("left at row 1 must be 0 or 1, but was 0.5");
        assertThatThrownBy(() -> ObservedTenures.of(new double[] {1}, left))
                .hasMessage("left must have length 1, but had 2");
        assertThatThrownBy(() -> ObservedTenures.of(new double[0], new double[0]))
                .hasMessage("times must have at least one customer, but had 0");
    }

    @Test
    void aWatchBeginsBeforeItEnds() {
        assertThatThrownBy(() -> TENURES.withEntries(new double[] {5, 0, 1}))
                .hasMessage("entry at row 0 must be in [0, 5.0), before the time of that row, but was 5.0");
        assertThatThrownBy(() -> TENURES.withEntries(new double[] {1, 0, 1}))
                .hasMessage("entry at row 1 must be in [0, 0.0), before the time of that row, but was 0.0");
        assertThatThrownBy(() -> TENURES.withEntries(new double[1]))
                .hasMessage("entries must have length 3, but had 1");
    }
}
