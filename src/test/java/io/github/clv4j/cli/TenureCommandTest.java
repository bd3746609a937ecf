package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.SharedData;
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

/** The tenure command on small files, good and bad. */
class TenureCommandTest {

    private static final String CUSTOMERS = "id,months,offers,sex,left\n"
            + "a,3,0,m,yes\nb,7,1,f,yes\nc,14,2,m,yes\nd,14,3,f,yes\ne,17,4,f,yes\nf,13,5,m,yes\n"
            + "g,30,0,m,no\nh,25,1,f,no\ni,21,2,m,no\nj,20,3,f,no\nk,23,4,f,no\nl,29,5,m,no\n";

    private static final String[] COLUMNS = {"--response", "months", "--activities", "offers"};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("customers.csv");
    }

    private CommandLine tenure(String customers, Object... options) throws IOException {
        Files.writeString(file, customers);
        return run(
                Stream.concat(Stream.of((Object[]) COLUMNS), Stream.of(options)).toArray());
    }

    private CommandLine run(Object... options) {
        return CommandLine.run(
                Stream.concat(Stream.of("tenure", file), Stream.of(options)).toArray());
    }

    private JsonNode json(String customers, Object... options) throws IOException {
        CommandLine run = tenure(
                customers,
                Stream.concat(Stream.of("--format", "json"), Stream.of(options)).toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    private static void assertRefused(CommandLine run, int exitCode, String message) {
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).startsWith("clv4j: ").contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theRegressionTheTurningPointTheGainsAndWhatTheSquareAddsArePrinted() throws IOException {
        CommandLine run = tenure(CUSTOMERS.lines().limit(7).reduce("", (text, line) -> text + line + "\n"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("months ~ offers + I(offers^2)\n\nResiduals:\n")
                .contains("\nMultiple R-squared:  0.9", ": a maximum\n", "best whole number of activities: 4\n")
                .containsPattern("\n0 +\\+\\d\\.\\d\\d \\(\\d\\.\\d\\d\\) +1\n")
                .containsPattern("\n5 +-\\d\\.\\d\\d \\(\\d\\.\\d\\d\\)\\* +1\n")
                .contains(
                        "This is association, not effect",
                        "Model 1: months ~ offers\nModel 2: months ~ offers + I(off");
        assertThat(tenure(CUSTOMERS, "--linear").out())
                .startsWith("months ~ offers\n")
                .doesNotContain("Turning", "Model 1", "Gain of the next");
        assertThat(tenure(CUSTOMERS, "--lang", "zh").out()).contains("残差标准误", "再参加一次活动的增益(months)", "模型 2");
    }

    @Test
    void groupsStandSideBySide() throws IOException {
        CommandLine run = tenure(CUSTOMERS, "--by", "left");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches(" +yes +no"))
                .anyMatch(line -> line.matches(" +maximum +minimum"))
                .anyMatch(line -> line.matches("best whole number +4 +-"));
    }

    @Test
    void everyCustomerHasAGainAndTheLargestStandsFirst() throws IOException {
        Path gains = folder.resolve("gains.csv");
        CommandLine run = tenure(CUSTOMERS, "--by", "left", "--id", "id", "--output", gains);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(gains);
        assertThat(lines).hasSize(13);
        assertThat(lines.get(0)).isEqualTo("row,customer_id,group,activities,gain_of_next,standard_error,extrapolated");
        assertThat(lines.get(1)).startsWith("12,l,no,5.0,8.5").endsWith(",yes"); // of a minimum whoever has most
        assertThat(lines.get(12)).startsWith("7,g,no,0.0,-6.").endsWith(",no");
        double[] column = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[4]))
                .toArray();
        assertThat(column).isSortedAccordingTo((a, b) -> Double.compare(b, a));

        assertThat(tenure(CUSTOMERS, "--output", gains).exitCode()).isZero();
        assertThat(Files.readAllLines(gains).get(0))
                .isEqualTo("row,activities,gain_of_next,standard_error,extrapolated");
    }

    @Test
    void jsonHasTheSameFigures() throws IOException {
        JsonNode json = json(CUSTOMERS, "--controls", "sex=m", "--interactions");

        assertThat(json.get("customers").intValue()).isEqualTo(12);
        assertThat(json.get("leftOut").intValue()).isZero();
        JsonNode fit = json.get("fit");
        assertThat(fit.get("formula").stringValue()).isEqualTo("months ~ offers + I(offers^2) + sex=m + offers:sex=m");
        assertThat(fit.get("degreesOfFreedom").intValue()).isEqualTo(7);
        assertThat(fit.get("coefficients")).hasSize(5);
        assertThat(fit.get("covariance")).hasSize(5);
        double error = fit.get("coefficients").get(1).get("standardError").doubleValue();
        assertThat(fit.get("covariance").get(1).get(1).doubleValue()).isCloseTo(error * error, within(1e-12));
        assertThat(fit.get("turningPoint").get("kind").stringValue()).isEqualTo("MINIMUM");
        assertThat(fit.get("turningPoint").get("bestWholeNumber").isNull()).isTrue();
        assertThat(fit.get("gainsOfNext")).hasSize(6);
        assertThat(fit.get("gainsOfNext").get(5).get("extrapolated").booleanValue())
                .isTrue();
        assertThat(json.get("nestedTests")).hasSize(3);
        assertThat(json.get("nestedTests").get(2).get("terms").intValue()).isEqualTo(1);

        JsonNode linear = json(CUSTOMERS, "--linear");
        assertThat(linear.get("nestedTests").isNull()).isTrue();
        assertThat(linear.get("fit").get("turningPoint").isNull()).isTrue();
        JsonNode groups = json(CUSTOMERS, "--by", "left").get("groups");
        assertThat(groups.get("yes").get("turningPoint").get("bestWholeNumber").intValue())
                .isEqualTo(4);
        assertThat(groups.get("no").get("customers").intValue()).isEqualTo(6);
    }

    @Test
    void whoCannotBeUsedIsReportedLeftOutAndCounted() throws IOException {
        CommandLine run = tenure(
                CUSTOMERS + "n,,1,m,no\no,-1,1,f,no\np,4,many,m,no\nq,4,inf,m,no\nr,4,1,,no\ns,4,1,m,\n",
                "--controls",
                "sex=m",
                "--by",
                "left",
                "--id",
                "id");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().lines())
                .containsExactly(
                        "customer 13 (n): months is missing",
                        "customer 14 (o): months must be in [0, Inf), but was -1.0",
                        "customer 15 (p): offers must be a number, but was many",
                        "customer 16 (q): offers must be in [0, Inf), but was Infinity",
                        "customer 17 (r): sex=m is missing",
                        "customer 18 (s): left is missing",
                        "6 of 18 customers left out: a value is missing or cannot be used");
        assertThat(run.out())
                .isEqualTo(
                        tenure(CUSTOMERS, "--controls", "sex=m", "--by", "left").out());
        JsonNode json = json(CUSTOMERS + "n,,1,m,no\n");
        assertThat(json.get("customers").intValue()).isEqualTo(13);
        assertThat(json.get("leftOut").intValue()).isEqualTo(1);
        assertThat(tenure(CUSTOMERS + "n,,1,m,no\n", "--lang", "zh").err()).contains("13 个客户中有 1 个未计入");
        assertRefused(
                tenure(CUSTOMERS + "n,,1,m,no\n", "--max-failures", "0"),
                1,
                "customers.csv: 1 of 13 customers cannot be used, more than --max-failures 0.0 allows; the first:"
                        + " customer 13: months is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--controls nothing | 1 | has no column 'nothing'",
                "--controls sex | 1 | 12 of 12 customers cannot be used; the first: customer 1: sex must be a number",
                "--controls sex=x | 1 | column 'sex' has no value 'x'; it has 'm', 'f'",
                "--controls sex=m,sex=f | 1 | column sex=f is a linear combination of [sex=m]; leave one of them out",
                "--controls offers | 2 | columns must be distinct, but \"offers\" stands twice",
                "--interactions | 2 | --interactions needs --controls",
                "--by id | 1 | a: customers must be at least 4 for 3 coefficients, but were 1; leave terms out",
                "--by offers | 1 | column 'offers' is wanted as numbers and as texts",
                "--max-failures 2 | 2 | --max-failures must be in [0, 1], but was 2.0"
            })
    void whatCannotBeDoneIsSaid(String options, int exitCode, String message) throws IOException {
        assertRefused(tenure(CUSTOMERS, (Object[]) options.split(" ")), exitCode, message);
    }

    @Test
    void anOutputThatIsTheInputIsRefused() throws IOException {
        assertRefused(tenure(CUSTOMERS, "--output", file), 1, "must be another file than the customers");
        assertThat(Files.readString(file)).isEqualTo(CUSTOMERS);
    }

    @Test
    void onIbmTelcoTheCurveOfServicesHasAMinimumAndTheReportSaysSo() {
        file = SharedData.file("reference/ibm-telco-service-counts.csv");
        CommandLine run = run("--response", "tenure", "--activities", "n_services");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Turning point: n_services = 2.174, standard error 0.105, 95 % interval 1.968 to 2.381: a minimum\n")
                .contains(
                        "it lies in the observed range, 1 to 9\nno best number of activities: tenure is shortest there\n")
                .contains("561.0757 < 2.2e-16 ***");
    }
}
