package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScalePoint;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyIndexBuilder;
import io.github.clv4j.loyalty.LoyaltyPreset;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.CustomerScore;
import io.github.clv4j.scoring.LoyaltyPlan;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.testing.RandomLoyalty;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Models with a loyalty index in files: the frozen one, random ones, and what a changed one is refused for. */
class LoyaltyModelFileTest {

    private static final double NONE = Double.NaN;

    /** Written by the first version that could; every later one must read it and score the same bits. */
    private static final String FROZEN = frozen();

    /** The frozen model, fitted anew: every kind of scale, stated and fitted, groups in groups, an indicator that is absent. */
    static ModelFile fitted() {
        LoyaltyIndexBuilder index = LoyaltyIndex.builder()
                .add(LoyaltyIndex.BEHAVIOURAL, new Indicator("tenure", "在网时长", "months", "个月", Scale.linear(0, 72)))
                .add(LoyaltyIndex.BEHAVIOURAL, new Indicator("spend", "消费", "a month", "每月", Scale.logarithmic(5, 80)))
                .addGroup(LoyaltyIndex.BEHAVIOURAL, "use", "使用")
                .add("use", Indicator.of("calls", "", ScaleRule.quantiles(0.1, 0.9)))
                .add("use", Indicator.of("complaints", "", ScaleRule.minMax().reversed()))
                .add("use", Indicator.of("visits", "", ScaleRule.ranks()))
                .add("use", Indicator.of("days since", "days", ScaleRule.ranks().reversed()))
                .judge("calls", "complaints", 3)
                .judge("complaints", "visits", 1)
                .judge("visits", "days since", 2)
                .judge("days since", "calls", 1 / 5.0)
                .judge("tenure", "spend", 2)
                .judge("spend", "use", 1)
                .add(LoyaltyIndex.EMOTIONAL, new Indicator("满意度", "满意度", "1 to 5", "1 至 5", Scale.likert(5)))
                .addGroup(LoyaltyIndex.EMOTIONAL, "service", "服务")
                .addGroup("service", "help \"line\"", "热线")
                .add("help \"line\"", Indicator.of("waiting", "minutes", Scale.linear(15, 0)))
                .add("help \"line\"", Indicator.of("effort", "1 to 7", Scale.likert(7, 1)))
                .weigh("help \"line\"", 0.375, 0.625)
                .add(
                        "service",
                        Indicator.of(
                                "contacts",
                                "",
                                Scale.piecewise(
                                        List.of(new ScalePoint(0, 0.5), new ScalePoint(2, 1), new ScalePoint(9, 0)))))
                .weigh(
                        "service",
                        Weights.of(
                                List.of("help \"line\"", "contacts"),
                                new WeightOrigin(WeightOrigin.Kind.MEASURED, Map.of("survey", "调查 1")),
                                0.7,
                                0.3))
                .add(
                        LoyaltyIndex.EMOTIONAL,
                        Indicator.of(
                                "recommends",
                                "",
                                Scale.percentileRank(
                                        List.of(new ScalePoint(2, 0.1), new ScalePoint(6, 0.4), new ScalePoint(9, 0.9)),
                                        false)))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("trust", "1 to 10", Scale.likert(1, 10)))
                .weigh(LoyaltyIndex.EMOTIONAL, 0.4, 0.3, 0.2, 0.1)
                .missing(MissingPolicy.renormalise(0.45));
        Map<String, String> columns = new LinkedHashMap<>();
        for (Indicator indicator : index.plan().root().indicators()) {
            if (!indicator.name().equals("trust")) {
                columns.put(indicator.name(), indicator.name().equals("tenure") ? "tenure" : "x " + indicator.name());
            }
        }
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .churn(ChurnPlan.logistic("left", List.of("profit", "tenure")))
                .loyalty(LoyaltyPlan.mix(0.25, index.plan(), columns, LoyaltyPlan.WithoutIndex.RETENTION))
                .build();
        ScoringFit fit = plan.fit(CustomerColumns.builder(12)
                .number("profit", new double[] {20, 5, 12, 30, 8, 41, 17, 3, 26, 33.3, 9, 14.5})
                .number("tenure", new double[] {1, 2, 3, 5, 8, 13, 21, 34, 40, 55, 60, 72})
                .number("left", new double[] {1, 1, 0, 1, 0, 0, 1, 0, NONE, 0, 1, 0})
                .number("x spend", new double[] {10, 20, NONE, 40, 50, 60, 70, 80, 90, 4, 12, 33})
                .number("x calls", new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8})
                .number("x complaints", new double[] {0, 0, 1, 0, 2, 0, NONE, 3, 0, 1, 0, 0})
                .number("x visits", new double[] {2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5})
                .number("x days since", new double[] {30, 3.5, 12, NONE, 1, 90, 45, 7, 7, 7, 0.25, 14})
                .number("x 满意度", new double[] {4, 5, NONE, NONE, 3, 2, 4, 4, 1, 5, NONE, 3})
                .number("x waiting", new double[] {1, 3, 20, NONE, NONE, 2, 5, 8, 13, 0, NONE, 4})
                .number("x effort", new double[] {1, 7, 3, NONE, 2, 4, NONE, 5, 6, 1, NONE, 2})
                .number("x contacts", new double[] {0, 1, 2, 3, 4, 5, NONE, 7, 12, 1, NONE, 0})
                .number("x recommends", new double[] {9, 10, 6, NONE, 3, 0, 8, NONE, 5, 7, NONE, 8})
                .build());
        return new ModelFile("冻结 loyalty", fit.model(), fit.provenance(), Optional.empty(), "0.1.0");
    }

    private static String frozen() {
        try (InputStream in = LoyaltyModelFileTest.class.getResourceAsStream("frozen-model-loyalty-1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | NullPointerException e) {
            throw new IllegalStateException("frozen-model-loyalty-1.json", e);
        }
    }

    private static String resealed(String json) {
        return Checksum.seal(json.replaceAll("(\"sha256\" : \")\\w+", "$1" + Checksum.BLANK));
    }

    @Test
    void aModelIsWrittenAsTheFrozenOneWas() {
        FrozenModel.assertSameButForLastBits(fitted().json(), FROZEN);
    }

    @Test
    void theFrozenModelReadAndWrittenAgainHasTheSameBytes() {
        assertThat(ModelFile.parse("frozen.json", FROZEN).json()).isEqualTo(FROZEN);
    }

    @Test
    void theFrozenModelIsReadAndScoresAsItDid() {
        ModelFile file = ModelFile.parse("frozen.json", FROZEN);

        assertThat(file.name()).isEqualTo("冻结 loyalty");
        assertThat(file.version()).isEqualTo("0.1.0");
        LoyaltyPlan.Index plan = (LoyaltyPlan.Index) file.model().plan().loyalty();
        assertThat(plan.columns()).hasSize(11).doesNotContainKey("trust");
        assertThat(file.model().parameters().scales().keySet())
                .containsExactly("calls", "complaints", "visits", "days since");
        CustomerScore score = file.model()
                .customer()
                .set("profit", 20)
                .set("tenure", 12)
                .set("x spend", 25)
                .set("x calls", 4)
                .set("x complaints", 1)
                .set("x visits", 5)
                .set("x days since", 10)
                .set("x 满意度", 4)
                .set("x waiting", 6)
                .set("x effort", NONE)
                .set("x contacts", 3)
                .set("x recommends", 7)
                .score();
        // computed from the weights, scales and coefficients in the file, outside of Java; the bits are for the golden
        // rows
        assertThat(score.loyaltyIndex()).isCloseTo(0.5040493443833061, within(1e-12));
        assertThat(score.loyaltyCoverage()).isCloseTo(0.884375, within(1e-12));
        assertThat(score.churnProbability()).isCloseTo(0.5094059301468861, within(1e-12));
        assertThat(score.loyalty()).isCloseTo(0.5006855257507581, within(1e-12));
        assertThat(score.segment()).isEqualTo(Segment.PLATINUM);
    }

    @Test
    void theFrozenModelHasGoldenCustomersWithAndWithoutAnIndex() {
        JsonNode golden = JsonMapper.shared().readTree(FROZEN).get("golden");

        assertThat(golden.size()).isEqualTo(8);
        assertThat(FROZEN).contains("\"x effort\" : null").contains("\"loyaltyCoverage\" : ");
        for (JsonNode row : golden) {
            assertThat(row.get("score").propertyNames())
                    .containsExactly(
                            "currentValue",
                            "potentialValue",
                            "churnProbability",
                            "loyalty",
                            "segment",
                            "loyaltyIndex",
                            "loyaltyCoverage");
        }
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "scales" : {            | "scale" : {             | /parameters has the unknown field "scale"; known are [shares, adoption, churn, survival, scales, cuts, cutsByGroup]
            "calls" : {             | "call" : {              | /parameters is refused: fitted scales must be of [calls, complaints, visits, days since], but were of [call, complaints, visits, days since]
            "loyaltyIndex" : 0.     | "loyaltyIndex" : 0.1      | /sha256 does not fit the rest of the file
            "retentionShare" : 0.25 | "retentionShare" : 0.5  | /sha256 does not fit the rest of the file
            "retentionShare" : 0.25 | "retentionShare" : 5    | /plan/loyalty is refused: share of the retention probability
            "name" : "behavioural"  | "name" : "behaviour"    | /plan/loyalty/index/parts must be named [behavioural, emotional]
            "name" : "calls"        | "name" : "call"         | /parameters is refused: fitted scales must be of [call, complaints, visits, days since], but were of [calls,
            """)
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        String json = FROZEN.replace(right, wrong);
        assertThat(json).isNotEqualTo(FROZEN);

        assertThatThrownBy(() -> ModelFile.parse("model.json", json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("model.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void aFittedScaleMustBeOne() {
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(FROZEN);
        ((ObjectNode) tree.get("parameters").get("scales")).put("visits", "ranks");

        assertThatThrownBy(() -> ModelFile.parse("model.json", resealed(JsonText.write(tree))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("/parameters/scales/visits must be a scale, but was a rule that fits one");
    }

    @Test
    void anotherEndOfALinearScaleIsNoticedByTheChecksumAndByTheGoldenCustomers() {
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(FROZEN);
        List<ArrayNode> scales = new ArrayList<>();
        addLinear(tree.get("plan"), scales);
        addLinear(tree.get("parameters"), scales);
        assertThat(scales).hasSize(4);
        for (ArrayNode scale : scales) {
            for (int end = 0; end < 2; end++) {
                double before = scale.get(end).doubleValue();
                scale.set(end, Math.nextUp(before));
                String byOneUlp = JsonText.write(tree);
                scale.set(end, before + 1e-12 * (1 + before));
                String nearly = JsonText.write(tree);
                scale.set(end, before);

                assertThatThrownBy(() -> ModelFile.parse("model.json", byOneUlp))
                        .as("%s", scale)
                        .isInstanceOf(ModelFormatException.class)
                        .hasMessageContaining("/sha256 does not fit");
                assertThatThrownBy(() -> ModelFile.parse("model.json", resealed(nearly)))
                        .as("%s", scale)
                        .isInstanceOf(ModelFormatException.class)
                        .hasMessageContaining("/golden/");
            }
        }
        assertThat(resealed(JsonText.write(tree))).isEqualTo(FROZEN);
    }

    private static void addLinear(JsonNode node, List<ArrayNode> scales) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equals("linear")) {
                scales.add((ArrayNode) field.getValue());
            }
            addLinear(field.getValue(), scales);
        }
        if (node.isArray()) {
            node.forEach(item -> addLinear(item, scales));
        }
    }

    /** With a right checksum, so that it is the golden customers that notice. */
    @Test
    void anotherScaleOrWeightIsNoticedByTheGoldenCustomers() {
        List<String> changes = List.of(
                "\"likert\" : [ 1.0, 5.0 ]->\"likert\" : [ 0.0, 5.0 ]",
                "\"logarithmic\" : [ 5.0, 80.0 ]->\"logarithmic\" : [ 5.0, 81.0 ]",
                "[ 2.0, 1.0 ]->[ 2.0, 0.99 ]",
                "[ 6.0, 0.4 ]->[ 6.0, 0.41 ]",
                "\"weights\" : [ 0.7, 0.3 ]->\"weights\" : [ 0.6, 0.4 ]",
                "\"retentionShare\" : 0.25->\"retentionShare\" : 0.375");

        for (String change : changes) {
            String[] sides = change.split("->", 2);
            String squeezed = FROZEN.replaceAll("\\s+", " ");
            assertThat(squeezed).as(change).contains(sides[0]);
            String json = JsonText.write(JsonMapper.shared().readTree(squeezed.replace(sides[0], sides[1])));

            assertThatThrownBy(() -> ModelFile.parse("model.json", resealed(json)))
                    .as(change)
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("/golden/");
        }
    }

    @Property(tries = 150)
    void aModelReadBackScoresTheSameBitsAndIsWrittenWithTheSameBytes(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        ScoringFit fit = fit(random);
        CustomerColumns customers = random.customers(200, 0.15, 0.005);
        String json = ModelFile.of("random", fit).json();

        ModelFile read = ModelFile.parse("model.json", json);

        assertThat(read.json()).isEqualTo(json);
        assertThat(read.model().plan().loyalty()).isEqualTo(random.loyalty);
        assertThat(read.model().parameters()).isEqualTo(fit.model().parameters());
        assertThat(read.model().inputs()).isEqualTo(fit.model().inputs());
        ScoredCustomers before = fit.model().score(customers);
        ScoredCustomers after = read.model().score(customers);
        assertThat(after.failures()).isEqualTo(before.failures());
        for (int row = 0; row < customers.customers(); row++) {
            assertThat(after.score(row)).isEqualTo(before.score(row)); // records compare doubles by their bits
        }
    }

    private static ScoringFit fit(RandomLoyalty random) {
        try {
            return random.plan.fit(random.customers(200, 0.02, 0.002));
        } catch (IllegalArgumentException nobodyOrAllAlike) {
            Assume.that(false);
            throw nobodyOrAllAlike;
        }
    }

    @Test
    void aModelWithoutAChurnProbabilityIsReadBack() {
        ScoringPlan plan = plan(LoyaltyIndex.builder()
                .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("a", "", ScaleRule.minMax()))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("b", "", Scale.likert(5))));
        String json = ModelFile.of("none", plan.fit(customers(plan))).json();

        ModelFile read = ModelFile.parse("model.json", json);

        assertThat(json).contains("\"churn\" : \"none\"", "\"churnProbability\" : null");
        assertThat(json).doesNotContain("churnBaseline");
        assertThat(read.model().plan().churn()).isEqualTo(ChurnPlan.none());
        assertThat(read.json()).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfAnyPresetIsReadBack(LoyaltyPreset preset) {
        ScoringPlan plan = plan(preset.builder());
        String json = ModelFile.of(preset.name(), plan.fit(customers(plan))).json();

        assertThat(ModelFile.parse("model.json", json).json()).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfAnyPresetThatNeedsEveryIndicatorIsReadBack(LoyaltyPreset preset) {
        ScoringPlan plan = plan(preset.builder().missing(MissingPolicy.renormalise(1)));
        String json = ModelFile.of(preset.name(), plan.fit(customers(plan))).json();

        assertThat(ModelFile.parse("model.json", json).json()).isEqualTo(json);
    }

    @Test
    void fiftyGroupsMayStandInEachOther() {
        LoyaltyIndexBuilder index = LoyaltyIndex.builder()
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("b", "", Scale.likert(5)))
                .addGroup(LoyaltyIndex.BEHAVIOURAL, "group 1", "组1");
        for (int level = 2; level <= 50; level++) {
            index.addGroup("group " + (level - 1), "group " + level, "组" + level);
        }
        ScoringPlan plan = plan(index.add("group 50", Indicator.of("a", "", ScaleRule.ranks())));
        String json = ModelFile.of("deep", plan.fit(customers(plan))).json();

        ModelFile read = ModelFile.parse("model.json", json);

        assertThat(read.json()).isEqualTo(json);
        assertThat(read.model().plan().loyalty()).isEqualTo(plan.loyalty());
    }

    /** Every indicator has a column; there is no churn probability. */
    private static ScoringPlan plan(LoyaltyIndexBuilder index) {
        Map<String, String> columns = new LinkedHashMap<>();
        index.plan().root().indicators().forEach(i -> columns.put(i.name(), "column of " + i.name()));
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .churn(ChurnPlan.none())
                .loyalty(LoyaltyPlan.index(index.plan(), columns))
                .build();
    }

    /** Forty customers whose indicators go from 1 to 5, each in its own steps. */
    private static CustomerColumns customers(ScoringPlan plan) {
        CustomerColumns.Builder columns = CustomerColumns.builder(40);
        for (int j = 0; j < plan.inputs().size(); j++) {
            double[] values = new double[40];
            for (int i = 0; i < values.length; i++) {
                values[i] = 1 + i * (j + 1) % 17 / 4.0;
            }
            columns.number(plan.inputs().get(j).name(), values);
        }
        return columns.build();
    }
}
