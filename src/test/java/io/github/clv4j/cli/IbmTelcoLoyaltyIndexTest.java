package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.IndexExplanation;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.json.ModelFile;
import io.github.clv4j.loyalty.FittedWeight;
import io.github.clv4j.loyalty.IndexFifth;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyPreset;
import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.scoring.LoyaltyPlan;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The IBM telco example cut by the loyalty index, from the command line, against plain loops over the raw file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IbmTelcoLoyaltyIndexTest {

    private static final Path PLAN = Path.of("docs/examples/ibm-telco/plan-loyalty-index.json");
    private static final List<String> ADD_ONS = List.of(
            "OnlineSecurity", "OnlineBackup", "DeviceProtection", "TechSupport", "StreamingTV", "StreamingMovies");

    private Path folder;
    private Path input;
    private List<Map<String, String>> customers;
    private List<Map<String, String>> scored;
    private ScoringModel model;

    @BeforeAll
    void scoreTheFile(@TempDir Path temporary) throws IOException {
        folder = temporary;
        input = SharedData.file("data/ibm-telco-customer-churn.csv");
        customers = Csv.read(input);
        Path output = folder.resolve("scored.csv");
        CommandLine run = CommandLine.run(
                "score",
                PLAN,
                "--input",
                input,
                "--output",
                output,
                "--model-out",
                folder.resolve("model.json"),
                "--summary",
                folder.resolve("summary.json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        scored = Csv.read(output);
        model = ModelFile.parse("model.json", Files.readString(folder.resolve("model.json")))
                .model();
    }

    @Test
    void theIndexAndItsCoverageAreFurtherColumns() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("scored.csv")).get(0))
                .isEqualTo("customer_id,current_value,potential_value,lifetime_value,churn_probability,loyalty,segment,"
                        + "loyalty_index,loyalty_coverage");
        assertThat(scored).hasSize(7043);
    }

    @Test
    void everyIndexIsThatOfAPlainLoop() {
        double[] weights = geometricMeanWeights();
        for (int i = 0; i < 7043; i++) {
            double expected = 0;
            double[] scores = scores(customers.get(i));
            for (int j = 0; j < 4; j++) {
                expected += weights[j] * scores[j];
            }
            assertThat(number(scored.get(i), "loyalty_index")).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void theEmotionalHalfIsAbsentSoHalfIsCoveredAndTheIndexIsThatOfBehaviour() {
        assertThat(scored).allSatisfy(row -> {
            assertThat(row.get("loyalty_coverage")).isEqualTo("0.5");
            assertThat(row.get("loyalty")).isEqualTo(row.get("loyalty_index"));
        });
    }

    @Test
    void theSummarySaysHowManyHaveAnIndexAndHowMuchOfItIsKnown() throws IOException {
        JsonNode index =
                JsonMapper.shared().readTree(folder.resolve("summary.json")).get("loyaltyIndex");

        assertThat(index.get("customers").intValue()).isEqualTo(7043);
        assertThat(index.get("meanCoverage").doubleValue()).isEqualTo(0.5);
        assertThat(index.get("mean").doubleValue())
                .isCloseTo(
                        scored.stream()
                                .mapToDouble(row -> number(row, "loyalty_index"))
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void theAxisIsCutAtTheMedianOfTheIndex() {
        double[] sorted = scored.stream()
                .mapToDouble(row -> number(row, "loyalty_index"))
                .sorted()
                .toArray();

        assertThat(model.cuts().forAll().orElseThrow().loyalty()).isEqualTo(sorted[3521]);
        for (Map<String, String> row : scored) {
            boolean high = number(row, "loyalty_index") >= sorted[3521];
            assertThat(List.of("PLATINUM", "GOLD", "LOYAL", "POTENTIAL").contains(row.get("segment")))
                    .isEqualTo(high);
        }
    }

    @Test
    void oneCustomerScoredAloneGetsTheBitsItGotInTheFile() {
        double[] values = new double[10];
        Arrays.fill(values, Double.NaN);
        LoyaltyIndex index = index();
        for (int i = 0; i < 7043; i += 13) {
            System.arraycopy(raw(customers.get(i)), 0, values, 0, 4);

            assertThat(index.score(values).index()).isEqualTo(number(scored.get(i), "loyalty_index"));
            assertThat(index.score(values).coverage()).isEqualTo(0.5);
        }
    }

    @Test
    void theExplanationGoesDownToTheSingleIndicatorAndAddsUp() {
        CommandLine run = CommandLine.run(
                "explain", folder.resolve("model.json"), "--input", input, "--customer", "5575-GNVDE", "--lang", "zh");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("客户忠诚度指数 0.4552:覆盖率 0.5000", "在网时长 34.0000 个月", "满意度 缺失");
        IndexExplanation why = index().explain(values(customers.get(1)));
        assertThat(why.contributions().stream().mapToDouble(c -> c.amount()).sum())
                .isCloseTo(number(scored.get(1), "loyalty_index"), within(1e-15));
    }

    /** The figures of docs/models/loyalty.md, found by numpy and scipy over the raw file too. */
    @Test
    void validatedOnTheLabelsOfTheSampleTheIndexTellsLittleOfWhoLeaves() {
        double[][] columns = new double[10][7043];
        double[] churned = new double[7043];
        for (int i = 0; i < 7043; i++) {
            double[] values = values(customers.get(i));
            for (int j = 0; j < 10; j++) {
                columns[j][i] = values[j];
            }
            churned[i] = customers.get(i).get("Churn").equals("Yes") ? 1 : 0;
        }

        LoyaltyValidation found = index().validate(columns, churned);

        assertThat(found.customers()).isEqualTo(7043);
        assertThat(found.churned()).isEqualTo(1869);
        assertThat(found.withoutIndex()).isZero();
        assertThat(found.auc()).isCloseTo(0.5745392600736737, within(1e-12));
        assertThat(found.rankCorrelation()).isCloseTo(-0.11400814677880593, within(1e-12));
        assertThat(found.fifths()).extracting(IndexFifth::customers).containsExactly(1409, 1408, 1409, 1408, 1409);
        assertThat(found.fifths()).extracting(IndexFifth::churned).containsExactly(352, 525, 442, 349, 201);
        assertThat(found.fifths().stream()
                        .flatMapToDouble(fifth -> DoubleStream.of(fifth.lowest(), fifth.highest()))
                        .toArray())
                .containsExactly(
                        new double[] {.032, .273, .273, .394, .394, .507, .507, .675, .675, .928}, within(0.0005));
        assertThat(found.fittedCustomers()).isEqualTo(7043);
        assertThat(found.weights())
                .extracting(FittedWeight::indicator)
                .containsExactly("average spend", "tenure", "services held", "consumption trend");
        assertThat(found.weights().stream()
                        .mapToDouble(FittedWeight::coefficient)
                        .toArray())
                .containsExactly(new double[] {5.12719334, -3.22679505, -3.05346915, 0.70705672}, within(1e-8));
        assertThat(found.weights().stream().mapToDouble(FittedWeight::fitted).toArray())
                .containsExactly(new double[] {0, 0.51379925, 0.48620075, 0}, within(1e-8));
        assertThat(found.text(Language.ENGLISH)).contains("average spend: judged 0.3966, fitted 0.0000", "contrary");
    }

    @Test
    void theCommandLineSaysSoToo() {
        CommandLine run = CommandLine.run("score", PLAN, "--input", input, "--validate", "--lang", "zh");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("7043 个客户有指数,其中 1869 个流失", "AUC 0.5745", "平均消费:判断 0.3966,拟合 0.0000");
        assertThat(CommandLine.run("score", "--model", folder.resolve("model.json"), "--input", input, "--validate"))
                .satisfies(wrong -> assertThat(wrong.exitCode()).isEqualTo(2))
                .satisfies(wrong -> assertThat(wrong.err()).contains("--validate needs a plan"));
        assertThat(CommandLine.run("score", PLAN.resolveSibling("plan.json"), "--input", input, "--validate")
                        .err())
                .contains("plan must have a loyalty index to validate, but had none");
    }

    @Test
    void tenureAloneTellsItBetter() {
        assertThat(auc(i -> number(customers.get(i), "tenure"))).isCloseTo(0.7398671755286289, within(1e-12));
        assertThat(auc(i -> 1 - number(scored.get(i), "churn_probability")))
                .isCloseTo(0.8427322023956884, within(1e-8));
    }

    /** Of every pair of one who stayed and one who left, how often the one who stayed has more; a tie is half. */
    private double auc(IntToDoubleFunction value) {
        double[] stayed = values(value, "No");
        double[] left = values(value, "Yes");
        double won = 0;
        for (double one : stayed) {
            for (double other : left) {
                won += (1 + Math.signum(one - other)) / 2;
            }
        }
        return won / stayed.length / left.length;
    }

    private double[] values(IntToDoubleFunction value, String churn) {
        return IntStream.range(0, 7043)
                .filter(i -> customers.get(i).get("Churn").equals(churn))
                .mapToDouble(value)
                .toArray();
    }

    private LoyaltyIndex index() {
        LoyaltyPlan.Index plan = (LoyaltyPlan.Index) model.plan().loyalty();
        LoyaltyIndex stated = LoyaltyPreset.TELECOM
                .builder()
                .rescale("average spend", Scale.linear(18.25, 118.75))
                .rescale("tenure", Scale.linear(0, 72))
                .rescale("services held", Scale.linear(0, 9))
                .rescale("consumption trend", Scale.linear(0.9, 1.1))
                .build();
        assertThat(stated).isEqualTo(LoyaltyIndex.of(plan.index().index()));
        return stated;
    }

    /** Row products of [[1,1,7,3],[1,1,7,3],[1/7,1/7,1,1/5],[1/3,1/3,5,1]], fourth roots, over their sum. */
    private static double[] geometricMeanWeights() {
        double[] products = {21, 21, 1.0 / 245, 5.0 / 9};
        double[] roots =
                Arrays.stream(products).map(p -> Math.sqrt(Math.sqrt(p))).toArray();
        double sum = Arrays.stream(roots).sum();
        return Arrays.stream(roots).map(root -> root / sum).toArray();
    }

    private static double[] scores(Map<String, String> customer) {
        double[] raw = raw(customer);
        double[] worst = {18.25, 0, 0, 0.9};
        double[] best = {118.75, 72, 9, 1.1};
        double[] scores = new double[4];
        for (int j = 0; j < 4; j++) {
            double share = (raw[j] - worst[j]) / (best[j] - worst[j]);
            scores[j] = share < 0 ? 0 : share > 1 ? 1 : share;
        }
        return scores;
    }

    private static double[] raw(Map<String, String> customer) {
        double monthly = number(customer, "MonthlyCharges");
        double tenure = number(customer, "tenure");
        double average = tenure == 0 ? monthly : number(customer, "TotalCharges") / tenure;
        long services = ADD_ONS.stream()
                        .filter(addOn -> customer.get(addOn).equals("Yes"))
                        .count()
                + (customer.get("PhoneService").equals("Yes") ? 1 : 0)
                + (customer.get("MultipleLines").equals("Yes") ? 1 : 0)
                + (customer.get("InternetService").equals("No") ? 0 : 1);
        return new double[] {average, tenure, services, monthly / average};
    }

    private static double[] values(Map<String, String> customer) {
        double[] values = new double[10];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(raw(customer), 0, values, 0, 4);
        return values;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
