package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file much longer than the heap, of which the ids alone would fill it several times. */
class SmallHeapIT {

    private static final int CUSTOMERS = 1_500_000;
    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "long",
              "input": {"columns": {"id": "text", "fee": "number", "churn": "number"}, "sql": "features.sql", "id": "id"},
              "value": {"profit": "fee", "discountRate": {"rate": 0, "per": "month"}, "horizon": 10},
              "churn": {"column": "churn"}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aMillionAndAHalfCustomersAreScoredInAHeapOf128Megabytes() throws Exception {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), "SELECT input_row, id, fee, churn FROM customers");
        Path input = folder.resolve("customers.parquet");
        try (Connection connection = Sql.openInMemory()) {
            Sql.execute(
                    connection,
                    "COPY (SELECT 'a rather long id of customer number ' || i AS id, (i % 1000)::DOUBLE AS fee, i % 100 / 100 AS"
                            + " churn FROM range(" + CUSTOMERS + ") t(i)) TO " + Sql.text(input.toString()));
        }
        Path model = folder.resolve("model.json");
        Path output = folder.resolve("scored.csv");

        run("score", folder.resolve("plan.json"), "--input", input, "--model-out", model);
        String table = run("score", "--model", model, "--input", input, "--output", output);

        assertThat(table).contains("Platinum customers");
        try (var lines = Files.lines(output)) {
            assertThat(lines.count()).isEqualTo(CUSTOMERS + 1);
        }
    }

    private static String run(Object... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
