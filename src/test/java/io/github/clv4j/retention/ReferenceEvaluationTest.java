package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The telecom churn models S and A of the reference folder evaluated in-sample, as R did; see its README. */
class ReferenceEvaluationTest {

    /** 1e-10 relative: the predictions have 17 digits, the figures 15. */
    private static final Percentage AGREEMENT = withinPercentage(1e-8);

    @ParameterizedTest
    @ValueSource(strings = {"s", "a"})
    void theFiguresAreThoseOfR(String model) {
        String file = "reference/ibm-telco-glm-" + model + ".json";
        ChurnEvaluation evaluation = evaluation(model);
        assertThat(evaluation.auc()).isCloseTo(SharedData.jsonNumber(file, "auc"), AGREEMENT);
        assertThat(evaluation.logLoss()).isCloseTo(SharedData.jsonNumber(file, "log_loss"), AGREEMENT);
        assertThat(evaluation.brier()).isCloseTo(SharedData.jsonNumber(file, "brier"), AGREEMENT);
        assertThat(evaluation.meanProbability()).isCloseTo(SharedData.jsonNumber(file, "mean_predicted"), AGREEMENT);
        assertThat(evaluation.churnRate()).isCloseTo(SharedData.jsonNumber(file, "base_rate"), AGREEMENT);
        assertThat(evaluation.calibrationError())
                .isCloseTo(SharedData.jsonNumber(file, "ece_10_equal_width"), AGREEMENT);
        assertThat(evaluation.confusion(0.5))
                .isEqualTo(new ConfusionMatrix(
                        0.5,
                        (int) SharedData.jsonNumber(file, "tp"),
                        (int) SharedData.jsonNumber(file, "fp"),
                        (int) SharedData.jsonNumber(file, "fn"),
                        (int) SharedData.jsonNumber(file, "tn")));
    }

    @Test
    void theDecilesAreThoseOfR() {
        CsvTable expected = SharedData.csv("reference/ibm-telco-glm-a-deciles.csv");
        List<RiskDecile> deciles = evaluation("a").deciles();
        for (int d = 0; d < deciles.size(); d++) {
            RiskDecile decile = deciles.get(d);
            assertThat(decile.customers()).isEqualTo((int) expected.numbers("n")[d]);
            assertThat(decile.churned()).isEqualTo((int) expected.numbers("events")[d]);
            assertThat(decile.meanProbability()).isCloseTo(expected.numbers("mean_p")[d], AGREEMENT);
            assertThat(decile.minProbability()).isEqualTo(expected.numbers("min_p")[d]);
            assertThat(decile.maxProbability()).isEqualTo(expected.numbers("max_p")[d]);
            assertThat(decile.churnRate()).isCloseTo(expected.numbers("event_rate")[d], AGREEMENT);
            assertThat(decile.lift()).isCloseTo(expected.numbers("lift")[d], AGREEMENT);
            assertThat(decile.cumulativeChurned()).isEqualTo((int) expected.numbers("cum_events")[d]);
            assertThat(decile.cumulativeCapture()).isCloseTo(expected.numbers("cum_capture")[d], AGREEMENT);
            assertThat(decile.cumulativeLift()).isCloseTo(expected.numbers("cum_lift")[d], AGREEMENT);
        }
    }

    @Test
    void theCalibrationIsThatOfR() {
        List<String[]> expected =
                SharedData.csv("reference/ibm-telco-glm-a-calibration.csv").rows();
        List<CalibrationBin> bins = evaluation("a").calibration();
        assertThat(expected).hasSameSizeAs(bins);
        for (int b = 0; b < bins.size(); b++) {
            String[] row = expected.get(b);
            CalibrationBin bin = bins.get(b);
            assertThat(bin.lower()).isCloseTo(Double.parseDouble(row[1]), within(1e-15));
            assertThat(bin.customers()).isEqualTo(Integer.parseInt(row[3]));
            assertThat(bin.churned()).isEqualTo(Integer.parseInt(row[4]));
            if (row[5].equals("NA")) {
                assertThat(bin.meanProbability()).isNaN();
                assertThat(bin.churnRate()).isNaN();
            } else {
                assertThat(bin.meanProbability()).isCloseTo(Double.parseDouble(row[5]), AGREEMENT);
                assertThat(bin.churnRate()).isCloseTo(Double.parseDouble(row[6]), AGREEMENT);
            }
        }
    }

    private static ChurnEvaluation evaluation(String model) {
        double[] probability = SharedData.csv("reference/ibm-telco-glm-" + model + "-predictions.csv")
                .numbers("churn_probability");
        return ChurnEvaluation.inSample(
                probability, SharedData.csv("data/ibm-telco-customer-churn.csv").equalTo("Churn", "Yes"));
    }
}
