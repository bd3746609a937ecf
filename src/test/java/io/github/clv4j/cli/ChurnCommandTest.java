package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The churn command on made-up customers, good and bad, and on the telecom file against R. */
class ChurnCommandTest {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "test",
              "input": {
                "columns": {"id": "text", "tenure": "number", "contract": "text", "month": "number", "left": "number"},
                "fitOnly": ["left"],
                "sql": "features.sql",
                "id": "id"
              },
              "value": {"profit": "tenure", "discountRate": {"rate": 0, "per": "month"}, "horizon": 10},
              "churn": {"logistic": {"outcome": "left",
                "features": ["tenure", {"category": "contract", "baseline": "monthly"}]%s}}
            }
            """;

    private static final String SQL = "SELECT input_row, id, tenure, contract, \"left\"%s FROM customers";
    private static final String LATE = ", month >= 10 AS late";

    @TempDir
    private Path folder;

    private Path input;

    @BeforeEach
    void writeFiles() throws IOException {
        plan("");
        sql("");
        input = folder.resolve("customers.csv");
        Files.writeString(input, customers(400));
    }

    private void plan(String more) throws IOException {
        Files.writeString(folder.resolve("plan.json"), String.format(Locale.ROOT, PLAN, more));
    }

    private void sql(String more) throws IOException {
        Files.writeString(folder.resolve("features.sql"), String.format(Locale.ROOT, SQL, more));
    }

    private static String customers(int count) {
        Random random = new Random(9);
        StringBuilder csv = new StringBuilder("id,tenure,contract,month,left\n");
        for (int i = 0; i < count; i++) {
            double tenure = random.nextInt(72);
            String contract = random.nextBoolean() ? "monthly" : "yearly";
            double logOdds = 0.8 - 0.04 * tenure - (contract.equals("yearly") ? 1 : 0);
            int left = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
            csv.append(String.format(
                    Locale.ROOT, "c%d,%.0f,%s,%d,%d\n", i, tenure, contract, 1 + random.nextInt(12), left));
        }
        return csv.toString();
    }

    private CommandLine churn(Object... more) {
        Object[] args = {"churn", folder.resolve("plan.json"), "--input", input};
        return CommandLine.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray());
    }

    private JsonNode json(Object... more) {
        CommandLine run = churn(
                Stream.concat(Stream.of("--format", "json"), Stream.of(more)).toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    private static void assertRefused(CommandLine run, int exitCode, String message) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).startsWith("clv4j: ").contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theModelIsPrintedWithHowGoodItIsOnAStatedShareHeldOut() {
        CommandLine run = churn();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("churn within a period that is not stated\nCoefficients:\n")
                .contains("contract=yearly", "Std. Error", "Residual deviance")
                .contains(
                        "judged on a share of 0.3 drawn with seed 1 by a fit on the others; the coefficients above are"
                                + " of all\non 120 customers held out of the fit, ")
                .contains("AUC 0.", "log-loss 0.", "Brier score 0.", "cumulative lift", "calibration error");
    }

    @Test
    void theReportSpeaksChineseOnDemand() {
        assertThat(churn("--lang", "zh").out()).contains("流失期间未说明", "系数:", "随机抽取的 0.3 的客户(种子 1)", "对数损失", "十分位");
    }

    @Test
    void theSeedSaysWhoIsDrawn() {
        double auc = json().get("evaluation").get("auc").doubleValue();
        assertThat(json("--seed", "1").get("evaluation").get("auc").doubleValue())
                .isEqualTo(auc);
        assertThat(json("--seed", "2").get("evaluation").get("auc").doubleValue())
                .isNotEqualTo(auc);
        assertThat(json("--holdout", "0.5", "--seed", "7")
                        .get("plan")
                        .get("holdout")
                        .toString())
                .isEqualTo("{\"share\":0.5,\"seed\":7}");
    }

    @Test
    void theHoldoutOfThePlanCountsUnlessOneIsGiven() throws IOException {
        plan(", \"holdout\": {\"share\": 0.4, \"seed\": 11}, \"period\": {\"length\": 3, \"unit\": \"month\"}");
        assertThat(churn().out()).startsWith("churn within 3 months\n").contains("a share of 0.4 drawn with seed 11");
        assertThat(churn("--seed", "12").out()).contains("a share of 0.4 drawn with seed 12");
        sql(LATE);
        assertThat(churn("--holdout", "late").out()).contains("judged on those whose late is 1 by a fit on the others");
        plan(", \"holdout\": {\"column\": \"late\"}");
        assertThat(churn().out()).contains("judged on those whose late is 1 by a fit on the others");
        assertThat(churn("--holdout", "0.2").out()).contains("a share of 0.2 drawn with seed 1");
    }

    @Test
    void aColumnOrATimeSaysWhoIsHeldOut() throws IOException {
        sql(LATE);
        JsonNode byColumn = json("--holdout", "late").get("evaluation");
        sql(", month");
        JsonNode byTime = json("--holdout", "month>=10").get("evaluation");
        assertThat(byColumn).isEqualTo(byTime);
        long late = Csv.read(input).stream()
                .filter(row -> Integer.parseInt(row.get("month")) >= 10)
                .count();
        assertThat(byTime.get("customers").longValue()).isEqualTo(late);
        assertThat(churn("--holdout", "month >= 10").out())
                .contains("judged on those whose month is at least 10.0 by a fit on the others");
    }

    @Test
    void figuresInSampleAreSaidToBe() {
        CommandLine run = churn("--holdout", "none");
        assertThat(run.out()).contains("customers of the fit itself", "figures in-sample flatter a model");
        assertThat(run.out()).doesNotContain("judged");
        assertThat(json("--holdout", "none").get("evaluation").get("heldOut").booleanValue())
                .isFalse();
    }

    @Test
    void aRecalibratedModelSaysSo() throws IOException {
        plan(", \"holdout\": {\"share\": 0.5, \"seed\": 1}, \"recalibration\": \"holdout\"");
        assertThat(churn().out())
                .contains("recalibrated: log-odds ")
                .contains(
                        "judged, before recalibration, on a share of 0.5 drawn with seed 1; the coefficients above are of"
                                + " the others");
        assertThat(json().get("recalibration").get("slope").doubleValue()).isBetween(0.5, 2.0);
        assertRefused(churn("--holdout", "none"), 1, "recalibration on the customers held out must have a holdout");
    }

    @Test
    void customersWhoCannotBeUsedAreReported() throws IOException {
        Files.writeString(input, customers(400) + "x,1,,3,0\ny,a lot,monthly,3,1\nz,1,monthly,3,7\n");
        CommandLine run = churn();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("customer 401 (x): contract is missing", "customer 402 (y)", "tenure", "a lot")
                .contains("customer 403 (z): left must be 0, 1 or missing");
        assertThat(json().get("failures").intValue()).isEqualTo(3);
    }

    @Test
    void whatCannotBeIsRefusedInALine() throws IOException {
        assertRefused(churn("--holdout", "2"), 2, "--holdout: share held out must be in (0, 1), but was 2.0");
        assertRefused(
                churn("--holdout", "month>=May"), 2, "--holdout: first time held out must be a number, but was May");
        assertRefused(churn("--holdout", " "), 2, "--holdout: holdout column must not be blank");
        assertRefused(churn("--holdout", "late", "--seed", "3"), 2, "--seed is for a share drawn at random");
        assertRefused(churn("--holdout", "none", "--seed", "3"), 2, "--seed is for a share drawn at random");
        assertRefused(churn("--holdout", "contract"), 1, "holdout column must be neither the outcome nor a category");
        assertRefused(churn("--holdout", "early"), 1, "early");
        sql(", month");
        assertRefused(
                churn("--holdout", "month>=13"), 1, "customers held out must be some who left and some who stayed");
        sql("");
        plan(", \"ridge\": -1");
        assertRefused(churn(), 1, "/churn/logistic/ridge is refused: ridge must be in (0, Inf), but was -1.0");
        Files.writeString(
                folder.resolve("plan.json"),
                String.format(Locale.ROOT, PLAN, "").replaceFirst("\"logistic\": [^%]*\\]\\}", "\"column\": \"left\""));
        assertRefused(
                churn(),
                1,
                "it has no logistic churn model to fit and judge (clv4j survival tells of survival curves)");
    }

    @Test
    void aLevelThatIsNoBaselineIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("plan.json"),
                String.format(Locale.ROOT, PLAN, "").replace("\"baseline\": \"monthly\"", "\"baseline\": \"weekly\""));
        assertRefused(churn(), 1, "baseline of category contract must be one of [monthly, yearly], but was \"weekly\"");
    }

    /** Model S of the reference folder, with the contract as a category: coefficients and figures of R. */
    @Test
    void theFiguresOfTheTelecomFileAreThoseOfR() throws IOException {
        input = SharedData.file("data/ibm-telco-customer-churn.csv");
        Files.writeString(folder.resolve("features.sql"), """
                SELECT input_row, customerID AS id, tenure, MonthlyCharges AS charges, Contract AS contract,
                    Churn = 'Yes' AS "left" FROM customers
                """);
        Files.writeString(folder.resolve("plan.json"), """
                {
                  "format": "clv4j-plan/1",
                  "name": "telco",
                  "input": {
                    "columns": {"customerID": "text", "tenure": "number", "MonthlyCharges": "number", "Contract": "text",
                      "Churn": "text"},
                    "sql": "features.sql",
                    "id": "id"
                  },
                  "value": {"profit": "charges", "discountRate": {"rate": 0, "per": "month"}, "horizon": 10},
                  "churn": {"logistic": {"outcome": "left",
                    "features": ["tenure", "charges", {"category": "contract", "baseline": "Month-to-month"}]}}
                }
                """);
        JsonNode report = json("--holdout", "none");
        double[] estimates =
                SharedData.csv("reference/ibm-telco-glm-s-coefficients.csv").numbers("estimate");
        double[] errors =
                SharedData.csv("reference/ibm-telco-glm-s-coefficients.csv").numbers("std_error");
        JsonNode coefficients = report.get("fit").get("coefficients");
        for (int j = 0; j < estimates.length; j++) {
            assertThat(coefficients.get(j).get("estimate").doubleValue())
                    .isCloseTo(estimates[j], withinPercentage(1e-6));
            assertThat(coefficients.get(j).get("standardError").doubleValue())
                    .isCloseTo(errors[j], withinPercentage(1e-4));
        }
        String reference = "reference/ibm-telco-glm-s.json";
        JsonNode found = report.get("evaluation");
        assertThat(found.get("auc").doubleValue()).isCloseTo(SharedData.jsonNumber(reference, "auc"), within(1e-10));
        assertThat(found.get("logLoss").doubleValue())
                .isCloseTo(SharedData.jsonNumber(reference, "log_loss"), within(1e-10));
        assertThat(found.get("brier").doubleValue())
                .isCloseTo(SharedData.jsonNumber(reference, "brier"), within(1e-10));
        assertThat(found.get("confusion").get("truePositives").intValue())
                .isEqualTo((int) SharedData.jsonNumber(reference, "tp"));
        assertThat(report.get("fit").get("aic").doubleValue())
                .isCloseTo(SharedData.jsonNumber(reference, "aic"), withinPercentage(1e-6));

        // on customers the fit has not seen the model is as good: five coefficients overfit nothing
        double heldOut = json().get("evaluation").get("auc").doubleValue();
        assertThat(heldOut).isCloseTo(found.get("auc").doubleValue(), within(0.02));
        List<String> names = List.of("(Intercept)", "tenure", "charges", "contract=One year", "contract=Two year");
        for (int j = 0; j < names.size(); j++) {
            assertThat(coefficients.get(j).get("name").stringValue()).isEqualTo(names.get(j));
        }
    }
}
