package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.loyalty.LoyaltyPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated survey of docs/examples/survey, from the command line to the files it writes, against plain loops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyExampleTest {

    private static final Path PLAN = Path.of("docs/examples/survey/plan.json");
    private static final Path INPUT = Path.of("docs/examples/survey/customers-simulated.csv");
    private static final List<String> BEHAVIOUR =
            List.of("average spend", "tenure", "services held", "consumption trend");

    /** The same sum in another order; means of answers lie much farther apart than this, or are the same. */
    private static final double ROUNDING = 1e-12;

    /** The columns of the answers, by the names of their indicators. */
    private static final ImmutableMap<String, String> ANSWERS = ImmutableMap.of(
            "satisfaction",
            "satisfaction",
            "recommends",
            "recommends",
            "attitude to competitors",
            "competitors",
            "price sensitivity",
            "price",
            "tolerance of quality incidents",
            "tolerance",
            "resistance to price cuts",
            "resistance");

    private Path folder;
    private Path model;
    private List<Map<String, String>> customers;
    private List<Map<String, String>> scored;
    private Map<String, double[]> ends;
    private Map<String, Double> weights;

    @BeforeAll
    void scoreTheFile(@TempDir Path temporary) throws IOException {
        folder = temporary;
        model = folder.resolve("model.json");
        customers = Csv.read(INPUT);
        Path output = folder.resolve("scored.csv");
        CommandLine run = CommandLine.run("score", PLAN, "--input", INPUT, "--output", output, "--model-out", model);
        assertThat(run.err())
                .isEqualTo(
                        "note: of 493 of 1000 customers too little is known for a loyalty index; their loyalty is the"
                                + " retention probability\n");
        assertThat(run.exitCode()).isZero();
        scored = Csv.read(output);
        ends = endsOfScales(JsonMapper.shared().readTree(Files.readString(model)));
        weights = weights();
    }

    @Test
    void theFileIsWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.readString(INPUT)).isEqualTo(SimulatedSurvey.csv());
    }

    @Test
    void everyCustomerIsScored() {
        assertThat(scored).hasSize(1000);
        assertThat(scored)
                .extracting(row -> row.get("customer_id"))
                .isEqualTo(customers.stream().map(row -> row.get("customer_id")).toList());
        assertThat(scored).allSatisfy(row -> assertThat(row.get("segment")).isNotEmpty());
    }

    /** The counts of docs/models/loyalty.md. */
    @Test
    void theSegmentsHaveTheSizesThePageSays() {
        assertThat(scored.stream().collect(Collectors.groupingBy(row -> row.get("segment"), Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PLATINUM",
                        135L,
                        "GOLD",
                        176L,
                        "LOYAL",
                        48L,
                        "POTENTIAL",
                        141L,
                        "CHURN_PRONE",
                        59L,
                        "SHORT_TERM",
                        130L,
                        "LEAST_VALUABLE",
                        146L,
                        "DEVELOPABLE",
                        165L));
    }

    @Test
    void whoWasNotSurveyedHasNoIndexAndTheRetentionProbabilityStandsForIt() {
        int notSurveyed = 0;
        for (int i = 0; i < 1000; i++) {
            Map<String, String> row = scored.get(i);
            assertThat(row.get("loyalty_coverage").equals("0.5")).isEqualTo(!isSurveyed(i));
            assertThat(row.get("loyalty_index").isEmpty()).isEqualTo(!isSurveyed(i));
            if (!isSurveyed(i)) {
                notSurveyed++;
                assertThat(number(row, "loyalty")).isEqualTo(1 - number(row, "churn_probability"));
            }
        }
        assertThat(notSurveyed).isEqualTo(493);
    }

    @Test
    void whoWasSurveyedHasTheIndexOfAPlainLoopOverTheAnswersGiven() {
        for (int i = 0; i < 1000; i++) {
            if (isSurveyed(i)) {
                Map<String, Double> scores = scores(customers.get(i));
                double coverage = scores.keySet().stream()
                        .mapToDouble(name -> weights.get(name))
                        .sum();
                assertThat(coverage).isBetween(0.6, 1 + 1e-12);
                assertThat(number(scored.get(i), "loyalty_coverage"))
                        .isBetween(0.6, 1.0)
                        .isCloseTo(coverage, within(1e-12));
                assertThat(number(scored.get(i), "loyalty_index")).isCloseTo(mean(scores), within(1e-12));
            }
        }
    }

    @Test
    void anAnswerCodedNineIsMissingAndNotCountedAsAnything() {
        long skipped = customers.stream()
                .filter(row ->
                        ANSWERS.values().stream().anyMatch(c -> row.get(c).equals("9")))
                .count();
        long partlyCovered = scored.stream()
                .map(row -> number(row, "loyalty_coverage"))
                .filter(coverage -> coverage > 0.5 && coverage < 1)
                .count();

        assertThat(skipped).isEqualTo(120);
        assertThat(partlyCovered).isEqualTo(skipped);
        assertThat(scored.stream()
                        .mapToDouble(row -> number(row, "loyalty_coverage"))
                        .filter(coverage -> coverage > 0.5)
                        .min())
                .hasValueCloseTo(0.75, within(1e-12));
    }

    @Test
    void loyaltyIsHalfRetentionAndHalfIndex() {
        for (int i = 0; i < 1000; i++) {
            if (isSurveyed(i)) {
                Map<String, String> row = scored.get(i);
                double expected = 0.5 * (1 - number(row, "churn_probability")) + 0.5 * number(row, "loyalty_index");
                assertThat(number(row, "loyalty")).isCloseTo(expected, within(1e-15));
            }
        }
    }

    @Test
    void fittedScalesRunFromTheFifthToTheNinetyFifthPercentile() {
        assertThat(ends.get("average spend")).containsExactly(percentiles("monthly_spend"), within(1e-12));
        assertThat(ends.get("tenure")).containsExactly(percentiles("tenure_months"), within(1e-12));
    }

    @Test
    void anAnswerThatIsNoneFailsItsCustomerAloneWithTheReason() throws IOException {
        String surveyed = scored.get(2).get("customer_id");
        assertThat(isSurveyed(2)).isTrue();
        Path broken = withAnswer(2, "recommends", "7");
        Path failures = folder.resolve("failures.csv");
        Path output = folder.resolve("scored-of-broken.csv");

        CommandLine again =
                CommandLine.run("score", PLAN, "--input", broken, "--output", output, "--failures", failures);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readAllLines(failures))
                .containsExactly(
                        "row,customer_id,field,value,reason",
                        "3," + surveyed + ",recommends,7.0,\"must be in [1.0, 5.0] or missing\"");
        assertThat(Csv.read(output))
                .hasSize(1000)
                .allSatisfy(row -> assertThat(row.get("segment").isEmpty())
                        .isEqualTo(row.get("customer_id").equals(surveyed)));
    }

    @Test
    void theModelGivesTheOtherCustomersOfSuchAFileTheBytesTheyHad() throws IOException {
        Path broken = withAnswer(2, "recommends", "7");
        Path output = folder.resolve("scored-of-broken-by-model.csv");

        CommandLine again = CommandLine.run("score", "--model", model, "--input", broken, "--output", output);

        assertThat(again.exitCode()).as(again.err()).isZero();
        List<String> expected = new ArrayList<>(Files.readAllLines(folder.resolve("scored.csv")));
        expected.set(3, customers.get(2).get("customer_id") + ",,,,,,,,");
        assertThat(Files.readAllLines(output)).isEqualTo(expected);
    }

    @Test
    void theExplanationNamesEveryIndicatorInBothLanguages() {
        List<Indicator> indicators =
                LoyaltyPreset.TELECOM.builder().plan().root().indicators();
        assertThat(indicators).hasSize(10);
        for (int i : new int[] {0, 2}) {
            assertThat(isSurveyed(i)).isEqualTo(i == 2);
            assertThat(explain(i, "en").lines().map(String::strip))
                    .satisfies(lines -> assertThat(indicators)
                            .allSatisfy(indicator -> assertThat(lines)
                                    .anyMatch(line ->
                                            line.startsWith(indicator.name() + " ") && line.contains(", weight "))));
            assertThat(explain(i, "zh").lines().map(String::strip))
                    .satisfies(lines -> assertThat(indicators)
                            .allSatisfy(indicator -> assertThat(lines)
                                    .anyMatch(line ->
                                            line.startsWith(indicator.chineseName() + " ") && line.contains(",权重 "))));
        }
        assertThat(explain(0, "en"))
                .contains("the retention probability, for want of an index", "satisfaction is missing");
        assertThat(explain(0, "zh")).contains("无指数,取保留概率", "满意度 缺失");
    }

    /** The figures of docs/models/loyalty.md. */
    @Test
    void theEmotionalHalfSaysSomethingAboutChurnThatBehaviourDoesNot() {
        int[] surveyed = IntStream.range(0, 1000).filter(this::isSurveyed).toArray();

        double whole = auc(surveyed, i -> number(scored.get(i), "loyalty_index"));
        double behaviour = auc(surveyed, i -> half(i, true));
        double emotion = auc(surveyed, i -> half(i, false));
        double retention = auc(surveyed, i -> 1 - number(scored.get(i), "churn_probability"));
        double loyalty = auc(surveyed, i -> number(scored.get(i), "loyalty"));

        assertThat(whole).isGreaterThan(behaviour).isGreaterThan(emotion);
        assertThat(emotion).isGreaterThan(behaviour);
        assertThat(loyalty).isGreaterThan(retention);
        assertThat(whole).isCloseTo(0.7126, within(5e-5));
        assertThat(behaviour).isCloseTo(0.5823, within(5e-5));
        assertThat(emotion).isCloseTo(0.6977, within(5e-5));
        assertThat(retention).isCloseTo(0.6273, within(5e-5));
        assertThat(loyalty).isCloseTo(0.7046, within(5e-5));
    }

    /** An index and a probability are not on the same level, so that the cut of one is not that of the other. */
    @Test
    void whoWasNotSurveyedIsMoreOftenHighOnLoyalty() {
        assertThat(meanOfSurveyed(row -> 1 - number(row, "churn_probability"))).isCloseTo(0.71, within(5e-3));
        assertThat(meanOfSurveyed(row -> number(row, "loyalty_index"))).isCloseTo(0.48, within(5e-3));
        assertThat(highOnLoyalty(true)).isEqualTo(164);
        assertThat(highOnLoyalty(false)).isEqualTo(336);
    }

    private double meanOfSurveyed(ToDoubleFunction<Map<String, String>> value) {
        return IntStream.range(0, 1000)
                .filter(this::isSurveyed)
                .mapToObj(scored::get)
                .mapToDouble(value)
                .average()
                .orElseThrow();
    }

    private long highOnLoyalty(boolean surveyed) {
        List<String> high = List.of("PLATINUM", "GOLD", "LOYAL", "POTENTIAL");
        return IntStream.range(0, 1000)
                .filter(i -> isSurveyed(i) == surveyed)
                .filter(i -> high.contains(scored.get(i).get("segment")))
                .count();
    }

    private String explain(int customer, String language) {
        CommandLine why = CommandLine.run(
                "explain",
                model,
                "--input",
                INPUT,
                "--customer",
                customers.get(customer).get("customer_id"),
                "--lang",
                language);
        assertThat(why.exitCode()).as(why.err()).isZero();
        return why.out();
    }

    /** A copy of the file in which one customer gave another answer. */
    private Path withAnswer(int customer, String column, String answer) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(INPUT));
        String[] cells = lines.get(customer + 1).split(",", -1);
        cells[Arrays.asList(lines.get(0).split(",")).indexOf(column)] = answer;
        lines.set(customer + 1, String.join(",", cells));
        return Files.write(folder.resolve("with-another-answer.csv"), lines);
    }

    private boolean isSurveyed(int customer) {
        return !customers.get(customer).get("satisfaction").isEmpty();
    }

    /** The probability that of two customers, one who stayed and one who left, the one who stayed has more; ties count half. */
    private double auc(int[] rows, IntToDoubleFunction value) {
        double wins = 0;
        int pairs = 0;
        for (int stayed : rows) {
            for (int left : rows) {
                if (!hasLeft(stayed) && hasLeft(left)) {
                    double difference = value.applyAsDouble(stayed) - value.applyAsDouble(left);
                    wins += difference > ROUNDING ? 1 : difference < -ROUNDING ? 0 : 0.5;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    private boolean hasLeft(int customer) {
        return customers.get(customer).get("churned").equals("Yes");
    }

    /** The index of behaviour or of feeling alone. */
    private double half(int customer, boolean behavioural) {
        Map<String, Double> scores = scores(customers.get(customer));
        scores.keySet().removeIf(name -> BEHAVIOUR.contains(name) != behavioural);
        return mean(scores);
    }

    private double mean(Map<String, Double> scores) {
        double sum = 0;
        double known = 0;
        for (Map.Entry<String, Double> score : scores.entrySet()) {
            sum += weights.get(score.getKey()) * score.getValue();
            known += weights.get(score.getKey());
        }
        return sum / known;
    }

    /** The scores of the indicators that are known, from the raw file. */
    private Map<String, Double> scores(Map<String, String> customer) {
        Map<String, Double> scores = new LinkedHashMap<>();
        double spend = number(customer, "monthly_spend");
        scores.put("average spend", score("average spend", spend));
        scores.put("tenure", score("tenure", number(customer, "tenure_months")));
        scores.put("services held", score("services held", number(customer, "services")));
        scores.put("consumption trend", score("consumption trend", spend / number(customer, "spend_year_ago")));
        ANSWERS.forEach((indicator, column) -> {
            String answer = customer.get(column);
            if (!answer.isEmpty() && !answer.equals("9")) {
                scores.put(indicator, score(indicator, Double.parseDouble(answer)));
            }
        });
        return scores;
    }

    private double score(String indicator, double value) {
        double[] scale = ends.get(indicator);
        double share = (value - scale[0]) / (scale[1] - scale[0]);
        return share < 0 ? 0 : share > 1 ? 1 : share;
    }

    /** The raw values that score 0 and 1, by indicator, as the model file states them: its fitted scales, else its plan's. */
    private static Map<String, double[]> endsOfScales(JsonNode file) {
        Map<String, double[]> found = new LinkedHashMap<>();
        for (JsonNode half : file.at("/plan/loyalty/index/parts")) {
            for (JsonNode part : half.get("parts")) {
                String name = part.get("name").stringValue();
                JsonNode fitted = file.at("/parameters/scales").get(name);
                JsonNode scale = fitted == null ? part.get("scale") : fitted;
                JsonNode pair = scale.has("linear") ? scale.get("linear") : scale.get("likert");
                found.put(
                        name,
                        new double[] {pair.get(0).doubleValue(), pair.get(1).doubleValue()});
            }
        }
        return found;
    }

    /**
     * Of behaviour, row products of [[1,1,7,3],[1,1,7,3],[1/7,1/7,1,1/5],[1/3,1/3,5,1]], fourth roots, over their sum; of
     * feeling, 3 to 1 for satisfaction, recommendation and price. Each half weighs a half.
     */
    private static Map<String, Double> weights() {
        double[] products = {21, 21, 1.0 / 245, 5.0 / 9};
        double[] roots =
                Arrays.stream(products).map(p -> Math.sqrt(Math.sqrt(p))).toArray();
        double sum = Arrays.stream(roots).sum();
        Map<String, Double> found = new LinkedHashMap<>();
        for (int j = 0; j < roots.length; j++) {
            found.put(BEHAVIOUR.get(j), roots[j] / sum / 2);
        }
        found.put("satisfaction", 3.0 / 24);
        found.put("recommends", 3.0 / 24);
        found.put("attitude to competitors", 1.0 / 24);
        found.put("price sensitivity", 3.0 / 24);
        found.put("tolerance of quality incidents", 1.0 / 24);
        found.put("resistance to price cuts", 1.0 / 24);
        return found;
    }

    /** Of 1,000 sorted values numbered from 0, those at 49.95 and 949.05. */
    private double[] percentiles(String column) {
        double[] sorted = customers.stream()
                .mapToDouble(row -> number(row, column))
                .sorted()
                .toArray();
        return new double[] {
            sorted[49] + 0.95 * (sorted[50] - sorted[49]), sorted[949] + 0.05 * (sorted[950] - sorted[949])
        };
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
