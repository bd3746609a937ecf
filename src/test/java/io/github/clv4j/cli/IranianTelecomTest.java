package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example of docs/examples/iranian-telecom, on the file it is about. Expected values come from NumPy. */
class IranianTelecomTest {

    private static final Path PLAN = Path.of("docs/examples/iranian-telecom/plan.json");

    @TempDir
    private Path folder;

    private Path input;
    private Path output;
    private Path model;

    @BeforeEach
    void scoreTheFile() {
        input = SharedData.file("data/iranian-churn-uci.csv");
        output = folder.resolve("scored.csv");
        model = folder.resolve("model.json");
        CommandLine run = CommandLine.run(
                "score",
                PLAN,
                "--input",
                input,
                "--output",
                output,
                "--summary",
                folder.resolve("summary.json"),
                "--model-out",
                model);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theFitIsThatOfPlainNewtonSteps() throws IOException {
        JsonNode churn = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("summary.json")))
                .at("/fit/churn");

        assertThat(churn.at("/customers").intValue()).isEqualTo(3150);
        assertThat(churn.at("/churned").intValue()).isEqualTo(495);
        assertThat(churn.at("/deviance").doubleValue()).isCloseTo(1488.9607160017226, within(1e-9));
    }

    @Test
    void aCustomerIsWorthItsMonthlyProfitForAYearFromTheMiddleOfEachMonth() throws IOException {
        double annuity = 0;
        for (int month = 1; month <= 12; month++) {
            annuity += Math.pow(1.01, 0.5 - month);
        }
        List<Map<String, String>> customers = Csv.read(input);
        List<Map<String, String>> scores = Csv.read(output);

        assertThat(scores).hasSameSizeAs(customers);
        for (int i = 0; i < scores.size(); i++) {
            double expected = Double.parseDouble(customers.get(i).get("Customer Value")) / 9 * annuity;
            assertThat(Double.parseDouble(scores.get(i).get("current_value")))
                    .isCloseTo(expected, within(1e-12 * (1 + expected)));
            assertThat(scores.get(i)).containsEntry("customer_id", String.valueOf(i + 1));
        }
    }

    @Test
    void theSegmentsHaveTheSizesTheyHaveOutsideOfJava() throws IOException {
        assertThat(Csv.read(output).stream()
                        .collect(Collectors.groupingBy(row -> row.get("segment"), Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("GOLD", 1519L, "LOYAL", 671L, "SHORT_TERM", 58L, "LEAST_VALUABLE", 902L));
    }

    @Test
    void customersWithoutAnOutcomeGetTheSameBytes() throws IOException {
        List<String> lines = Files.readAllLines(input);
        Path withoutChurn = Files.write(
                folder.resolve("new.csv"),
                lines.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .toList());
        Path again = folder.resolve("again.csv");

        CommandLine run = CommandLine.run("score", "--model", model, "--input", withoutChurn, "--output", again);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(again).hasSameBinaryContentAs(output);
    }
}
