package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.json.ModelFile;
import io.github.clv4j.scoring.CustomerInput;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The IBM telco example, from the command line to the files it writes, against R and against plain loops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IbmTelcoTest {

    private static final Path PLAN = Path.of("docs/examples/ibm-telco/plan.json");
    private static final List<String> ADD_ONS = List.of(
            "OnlineSecurity", "OnlineBackup", "DeviceProtection", "TechSupport", "StreamingTV", "StreamingMovies");

    /** Relative; R and we stop at different last bits of the same maximum. */
    private static final double AGAINST_R = 1e-8;

    /** Relative; the same sums in another order. */
    private static final double AGAINST_PLAIN_LOOPS = 1e-10;

    private Path folder;
    private Path input;
    private List<Map<String, String>> customers;
    private List<Map<String, String>> scored;
    private JsonNode summary;
    private CommandLine run;

    @BeforeAll
    void scoreTheFile(@TempDir Path temporary) throws IOException {
        folder = temporary;
        input = SharedData.file("data/ibm-telco-customer-churn.csv");
        customers = Csv.read(input);
        Path output = folder.resolve("scored.csv");
        run = CommandLine.run(
                "score",
                PLAN,
                "--input",
                input,
                "--output",
                output,
                "--summary",
                folder.resolve("summary.json"),
                "--failures",
                folder.resolve("failures.csv"),
                "--model-out",
                model());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        scored = Csv.read(output);
        summary = JsonMapper.shared().readTree(folder.resolve("summary.json"));
    }

    @Test
    void theOutputHasTheAgreedColumnsAndTheCustomersInTheOrderOfTheFile() throws IOException {
        assertThat(Files.readString(folder.resolve("scored.csv")))
                .startsWith(
                        "customer_id,current_value,potential_value,lifetime_value,churn_probability,loyalty,segment\n");
        assertThat(scored).hasSize(7043);
        assertThat(scored)
                .extracting(row -> row.get("customer_id"))
                .isEqualTo(customers.stream().map(row -> row.get("customerID")).toList());
        assertThat(Files.readString(folder.resolve("failures.csv"))).isEqualTo("row,customer_id,field,value,reason\n");
    }

    @Test
    void churnProbabilitiesAreThoseOfTheModelThatRFits() throws IOException {
        List<Map<String, String>> reference = Csv.read(SharedData.file("reference/ibm-telco-glm-a-predictions.csv"));
        for (int i = 0; i < 7043; i++) {
            double expected = number(reference.get(i), "churn_probability");
            assertThat(number(scored.get(i), "churn_probability")).isCloseTo(expected, within(AGAINST_R * expected));
            assertThat(number(scored.get(i), "loyalty")).isEqualTo(1 - number(scored.get(i), "churn_probability"));
        }
    }

    @Test
    void currentValueIsTheDiscountedProfitOfTwentyFourMonths() {
        for (int i = 0; i < 7043; i++) {
            double expected = discounted(0.30 * number(customers.get(i), "MonthlyCharges"));
            assertThat(number(scored.get(i), "current_value"))
                    .isCloseTo(expected, within(AGAINST_PLAIN_LOOPS * expected));
        }
    }

    @Test
    void potentialValueIsTheShareOfHoldersTimesTheDiscountedProfitOfEachAddOnNotHeld() {
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, Integer> holders = new HashMap<>();
        for (Map<String, String> customer : customers) {
            sizes.merge(group(customer), 1, Integer::sum);
            for (String addOn : ADD_ONS) {
                holders.merge(group(customer) + addOn, customer.get(addOn).equals("Yes") ? 1 : 0, Integer::sum);
            }
        }
        for (int i = 0; i < 7043; i++) {
            Map<String, String> customer = customers.get(i);
            double expected = 0;
            for (String addOn : ADD_ONS) {
                if (!customer.get(addOn).equals("Yes")) {
                    double share = (double) holders.get(group(customer) + addOn) / sizes.get(group(customer));
                    expected += share * discounted(0.5 * 5.0);
                }
            }
            double actual = number(scored.get(i), "potential_value");
            assertThat(actual).isCloseTo(expected, within(AGAINST_PLAIN_LOOPS * expected));
            assertThat(number(scored.get(i), "lifetime_value"))
                    .isEqualTo(number(scored.get(i), "current_value") + actual);
        }
    }

    @Test
    void eachAxisIsCutAtItsMedianAndSegmentsFollow() {
        double current = median("current_value");
        double potential = median("potential_value");
        double loyalty = median("loyalty");

        assertThat(summary.at("/cuts/currentValue").doubleValue()).isEqualTo(current);
        assertThat(summary.at("/cuts/potentialValue").doubleValue()).isEqualTo(potential);
        assertThat(summary.at("/cuts/loyalty").doubleValue()).isEqualTo(loyalty);
        Map<String, String> names = Map.of(
                "HHH",
                "PLATINUM",
                "HLH",
                "GOLD",
                "LLH",
                "LOYAL",
                "LHH",
                "POTENTIAL",
                "HHL",
                "CHURN_PRONE",
                "HLL",
                "SHORT_TERM",
                "LLL",
                "LEAST_VALUABLE",
                "LHL",
                "DEVELOPABLE");
        for (Map<String, String> row : scored) {
            String code = letter(row, "current_value", current)
                    + letter(row, "potential_value", potential)
                    + letter(row, "loyalty", loyalty);
            assertThat(row.get("segment")).isEqualTo(names.get(code));
        }
    }

    @Test
    void theSummaryAddsUp() {
        assertThat(summary.get("customers").intValue()).isEqualTo(7043);
        assertThat(summary.get("failures").intValue()).isZero();
        assertThat(summary.get("segments")).hasSize(8);
        for (JsonNode segment : summary.get("segments")) {
            List<Map<String, String>> members = scored.stream()
                    .filter(row ->
                            row.get("segment").equals(segment.get("segment").stringValue()))
                    .toList();
            assertThat(segment.get("customers").intValue()).isEqualTo(members.size());
            if (members.isEmpty()) {
                assertThat(segment.get("meanLoyalty").isNull()).isTrue();
            } else {
                double mean = members.stream()
                        .mapToDouble(row -> number(row, "potential_value"))
                        .average()
                        .orElseThrow();
                assertThat(segment.get("meanPotentialValue").doubleValue()).isCloseTo(mean, within(1e-9 * mean));
            }
        }
        assertThat(summary.at("/fit/churn/deviance").doubleValue()).isCloseTo(5908.03171445459, within(1e-5));
    }

    @Test
    void oneCustomerScoredAloneByTheModelFileGetsTheBitsItGotInTheFile() throws IOException {
        ScoringModel model =
                ModelFile.parse("model.json", Files.readString(model())).model();
        for (int i = 0; i < 7043; i += 101) {
            CustomerInput customer = byName(model, customers.get(i));
            Map<String, String> row = scored.get(i);

            assertThat(customer.score().currentValue()).isEqualTo(number(row, "current_value"));
            assertThat(customer.score().potentialValue()).isEqualTo(number(row, "potential_value"));
            assertThat(customer.score().churnProbability()).isEqualTo(number(row, "churn_probability"));
            assertThat(customer.score().loyalty()).isEqualTo(number(row, "loyalty"));
            assertThat(customer.score().segment().name()).isEqualTo(row.get("segment"));
        }
    }

    @Test
    void theModelReadBackWritesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.csv");

        CommandLine second = CommandLine.run("score", "--model", model(), "--input", input, "--output", again);

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(again).hasSameBinaryContentAs(folder.resolve("scored.csv"));
    }

    @Test
    void throughParquetTheBytesAreThoseThroughCsv() throws Exception {
        Path parquet = folder.resolve("customers.parquet");
        Path scores = folder.resolve("from-parquet.csv");
        Path model = folder.resolve("model-of-parquet.json");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * REPLACE (CAST(SeniorCitizen AS TINYINT) AS SeniorCitizen,"
                    + " CAST(tenure AS INTEGER) AS tenure, CAST(MonthlyCharges AS DOUBLE) AS MonthlyCharges)"
                    + " FROM read_csv('" + input + "', all_varchar = true)) TO '" + parquet + "' (FORMAT parquet)");
        }

        CommandLine second =
                CommandLine.run("score", PLAN, "--input", parquet, "--output", scores, "--model-out", model);

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(scores).hasSameBinaryContentAs(folder.resolve("scored.csv"));
        assertThat(model).hasSameBinaryContentAs(model());
    }

    private Path model() {
        return folder.resolve("model.json");
    }

    @Test
    void theTerminalShowsTheEightSegments() {
        assertThat(run.out().lines()).hasSize(9);
        assertThat(run.out()).contains("Platinum customers", "LHL");
    }

    private static CustomerInput byName(ScoringModel model, Map<String, String> raw) {
        CustomerInput customer = model.customer()
                .set("monthly_profit", 0.30 * number(raw, "MonthlyCharges"))
                .set("contract_and_internet", raw.get("Contract") + " / " + raw.get("InternetService"))
                .set("tenure", number(raw, "tenure"))
                .set("monthly_charges", number(raw, "MonthlyCharges"))
                .set("senior_citizen", number(raw, "SeniorCitizen"));
        Map<String, String> flags = new HashMap<>(Map.of(
                "has_online_security",
                "OnlineSecurity=Yes",
                "has_online_backup",
                "OnlineBackup=Yes",
                "has_device_protection",
                "DeviceProtection=Yes",
                "has_tech_support",
                "TechSupport=Yes",
                "has_streaming_tv",
                "StreamingTV=Yes",
                "has_streaming_movies",
                "StreamingMovies=Yes",
                "contract_one_year",
                "Contract=One year",
                "contract_two_year",
                "Contract=Two year",
                "internet_fiber_optic",
                "InternetService=Fiber optic",
                "internet_none",
                "InternetService=No"));
        flags.putAll(Map.of(
                "pays_by_credit_card",
                "PaymentMethod=Credit card (automatic)",
                "pays_by_electronic_check",
                "PaymentMethod=Electronic check",
                "pays_by_mailed_check",
                "PaymentMethod=Mailed check",
                "paperless_billing",
                "PaperlessBilling=Yes",
                "has_partner",
                "Partner=Yes",
                "has_dependents",
                "Dependents=Yes",
                "is_male",
                "gender=Male"));
        flags.forEach((name, rule) -> {
            String[] columnAndLevel = rule.split("=");
            customer.set(name, raw.get(columnAndLevel[0]).equals(columnAndLevel[1]) ? 1 : 0);
        });
        return customer;
    }

    private static String group(Map<String, String> customer) {
        return customer.get("Contract") + "/" + customer.get("InternetService");
    }

    private static double discounted(double monthlyProfit) {
        double value = 0;
        for (int month = 1; month <= 24; month++) {
            value += monthlyProfit / Math.pow(1.01, month);
        }
        return value;
    }

    private double median(String column) {
        double[] values =
                scored.stream().mapToDouble(row -> number(row, column)).sorted().toArray();
        return values[7043 / 2];
    }

    private static String letter(Map<String, String> row, String column, double cut) {
        return number(row, column) >= cut ? "H" : "L";
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
