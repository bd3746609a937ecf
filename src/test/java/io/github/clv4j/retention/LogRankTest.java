package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.retention.FitException.Reason;
import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogRankTest {

    private static ObservedTenures tenures(double[] times, double... left) {
        return ObservedTenures.of(times, left);
    }

    private static FitException refusal(ObservedTenures a, ObservedTenures b) {
        return catchThrowableOfType(FitException.class, () -> LogRank.of(new TreeMap<>(Map.of("a", a, "b", b))));
    }

    /** 16.79 is the textbooks' figure, and so are the expected counts. */
    @Test
    void theDrugProlongsRemissions() {
        LogRank logRank =
                LogRank.of(new TreeMap<>(Map.of("6-MP", Remissions.treated(), "placebo", Remissions.placebo())));
        assertThat(logRank.groups()).containsExactly("6-MP", "placebo");
        assertThat(logRank.customers()).containsExactly(21, 21);
        assertThat(logRank.observed()).containsExactly(9, 21);
        assertThat(logRank.expected()[0]).isCloseTo(19.25, within(0.005));
        assertThat(logRank.expected()[1]).isCloseTo(10.75, within(0.005));
        assertThat(logRank.test().chiSquare()).isCloseTo(16.79, within(0.005));
        assertThat(logRank.test().degreesOfFreedom()).isEqualTo(1);
        assertThat(logRank.test().pValue()).isCloseTo(4.2e-5, within(5e-7));
        assertThat(logRank).asString().startsWith("LogRank[groups=[6-MP, placebo], ChiSquareTest[chiSquare=16.79");
    }

    @Test
    void contractsOfTheTelecomBaseDifferAsRHasIt() {
        CsvTable telco = SharedData.csv("data/ibm-telco-customer-churn.csv");
        LogRank logRank = LogRank.of(ObservedTenures.of(telco.numbers("tenure"), telco.equalTo("Churn", "Yes"))
                .byGroup(telco.texts("Contract")));
        assertThat(logRank.groups()).containsExactly("Month-to-month", "One year", "Two year");
        assertThat(logRank.customers()).containsExactly(3875, 1473, 1695);
        assertThat(logRank.observed()).containsExactly(1655, 166, 48);
        double[] expected = {708.445595507873, 470.72782609582, 689.826578396307};
        for (int g = 0; g < expected.length; g++) {
            assertThat(logRank.expected()[g]).isCloseTo(expected[g], withinPercentage(1e-11));
        }
        String file = "reference/ibm-telco-logrank-contract.json";
        assertThat(logRank.test().chiSquare()).isCloseTo(SharedData.jsonNumber(file, "chisq"), withinPercentage(1e-11));
        assertThat(logRank.test().degreesOfFreedom()).isEqualTo(2);
        assertThat(logRank.test().pValue()).isZero();
        assertThat(logRank.test().log10PValue())
                .isCloseTo(SharedData.jsonNumber(file, "log10_p_value"), withinPercentage(1e-11));
    }

    @Test
    void aGroupOfWhichNobodyLeftIsCompared() {
        LogRank logRank = LogRank.of(new TreeMap<>(
                Map.of("a", tenures(new double[] {1, 2, 3}, 1, 1, 1), "b", tenures(new double[] {4, 4, 4}, 0, 0, 0))));
        assertThat(logRank.observed()).containsExactly(3, 0);
        assertThat(logRank.expected()[1]).isCloseTo(3.0 / 6 + 3.0 / 5 + 3.0 / 4, within(1e-15));
        assertThat(logRank.test().degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void aGroupNeverAtRiskAddsNoDegreeOfFreedom() {
        Map<String, ObservedTenures> groups = new TreeMap<>(
                Map.of("a", tenures(new double[] {2, 5, 6}, 1, 0, 1), "b", tenures(new double[] {3, 4, 7}, 1, 1, 0)));
        LogRank two = LogRank.of(groups);
        groups.put("new", tenures(new double[] {1, 1}, 0, 0));
        LogRank three = LogRank.of(groups);
        assertThat(three.expected()[2]).isZero();
        assertThat(three.test()).isEqualTo(two.test());
    }

    @Test
    void whereNobodyLeftThereIsNothingToCompare() {
        ObservedTenures stayed = tenures(new double[] {1, 2}, 0, 0);
        FitException refusal = refusal(stayed, stayed);
        assertThat(refusal.reason()).isSameAs(Reason.NO_EVENTS);
        assertThat(refusal)
                .hasMessage("no customer of [a, b] left, so that there is nothing to compare; watch them for longer");
    }

    @Test
    void groupsWatchedAtOtherAgesCannotBeCompared() {
        FitException refusal = refusal(
                tenures(new double[] {1, 2}, 1, 1),
                tenures(new double[] {5, 6}, 1, 1).withEntries(new double[] {3, 3}));
        assertThat(refusal.reason()).isSameAs(Reason.NO_EVENTS);
        assertThat(refusal)
                .hasMessage("nobody left while customers of two of [a, b] were at risk and one of them stayed, so that"
                        + " there is nothing to compare; compare groups that were watched at the same ages");
    }

    @Test
    void oneGroupIsNoComparison() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRank.of(Map.of("a", Remissions.treated())))
                .withMessage("groups must be at least 2, but were 1");
    }
}
