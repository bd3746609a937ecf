package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.CustomerScore;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.segment.Segment;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ModelFileTest {

    /** Written by the first version that could; every later one must read it and score the same bits. */
    private static final String FROZEN = frozen();

    /** The frozen model, fitted anew. Twelve customers, with everything a plan of this version can hold. */
    private static ModelFile fitted() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .service(ServicePlan.withGroupShare("网盘 / backup", "has_backup", "合同", Amount.constant(2.5)))
                .service(ServicePlan.withProbability("insurance", "takes_insurance", Amount.column("premium"))
                        .asPresentValue())
                .churn(ChurnPlan.logistic("left", List.of("profit", "tenure")))
                .build();
        double[] tenure = {1, 2, 3, 5, 8, 13, 21, 34, 40, 55, 60, 72};
        String[] contracts = {"月付", "月付", "月付", "月付", "年付", "月付", "年付", "年付", "月付", "年付", "年付", "年付"};
        CustomerColumns customers = CustomerColumns.builder(12)
                .number("profit", new double[] {20, 5, 12, 30, 8, 41, 17, 3, 26, 33.3, 9, 14.5})
                .number("has_backup", new double[] {0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0})
                .group("合同", contracts)
                .number("takes_insurance", new double[] {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1, 0, .5})
                .number("premium", new double[] {99, 80, 70, 60, 50, 40, 30, 20, 10, 0, 5, 15})
                .number("tenure", tenure)
                .number("left", new double[] {1, 1, 0, 1, 0, 0, 1, 0, Double.NaN, 0, 1, 0})
                .build();
        ScoringFit fit = plan.fit(customers);
        InputPlan input = new InputPlan(
                List.of(
                        new RawColumn("id", ColumnType.TEXT),
                        new RawColumn("profit", ColumnType.NUMBER),
                        new RawColumn("left", ColumnType.NUMBER)),
                List.of("left"),
                "features.sql",
                "id",
                Optional.of("profit > 0"),
                Optional.of("profit IS NOT NULL"));
        return new ModelFile(
                "冻结 frozen",
                fit.model(),
                fit.provenance(),
                Optional.of(new InputQuery(input, "SELECT *\nFROM customers -- \"quoted\"\n")),
                "0.1.0");
    }

    @Test
    void theFrozenModelIsReadAndScoresAsItDid() {
        ModelFile file = ModelFile.parse("frozen.json", FROZEN);

        assertThat(file.name()).isEqualTo("冻结 frozen");
        assertThat(file.version()).isEqualTo("0.1.0");
        assertThat(file.provenance().rows()).isEqualTo(12);
        assertThat(file.input().orElseThrow().sql()).contains("FROM customers -- \"quoted\"");
        assertThat(file.input().orElseThrow().plan().fitOnly()).containsExactly("left");
        CustomerScore score = file.model()
                .customer()
                .set("profit", 20)
                .set("has_backup", 0)
                .set("合同", "月付")
                .set("takes_insurance", 0.25)
                .set("premium", 80)
                .set("tenure", 12)
                .score();
        // computed from the coefficients and shares in the file, outside of Java; the bits are for the golden rows
        assertThat(score.currentValue()).isCloseTo(424.86774515255695, within(1e-12 * 425));
        assertThat(score.potentialValue()).isCloseTo(37.70282271468987, within(1e-12 * 38));
        assertThat(score.churnProbability()).isCloseTo(0.5094059301468861, within(1e-12));
        assertThat(score.segment()).isEqualTo(Segment.CHURN_PRONE);
    }

    @Test
    void aModelIsWrittenAsTheFrozenOneWas() {
        FrozenModel.assertSameButForLastBits(fitted().json(), FROZEN);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            clv4j-model/1          | clv4j-model/2        | /format must be "clv4j-model/1", but was "clv4j-model/2"
            clv4j-model/1          | clv4j-plan/1         | /format must be "clv4j-model/1", but was "clv4j-plan/1"
            "clv4j" : "0.1.0",     |                      | the model lacks the field "clv4j"
            "clv4j" : "0.1.0"      | "clv4j" : " "        | the model is refused: version must not be blank
            "fit" :                | "fitt" :             | the model has the unknown field "fitt"
            "rows" : 12            | "rows" : 12.0        | /fit/rows must be a whole number in [0, 2147483647], but was 12.0
            "rows" : 12            | "rows" : 3           | /fit is refused: customers must be in [1, 3], but was 12
            "customers" : 12       | "customers" : -1     | /fit/customers must be a whole number in [0, 2147483647], but was -1
            "columnsSha256" : "    | "columnsSha256" : "x | /fit is refused: columnsSha256 must be 64 hexadecimal digits
            "intercept" :          | "Intercept" :        | /parameters/churn has the unknown field "Intercept"
            "intercept" :          | "intercept" : NaN,   | is not valid JSON: Non-standard token 'NaN'
            "intercept" :          | "intercept" : 1e999, "x" : | /parameters/churn has the unknown field "x"
            "tenure" : {           | "Tenure" : {         | /parameters is refused: features of the churn model must be [profit, tenure], but were [profit, Tenure]
            "insurance"            | "assurance"          | /sha256 does not fit the rest of the file, which was changed after it was written
            "sql" : "S             | "sql" : "s           | /sha256 does not fit the rest of the file
            "loyalty" : "median"   | "loyalty" : "mean"   | /sha256 does not fit the rest of the file
            "CHURN_PRONE"          | "SILVER"             | /sha256 does not fit the rest of the file
            "sha256" : "           | "sha256" : "0        | /sha256 must be 64 hexadecimal digits
            """)
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        String json = FROZEN.replace(right, wrong == null ? "" : wrong);
        assertThat(json).isNotEqualTo(FROZEN);

        assertThatThrownBy(() -> ModelFile.parse("model.json", json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("model.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void aModelThatComputesAnotherScoreThanItDidIsRefused() {
        String changed = resealed(FROZEN.replaceFirst("\"currentValue\" : 4(\\d+)", "\"currentValue\" : 5$1"));

        assertThatThrownBy(() -> ModelFile.parse("model.json", changed)).hasMessageContaining("golden");
    }

    /** With a right checksum, so that it is the field that is missed. Fields of the plan have defaults. */
    @Test
    void noFieldMayBeMissing() {
        JsonNode tree = JsonMapper.shared().readTree(FROZEN);
        int fields = 0;
        for (ObjectNode object : objects(tree)) {
            for (String name : List.copyOf(object.propertyNames())) {
                Map<String, JsonNode> before = new LinkedHashMap<>();
                object.properties().forEach(field -> before.put(field.getKey(), field.getValue()));
                object.remove(name);
                String json = JsonText.write(tree);
                String sealed = name.equals("sha256") ? json : resealed(json);

                assertThatThrownBy(() -> ModelFile.parse("model.json", sealed))
                        .as(name)
                        .isInstanceOf(ModelFormatException.class);

                object.removeAll().setAll(before); // in the old order
                fields++;
            }
        }
        assertThat(fields).isGreaterThan(100);
        assertThat(resealed(JsonText.write(tree))).isEqualTo(FROZEN);
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().equals("plan")) {
                objects.addAll(objects(field.getValue()));
            }
        }
        if (node.isArray()) {
            node.forEach(item -> objects.addAll(objects(item)));
        }
        return objects;
    }

    private static String resealed(String json) {
        return Checksum.seal(json.replaceAll("(\"sha256\" : \")\\w+", "$1" + Checksum.BLANK));
    }

    @Test
    void tenMegabytesOfNestingAreRefusedInALine() {
        for (String open : List.of("[", "{\"plan\":")) {
            String nested = FROZEN.replace("\"plan\" : {", "\"plan\" : " + open.repeat(10_000_000 / open.length()));

            assertThatThrownBy(() -> ModelFile.parse("model.json", nested))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("is not valid JSON: ")
                    .hasMessageMatching(".{0,300}");
        }
    }

    @Test
    void aModelThatProvesNothingIsRefused() {
        String unproven = resealed(FROZEN.replaceFirst("(?s)\"golden\" : \\[ .* \\],", "\"golden\" : [ ],"));

        assertThatThrownBy(() -> ModelFile.parse("model.json", unproven))
                .hasMessageContaining("/golden must have at least one customer whom the model can score, but has none");
    }

    @Test
    void aModelWithoutInputNeedsNoSql() {
        ModelFile file = fitted();
        ModelFile bare = new ModelFile(file.name(), file.model(), file.provenance(), Optional.empty(), "1");

        assertThat(bare.json()).doesNotContain("\"sql\"");
        assertThatCode(() -> ModelFile.parse("model.json", bare.json())).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        ModelFile.parse("model.json", bare.json().replace("\"fit\" :", "\"sql\" : \"S\", \"fit\" :")))
                .hasMessageContaining("/sql must not be there in a model whose plan has no input");
    }

    private static String frozen() {
        try (InputStream in = ModelFileTest.class.getResourceAsStream("frozen-model-1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | NullPointerException e) {
            throw new IllegalStateException("frozen-model-1.json", e);
        }
    }
}
