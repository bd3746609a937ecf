package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The budget command on small files of scores, good and bad. */
class BudgetCommandTest {

    private static final String HEADER = "customer_id,lifetime_value,churn_probability\n";

    /** With an effect of 0.5 a contact may cost 20, 5, 20, 40. */
    private static final String SCORES = HEADER + "a,160,0.25\nb,40,0.25\nc,80,0.5\nd,80,1\n";

    @TempDir
    private Path folder;

    private Path scored;
    private Path output;

    @BeforeEach
    void nameFiles() {
        scored = folder.resolve("scored.csv");
        output = folder.resolve("contacts.csv");
    }

    private CommandLine budget(String scores, Object... options) throws IOException {
        Files.writeString(scored, scores);
        Object[] args = {"budget", scored, "--output", output};
        return CommandLine.run(
                Stream.concat(Stream.of(args), Stream.of(options)).toArray());
    }

    private static CommandLine refusedUsage(CommandLine run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run;
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
    void theMostGainfulAreContactedAsFarAsTheMoneyGoes() throws IOException {
        CommandLine run = budget(SCORES, "--amount", 17, "--cost", 8, "--effect", 0.5);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(output)).isEqualTo("""
                        customer_id,churn_probability,value,cost,break_even_spend,expected_gain,contact
                        a,0.25,160.0,8.0,20.0,12.0,yes
                        b,0.25,40.0,8.0,5.0,-3.0,no
                        c,0.5,80.0,8.0,20.0,12.0,no
                        d,1.0,80.0,8.0,40.0,32.0,yes
                        """);
        // an eighth of c is left for the rest of 1, and every unit of money after it gains 12/8
        assertThat(run.out()).isEqualTo("""
                        budget 17.00, effect 0.5, 4 customers with a score
                        customers, spent, expected gain
                                2           16.00           44.00  to contact
                                3           17.00           45.50  best with parts of customers
                        no choice of customers gains more
                        the next unit of money would gain 1.50, its own cost paid
                        """);
    }

    @Test
    void itSpeaksChineseOnDemand() throws IOException {
        CommandLine run = budget(SCORES + "e,,\n", "--amount", 17, "--cost", 8, "--effect", 0.5, "--lang", "zh");

        assertThat(run.out()).contains("预算 17.00", "建议联系", "没有更好的客户组合");
        assertThat(run.err()).contains("5 个客户中有 1 个不能选");
    }

    @Test
    void aCostOfEachCustomerIsAColumnAndTheGapToTheBestIsTold() throws IOException {
        // gains 9, 6, 6 for 4, 3, 3: the best for 6 takes the last two; the plan takes the first and says what it may
        // miss
        String scores = "customer_id,lifetime_value,churn_probability,contact_cost\na,13,1,4\nb,9,1,3\nc,9,1,3\n";

        CommandLine run = budget(scores, "--amount", 6, "--cost", "contact_cost", "--effect", 1, "--format", "json");
        JsonNode json = new JsonMapper().readTree(run.out());

        assertThat(json.propertyNames())
                .containsExactly("customers", "withoutScore", "amount", "effect", "plan", "split");
        assertThat(json.get("plan").propertyNames())
                .containsExactly("customers", "spent", "gain", "bound", "gap", "optimal");
        assertThat(json.get("plan").get("gain").doubleValue()).isEqualTo(9);
        assertThat(json.get("plan").get("bound").doubleValue()).isEqualTo(13);
        assertThat(json.get("plan").get("gap").doubleValue()).isEqualTo(4);
        assertThat(json.get("plan").get("optimal").booleanValue()).isFalse();
        assertThat(json.get("split").propertyNames()).containsExactly("customers", "spent", "gain", "marginalReturn");
        assertThat(json.get("split").get("customers").intValue()).isEqualTo(2);
        assertThat(json.get("split").get("spent").doubleValue()).isEqualTo(6);
        assertThat(json.get("split").get("marginalReturn").doubleValue()).isEqualTo(2);
        assertThat(budget(scores, "--amount", 6, "--cost", "contact_cost", "--effect", 1)
                        .out())
                .contains("no choice of customers gains more than 13.00, which is 4.00 above this one");
    }

    @Test
    void whatIsExpectedToBeGainedIsTheSumOverThoseContacted() throws IOException {
        StringBuilder scores = new StringBuilder("customer_id,lifetime_value,churn_probability,cost\n");
        for (int i = 0; i < 500; i++) {
            scores.append("c" + i + "," + (i * 37 % 101) + "," + (i * 13 % 50) / 50.0 + "," + (1 + i * 7 % 9) + "\n");
        }

        CommandLine run =
                budget(scores.toString(), "--amount", 300, "--cost", "cost", "--effect", 0.25, "--format", "json");

        double gain = 0;
        double spent = 0;
        for (var row : Csv.read(output)) {
            if (row.get("contact").equals("yes")) {
                gain += 0.25 * Double.parseDouble(row.get("churn_probability")) * Double.parseDouble(row.get("value"))
                        - Double.parseDouble(row.get("cost"));
                spent += Double.parseDouble(row.get("cost"));
            }
        }
        JsonNode plan = new JsonMapper().readTree(run.out()).get("plan");
        assertThat(spent)
                .isPositive()
                .isLessThanOrEqualTo(300)
                .isEqualTo(plan.get("spent").doubleValue());
        assertThat(plan.get("gain").doubleValue()).isCloseTo(gain, within(1e-9));
    }

