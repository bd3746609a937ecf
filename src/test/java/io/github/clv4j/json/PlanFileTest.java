package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.scoring.AdoptionPlan;
import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.ProfitBasis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {

    private static final String FULL = """
            {
              "format": "clv4j-plan/1",
              "name": "everything",
              "input": {
                "columns": {"id": "text", "fee": "number", "since": "date"},
                "fitOnly": ["fee"],
                "sql": "features.sql",
                "id": "customer_id",
                "fitWhere": "fee > 0",
                "scoreWhere": "since IS NOT NULL"
              },
              "value": {
                "profit": "profit",
                "discountRate": {"rate": 0.1, "per": "year"},
                "horizon": {"column": "years"},
                "timing": "mid-period",
                "services": [
                  {"name": "a", "probability": {"column": "p"}, "profit": {"column": "q"}, "basis": "present-value"},
                  {"name": "b", "held": "h", "probability": {"groupShare": "g"}, "profit": -2.5},
                  {"name": "c", "held": "i", "probability": {"logistic": {"features": ["u", "v"], "eligible": "e"}}, "profit": 3},
                  {"name": "d", "held": "j", "probability": {"logistic": {"features": ["w"]}}, "profit": 4}
                ]
              },
              "churn": {"logistic": {"outcome": "left", "features": ["x", "y"]}},
              "cuts": {"currentValue": "mean", "potentialValue": {"quantile": 0.8}, "loyalty": {"fixed": 0.7}}
            }
            """;

    @Test
    void everyFieldArrivesInThePlan() {
        PlanFile file = PlanFile.parse("plan.json", FULL);

        assertThat(file.name()).isEqualTo("everything");
        assertThat(file.input())
                .contains(new InputPlan(
                        List.of(
                                new RawColumn("id", ColumnType.TEXT),
                                new RawColumn("fee", ColumnType.NUMBER),
                                new RawColumn("since", ColumnType.DATE)),
                        List.of("fee"),
                        "features.sql",
                        "customer_id",
                        Optional.of("fee > 0"),
                        Optional.of("since IS NOT NULL")));
        assertThat(file.plan().profit()).isEqualTo("profit");
        assertThat(file.plan().discountRate()).isEqualTo(DiscountRate.annual(0.1));
        assertThat(file.plan().horizonColumn()).contains("years");
        assertThat(file.plan().timing()).isEqualTo(CashFlowTiming.MID_PERIOD);
        assertThat(file.plan().services())
                .containsExactly(
                        new ServicePlan(
                                "a",
                                Optional.empty(),
                                AdoptionPlan.column("p"),
                                Amount.column("q"),
                                ProfitBasis.PRESENT_VALUE),
                        new ServicePlan(
                                "b",
                                Optional.of("h"),
                                AdoptionPlan.groupShare("g"),
                                Amount.constant(-2.5),
                                ProfitBasis.PER_PERIOD),
                        ServicePlan.withLogistic("c", "i", List.of("u", "v"), "e", Amount.constant(3)),
                        ServicePlan.withLogistic("d", "j", List.of("w"), Amount.constant(4)));
        assertThat(file.plan().churn()).isEqualTo(ChurnPlan.logistic("left", List.of("x", "y")));
        assertThat(file.plan().cuts())
                .isEqualTo(CutRules.of(CutRule.mean(), CutRule.quantile(0.8), CutRule.fixed(0.7)));
    }

    @Test
    void aPlanWrittenAndReadAgainIsTheSame() {
        PlanFile file = PlanFile.parse("plan.json", FULL);

        PlanFile again = PlanFile.parse("again.json", file.json());

        assertThat(again.json()).isEqualTo(file.json());
        assertThat(again.input()).isEqualTo(file.input());
        assertThat(again.plan().services()).isEqualTo(file.plan().services());
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        PlanFile file = PlanFile.parse("plan.json", """
                {"format": "clv4j-plan/1", "name": "short",
                 "value": {"profit": "profit", "discountRate": {"rate": 0.01, "per": "month"}, "horizon": "unlimited"},
                 "churn": {"column": "p"}}
                """);

        assertThat(file.input()).isEmpty();
        assertThat(file.plan().horizon()).contains(Horizon.unlimited());
        assertThat(file.plan().timing()).isEqualTo(CashFlowTiming.END_OF_PERIOD);
        assertThat(file.plan().services()).isEmpty();
        assertThat(file.plan().churn()).isEqualTo(ChurnPlan.column("p"));
        assertThat(file.plan().cuts()).isEqualTo(CutRules.medians());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "profit": "profit"        | "proft": "profit"          | /value has the unknown field "proft"; known are [profit
            "name": "everything"      | "nme": "everything"        | the plan has the unknown field "nme"
            "name": "everything",     |                            | the plan lacks the field "name"
            "rate": 0.1               | "rate": "0.1"              | /value/discountRate/rate must be a number, but was "0.1"
            "rate": 0.1               | "rate": -1                 | /value/discountRate is refused: discountRate must be in (-1, Inf), but was -1.0
            "rate": 0.1               | "rate": NaN                | is not valid JSON
            "rate": 0.1               | "rate": 1e999              | /value/discountRate/rate must be a finite number
            "per": "year"             | "per": "YEAR"              | /value/discountRate/per must be one of [day, week, month, quarter, year], but was "YEAR"
            {"column": "years"}       | -24                        | /value/horizon is refused: horizon must be in [0, Inf), but was -24.0
            {"column": "years"}       | "forever"                  | /value/horizon must be a number, "unlimited" or an object with column or expectedLifetime, but was "forever"
            {"column": "years"}       | {"col": "years"}           | /value/horizon has the unknown field "col"
            {"groupShare": "g"}       | {"groupShare": "g", "column": "c"} | /value/services/1/probability must have exactly one of the fields
            {"groupShare": "g"}       | {}                         | /value/services/1/probability must have exactly one of the fields
            "held": "h",              |                            | /value/services/1 is refused: service b must name the column of its holders
            "held": "i",              |                            | /value/services/2 is refused: service c must name the column of its holders, to fit who they are
            "held": "i"               | "held": "u"                | /value/services/2 is refused: adoption features of service c must not hold the column of its holders u
            "held": "i"               | "held": "e"                | /value/services/2 is refused: service c must have different columns for its holders and for eligible customers, but had e for both
            "eligible": "e"           | "eligible": "v"            | /value/services/2/probability/logistic is refused: adoption features must not hold the column of eligible customers v
            "eligible": "e"           | "eligible": null           | /value/services/2/probability/logistic/eligible must be a text, but was null
            "eligible": "e"           | "eligible": ["e"]          | /value/services/2/probability/logistic/eligible must be a text, but was a list
            "eligible": "e"           | "eligible": " "            | /value/services/2/probability/logistic/eligible must not be blank
            "eligible": "e"           | "where": "e"               | /value/services/2/probability/logistic has the unknown field "where"; known are [features, eligible]
            "eligible": "e"           | "eligible": "g"            | column g must be either a group or a number, but the plan uses it as both
            "features": ["w"]         | "features": []             | /value/services/3/probability/logistic is refused: adoption features must be at least one column, but were none
            "features": ["w"]         | "features": "w"            | /value/services/3/probability/logistic/features must be a list, but was "w"
            "features": ["w"]         | "features": ["w", "w"]     | /value/services/3/probability/logistic is refused: adoption features must be distinct, but "w" stands twice
            "features": ["w"]         | "eligible": "w"            | /value/services/3/probability/logistic lacks the field "features"
            "features": ["w"]         | "features": ["left"]       | adoption features of service d must not hold the column of churn outcomes left
            {"features": ["w"]}       | ["w"]                      | /value/services/3/probability/logistic must be an object, but was a list
            "name": "b"               | "name": "a"                | services must be distinct, but "a" stands twice
            "profit": -2.5            | "profit": null             | /value/services/1/profit must be an object, but was null
            "outcome": "left"         | "outcome": "x"             | /churn/logistic is refused: churn features must not hold the outcome x
            ["x", "y"]                | ["x", 3]                   | /churn/logistic/features/1 must be the name of a column or an object with category and baseline, but was 3
            "fee": "number"           | "fee": "int"               | /input/columns/fee must be one of [text, number, date], but was "int"
            "fee": "number"           | "id": "number"             | is not valid JSON: Duplicate
            "mean"                    | "middle"                   | /cuts/currentValue must be "median", "mean", "naturalBreak" or an object with fixed, quantile or paretoShare, but was "middle"
            "mean"                    | {"paretoShare": 0}         | /cuts/currentValue is refused: Pareto share must be in (0, 1], but was 0.0
            {"quantile": 0.8}         | {"quantile": 0.8}, "by": " " | /cuts/by must not be blank
            {"quantile": 0.8}         | {"quantile": 1.8}          | /cuts/potentialValue is refused: quantile must be in [0, 1], but was 1.8
            "clv4j-plan/1"            | "clv4j-plan/2"             | /format must be "clv4j-plan/1", but was "clv4j-plan/2"
            "fitOnly": ["fee"]        | "fitOnly": ["fees"]        | /input is refused: fitOnly must be of the columns [id, fee, since], but was [fees]
            "features.sql"            | " "                        | /input is refused: sql must not be blank
            """)
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        String json = FULL.replace(right, wrong == null ? "" : wrong);
        assertThat(json).isNotEqualTo(FULL);

        assertThatThrownBy(() -> PlanFile.parse("plan.json", json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("plan.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        for (String text : List.of("", "[]", "3", "{", FULL + "{}", FULL + "x", "null", "[".repeat(10_000))) {
            assertThatThrownBy(() -> PlanFile.parse("plan.json", text)).isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void thePlansOfTheExamplesCanBeRead() throws Exception {
        PlanFile file = PlanFile.parse("plan.json", Files.readString(Path.of("docs/examples/ibm-telco/plan.json")));

        assertThat(file.plan().services()).hasSize(6);
        assertThat(file.plan().churn())
                .isInstanceOfSatisfying(
                        ChurnPlan.Logistic.class,
                        logistic -> assertThat(logistic.features()).hasSize(16));
    }
}
