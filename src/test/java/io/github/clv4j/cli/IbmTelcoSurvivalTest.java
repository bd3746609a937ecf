package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.json.ModelFile;
import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The IBM telco sample scored by survival curves of its contracts, against the Kaplan-Meier curves of R's survival package:
 * churn within a quarter, and profits of two years weighted by the survival of customers of the same tenure and contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IbmTelcoSurvivalTest {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "survival by contract",
              "input": {
                "columns": {
                  "customerID": "text", "tenure": "number", "Contract": "text", "MonthlyCharges": "number",
                  "Churn": "text"
                },
                "fitOnly": ["Churn"],
                "sql": "features.sql",
                "id": "customer_id"
              },
              "value": {
                "profit": "profit",
                "discountRate": {"rate": 0.01, "per": "month"},
                "horizon": 24,
                "weightedBySurvival": true
              },
              "survival": {"tenure": "tenure", "left": "churned", "by": "contract"},
              "churn": {"survival": {"periods": 3}},
              "cuts": {"potentialValue": {"fixed": 0}}
            }
            """;
    private static final String SQL = """
            SELECT input_row, customerID AS customer_id, 0.3 * MonthlyCharges AS profit, tenure, Contract AS contract,
                Churn = 'Yes' AS churned
            FROM customers
            """;

    private static final int LONGEST = 72;
    private static final double SAME = 1e-12;

    private Path folder;
    private List<Map<String, String>> customers;
    private List<Map<String, String>> scored;
    private Map<String, NavigableMap<Double, Double>> curves;

    @BeforeAll
    void scoreTheFile(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path plan = Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), SQL);
        Path input = SharedData.file("data/ibm-telco-customer-churn.csv");
        CommandLine run = CommandLine.run(
                "score",
                plan,
                "--input",
                input,
                "--output",
                folder.resolve("scored.csv"),
                "--model-out",
                folder.resolve("model.json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        customers = Csv.read(input);
        scored = Csv.read(folder.resolve("scored.csv"));
        curves = curvesOfR();
    }

    private static Map<String, NavigableMap<Double, Double>> curvesOfR() {
        CsvTable table = SharedData.csv("reference/ibm-telco-km-contract.csv");
        Map<String, NavigableMap<Double, Double>> curves = new TreeMap<>();
        double[] times = table.numbers("time");
        double[] survival = table.numbers("surv");
        List<String> contracts = table.texts("group");
        for (int i = 0; i < times.length; i++) {
            curves.computeIfAbsent(contracts.get(i), c -> new TreeMap<>(Map.of(0.0, 1.0)))
                    .put(times[i], survival[i]);
        }
        return curves;
    }

    /** S of R, continued past its last month with the average hazard of the curve. */
    private double survival(String contract, double time) {
        NavigableMap<Double, Double> curve = curves.get(contract);
        double last = curve.get((double) LONGEST);
        return time <= LONGEST
                ? curve.floorEntry(time).getValue()
                : last * StrictMath.pow(StrictMath.pow(last, 1.0 / LONGEST), time - LONGEST);
    }

    @Test
    void theChurnProbabilityIsThatOfTheCurveOfTheContract() {
        for (int i = 0; i < scored.size(); i++) {
            double tenure = Double.parseDouble(customers.get(i).get("tenure"));
            String contract = customers.get(i).get("Contract");
            double expected = 1 - survival(contract, tenure + 3) / survival(contract, tenure);
            assertThat(Double.parseDouble(scored.get(i).get("churn_probability")))
                    .as("customer %d", i)
                    .isCloseTo(expected, within(SAME));
        }
    }

    @Test
    void theCurrentValueIsTheProfitWeightedBySurvival() {
        for (int i = 0; i < scored.size(); i++) {
            double tenure = Double.parseDouble(customers.get(i).get("tenure"));
            String contract = customers.get(i).get("Contract");
            double expected = 0;
            for (int t = 1; t <= 24; t++) {
                expected += 0.3
                        * Double.parseDouble(customers.get(i).get("MonthlyCharges"))
                        * survival(contract, tenure + t)
                        / survival(contract, tenure)
                        / StrictMath.pow(1.01, t);
            }
            assertThat(Double.parseDouble(scored.get(i).get("current_value")))
                    .as("customer %d", i)
                    .isCloseTo(expected, within(SAME * 1000));
        }
    }

    @Test
    void theModelAloneGivesTheSameScores() throws IOException {
        Path without = folder.resolve("without-churn.csv");
        String text = Files.readString(SharedData.file("data/ibm-telco-customer-churn.csv"));
        Files.writeString(
                without,
                text.lines()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElseThrow());
        CommandLine again = CommandLine.run(
                "score",
                "--model",
                folder.resolve("model.json"),
                "--input",
                without,
                "--output",
                folder.resolve("again.csv"));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(folder.resolve("again.csv")).hasSameTextualContentAs(folder.resolve("scored.csv"));
        String model = Files.readString(folder.resolve("model.json"));
        assertThat(ModelFile.parse("model.json", model).json()).isEqualTo(model);
    }
}
