package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.json.InputPlan;
import io.github.clv4j.json.InputQuery;
import io.github.clv4j.json.ModelFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a model on the command line: fitted and written, verified, read by others to score and to explain. */
class ModelCommandsTest {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "two cities",
              "input": {
                "columns": {"id": "text", "fee": "number", "city": "text", "has_tv": "number", "gone": "text"},
                "fitOnly": ["gone"],
                "sql": "features.sql",
                "id": "customer",
                "fitWhere": "gone IS NOT NULL"
              },
              "value": {
                "profit": "profit",
                "discountRate": {"rate": 0.01, "per": "month"},
                "horizon": 24,
                "services": [{"name": "tv", "held": "tv", "probability": {"groupShare": "city"}, "profit": 4}]
              },
              "churn": {"logistic": {"outcome": "has_left", "features": ["fee"]}}
            }
            """;
    private static final String SQL = """
            SELECT input_row, id AS customer, fee, fee / 2 AS profit, has_tv AS tv, city, gone = 'yes' AS has_left
            FROM customers
            """;
    private static final String CUSTOMERS = """
            id,fee,city,has_tv,gone
            anne,20,Lima,0,no
            bob,40.1,Lima,1,yes
            cleo,60,Oslo,0,no
            dan,33.3,Oslo,1,yes
            eve,51.7,Lima,0,no
            """;
    private static final String NEW_CUSTOMERS = """
            id,fee,city,has_tv
            fay,25,Oslo,0
            guy,,Lima,1
            """;

    @TempDir
    private Path folder;

    private Path plan;
    private Path model;
    private Path customers;
    private Path output;

    @BeforeEach
    void fitAModel() throws IOException {
        plan = Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), SQL);
        customers = Files.writeString(folder.resolve("customers.csv"), CUSTOMERS);
        model = folder.resolve("model.json");
        output = folder.resolve("scored.csv");
        CommandLine run =
                CommandLine.run("score", plan, "--input", customers, "--output", output, "--model-out", model);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    private CommandLine score(Path input, Object... more) {
        Object[] args = {"score", "--model", model, "--input", input, "--output", output};
        return CommandLine.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray());
    }

    private CommandLine explain(Path input, String id, Object... more) {
        Object[] args = {"explain", model, "--input", input, "--customer", id};
        return CommandLine.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray());
    }

    private static void assertRefused(CommandLine run, String... messages) {
        assertThat(run.err()).startsWith("clv4j: ").contains(messages).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aModelReadBackScoresTheSameBytes() throws IOException {
        byte[] before = Files.readAllBytes(output);
        Files.delete(output);
        Files.delete(plan);
        Files.delete(folder.resolve("features.sql"));

        CommandLine run = score(customers);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllBytes(output)).isEqualTo(before);
    }

    @Test
    void theSamePlanAndCustomersGiveTheSameModelBytes() throws IOException {
        Path again = folder.resolve("again.json");

        CommandLine.run("score", plan, "--input", customers, "--model-out", again);

        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(model));
    }

    @Test
    void newCustomersNeedNoOutcomeAndABadOneKeepsItsPlace() throws IOException {
        Path input = Files.writeString(folder.resolve("new.csv"), NEW_CUSTOMERS);

        CommandLine run = score(input, "--summary", folder.resolve("summary.json"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("customer 2 (guy): profit is missing", "1 of 2 customers have no score");
        assertThat(Csv.read(output)).extracting(row -> row.get("customer_id")).containsExactly("fay", "guy");
        assertThat(Csv.read(output).get(0).get("segment")).isNotEmpty();
        assertThat(Csv.read(output).get(1).get("segment")).isEmpty();
        assertThat(Files.readString(folder.resolve("summary.json")))
                .contains("\"model\"", "\"name\" : \"two cities\"", "\"rows\" : 5", "\"columnsSha256\"")
                .doesNotContain("\"warnings\"");
    }

    @Test
    void aFitNeedsTheColumnsThatScoringDoesNot() throws IOException {
        Path input = Files.writeString(folder.resolve("new.csv"), NEW_CUSTOMERS);

        assertRefused(CommandLine.run("score", plan, "--input", input), "new.csv", "gone");
    }

    @Test
    void aCustomerIsExplained() throws IOException {
        CommandLine run = explain(customers, "anne");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).first().isEqualTo("customer anne, number 1 in the file");
        assertThat(run.out())
                .contains("current value 212.4339 is low: cut ")
                .contains("distance ")
                .contains("current: profit 10.00 a period x annuity 21.2434")
                .contains("potential: tv +28.32")
                .contains("churn probability ", "log-odds ", "the mean customer has ")
                .containsPattern("  fee 20.0000 \\(mean 41.0200\\): [+-]\\d");
        assertThat(explain(customers, "anne", "--lang", "zh").out()).contains("客户 anne,文件中第 1 位", "当前价值");
    }

    @Test
    void aCustomerWhoCannotBeExplainedIsToldWhy() throws IOException {
        Path input = Files.writeString(folder.resolve("new.csv"), NEW_CUSTOMERS.replace("25", "a lot"));

        assertRefused(explain(input, "fay"), "new.csv: customer 1 (fay): fee", "but was a lot");
        assertRefused(explain(input, "guy"), "new.csv: customer 2 (guy): profit is missing");
        assertRefused(explain(input, "zoe"), "new.csv has no customer whose customer is \"zoe\"");
    }

    @Test
    void aModelIsVerified() {
        CommandLine run = CommandLine.run("verify", model);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(model + " is unchanged, and scores its golden customers as it did, bit for bit")
                .contains("\"two cities\", fitted by clv4j ", " on 5 of 5 customers");
        assertThat(CommandLine.run("verify", model, "--lang", "zh").out()).contains("未被改动");
    }

    @Test
    void aChangedModelIsRefusedByEveryCommandAndTheOldOutputStays() throws IOException {
        byte[] before = Files.readAllBytes(output);
        String changed = Files.readString(model).replaceFirst("(\"intercept\" : -?\\d\\.\\d+)\\d", "$19");
        Files.writeString(model, changed + " ");

        for (CommandLine run :
                new CommandLine[] {CommandLine.run("verify", model), score(customers), explain(customers, "anne")}) {
            assertRefused(run, "model.json: /sha256 does not fit the rest of the file");
        }
        assertThat(Files.readAllBytes(output)).isEqualTo(before);
    }

    @Test
    void aModelWithoutInputCannotReadAFile() throws IOException {
        ModelFile file = ModelFile.parse("model.json", Files.readString(model));
        write(new ModelFile(file.name(), file.model(), file.provenance(), Optional.empty(), file.version()));

        assertRefused(score(customers), "model.json: its plan has no field \"input\", so it cannot read a file");
    }

    @Test
    void whatAStrangerWroteDoesNotMoveTheCursor() throws IOException {
        ModelFile file = ModelFile.parse("model.json", Files.readString(model));
        write(new ModelFile("\u001b[2Jok", file.model(), file.provenance(), file.input(), "0.1\nfine"));
        assertRefused(CommandLine.run("verify", model), "/plan/name must be a name on one line");

        write(new ModelFile(file.name(), file.model(), file.provenance(), file.input(), "0.1\nfine"));
        assertThat(CommandLine.run("verify", model).out()).contains("clv4j 0.1\\u000afine");

        Path input = Files.writeString(folder.resolve("new.csv"), "id,fee,city,has_tv\n\u001b[2J,x,Oslo,0\n");
        assertRefused(explain(input, "\u001b[2J"), "customer 1 (\\u001b[2J): fee");
        assertRefused(explain(input, "\u202E"), "is \"\\u202e\"");
    }

    @Test
    void aFileLargerThanAnyModelIsNotRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
            file.setLength(300L << 20);
        }

        assertRefused(CommandLine.run("verify", model), "must not be larger than 268435456 bytes, but has 314572800");
    }

    @Test
    void aModelThatCouldNotBeReadIsNotWritten() throws IOException {
        Files.writeString(customers, CUSTOMERS.replace("Oslo", "O".repeat(60_000)));
        byte[] before = Files.readAllBytes(model);

        assertRefused(CommandLine.run("score", plan, "--input", customers, "--model-out", model), "model.json");

        assertThat(Files.readAllBytes(model)).isEqualTo(before);
    }

    /** Whoever makes a model can give it a right checksum: its SQL is no more trusted than that of a plan. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 0 AS input_row, content AS customer FROM read_text('plan.json')",
                "COPY (SELECT 1) TO 'canary.csv'",
                "ATTACH 'canary.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SELECT * FROM customers; DROP VIEW customers",
                "SELECT input_row, id FROM customers",
                "SELECT DISTINCT ON (city) * FROM customers",
            })
    void sqlOfAModelIsHeldAsThatOfAPlan(String attack) throws IOException {
        ModelFile file = ModelFile.parse("model.json", Files.readString(model));
        InputPlan input = file.input().orElseThrow().plan();
        write(file.withInput(new InputQuery(input, attack)));
        byte[] before = Files.readAllBytes(output);

        assertRefused(score(customers), "model.json: sql");

        assertThat(Files.readAllBytes(output)).isEqualTo(before);
        assertThat(folder.resolve("canary.csv")).doesNotExist();
        assertThat(Path.of("canary.csv")).doesNotExist();
    }

    private void write(ModelFile file) throws IOException {
        Files.writeString(model, file.json());
    }

    @Test
    void aModelIsNotOverwritten() throws IOException {
        byte[] before = Files.readAllBytes(model);

        assertRefused(
                score(customers, "--summary", model), "--summary ", "model.json must be another file than the model ");

        assertThat(Files.readAllBytes(model)).isEqualTo(before);
    }

    @Test
    void aCallThatMakesNoSenseIsAUsageError() {
        for (CommandLine run : new CommandLine[] {
            CommandLine.run("score", "--input", customers),
            CommandLine.run("score", plan, "--model", model, "--input", customers),
            score(customers, "--model-out", folder.resolve("other.json")),
            score(customers, "--sql-time-limit", 0),
            CommandLine.run("explain", model, "--input", customers),
            CommandLine.run("verify"),
        }) {
            assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        }
    }

    @Test
    void sqlThatDoesNotEndIsStopped() throws IOException {
        Files.writeString(
                folder.resolve("features.sql"),
                SQL.replace("gone = 'yes'", "(SELECT true FROM range(1000000000000) r(i) WHERE i + fee < 0 LIMIT 1)"));

        CommandLine run = CommandLine.run("score", plan, "--input", customers, "--sql-time-limit", 1);

        assertRefused(run, "features.sql", "1 s", "--sql-time-limit");
    }
}
