package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The score command on small files, good and bad. */
class ScoreCommandTest {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "test",
              "input": {
                "columns": {"id": "text", "fee": "number", "city": "text", "has_tv": "number", "churn": "number"},
                "sql": "features.sql",
                "id": "customer"
              },
              "value": {
                "profit": "profit",
                "discountRate": {"rate": 0, "per": "month"},
                "horizon": 10,
                "services": [{"name": "tv", "held": "tv", "probability": {"groupShare": "city"}, "profit": 4}]
              },
              "churn": {"column": "churn"}
            }
            """;
    private static final String SQL =
            "SELECT input_row, id AS customer, fee / 2 AS profit, has_tv AS tv, city, churn FROM customers";
    private static final String HEADER = "id,fee,city,has_tv,churn\n";
    private static final String ANNE = "anne,20,Lima,0,0.1\n";
    private static final String BOB = "bob,40,Lima,1,0.2\n";
    private static final String CLEO = "cleo,60,Oslo,0,0.3\n";

    @TempDir
    private Path folder;

    private Path input;
    private Path output;

    @BeforeEach
    void writePlan() throws IOException {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), SQL);
        input = folder.resolve("customers.csv");
        output = folder.resolve("scored.csv");
    }

    private CommandLine score(String csv, Object... more) throws IOException {
        Files.writeString(input, csv);
        Object[] args = {"score", folder.resolve("plan.json"), "--input", input, "--output", output};
        return CommandLine.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray());
    }

    private void plan(String right, String wrong) throws IOException {
        assertThat(PLAN).contains(right);
        Files.writeString(folder.resolve("plan.json"), PLAN.replace(right, wrong));
    }

    private void assertRefused(CommandLine run, String... messages) throws IOException {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("clv4j: ").contains(messages).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(output).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void everyCustomerIsScoredInTheOrderOfTheFile() throws IOException {
        CommandLine run = score(HEADER + ANNE + BOB + CLEO);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("warning: 100.0 % of the customers are high on potential value");
        // ten months without discount; half of Lima has tv, nobody in Oslo
        assertThat(Files.readString(output)).isEqualTo("""
                        customer_id,current_value,potential_value,lifetime_value,churn_probability,loyalty,segment
                        anne,100.0,20.0,120.0,0.1,0.9,POTENTIAL
                        bob,200.0,0.0,200.0,0.2,0.8,PLATINUM
                        cleo,300.0,0.0,300.0,0.3,0.7,CHURN_PRONE
                        """);
    }

    @Test
    void theTableSpeaksChineseOnDemand() throws IOException {
        assertThat(score(HEADER + ANNE + BOB + CLEO, "--lang", "zh").out()).contains("白金客户", "平均当前价值");
    }

    @Test
    void someCustomersAreFittedAndOthersScored() throws IOException {
        plan(
                "\"id\": \"customer\"",
                "\"id\": \"customer\", \"fitWhere\": \"fee < 50\", \"scoreWhere\": \"id <> 'bob'\"");

        CommandLine run = score(HEADER + ANNE + BOB + CLEO, "--failures", folder.resolve("failures.csv"));

        assertThat(run.exitCode()).isZero();
        assertThat(Csv.read(output)).extracting(row -> row.get("customer_id")).containsExactly("anne", "cleo");
        assertThat(Csv.read(output).get(1)).containsEntry("segment", "").containsEntry("current_value", "");
        assertThat(Csv.read(folder.resolve("failures.csv")))
                .containsExactly(Map.of(
                        "row",
                        "3",
                        "customer_id",
                        "cleo",
                        "field",
                        "city",
                        "value",
                        "Oslo",
                        "reason",
                        "must be a group the model was fitted on"));
        assertThat(run.err()).contains("customer 3 (cleo): city must be a group", "1 of 2 customers have no score");
    }

    @Test
    void aCustomerWithABadCellKeepsItsPlaceAndTheOthersAreScored() throws IOException {
        CommandLine run = score(
                HEADER + ANNE + "bob,a lot,Lima,1,0.2\n" + CLEO + "dora,1,Lima\n"
                        + "emil,NaN,Lima,0,0.1\nfay,inf,Lima,0,0.1\n"
                        + "gus,,Lima,0,0.1\nhal,1,Lima,0,1.5\nida,1,Lima,7,0.5\n",
                "--failures",
                folder.resolve("failures.csv"),
                "--summary",
                folder.resolve("summary.json"));

        assertThat(run.exitCode()).isZero();
        List<Map<String, String>> rows = Csv.read(output);
        assertThat(rows).hasSize(9);
        assertThat(rows)
                .extracting(row -> row.get("segment").isEmpty())
                .containsExactly(false, true, false, true, true, true, true, true, true);
        assertThat(rows).extracting(row -> row.get("customer_id")).contains("anne", "bob", "cleo", "emil", "ida");
        assertThat(Csv.read(folder.resolve("failures.csv")))
                .extracting(row -> row.get("row") + " " + row.get("field") + " [" + row.get("value") + "]")
                .satisfies(failures -> assertThat(failures.get(1)).startsWith("4 "))
                .contains(
                        "2 fee [a lot]",
                        "5 profit []",
                        "6 profit [Infinity]",
                        "7 profit []",
                        "8 churn [1.5]",
                        "9 tv [7.0]")
                .hasSize(7);
        assertThat(Files.readString(folder.resolve("summary.json"))).contains("\"customers\" : 9", "\"failures\" : 7");
    }

    @Test
    void oneCustomerAloneIsHighOnEveryAxisWithAWarning() throws IOException {
        CommandLine run = score(HEADER + ANNE);

        assertThat(run.exitCode()).isZero();
        assertThat(Csv.read(output).get(0)).containsEntry("segment", "PLATINUM");
        assertThat(run.err()).contains("warning: 100.0 % of the customers are high on current value");
    }

    @Test
    void customersWhoAreAllEqualAreHighOnEveryAxis() throws IOException {
        CommandLine run = score(HEADER + "a,20,Lima,0,0.1\nb,20,Lima,0,0.1\nc,20,Lima,0,0.1\n");

        assertThat(run.exitCode()).isZero();
        assertThat(Csv.read(output))
                .extracting(row -> row.get("segment"))
                .containsOnly("PLATINUM")
                .hasSize(3);
    }

    @Test
    void parquetIsWrittenAndReadAsCsvIs() throws IOException {
        Path parquet = folder.resolve("customers.parquet");
        Tables.write(
                parquet,
                List.of(
                        Column.texts("id", new String[] {"anne", "bob", "cleo"}),
                        Column.numbers("fee", new double[] {20, 40, 60}),
                        Column.texts("city", new String[] {"Lima", "Lima", "Oslo"}),
                        Column.numbers("has_tv", new double[] {0, 1, 0}),
                        Column.numbers("churn", new double[] {0.1, 0.2, 0.3})));
        score(HEADER + ANNE + BOB + CLEO);
        Path again = folder.resolve("again.csv");

        CommandLine run = CommandLine.run("score", folder.resolve("plan.json"), "--input", parquet, "--output", again);

        assertThat(run.exitCode()).isZero();
        assertThat(again).hasSameTextualContentAs(output);
    }

    @Test
    void unusedColumnsAreNeverChecked() throws IOException {
        CommandLine run = score("note,id,fee,city,has_tv,churn\n ,anne,20,Lima,0,0.1\n12,bob,40,Lima,1,0.2\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).doesNotContain("note");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        CommandLine run = CommandLine.run(
                "score", folder.resolve("plan.json"), "--input", folder.resolve("none.csv"), "--output", output);

        assertRefused(run, "none.csv", "does not exist");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertRefused(score("id,fees,city,has_tv,churn\n" + ANNE), "customers.csv", "'fee'");
    }

    @Test
    void aHeaderWithTheSameColumnTwiceIsRefused() throws IOException {
        assertRefused(score("id,fee,fee,has_tv,churn,city\na,1,1,0,0,x\n"), "more than one column 'fee'");
    }

    @Test
    void anEmptyFileAndAHeaderAloneAreRefused() throws IOException {
        assertRefused(score(""), "customers.csv is empty");
        assertRefused(score(HEADER), "has a header but no customers");
    }

    @Test
    void duplicateIdsAreRefused() throws IOException {
        assertRefused(
                score(HEADER + ANNE + BOB + ANNE),
                "customers.csv",
                "customer must be distinct, but \"anne\" is that of customers 1 and 3");
    }

    @Test
    void aFileOfWhichNobodyCanBeScoredIsRefused() throws IOException {
        assertRefused(
                score(HEADER + "anne,x,Lima,0,0.1\n"),
                "at least one customer",
                "customer 1 (anne): fee must be a number, but was x");
    }

    @Test
    void aTypoInThePlanIsRefusedWithItsPlace() throws IOException {
        plan("\"profit\": \"profit\"", "\"proft\": \"profit\"");

        assertRefused(score(HEADER + ANNE), "plan.json: /value has the unknown field \"proft\"");
    }

    @Test
    void aNegativeHorizonAndARateOfMinusOneAreRefused() throws IOException {
        plan("\"horizon\": 10", "\"horizon\": -10");
        assertRefused(score(HEADER + ANNE), "/value/horizon", "but was -10.0");

        plan("\"rate\": 0", "\"rate\": -1");
        assertRefused(score(HEADER + ANNE), "/value/discountRate", "discountRate must be in (-1, Inf), but was -1.0");
    }

    @Test
    void outputsThatWouldOverwriteAnInputAreRefused() throws IOException {
        Files.writeString(input, HEADER + ANNE);
        CommandLine run = CommandLine.run(
                "score", folder.resolve("plan.json"), "--input", input, "--output", folder.resolve("./customers.csv"));

        assertRefused(run, "customers.csv must be another file than --input ");
        assertThat(Files.readString(input)).isEqualTo(HEADER + ANNE);
    }

    @Test
    void sqlOutsideTheFolderOfThePlanIsRefused() throws IOException {
        plan("features.sql", "../features.sql");

        assertRefused(score(HEADER + ANNE), "../features.sql", "must be in the folder of the plan");
    }

    @Test
    void anInputIsNotOverwrittenByWayOfALinkEither() throws IOException {
        Files.writeString(input, HEADER + ANNE);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), input);
        Path hardLink = Files.createLink(folder.resolve("hard.csv"), input);

        for (Path other : List.of(link, hardLink)) {
            CommandLine run =
                    CommandLine.run("score", folder.resolve("plan.json"), "--input", other, "--output", input);
            assertRefused(run, " must be another file than ");
        }
        assertThat(Files.readString(input)).isEqualTo(HEADER + ANNE);
    }

    @Test
    void theSqlOfThePlanIsNotOverwritten() throws IOException {
        assertRefused(score(HEADER + ANNE, "--summary", folder.resolve("features.sql")), " must be another file than ");
        assertThat(Files.readString(folder.resolve("features.sql"))).isEqualTo(SQL);
    }

    @Test
    void whereOneOutputCannotBeWrittenNoneIs() throws IOException {
        assertRefused(score(HEADER + ANNE, "--summary", folder.resolve("none/summary.json")), "there is no folder");
        assertRefused(
                score(HEADER + ANNE, "--failures", folder.resolve("failures.json")), "must be a .csv or .parquet file");
        assertRefused(
                score(HEADER + ANNE, "--summary", Files.createDirectory(folder.resolve("sub"))), "it is a folder");
    }

    @Test
    void anOldOutputIsReplacedAsAWholeOrNotAtAll() throws IOException {
        Files.writeString(output, "old");
        score(HEADER + "anne,x,Lima,0,0.1\n");
        assertThat(Files.readString(output)).isEqualTo("old");

        score(HEADER + ANNE);
        assertThat(Files.readString(output)).startsWith("customer_id,");
    }

    @Test
    void moreFailuresThanAllowedFailTheRun() throws IOException {
        String oneOfThreeIsBad = HEADER + ANNE + BOB + "cleo,x,Lima,0,0.3\n";

        assertThat(score(oneOfThreeIsBad, "--max-failures", "0.4").exitCode()).isZero();
        Files.delete(output);
        assertRefused(
                score(oneOfThreeIsBad, "--max-failures", "0.3"),
                "1 of 3 customers could not be scored, more than --max-failures 0.3 allows",
                "customer 3 (cleo): fee must be a number, but was x");
        assertThat(score(oneOfThreeIsBad, "--max-failures", "1.5").exitCode()).isEqualTo(2);
    }

    @Test
    void sqlBehindALinkOutOfTheFolderOfThePlanIsRefused(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.sql"), SQL);
        Files.delete(folder.resolve("features.sql"));
        Files.createSymbolicLink(folder.resolve("features.sql"), secret);

        assertRefused(score(HEADER + ANNE), "must be in the folder of the plan");
    }

    @Test
    void valuesThatDependOnOtherCustomersOrOnTheRunAreRefused() throws IOException {
        for (String fee : List.of(
                "avg(fee) OVER ()",
                "(SELECT max(c.fee) FROM customers c)",
                "fee + random()",
                "fee + year(now())",
                "fee + year(current_date)",
                "fee + length(current_setting('threads'))")) {
            Files.writeString(folder.resolve("features.sql"), SQL.replace("fee / 2", fee));
            assertRefused(score(HEADER + ANNE), "features.sql must ");
        }
        Files.writeString(folder.resolve("features.sql"), SQL.replace("fee / 2", "round(greatest(fee, 0) / 2, 2)"));
        assertThat(score(HEADER + ANNE).exitCode()).isZero();
    }

    @Test
    void aConditionThatIsNoConditionIsRefusedByItsName() throws IOException {
        for (String where : List.of("fee > 15; DROP TABLE x", "1 = 1) UNION SELECT (2", "fee", "fee > random()")) {
            plan("\"id\": \"customer\"", "\"id\": \"customer\", \"scoreWhere\": \"" + where + "\"");
            assertRefused(score(HEADER + ANNE), "plan.json: scoreWhere");
        }
    }

    @Test
    void anOutcomeOfOneClassOrNoneIsNamedWithTheFile() throws IOException {
        plan("{\"column\": \"churn\"}", "{\"logistic\": {\"outcome\": \"churn\", \"features\": [\"profit\"]}}");

        assertRefused(
                score(HEADER + "a,1,x,0,0\nb,2,x,0,0\n"),
                "customers.csv: column churn must have both 0 and 1, but all 2");
        assertRefused(
                score(HEADER + "a,1,x,0,0.1\nb,2,x,0,\n"),
                "customers.csv: column churn must be 0 or 1 for some customers, but of 2 there were 0",
                "churn must be 0, 1 or missing, but was 0.1");
    }

    @Test
    void aBlankGroupIsMissing() throws IOException {
        CommandLine run = score(HEADER + ANNE + "bob,40,  ,1,0.2\n");

        assertThat(run.err()).contains("customer 2 (bob): city is missing");
    }

    @Test
    void linesThatEndDifferentlyAreRefusedInOneLine() throws IOException {
        assertRefused(score(HEADER.replace("\n", "\r\n") + ANNE + BOB), "all lines must end alike");
    }

    @Test
    void sqlThatReadsAnotherFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("features.sql"), SQL + ", '" + folder.resolve("plan.json") + "'");

        CommandLine run = score(HEADER + ANNE);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void aCallThatMakesNoSenseIsAUsageError() {
        assertThat(CommandLine.run().exitCode()).isEqualTo(2);
        assertThat(CommandLine.run("score").exitCode()).isEqualTo(2);
        assertThat(CommandLine.run("score", "p.json").err()).contains("--input");
        assertThat(CommandLine.run("demo", "--lang", "fr").exitCode()).isEqualTo(2);
        assertThat(CommandLine.run("frobnicate").exitCode()).isEqualTo(2);
    }

    @Test
    void aStackTraceIsShownOnDemandOnly() {
        assertThat(CommandLine.run("score", "none.json", "--input", "x.csv").err())
                .isEqualTo("clv4j: none.json does not exist\n");
        assertThat(CommandLine.run("score", "none.json", "--input", "x.csv", "--debug")
                        .err())
                .contains("\tat io.github.clv4j.cli");
    }
}