    @Test
    void otherColumnsCanHoldValueAndChurn() throws IOException {
        CommandLine run = budget(
                "customer_id,worth,risk,lifetime_value\na,100,0.5,none\n",
                "--amount",
                "Infinity",
                "--cost",
                "1",
                "--effect",
                "1",
                "--value",
                "worth",
                "--churn",
                "risk",
                "--format",
                "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(new JsonMapper().readTree(run.out()).get("amount").isNull()).isTrue();
        assertThat(Csv.read(output).get(0))
                .containsEntry("value", "100.0")
                .containsEntry("expected_gain", "49.0")
                .containsEntry("contact", "yes");
    }

    @Test
    void aCustomerWithoutAScoreOrAnIdKeepsItsPlaceAndIsNeverChosen() throws IOException {
        CommandLine run =
                budget(HEADER + "a,,\nb,100,0.5\n,100,0.5\nd,,0.5\n", "--amount", 100, "--cost", 1, "--effect", 1);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("""
                        customer 3: customer_id is missing
                        3 of 4 customers cannot be chosen: no score, or one that cannot be used
                        """);
        assertThat(Files.readString(output)).isEqualTo("""
                        customer_id,churn_probability,value,cost,break_even_spend,expected_gain,contact
                        a,,,,,,
                        b,0.5,100.0,1.0,50.0,49.0,yes
                        ,,,,,,
                        d,,,,,,
                        """);
    }

    @Test
    void oneCustomerAloneIsChosenIfItPaysAndNobodyForNoMoney() throws IOException {
        budget(HEADER + "a,100,0.5\n", "--amount", 1, "--cost", 1, "--effect", 1);
        assertThat(Csv.read(output).get(0)).containsEntry("contact", "yes");

        CommandLine run = budget(HEADER + "a,100,0.5\n", "--amount", 0, "--cost", 1, "--effect", 1);
        assertThat(run.exitCode()).isZero();
        assertThat(Csv.read(output).get(0)).containsEntry("contact", "no");
    }

    @Test
    void aNegativeEffectIsLegalAndReachesNobody() throws IOException {
        assertThat(budget(SCORES, "--amount", 100, "--cost", 1, "--effect", "-0.5")
                        .exitCode())
                .isZero();

        assertThat(Csv.read(output)).extracting(row -> row.get("contact")).containsOnly("no");
        assertThat(Csv.read(output).get(0)).containsEntry("break_even_spend", "-20.0");
    }

    @Test
    void aNumberThatCannotBeFailsItsCustomerWhoKeepsItsPlace() throws IOException {
        CommandLine run = budget(
                "customer_id,lifetime_value,churn_probability,cost\na,100,1.5,1\nb,inf,0.5,1\nc,100,0.5,-1\n"
                        + "d,100,0.5,\ne,much,0.5,1\nf,100,0.5\ng,100,0.5,1\n",
                "--amount",
                100,
                "--cost",
                "cost",
                "--effect",
                1);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .containsExactly(
                        "customer 1 (a): churn_probability must be in [0, 1], but was 1.5",
                        "customer 2 (b): lifetime_value must be finite, but was Infinity",
                        "customer 3 (c): cost must be in [0, Inf), but was -1.0",
                        "customer 4 (d): cost is missing",
                        "customer 5 (e): lifetime_value must be a number, but was much",
                        "customer 6: line 7 has 3 cells, but the header has 4: f,100,0.5",
                        "6 of 7 customers cannot be chosen: no score, or one that cannot be used");
        assertThat(Csv.read(output))
                .extracting(row -> row.get("customer_id") + row.get("contact") + row.get("value"))
                .containsExactly("a", "b", "c", "d", "e", "", "gyes100.0");
    }

    @Test
    void moreFailuresThanAllowedFailTheRun() throws IOException {
        assertRefused(
                budget(SCORES + "e,x,1\n", "--amount", 1, "--cost", 1, "--effect", 1, "--max-failures", "0"),
                "scored.csv: 1 of 5 customers cannot be used, more than --max-failures 0.0 allows;"
                        + " the first: customer 5 (e): lifetime_value must be a number, but was x");
        assertRefused(
                budget(HEADER + "e,x,1\n", "--amount", 1, "--cost", 1, "--effect", 1),
                "scored.csv: 1 of 1 customers cannot be used; the first: ");
    }

    @Test
    void aFileWithoutScoresIsRefused() throws IOException {
        assertRefused(
                budget(HEADER + "a,100,\n", "--amount", 1, "--cost", 1, "--effect", 1),
                "scored.csv: no customer has both a churn_probability and a lifetime_value");
    }

    @Test
    void valuesTooLargeToBeAddedAreRefused() throws IOException {
        assertRefused(
                budget(HEADER + "a,1.5e308,1\nb,1.5e308,1\n", "--amount", 1, "--cost", 1, "--effect", 1),
                "scored.csv: sum of E P V over those worth contacting must be finite");
    }

    @Test
    void aMissingColumnIsNamedAndTextIsNoNumber() throws IOException {
        assertRefused(
                budget("customer_id,lifetime_value\na,1\n", "--amount", 1, "--cost", 1, "--effect", 1),
                "scored.csv has no column 'churn_probability'");
        assertRefused(
                budget(SCORES, "--amount", 1, "--cost", "coast", "--effect", 1), "scored.csv has no column 'coast'");
        assertRefused(
                budget(SCORES, "--amount", 1, "--cost", "customer_id", "--effect", 1),
                "column 'customer_id' holds texts, but numbers are needed");
        assertRefused(
                budget(SCORES, "--amount", 1, "--cost", "input_row", "--effect", 1),
                "name of a raw column must not be input_row");
    }

    @Test
    void emptyFilesAndIdsThatStandTwiceAreRefused() throws IOException {
        Object[] options = {"--amount", 1, "--cost", 1, "--effect", 1};
        assertRefused(budget("", options), "scored.csv is empty");
        assertRefused(budget(HEADER, options), "has a header but no customers");
        assertRefused(budget(SCORES + "b,1,1\n", options), "\"b\" is that of customers 2 and 5");
        Files.delete(scored);
        assertRefused(
                CommandLine.run("budget", scored, "--amount", 1, "--cost", 1, "--effect", 1),
                "scored.csv does not exist");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, '--amount must be at least 0, but was -1.0'",
        "NaN, 1, 1, '--amount must be at least 0, but was NaN'",
        "1, -1, 1, '--cost must be in [0, Inf) or the name of a column, but was -1'",
        "1, 1e999, 1, '--cost must be in [0, Inf) or the name of a column, but was 1e999'",
        "1, 1, 1.5, '--effect must be in [-1, 1], but was 1.5'",
        "1, 1, -1.5, '--effect must be in [-1, 1], but was -1.5'",
        "1, 1, NaN, '--effect must be in [-1, 1], but was NaN'"
    })
    void termsThatCannotBeAreAMisuse(String amount, String cost, String effect, String message) throws IOException {
        CommandLine run = budget(SCORES, "--amount", amount, "--cost", cost, "--effect", effect);

        assertThat(refusedUsage(run).err()).contains(message);
        assertThat(output).doesNotExist();
    }

