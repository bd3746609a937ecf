package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import io.github.clv4j.timevalue.Horizon;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The curves of the telecom base, computed with {@code survfit} of R 4.2.2 (survival 3.5-3); see the README of the folder. */
class ReferenceKaplanMeierTest {

    private static final Offset<Double> AGREEMENT = within(1e-12);

    private static Map<String, KaplanMeier> curves() {
        CsvTable telco = SharedData.csv("data/ibm-telco-customer-churn.csv");
        ObservedTenures tenures = ObservedTenures.of(telco.numbers("tenure"), telco.equalTo("Churn", "Yes"));
        Map<String, KaplanMeier> curves = new TreeMap<>(KaplanMeier.byGroup(tenures, telco.texts("Contract")));
        curves.put("all", KaplanMeier.of(tenures));
        return curves;
    }

    private static void assertNear(double actual, String expected, String what) {
        if (expected.equals("NA")) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(Double.parseDouble(expected), AGREEMENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "contract"})
    void everyFigureOfTheTableIsThatOfR(String file) {
        CsvTable reference = SharedData.csv("reference/ibm-telco-km-" + file + ".csv");
        Map<String, KaplanMeier> curves = curves();
        Map<String, Integer> rows = new TreeMap<>();
        for (String[] cells : reference.rows()) {
            KaplanMeier curve = curves.get(cells[0]);
            int row = rows.merge(cells[0], 1, Integer::sum) - 1;
            SurvivalStep step = curve.steps().get(row);
            String what = cells[0] + " at " + cells[1];
            assertThat(step.time()).as(what).isEqualTo(Double.parseDouble(cells[1]));
            assertThat(step.atRisk()).as(what).isEqualTo(Integer.parseInt(cells[2]));
            assertThat(step.events()).as(what).isEqualTo(Integer.parseInt(cells[3]));
            assertThat(step.censored()).as(what).isEqualTo(Integer.parseInt(cells[4]));
            assertNear(step.survival(), cells[5], what);
            assertNear(step.standardError(), cells[6], what);
            assertNear(step.cumulativeHazard(), cells[13], what);
            LimitKind[] kinds = {LimitKind.LOG, LimitKind.PLAIN, LimitKind.LOG_LOG};
            for (int k = 0; k < kinds.length; k++) {
                SurvivalLimits limits = curve.limits(kinds[k], 0.95);
                assertNear(limits.lower()[row], cells[7 + 2 * k], what + " lower " + kinds[k]);
                assertNear(limits.upper()[row], cells[8 + 2 * k], what + " upper " + kinds[k]);
            }
        }
        rows.forEach((group, count) ->
                assertThat(curves.get(group).steps()).as(group).hasSize(count));
    }

    @Test
    void meansAndMediansAreThoseOfR() {
        Map<String, KaplanMeier> curves = curves();
        for (String[] cells :
                SharedData.csv("reference/ibm-telco-km-summary.csv").rows()) {
            KaplanMeier curve = curves.get(cells[0]);
            assertThat(curve.customers()).isEqualTo(Integer.parseInt(cells[1]));
            assertThat(curve.leavers()).isEqualTo(Integer.parseInt(cells[2]));
            RestrictedMean mean = curve.restrictedMean(Horizon.ofPeriods(72));
            assertNear(mean.mean(), cells[3], cells[0] + " mean");
            assertNear(mean.standardError(), cells[4], cells[0] + " error of the mean");
            TenureQuantile median = curve.median(curve.limits(LimitKind.LOG, 0.95));
            assertNear(median.time(), cells[5], cells[0] + " median");
            assertNear(median.lower(), cells[6], cells[0] + " median from");
            assertNear(median.upper(), cells[7], cells[0] + " median to");
        }
    }
}
