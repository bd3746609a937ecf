package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The score command on a file so long that it is scored in several chunks. */
class LongFileTest {

    private static final int CUSTOMERS = 300_000;
    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "long",
              "input": {"columns": {"id": "text", "fee": "number", "churn": "number"}, "sql": "features.sql", "id": "id"},
              "value": {"profit": "fee", "discountRate": {"rate": 0, "per": "month"}, "horizon": 10},
              "churn": {"column": "churn"},
              "cuts": {"currentValue": {"fixed": 1500000}, "potentialValue": {"fixed": 1}, "loyalty": {"fixed": 0.5}}
            }
            """;
    private static final String SQL = "SELECT input_row, id, fee, churn FROM customers";

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void writePlan() throws IOException {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), SQL);
        output = folder.resolve("scored.csv");
    }

    private CommandLine score(List<String> lines, Object... more) throws IOException {
        Files.write(folder.resolve("customers.csv"), lines);
        List<Object> args = new ArrayList<>(List.of(
                "score", folder.resolve("plan.json"), "--input", folder.resolve("customers.csv"), "--output", output));
        args.addAll(List.of(more));
        return CommandLine.run(args.toArray());
    }

    private static List<String> customers() {
        List<String> lines = new ArrayList<>(List.of("id,fee,churn"));
        for (int i = 0; i < CUSTOMERS; i++) {
            lines.add("C" + i + "," + i + "," + i % 2);
        }
        return lines;
    }

    private void assertRefused(CommandLine run, String message) {
        assertThat(run.err()).isEqualTo("clv4j: " + message + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void everybodyIsScoredInTheOrderOfTheFileAndCounted() throws IOException {
        List<String> lines = customers();
        lines.set(200_001, "C200000,much,0");
        lines.set(250_001, "C250000");
        Path summary = folder.resolve("summary.json");

        CommandLine run = score(lines, "--summary", summary, "--failures", folder.resolve("failures.csv"));

        assertThat(run.exitCode()).isZero();
        List<String> scored = Files.readAllLines(output);
        assertThat(scored).hasSize(CUSTOMERS + 1);
        for (int i = 0; i < CUSTOMERS; i++) {
            String expected = switch (i) {
                case 200_000 -> "C200000,,,,,,";
                case 250_000 -> ",,,,,,";
                default ->
                    "C" + i + "," + 10 * i + ".0,0.0," + 10 * i + ".0," + i % 2 + ".0," + (1 - i % 2) + ".0,"
                            + (i < 150_000
                                    ? i % 2 == 0 ? "LOYAL" : "LEAST_VALUABLE"
                                    : i % 2 == 0 ? "GOLD" : "SHORT_TERM");
            };
            assertThat(scored.get(i + 1)).isEqualTo(expected);
        }
        assertThat(Files.readAllLines(folder.resolve("failures.csv")))
                .containsExactly(
                        "row,customer_id,field,value,reason",
                        "200001,C200000,fee,much,must be a number",
                        "250001,,,C250000,\"line 250002 has 1 cell, but the header has 3\"");
        assertThat(Files.readString(summary))
                .contains("\"customers\" : 300000", "\"failures\" : 2", "\"customers\" : 74998");
        assertThat(run.err())
                .contains("customer 200001 (C200000): fee must be a number", "2 of 300000 customers have no");
    }

    @Test
    void anIdThatStandsTwiceFarApartIsNamedWithBothCustomers() throws IOException {
        List<String> lines = customers();
        lines.set(290_001, "C7,1,0");

        assertRefused(
                score(lines),
                folder.resolve("customers.csv")
                        + ": id must be distinct, but \"C7\" is that of customers 8 and 290001");
    }

    @Test
    void rowsThatTheSqlLosesAreCountedOverTheWholeFile() throws IOException {
        Files.writeString(folder.resolve("features.sql"), SQL + " WHERE input_row % 100000 <> 99999");

        assertRefused(
                score(customers()),
                folder.resolve("features.sql")
                        + " loses rows: input_row 99999 is the first of 3; fitWhere and scoreWhere of"
                        + " the plan leave customers out");
    }

    @Test
    void aCustomerCannotBeMadeOfAnotherFarAway() throws IOException {
        Files.writeString(folder.resolve("features.sql"), SQL.replace("input_row", "299999 - input_row AS input_row"));

        assertRefused(
                score(customers()),
                folder.resolve("features.sql")
                        + " must make each customer's values from that customer alone, but input_row"
                        + " 299999 comes of another");
    }

    @Test
    void aConditionMayStillCompareACustomerWithAllOthers() throws IOException {
        Files.writeString(
                folder.resolve("plan.json"),
                PLAN.replace(
                        "\"id\": \"id\"",
                        "\"id\": \"id\", \"scoreWhere\": \"fee >= (SELECT max(fee) - 1 FROM customers) OR fee = 3\""));

        assertThat(score(customers()).exitCode()).isZero();

        assertThat(Files.readAllLines(output))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly("customer_id", "C3", "C299998", "C299999");
    }

    @Test
    void aPlanIsFittedToASampleThatTheSeedSettles() throws IOException {
        Files.writeString(
                folder.resolve("plan.json"),
                PLAN.replace("{\"fixed\": 1500000}", "\"median\"").replace("{\"fixed\": 0.5}", "\"mean\""));
        List<String> models = new ArrayList<>();
        for (String seed : List.of("1", "1", "2")) {
            Path model = folder.resolve("model.json");
            Path summary = folder.resolve("summary.json");
            CommandLine run = score(
                    customers(), "--fit-sample", 1000, "--fit-seed", seed, "--summary", summary, "--model-out", model);
            assertThat(run.exitCode()).isZero();
            assertThat(Files.readAllLines(output)).hasSize(CUSTOMERS + 1);
            assertThat(Files.readString(summary))
                    .contains("\"drawn\" : 1000", "\"of\" : 300000", "\"seed\" : " + seed, "\"rows\" : 1000");
            models.add(Files.readString(model));
        }
        assertThat(models.get(1)).isEqualTo(models.get(0));
        assertThat(models.get(2)).isNotEqualTo(models.get(0));
    }

    @Test
    void aSampleOfEverybodyIsEverybody() throws IOException {
        Path all = folder.resolve("all.json");
        Path sampled = folder.resolve("sampled.json");
        score(customers(), "--model-out", all);
        score(customers(), "--model-out", sampled, "--fit-sample", CUSTOMERS);

        assertThat(sampled).hasSameTextualContentAs(all);
    }
}