    @Test
    void theTermsMustBeGiven() throws IOException {
        assertThat(refusedUsage(budget(SCORES)).err()).contains("--amount", "--cost", "--effect");
    }

    @Test
    void theInputIsNeverOverwritten() throws IOException {
        Files.writeString(scored, SCORES);

        CommandLine run = CommandLine.run(
                "budget",
                scored,
                "--amount",
                1,
                "--cost",
                1,
                "--effect",
                1,
                "--output",
                folder.resolve("./scored.csv"));

        assertRefused(run, "--output ", " must be another file than the scores ");
        assertThat(Files.readString(scored)).isEqualTo(SCORES);
    }

    @Test
    void idsThatASpreadsheetWouldRunStayNeutralised() throws IOException {
        budget(HEADER + "'=1+1,100,0.5\n", "--amount", 1, "--cost", 1, "--effect", 1);
        assertThat(Csv.read(output).get(0)).containsEntry("customer_id", "'=1+1");

        budget(HEADER + "=1+1,100,0.5\n", "--amount", 1, "--cost", 1, "--effect", 1);
        assertThat(Csv.read(output).get(0)).containsEntry("customer_id", "'=1+1");

        budget(HEADER + "=1+1,100,0.5\n", "--amount", 1, "--cost", 1, "--effect", 1, "--keep-formulas");
        assertThat(Csv.read(output).get(0)).containsEntry("customer_id", "=1+1");
    }

    @Test
    void parquetGivesWhatCsvGives() throws IOException {
        Object[] options = {"--amount", 17, "--cost", 8, "--effect", 0.5, "--output"};
        budget(SCORES + "e,,\n", "--amount", 17, "--cost", 8, "--effect", 0.5);
        Path table = folder.resolve("scored.parquet");
        Tables.write(
                table,
                List.of(
                        Column.texts("customer_id", new String[] {"a", "b", "c", "d", "e"}),
                        Column.numbers("lifetime_value", new double[] {160, 40, 80, 80, Double.NaN}),
                        Column.numbers("churn_probability", new double[] {0.25, 0.25, 0.5, 1, Double.NaN})));
        Path again = folder.resolve("again.csv");

        CommandLine.run(Stream.of(Stream.of("budget", table), Stream.of(options), Stream.of(again))
                .flatMap(part -> part)
                .toArray());

        assertThat(again).hasSameTextualContentAs(output);
    }
}
