package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexPlan;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScalePoint;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.loyalty.LoyaltyPreset;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.LoyaltyPlan;
import io.github.clv4j.testing.RandomLoyalty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loyalty axis in a plan file: a preset with columns, or a whole tree; what is written, and what is refused where. */
class LoyaltyPlanFileTest {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "loyal",
              "value": {"profit": "profit", "discountRate": {"rate": 0.01, "per": "month"}, "horizon": 24},
              "churn": %s,
              "loyalty": %s
            }
            """;

    private static final String PRESET = """
            {
              "retentionShare": 0.25,
              "withoutIndex": "retention",
              "index": {
                "preset": "telecom",
                "missing": {"renormalise": 0.4},
                "columns": {
                  "average spend": "c1", "tenure": "c2", "services held": "c3", "consumption trend": "c4",
                  "satisfaction": "c5", "price sensitivity": "c6"
                },
                "absent": [
                  "recommends", "attitude to competitors", "tolerance of quality incidents", "resistance to price cuts"
                ],
                "scales": {"tenure": {"linear": [0, 72]}, "services held": "ranks"}
              }
            }
            """;

    /** The same, said in full by hand. */
    private static final String WHOLE = """
            {
              "retentionShare": 0.25,
              "withoutIndex": "retention",
              "index": {
                "missing": {"renormalise": 0.4},
                "method": "geometric-mean",
                "parts": [
                  {
                    "name": "behavioural",
                    "judgements": [[1, 1, 7, 3], [1, 1, 7, 3], ["1/7", "1/7", 1, "1/5"], [null, null, 5, 1]],
                    "parts": [
                      {"name": "average spend", "chineseName": "平均消费", "unit": "a month", "chineseUnit": "每月",
                       "column": "c1", "scale": {"quantiles": [0.05, 0.95]}},
                      {"name": "tenure", "chineseName": "在网时长", "unit": "months", "chineseUnit": "个月",
                       "column": "c2", "scale": {"linear": [0, 72]}},
                      {"name": "services held", "chineseName": "多业务使用", "unit": "services", "chineseUnit": "项",
                       "column": "c3", "scale": {"ranks": {"best": "high"}}},
                      {"name": "consumption trend", "chineseName": "消费趋势", "absent": false,
                       "column": "c4", "scale": {"linear": [0.9, 1.1]}}
                    ]
                  },
                  {
                    "name": "emotional",
                    "judgements": [
                      [1, 1, 3, 1, 3, 3], [1, 1, 3, 1, 3, 3], ["1/3", "1/3", 1, "1/3", 1, 1],
                      [1, 1, 3, 1, 3, 3], ["1/3", "1/3", 1, "1/3", 1, 1], ["1/3", "1/3", 1, "1/3", 1, 1]
                    ],
                    "parts": [
                      {"name": "satisfaction", "chineseName": "满意度", "unit": "1 to 5", "chineseUnit": "1 至 5",
                       "column": "c5", "scale": {"likert": 5}},
                      {"name": "recommends", "chineseName": "推荐意愿", "unit": "1 to 5", "chineseUnit": "1 至 5",
                       "absent": true, "scale": {"likert": [1, 5]}},
                      {"name": "attitude to competitors", "chineseName": "对竞争者的态度",
                       "unit": "1 to 5", "chineseUnit": "1 至 5", "absent": true, "scale": {"likert": [5, 1]}},
                      {"name": "price sensitivity", "chineseName": "价格敏感度",
                       "unit": "1 to 5", "chineseUnit": "1 至 5", "column": "c6", "scale": {"likert": [5, 1]}},
                      {"name": "tolerance of quality incidents", "chineseName": "对质量事故的容忍度",
                       "unit": "1 to 5", "chineseUnit": "1 至 5", "absent": true, "scale": {"likert": 5}},
                      {"name": "resistance to price cuts", "chineseName": "对竞争者降价的抵抗力",
                       "unit": "1 to 5", "chineseUnit": "1 至 5", "absent": true, "scale": {"likert": 5}}
                    ]
                  }
                ]
              }
            }
            """;

    /** As short as it can be, with a group in a group, stated weights and what they come from. */
    private static final String SHORT = """
            {
              "index": {
                "missing": "reject",
                "weights": [0.75, 0.25],
                "parts": [
                  {"name": "behavioural", "parts": [{"name": "tenure", "column": "t", "scale": "min-max"}]},
                  {
                    "name": "emotional",
                    "weights": [0.5, 0.5],
                    "origin": {"kind": "measured", "facts": {"survey": "2024", "年": "二"}},
                    "parts": [
                      {"name": "mood", "unit": "points", "column": "m", "scale": {"logarithmic": [1, 100]}},
                      {
                        "name": "help",
                        "chineseName": "帮助",
                        "judgements": [[1, 3], ["1/3", 1]],
                        "parts": [
                          {"name": "phone", "column": "p", "scale": {"piecewise": [[0, 0], [1, 1], [2, 0.5]]}},
                          {"name": "shop", "column": "s",
                           "scale": {"percentileRank": {"best": "low", "points": [[1, 0.25], [2, 0.75]]}}}
                        ]
                      }
                    ]
                  }
                ]
              }
            }
            """;

    private static PlanFile read(String loyalty) {
        return PlanFile.parse("plan.json", PLAN.formatted("{\"column\": \"churn\"}", loyalty));
    }

    private static LoyaltyPlan.Index index(String loyalty) {
        return (LoyaltyPlan.Index) read(loyalty).plan().loyalty();
    }

    @Test
    void aPresetIsReadWithItsColumnsAndScales() {
        LoyaltyPlan.Index plan = index(PRESET);

        assertThat(plan.retentionShare()).isEqualTo(0.25);
        assertThat(plan.withoutIndex()).isEqualTo(LoyaltyPlan.WithoutIndex.RETENTION);
        assertThat(plan.columns())
                .hasSize(6)
                .containsEntry("average spend", "c1")
                .containsEntry("price sensitivity", "c6");
        assertThat(plan.index())
                .isEqualTo(LoyaltyPreset.TELECOM
                        .builder()
                        .rescale("tenure", Scale.linear(0, 72))
                        .rescale("services held", ScaleRule.ranks())
                        .missing(MissingPolicy.renormalise(0.4))
                        .plan());
    }

    @Test
    void aPresetAndTheSameTreeInFullAreTheSamePlan() {
        Indicator answer = index(PRESET).index().root().indicators().get(4);
        String whole = WHOLE.replace("1 to 5", answer.unit()).replace("1 至 5", answer.chineseUnit());

        assertThat(index(whole)).isEqualTo(index(PRESET));
    }

    @Test
    void aPresetIsWrittenInFull() {
        String json = read(PRESET).json();

        assertThat(json).doesNotContain("telecom").doesNotContain("judgements");
        assertThat(json).contains("\"average spend\"", "\"平均消费\"", "\"consistencyRatio\"", "\"absent\" : true");
        assertThat(PlanFile.parse("again.json", json).plan().loyalty()).isEqualTo(index(PRESET));
        assertThat(PlanFile.parse("again.json", json).json()).isEqualTo(json);
    }

    @Test
    void everyFieldOfATreeArrives() {
        LoyaltyPlan.Index plan = index(SHORT);

        IndexPlan expected = LoyaltyIndex.builder()
                .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("tenure", "", ScaleRule.minMax()))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("mood", "points", Scale.logarithmic(1, 100)))
                .addGroup(LoyaltyIndex.EMOTIONAL, "help", "帮助")
                .add(
                        "help",
                        Indicator.of(
                                "phone",
                                "",
                                Scale.piecewise(
                                        List.of(new ScalePoint(0, 0), new ScalePoint(1, 1), new ScalePoint(2, 0.5)))))
                .add(
                        "help",
                        Indicator.of(
                                "shop",
                                "",
                                Scale.percentileRank(List.of(new ScalePoint(1, 0.25), new ScalePoint(2, 0.75)), true)))
                .weigh(LoyaltyIndex.WHOLE, 0.75, 0.25)
                .weigh(
                        LoyaltyIndex.EMOTIONAL,
                        Weights.of(
                                List.of("mood", "help"),
                                new WeightOrigin(WeightOrigin.Kind.MEASURED, Map.of("survey", "2024", "年", "二")),
                                0.5,
                                0.5))
                .judge("phone", "shop", 3)
                .missing(MissingPolicy.reject())
                .plan();
        assertThat(plan)
                .isEqualTo(LoyaltyPlan.index(expected, Map.of("tenure", "t", "mood", "m", "phone", "p", "shop", "s")));
        assertThat(read(SHORT).json()).contains("\"missing\" : \"reject\"");
    }

    @Test
    void withoutAWordLoyaltyIsTheRetentionProbability() {
        PlanFile said = read("\"retention\"");
        PlanFile unsaid = PlanFile.parse(
                "plan.json", PLAN.formatted("{\"column\": \"churn\"}", "0").replaceFirst(",\\s*\"loyalty\": 0", ""));

        assertThat(said.plan().loyalty()).isEqualTo(LoyaltyPlan.retention());
        assertThat(unsaid.plan().loyalty()).isEqualTo(LoyaltyPlan.retention());
        assertThat(said.json()).isEqualTo(unsaid.json()).doesNotContain("\"loyalty\" : {");
    }

    @Test
    void aPlanMayHaveNoChurnProbability() {
        PlanFile file = PlanFile.parse("plan.json", PLAN.formatted("\"none\"", SHORT));

        assertThat(file.plan().churn()).isEqualTo(ChurnPlan.none());
        assertThat(file.json()).contains("\"churn\" : \"none\"");
        assertThat(PlanFile.parse("plan.json", file.json()).json()).isEqualTo(file.json());
        assertThatThrownBy(() -> PlanFile.parse("plan.json", PLAN.formatted("\"none\"", PRESET)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("the plan is refused: plan must have a churn probability");
        assertThatThrownBy(() -> PlanFile.parse("plan.json", PLAN.formatted("\"nobody\"", SHORT)))
                .hasMessageContaining(
                        "/churn must be \"none\" or an object with logistic, column or survival, but was \"nobody\"");
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetWithEveryColumnIsReadAndWritten(LoyaltyPreset preset) {
        StringBuilder columns = new StringBuilder();
        for (Indicator indicator : preset.builder().plan().root().indicators()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append('"')
                    .append(indicator.name())
                    .append("\": \"column of ")
                    .append(indicator.name())
                    .append('"');
        }
        String name = preset.name().toLowerCase(Locale.ROOT).replace('_', '-');

        PlanFile file = read("{\"index\": {\"preset\": \"%s\", \"columns\": {%s}}}".formatted(name, columns));

        LoyaltyPlan.Index plan = (LoyaltyPlan.Index) file.plan().loyalty();
        assertThat(plan.index()).isEqualTo(preset.builder().plan());
        assertThat(PlanFile.parse("again.json", file.json()).plan().loyalty()).isEqualTo(plan);
    }

    @Test
    void thePlanOfTheExampleCanBeRead() throws Exception {
        PlanFile file = PlanFile.parse(
                "plan.json", Files.readString(Path.of("docs/examples/ibm-telco/plan-loyalty-index.json")));

        LoyaltyPlan.Index plan = (LoyaltyPlan.Index) file.plan().loyalty();
        assertThat(plan.columns()).hasSize(4);
        assertThat(plan.index().root().indicators()).hasSize(10);
        assertThat(plan.index().toFit()).isEmpty();
    }

    @Property(tries = 300)
    void aPlanWrittenAndReadAgainIsTheSame(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        PlanFile file = new PlanFile("random", random.plan, Optional.empty());

        PlanFile read = PlanFile.parse("plan.json", file.json());

        assertThat(read.plan().loyalty()).isEqualTo(random.loyalty);
        assertThat(read.plan().churn()).isEqualTo(random.plan.churn());
        assertThat(read.plan().inputs()).isEqualTo(random.plan.inputs());
        assertThat(read.plan().cuts()).isEqualTo(random.plan.cuts());
        assertThat(read.json()).isEqualTo(file.json());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "preset": "telecom"      | "preset": "telco"       | /loyalty/index/preset must be one of [telecom, retail, contact-centre], but was "telco"
            "preset": "telecom"      | "preset": 3             | /loyalty/index/preset must be one of [
            "preset": "telecom"      | "preset": "telecom", "method": "least-squares" | /loyalty/index/method must be one of [eigenvector, geometric-mean, column-mean], but was "least-squares"
            "preset": "telecom"      | "preset": "telecom", "weights": {"emotion": [1]} | /loyalty/index/weights has the unknown field "emotion"; known are [loyalty index, behavioural, emotional]
            "preset": "telecom"      | "preset": "telecom", "weights": {"behavioural": [1]}, "judgements": {"behavioural": [[1]]} | /loyalty/index/weights/behavioural is refused: weights must have length 4, but had 1
            "preset": "telecom"      | "preset": "telecom", "weights": {"loyalty index": [0.5, 0.5]}, "judgements": {"loyalty index": [[1, 1], [1, 1]]} | /loyalty/index/judgements/loyalty index must not stand beside weights of the same group
            "preset": "telecom",     |                         | /loyalty/index has the unknown field "columns"
            "index": {               | "idx": {                | /loyalty has the unknown field "idx"; known are [retentionShare, withoutIndex, index]
            "retentionShare": 0.25   | "retentionShare": 1.25  | /loyalty is refused: share of the retention probability must be in [0, 1], but was 1.25
            "retentionShare": 0.25   | "retentionShare": "1/4" | /loyalty/retentionShare must be a number, but was "1/4"
            "withoutIndex": "retention" | "withoutIndex": "zero" | /loyalty/withoutIndex must be one of [fail, retention], but was "zero"
            {"renormalise": 0.4}     | {"renormalise": 2}      | /loyalty/index/missing/renormalise is refused: coverage floor must be in [0, 1], but was 2.0
            {"renormalise": 0.4}     | {"renormalise": "half"} | /loyalty/index/missing/renormalise must be a number, but was "half"
            {"renormalise": 0.4}     | {"floor": 0.4}          | /loyalty/index/missing has the unknown field "floor"; known are [renormalise]
            {"renormalise": 0.4}     | {}                      | /loyalty/index/missing lacks the field "renormalise"
            {"renormalise": 0.4}     | "refuse"                | /loyalty/index/missing must be "reject" or an object with renormalise, but was "refuse"
            {"renormalise": 0.4}     | 0.4                     | /loyalty/index/missing must be "reject" or an object with renormalise, but was 0.4
            {"renormalise": 0.4}     | {"renormalise": 0.9}    | /loyalty is refused: indicators with columns must
            {"renormalise": 0.4}     | "reject"                | /loyalty is refused: indicators with columns must
            "tenure": "c2",          |                         | /loyalty/index must have, among its "columns" or in its list "absent", [tenure]
            "recommends",            |                         | /loyalty/index must have, among its "columns" or in its list "absent", [recommends]
            "recommends",            | "tenure",               | /loyalty/index/absent/0 must be an indicator without a column, one of [recommends, attitude to competitors, tolerance of quality incidents, resistance to price cuts], but was "tenure"
            "recommends",            | "recommends", "recommends", | /loyalty/index/absent/1 must be an indicator without a column, one of [attitude to competitors, tolerance of quality incidents, resistance to price cuts], but was "recommends"
            "recommends",            | "mood",                 | /loyalty/index/absent/0 must be an indicator without a column, one of [recommends
            "recommends",            | 3,                      | /loyalty/index/absent/0 must be a text, but was 3
            "tenure": "c2"           | "tenur": "c2"           | /loyalty/index/columns has the unknown field "tenur"; known are [average spend, tenure
            "tenure": "c2"           | "tenure": ""            | /loyalty/index/columns/tenure must not be blank
            "tenure": "c2"           | "tenure": 2             | /loyalty/index/columns/tenure must be a text, but was 2
            "tenure": "c2"           | "tenure": "c\\u0000"    | /loyalty/index/columns/tenure must
            "tenure": "c2"           | "tenure": "profit"      | ok
            "tenure": "c2"           | "tenure": "churn", "tenure": "c2" | is not valid JSON: Duplicate
            "tenure": {"linear"      | "tenur": {"linear"      | /loyalty/index/scales has the unknown field "tenur"
            "services held": "ranks" | "recommends": "ranks"   | ok
            """)
    void whatIsWrongInAPresetIsRefusedWithItsPlace(String right, String wrong, String message) {
        assertRefused(PRESET, right, wrong, message);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "name": "behavioural"      | "name": "behavioral"      | /loyalty/index/parts must be named [behavioural, emotional], but were [behavioral, emotional]
            "name": "behavioural"      | "name": "emotional"       | /loyalty/index/parts must be named [behavioural, emotional], but were [emotional, emotional]
            "name": "behavioural",     |                           | /loyalty/index/parts/0 lacks the field "name"
            "name": "behavioural"      | "name": "behavioural", "chineseName": "行" | /loyalty/index/parts/0 has the unknown field "chineseName"
            "missing": "reject"        | "missing": "reject", "chineseName": "行" | /loyalty/index has the unknown field "chineseName"; known are [missing, method, weights, origin, judgements, parts]
            "missing": "reject"        | "missing": "reject", "method": "guess" | /loyalty/index/method must be one of [
            "weights": [0.75, 0.25]    | "weights": [0.75, 0.5]    | /loyalty/index/weights is refused: sum of the weights must be 1, but was 1.25
            "weights": [0.75, 0.25]    | "weights": [1, 0]         | /loyalty/index/weights is refused: weight of emotional must be in (0, 1], but was 0.0
            "weights": [0.75, 0.25]    | "weights": [1]            | /loyalty/index/weights is refused: weights must have length 2, but had 1
            "weights": [0.75, 0.25]    | "weights": [0.75, "x"]    | /loyalty/index/weights/1 must be a number, but was "x"
            "weights": [0.75, 0.25]    | "weights": 0.75           | /loyalty/index/weights must be a list, but was 0.75
            "weights": [0.75, 0.25]    | "weights": [0.75, 0.25], "judgements": [[1, 3], [null, 1]] | /loyalty/index must have either weights or judgements, but had both
            "weights": [0.5, 0.5]      | "weights": [0.5, 0.5], "judgements": [[1, 3], [null, 1]] | /loyalty/index/parts/1 must have either weights or judgements, but had both
            "weights": [0.5, 0.5],     |                           | /loyalty/index
            "kind": "measured"         | "kind": "felt"            | /loyalty/index/parts/1/origin/kind must be one of [given, equal, judged, measured, combined], but was "felt"
            "survey": "2024"           | "survey": 2024            | /loyalty/index/parts/1/origin/facts/survey must be a text, but was 2024
            "facts":                   | "fact":                   | /loyalty/index/parts/1/origin has the unknown field "fact"
            [[1, 3], ["1/3", 1]]       | [[1, 3], ["1/4", 1]]      | /loyalty/index/parts/1/parts/1/judgements
            [[1, 3], ["1/3", 1]]       | [[1, 0], [null, 1]]       | /loyalty/index/parts/1/parts/1/judgements/0/1 is refused: entry (phone, shop) must be in [1e-100, 1e100], but was 0.0
            [[1, 3], ["1/3", 1]]       | [[2, 3], ["1/3", 1]]      | /loyalty/index/parts/1/parts/1/judgements
            [[1, 3], ["1/3", 1]]       | [[1, 3], [true, 1]]       | /loyalty/index/parts/1/parts/1/judgements/1/0 must be a number, a ratio such as "1/3" or null, but was true
            [[1, 3], ["1/3", 1]]       | [[1, 3]]                  | /loyalty/index/parts/1/parts/1/judgements must have a row for each of [phone, shop], but has 1 rows
            [[1, 3], ["1/3", 1]]       | [[1, 3], [1]]             | /loyalty/index/parts/1/parts/1/judgements/1 must have as many entries as the matrix has rows, 2, but has 1
            [[1, 3], ["1/3", 1]]       | [[1, null], [null, 1]]    | /loyalty/index is refused:
            "judgements": [[1, 3], ["1/3", 1]], |                  | /loyalty/index is refused: weights of help must be stated or judged for [phone, shop]
            "name": "shop"             | "name": "phone"           | /loyalty/index/parts/1/parts/1/parts/1 is refused: names in a loyalty index must be distinct, but "phone" is taken
            "name": "shop"             | "name": "loyalty index"   | /loyalty/index/parts/1/parts/1/parts/1 is refused: names in a loyalty index must be distinct
            "name": "help"             | "name": "tenure"          | /loyalty/index/parts/1/parts/1 is refused: names in a loyalty index must be distinct, but "tenure" is taken
            "name": "help"             | "name": " "               | /loyalty/index/parts/1/parts/1/name must not be blank
            "name": "mood"             | "name": "mo\\nod"         | /loyalty/index/parts/1/parts/0/name must be a name on one line
            "name": "mood",            |                           | /loyalty/index/parts/1/parts/0 lacks the field "name"
            "chineseName": "帮助"       | "chineseName": ""         | /loyalty/index/parts/1/parts/1/chineseName must not be blank
            "unit": "points"           | "unit": 3                 | /loyalty/index/parts/1/parts/0/unit must be a text, but was 3
            "unit": "points"           | "units": "points"         | /loyalty/index/parts/1/parts/0 has the unknown field "units"; known are [name, chineseName, unit, chineseUnit, column, absent, scale]
            "column": "m"              | "column": "m", "absent": true | /loyalty/index/parts/1/parts/0 has the unknown field "column"; known are [name, chineseName, unit, chineseUnit, absent, scale]
            "column": "m"              | "absent": "yes"           | /loyalty/index/parts/1/parts/0/absent must be true or false, but was "yes"
            "column": "m"              | "absent": false           | /loyalty/index/parts/1/parts/0 lacks the field "column"
            "column": "m",             |                           | /loyalty/index/parts/1/parts/0 lacks the field "column"
            "column": "t"              | "absent": true            | /loyalty is refused: indicators with columns must weigh as much as an index needs by reject, but weigh 0.25; without a column are [tenure]
            "column": "m", "scale"     | "column": "m", "scal"     | /loyalty/index/parts/1/parts/0 has the unknown field "scal"
            , "scale": "min-max"       |                           | /loyalty/index/parts/0/parts/0 lacks the field "scale"
            "parts": [{"name": "tenure", "column": "t", "scale": "min-max"}] | "parts": [] | /loyalty/index/parts/0/parts must not be empty
            "parts": [{"name": "tenure", "column": "t", "scale": "min-max"}] | "parts": {} | /loyalty/index/parts/0/parts must be a list, but was an object
            """)
    void whatIsWrongInATreeIsRefusedWithItsPlace(String right, String wrong, String message) {
        assertRefused(SHORT, right, wrong, message);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"linear": [3, 3]}         | is refused: best must be another than the worst, but was 3.0
            {"linear": [3]}            | /linear must be a list of two numbers, but had 1
            {"linear": [1, 2, 3]}      | /linear must be a list of two numbers, but had 3
            {"linear": 3}              | /linear must be a list, but was 3
            {"linear": [1, "2"]}       | /linear/1 must be a number, but was "2"
            {"linear": [1, null]}      | /linear/1 must be a number, but was null
            {"linear": [1, 1e999]}     | /linear/1 must be a finite number
            {"linear": [-1e308, 1e308]} | is refused: best - worst must be finite, but was Infinity
            {"likert": 1}              | is refused: points of a scale of answers must be at least 2, but were 1
            {"likert": 0}              | is refused:
            {"likert": 2.5}            | /likert must be a whole number in [0, 2147483647], but was 2.5
            {"likert": "5"}            | /likert must be a whole number
            {"likert": [5, 5]}         | is refused: best must be another than the worst, but was 5.0
            {"likert": [5]}            | /likert must be a list of two numbers, but had 1
            {"logarithmic": [2, 2]}    | is refused: best must be another than the worst, also in its logarithm, but was 2.0
            {"logarithmic": [0, 2]}    | is refused: worst must be in (0, Inf), but was 0.0
            {"logarithmic": [2]}       | /logarithmic must be a list of two numbers, but had 1
            {"piecewise": []}          | is refused: points must be at least 2, but were 0
            {"piecewise": [[1, 1]]}    | is refused: points must be at least 2, but were 1
            {"piecewise": [[1, 1], [1, 0]]} | is refused: value of point 2 must be above 1.0, but was 1.0
            {"piecewise": [[1, 1], [2, 1.5]]} | /piecewise/1 is refused: score of a point must be in [0, 1], but was 1.5
            {"piecewise": [[1, 1], [2]]}      | /piecewise/1 must be a list of two numbers, but had 1
            {"piecewise": [[1, 1], 2]}        | /piecewise/1 must be a list, but was 2
            {"percentileRank": {"best": "high", "points": []}} | is refused: points must be at least 1, but were 0
            {"percentileRank": {"best": "high", "points": [[1, 0.5], [2, 0.25]]}} | is refused: score of point 2 must be at least 0.5, but was 0.25
            {"percentileRank": {"best": "best", "points": [[1, 0.5]]}} | /percentileRank/best must be one of [high, low], but was "best"
            {"percentileRank": {"points": [[1, 0.5]]}} | /percentileRank lacks the field "best"
            {"percentileRank": {"best": "low"}} | /percentileRank lacks the field "points"
            {"percentileRank": []}     | /percentileRank must be an object, but was a list
            {"quantiles": [0.5, 0.5]}  | is refused: quantile of the best must be another than that of the worst, but was 0.5
            {"quantiles": [0, 1.5]}    | is refused: quantile of the best must be in [0, 1], but was 1.5
            {"quantiles": [0.5]}       | /quantiles must be a list of two numbers, but had 1
            {"ranks": {}}              | /ranks lacks the field "best"
            {"ranks": {"best": "HIGH"}} | /ranks/best must be one of [high, low], but was "HIGH"
            {"ranks": "high"}          | /ranks must be an object, but was "high"
            {"ranking": [1, 2]}        | has the unknown field "ranking"; known are [linear, likert, logarithmic, piecewise, percentileRank, quantiles, ranks]
            {"linear": [1, 2], "likert": 5} | must have exactly one of the fields [linear,
            {}                         | must have exactly one of the fields [linear,
            "minmax"                   | must be "min-max", "ranks" or an object, but was "minmax"
            3                          | must be an object, but was 3
            null                       | must be an object, but was null
            """)
    void aScaleThatIsWrongIsRefusedWithItsPlace(String scale, String message) {
        String place = "/loyalty/index/parts/0/parts/0/scale";
        assertRefused(SHORT, "\"min-max\"", scale, place + (message.startsWith("/") ? message : " " + message));
        assertRefused(
                PRESET,
                "{\"linear\": [0, 72]}",
                scale,
                "/loyalty/index/scales/tenure" + (message.startsWith("/") ? message : " " + message));
    }

    @Test
    void aNumberThatIsNoneIsNoJson() {
        assertRefused(SHORT, "\"min-max\"", "{\"linear\": [NaN, 3]}", "is not valid JSON");
    }

    @Test
    void judgementsThatDoNotHoldTogetherAreRefused() {
        assertRefused(
                WHOLE,
                "[1, 1, 7, 3], [1, 1, 7, 3]",
                "[1, 9, 7, 3], [\"1/9\", 1, 7, 3]",
                "/loyalty/index is refused: consistency ratio of the judgements on behavioural must be below 0.1, but was");
    }

    /** Where weights come from is said of stated weights only: judgements say it themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"\"judgements\": [[1, 1], [1, 1]],", ""})
    void anOriginWithoutWeightsIsRefused(String instead) {
        assertRefused(
                SHORT,
                "\"weights\": [0.75, 0.25],",
                instead + "\"origin\": {\"kind\": \"given\", \"facts\": {}},",
                "origin");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "index"   | /loyalty must be "retention" or an object with an index, but was "index"
            3         | /loyalty must be "retention" or an object with an index, but was 3
            null      | /loyalty must be "retention" or an object with an index, but was null
            []        | /loyalty must be "retention" or an object with an index, but was a list
            {}        | /loyalty lacks the field "index"
            {"index": 3} | /loyalty/index must be an object, but was 3
            {"index": {}} | /loyalty/index lacks the field "parts"
            {"index": {"parts": []}} | /loyalty/index/parts must be named [behavioural, emotional], but were []
            {"index": {"parts": [1, 2]}} | /loyalty/index/parts/0 lacks the field "name"
            {"index": {"preset": "retail"}} | /loyalty/index lacks the field "columns"
            {"index": {"preset": "retail", "columns": []}} | /loyalty/index/columns must be an object, but was a list
            """)
    void whatIsNoLoyaltyIsRefused(String loyalty, String message) {
        assertThatThrownBy(() -> read(loyalty))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void weightsAndJudgementsOfAPresetCanBeStatedGroupByGroup() {
        String changed = PRESET.replace("\"preset\": \"telecom\",", """
                "preset": "telecom",
                "weights": {"loyalty index": [0.75, 0.25]},
                "judgements": {"behavioural": [[1, 2, 4, 4], [null, 1, 2, 2], [null, null, 1, 1], [null, null, null, 1]]},
                "method": "eigenvector",
                """);

        IndexPlan plan = index(changed).index();

        assertThat(plan.root().weights().toArray()).containsExactly(0.75, 0.25);
        assertThat(((IndexGroup) plan.root().parts().get(0)).weights().toArray())
                .containsExactly(new double[] {0.5, 0.25, 0.125, 0.125}, within(1e-12));
        assertThat(plan.weights().weight("satisfaction")).isCloseTo(0.0625, within(1e-12));
    }

    /** The tree of docs/files.md. */
    @Test
    void theTreeOfThePageOnFilesIsRead() throws IOException {
        String page = Files.readString(Path.of("docs/files.md"));
        String tree = page.substring(
                page.indexOf("    {\"weights\": [0.5, 0.5]"),
                page.indexOf("| field | | what it says |\n|---|---|---|\n| `missing`"));

        LoyaltyPlan.Index plan = index("{\"index\": " + tree + "}");

        assertThat(plan.columns()).containsOnlyKeys("visits", "recency", "satisfaction");
        assertThat(plan.index().weights().weight("satisfaction")).isEqualTo(0.375);
    }

    private static void assertRefused(String json, String right, String wrong, String message) {
        String changed = json.replace(right, wrong == null ? "" : wrong);
        assertThat(changed).isNotEqualTo(json);
        if (message.equals("ok")) {
            assertThat(read(changed).plan().loyalty()).isInstanceOf(LoyaltyPlan.Index.class);
            return;
        }

        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("plan.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void fiftyGroupsMayStandInEachOther() {
        PlanFile file = read(nested(50));

        LoyaltyPlan.Index plan = (LoyaltyPlan.Index) file.plan().loyalty();
        assertThat(plan.index().root().indicators()).hasSize(2);
        assertThat(PlanFile.parse("again.json", file.json()).plan().loyalty()).isEqualTo(plan);
    }

    private static String nested(int depth) {
        StringBuilder parts = new StringBuilder("{\"name\": \"deep\", \"column\": \"d\", \"scale\": {\"likert\": 5}}");
        for (int level = depth; level > 0; level--) {
            parts.insert(0, "{\"name\": \"group " + level + "\", \"parts\": [").append("]}");
        }
        return "{\"index\": {\"parts\": [{\"name\": \"behavioural\", \"parts\": [" + parts
                + "]}, {\"name\": \"emotional\", \"parts\": [{\"name\": \"x\", \"column\": \"x\", \"scale\": \"ranks\"}]}]}}";
    }
}
