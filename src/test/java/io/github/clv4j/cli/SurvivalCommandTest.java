package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The survival command on small files, good and bad, and on the telecom base. */
class SurvivalCommandTest {

    private static final String FILE =
            "id,months,gone,plan\n1,1,yes,a\n2,2,yes,a\n3,3,no,a\n4,2,no,b\n5,4,yes,b\n6,4,no,b\n";

    @TempDir
    private Path folder;

    private Path file;
    private Path output;

    @BeforeEach
    void nameFiles() {
        file = folder.resolve("customers.csv");
        output = folder.resolve("curve.csv");
    }

    private CommandLine survival(String content, Object... options) throws IOException {
        Files.writeString(file, content);
        return run(file, options);
    }

    private static CommandLine run(Path path, Object... options) {
        return CommandLine.run(
                Stream.concat(Stream.of("survival", path), Stream.of(options)).toArray());
    }

    private void assertRefused(CommandLine run, String message) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("clv4j: ").contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(output).doesNotExist();
    }

    @Test
    void theCurveOfAllIsPrintedAndWritten() throws IOException {
        CommandLine run = survival(FILE, "--time", "months", "--event", "gone=yes", "--output", output);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        // 5/6, 4/6, 4/6, then one of two leaves; the error is sqrt((13/6)^2 / 30 + (4/3)^2 / 20)
        assertThat(run.out()).isEqualTo("""
                        limits at 0.95 by logarithm of S, restricted means up to 4
                                      customers left median lower upper  mean std. error   S(1)   S(2)   S(3)   S(4)
                        all customers         6    3   4.00  2.00     - 3.167      0.495 0.8333 0.6667 0.6667 0.3333
                        """);
        List<Map<String, String>> curve = Csv.read(output);
        assertThat(curve.get(0).keySet())
                .containsExactly(
                        "time",
                        "at_risk",
                        "events",
                        "censored",
                        "survival",
                        "standard_error",
                        "lower",
                        "upper",
                        "cumulative_hazard");
        assertThat(curve).hasSize(4);
        assertThat(curve.get(1))
                .containsEntry("time", "2.0")
                .containsEntry("at_risk", "5")
                .containsEntry("events", "1")
                .containsEntry("censored", "1");
        assertThat(Double.parseDouble(curve.get(3).get("survival"))).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void groupsStandSideBySideWithTheirTest() throws IOException {
        CommandLine run = survival(FILE, "--time", "months", "--event", "gone=yes", "--by", "plan", "--output", output);

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(line -> line.substring(0, line.indexOf(' ') + 1)))
                .containsSubsequence("a ", "b ", "a ", "b ");
        assertThat(run.out()).contains("restricted means up to 3\n", "log-rank test: chi-square ", " on 1 df, p = ");
        assertThat(Csv.read(output)).extracting(row -> row.get("group")).containsExactly("a", "a", "a", "b", "b");
    }

    @Test
    void programsReadTheSameAsJson() throws IOException {
        CommandLine run = survival(
                FILE + "7,,yes,a\n",
                "--time",
                "months",
                "--event",
                "gone=yes",
                "--by",
                "plan",
                "--format",
                "json",
                "--horizon",
                4);
        JsonNode json = new JsonMapper().readTree(run.out());

        assertThat(json.propertyNames())
                .containsExactly(
                        "customers", "leftOut", "level", "limits", "horizon", "groups", "logRank", "noLogRank");
        assertThat(json.get("customers").intValue()).isEqualTo(7);
        assertThat(json.get("leftOut").intValue()).isEqualTo(1);
        assertThat(json.get("limits").stringValue()).isEqualTo("log");
        JsonNode a = json.get("groups").get(0);
        assertThat(a.propertyNames())
                .containsExactly(
                        "group",
                        "customers",
                        "leavers",
                        "median",
                        "medianLower",
                        "medianUpper",
                        "restrictedMean",
                        "restrictedMeanError",
                        "survival",
                        "emptiedAt");
        assertThat(a.get("group").stringValue()).isEqualTo("a");
        assertThat(a.get("median").doubleValue()).isEqualTo(2);
        assertThat(a.get("restrictedMean").isNull()).isTrue(); // known up to 3 only
        assertThat(json.get("groups").get(1).get("restrictedMean").doubleValue())
                .isEqualTo(4);
        assertThat(json.get("logRank").get("degreesOfFreedom").intValue()).isEqualTo(1);
        assertThat(json.get("logRank").get("groups").get(0).get("observed").intValue())
                .isEqualTo(2);
        assertThat(json.get("noLogRank").isNull()).isTrue();
        assertThat(run.err())
                .contains(
                        "customer 7: months is missing\n",
                        "1 of 7 customers left out",
                        "note: a: known up to 3 only, so there is no restricted mean up to 4\n");
    }

    @Test
    void itSpeaksChineseOnDemand() throws IOException {
        CommandLine run = survival(
                FILE + "7,-1,yes,a\n", "--time", "months", "--event", "gone=yes", "--by", "plan", "--lang", "zh");

        assertThat(run.out()).contains("置信水平 0.95", "对数秩检验:卡方");
        assertThat(run.err()).contains("7 个客户中有 1 个未计入");
    }

    @Test
    void rowsThatCannotBeUsedAreNamedAndLeftOut() throws IOException {
        CommandLine run = survival(
                "id,months,gone,since\nA,5,1,0\nB,-2,1,0\nC,4,2,0\nD,3,1,3\nE,x,0,0\nF,6,,0\nG,7,0,1\n",
                "--time",
                "months",
                "--event",
                "gone",
                "--entry",
                "since",
                "--id",
                "id");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .containsExactly(
                        "customer 2 (B): months must be in [0, Inf), but was -2.0",
                        "customer 3 (C): gone must be 0 or 1, but was 2.0",
                        "customer 4 (D): since must be before months, which is 3.0, but was 3.0",
                        "customer 5 (E): months must be a number, but was x",
                        "customer 6 (F): gone is missing",
                        "5 of 7 customers left out: a value is missing or cannot be used");
        assertThat(run.out()).containsPattern("all customers +2 +1 ");
    }

    @Test
    void tooManyThatCannotBeUsedStopTheRun() throws IOException {
        assertRefused(
                survival(
                        "months,gone\n1,1\n2,7\n",
                        "--time",
                        "months",
                        "--event",
                        "gone",
                        "--max-failures",
                        0.4,
                        "--output",
                        output),
                "1 of 2 customers cannot be used, more than --max-failures 0.4 allows; the first: customer 2: gone must be 0"
                        + " or 1, but was 7.0");
        assertRefused(
                survival("months,gone\n1,3\n", "--time", "months", "--event", "gone", "--output", output),
                "1 of 1 customers cannot be used; the first: customer 1: gone must be 0 or 1, but was 3.0");
    }

    @Test
    void aColumnOfIdsMakesNoGroups() throws IOException {
        StringBuilder rows = new StringBuilder("id,months,gone\n");
        IntStream.range(0, 101).forEach(i -> rows.append("c" + i + "," + i + ",1\n"));
        assertRefused(
                survival(rows.toString(), "--time", "months", "--event", "gone", "--by", "id", "--output", output),
                "column 'id' has 101 texts, but --by takes at most 100 groups; is it a column of ids?");
    }

    @Test
    void columnsAndValuesThatDoNotExistAreNamed() throws IOException {
        assertRefused(survival(FILE, "--time", "tenure", "--event", "gone=yes", "--output", output), "tenure");
        assertRefused(
                survival(FILE, "--time", "months", "--event", "gone=Yes", "--output", output),
                "column 'gone' has no value 'Yes'; it has 'yes', 'no'");
    }

    @Test
    void whereNobodyLeftThereIsACurveButNoTest() throws IOException {
        CommandLine run =
                survival("months,gone,plan\n1,0,a\n2,0,b\n", "--time", "months", "--event", "gone", "--by", "plan");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .endsWith(
                        "no log-rank test: no customer of [a, b] left, so that there is nothing to compare; watch them for"
                                + " longer\n");
    }

    @Test
    void aRiskSetThatEmptiesEarlyIsTold() throws IOException {
        CommandLine run =
                survival("from,to,gone\n0,2,1\n3,9,1\n3,9,0\n", "--time", "to", "--event", "gone", "--entry", "from");
        assertThat(run.err())
                .isEqualTo(
                        "note: all customers: all who were at risk left at 2, so S is 0 from there on, although others were"
                                + " watched later; the curve says nothing of them\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--level;1;--level must be in (0, 1), but was 1.0",
                "--horizon;0;--horizon must be in (0, Inf), but was 0.0",
                "--horizon;Infinity;--horizon must be in (0, Inf), but was Infinity",
                "--limits;probit;must be one of [log, plain, log-log], but was probit",
                "--max-failures;2;--max-failures must be in [0, 1], but was 2.0"
            })
    void optionsOutOfRangeAreMisuse(String option, String value, String message) throws IOException {
        CommandLine run = survival(FILE, "--time", "months", "--event", "gone=yes", option, value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theTelecomBaseHasTheCurvesOfR() throws IOException {
        Path curve = folder.resolve("curve.parquet");
        Path telco = SharedData.file("data/ibm-telco-customer-churn.csv");
        CommandLine run = run(telco, "--time", "tenure", "--event", "Churn=Yes", "--by", "Contract", "--output", curve);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        groups of Contract
                        limits at 0.95 by logarithm of S, restricted means up to 72
                                       customers  left median lower upper   mean std. error  S(18)  S(36)  S(54)  S(72)
                        Month-to-month     3,875 1,655  35.00 32.00 38.00 36.298      0.560 0.6357 0.4911 0.3454 0.1290
                        One year           1,473   166      - 72.00     - 66.417      0.400 0.9863 0.9593 0.8777 0.5681
                        Two year           1,695    48      -     -     - 71.540      0.082 1.0000 0.9987 0.9916 0.9357
                        log-rank test: chi-square 2352.87 on 2 df, p = 1.20e-511
                                        left expected at equal rates
                        Month-to-month 1,655                  708.45
                        One year         166                  470.73
                        Two year          48                  689.83
                        """);
        assertThat(curve).isNotEmptyFile();
        run(telco, "--time", "tenure", "--event", "Churn=Yes", "--limits", "log-log", "--output", output);
        List<Map<String, String>> written = Csv.read(output);
        double[] lower = SharedData.csv("reference/ibm-telco-km-all.csv").texts("lower95_loglog").stream()
                .mapToDouble(text -> text.equals("NA") ? Double.NaN : Double.parseDouble(text))
                .toArray();
        assertThat(written).hasSameSizeAs(lower);
        for (int i = 0; i < lower.length; i++) {
            String cell = written.get(i).get("lower");
            assertThat(cell.isEmpty()).isEqualTo(Double.isNaN(lower[i]));
            if (!cell.isEmpty()) {
                assertThat(Double.parseDouble(cell)).isCloseTo(lower[i], within(1e-12));
            }
        }
    }
}
