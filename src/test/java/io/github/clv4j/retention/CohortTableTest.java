package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortTableTest {

    @Test
    void cohortsWatchedForDifferentTimesAddUp() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {100, 80, 70}, new double[] {50, 45});
        assertThat(table.periods()).isEqualTo(2);
        assertThat(table.customers()).isEqualTo(150);
        assertThat(table.leavers()).isEqualTo(35);
        assertThat(new double[] {table.lost(1), table.kept(1), table.lost(2), table.kept(2)})
                .containsExactly(25, 125, 10, 70);
    }

    @Test
    void aRetentionCurveMayBeInPercent() {
        CohortTable table = CohortTable.ofShares(1000, 100, 63.1, 46.8);
        assertThat(table.lost(1)).isCloseTo(369, within(1e-10));
        assertThat(table.kept(2)).isCloseTo(468, within(1e-10));
        assertThat(table.customers()).isEqualTo(1000);
    }

    /** Three who left in period 1, 2 and 2, one still there after 2, one still there after 1, one watched from 1 to 3. */
    @Test
    void tenuresAreCountedPeriodByPeriod() {
        ObservedTenures tenures = ObservedTenures.of(new double[] {1, 2, 2, 2, 1, 3}, new double[] {1, 1, 1, 0, 0, 0})
                .withEntries(new double[] {0, 0, 0, 0, 0, 1});
        CohortTable table = CohortTable.ofTenures(tenures);
        assertThat(table.periods()).isEqualTo(3);
        assertThat(new double[] {table.lost(1), table.lost(2), table.lost(3)}).containsExactly(1, 2, 0);
        assertThat(new double[] {table.kept(1), table.kept(2), table.kept(3)}).containsExactly(4, 2, 1);
    }

    @Test
    void tenuresOfOneCohortAreItsSurvivors() {
        double[] times = new double[100];
        double[] left = new double[100];
        for (int i = 0; i < 100; i++) {
            times[i] = i < 30 ? 1 : i < 50 ? 2 : 3;
            left[i] = i < 60 ? 1 : 0;
        }
        CohortTable table = CohortTable.ofTenures(ObservedTenures.of(times, left));
        CohortTable same = CohortTable.ofSurvivors(new double[] {100, 70, 50, 40});
        for (int t = 1; t <= 3; t++) {
            assertThat(table.lost(t)).isEqualTo(same.lost(t));
            assertThat(table.kept(t)).isEqualTo(same.kept(t));
        }
    }

    @Test
    void tablesAreJoinedAndCutShort() {
        CohortTable one = CohortTable.ofSurvivors(new double[] {50, 45});
        CohortTable both = one.plus(CohortTable.ofSurvivors(new double[] {100, 80, 70}));
        assertThat(both.kept(1)).isEqualTo(125);
        assertThat(both.lost(2)).isEqualTo(10);
        assertThat(both.firstPeriods(1).periods()).isEqualTo(1);
        assertThat(both.firstPeriods(1).customers()).isEqualTo(150);
        assertThat(one.periods()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100, 80, 81 | survivors of cohort 1 at period 2 must be in [0, 80.0], as nobody comes back to a cohort, but was 81.0",
                "100, -1 | survivors of cohort 1 at period 1 must be in [0, 100.0], as nobody comes back to a cohort, but was -1.0",
                "100, NaN | survivors of cohort 1 at period 1 must be in [0, 100.0], as nobody comes back to a cohort, but was NaN",
                "Infinity, 1 | survivors of cohort 1 at period 0 must be in (0, Inf), but was Infinity",
                "0, 0 | survivors of cohort 1 at period 0 must be in (0, Inf), but was 0.0",
                "7 | survivors of cohort 1 must be at least two, at times 0 and 1, but were 1; leave out a cohort that has"
                        + " not had a renewal yet"
            })
    void survivorsThatCannotBeAreRefusedByCohortAndPeriod(String survivors, String message) {
        double[] bad = java.util.Arrays.stream(survivors.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThatThrownBy(() -> CohortTable.ofSurvivors(new double[] {10, 9}, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void sharesThatRiseAreRefusedByPeriod() {
        assertThatThrownBy(() -> CohortTable.ofShares(1000, 1, 0.5, 0.6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shares at period 2 must be in [0, 0.5]");
        assertThatThrownBy(() -> CohortTable.ofShares(0, 1, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers must be in (0, Inf), but was 0.0");
    }

    @Test
    void aTableHasACohort() {
        assertThatThrownBy(CohortTable::ofSurvivors)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cohorts must be at least one, but were none");
    }

    @Test
    void timesThatAreNotWholeAreRefusedByRow() {
        assertThatThrownBy(() -> CohortTable.ofTenures(ObservedTenures.of(new double[] {1, 2.5}, new double[] {1, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "time at row 1 must be a whole number of periods; round it up to the period that was paid for,"
                                + " or fit a Weibull lifetime to the times as they are, but was 2.5");
        assertThatThrownBy(() -> CohortTable.ofTenures(
                        ObservedTenures.of(new double[] {2}, new double[] {1}).withEntries(new double[] {0.5})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("entry at row 0 must be a whole number of periods");
    }

    @Test
    void timesInSecondsAreNoPeriods() {
        assertThatThrownBy(
                        () -> CohortTable.ofTenures(ObservedTenures.of(new double[] {3, 1.7e9}, new double[] {1, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time at row 1 must be at most 100000 periods; give times in periods such as months, not in"
                        + " seconds, but was 1.7E9");
        assertThat(CohortTable.ofTenures(ObservedTenures.of(new double[] {100_000}, new double[] {1}))
                        .periods())
                .isEqualTo(100_000);
    }

    @Test
    void nobodyIsLostBeforeTheFirstRenewal() {
        assertThatThrownBy(() -> CohortTable.ofTenures(ObservedTenures.of(new double[] {1, 0}, new double[] {1, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("time at row 1 must be at least 1 for a customer who left")
                .hasMessageEndingWith("count a period begun as 1, or leave out those who never paid, but was 0.0");
        assertThat(CohortTable.ofTenures(ObservedTenures.of(new double[] {1, 0}, new double[] {1, 0}))
                        .lost(1))
                .isEqualTo(1);
    }

    @Test
    void periodsAreThoseOfTheTable() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {10, 9});
        assertThatThrownBy(() -> table.lost(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be in [1, 1], but was 2");
        assertThatThrownBy(() -> table.firstPeriods(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periods must be in [1, 1], but was 0");
    }
}
