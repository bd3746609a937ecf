package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.retention.ChurnPeriod;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.ClassWeightPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.HoldoutPlan;
import io.github.clv4j.scoring.RecalibrationPlan;
import io.github.clv4j.scoring.RidgePlan;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.timevalue.RatePeriod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans and models in files whose churn model has categories, a penalty, class weights, a period, a holdout, a correction. */
class ChurnPlanFileTest {

    private static final String REST = """
            {"format": "clv4j-plan/1", "name": "churn",
             "value": {"profit": "fee", "discountRate": {"rate": 0.01, "per": "month"}, "horizon": 12},
             "churn": {"logistic": {"outcome": "left", "features": ["tenure", {"category": "contract",
               "baseline": "monthly"}]%s}}}
            """;

    private static PlanFile plan(String more) {
        return PlanFile.parse("plan.json", String.format(Locale.ROOT, REST, more));
    }

    private static ChurnPlan.Logistic base() {
        return ChurnPlan.logistic("left", List.of("tenure", "contract")).withCategory("contract", "monthly");
    }

    private static CustomerColumns customers() {
        Random random = new Random(8);
        int customers = 300;
        double[] tenure = random.doubles(customers, 0, 72).toArray();
        String[] contract = IntStream.range(0, customers)
                .mapToObj(i -> List.of("monthly", "one = \"1\" year", "两年").get(random.nextInt(3)))
                .toArray(String[]::new);
        return CustomerColumns.builder(customers)
                .number("fee", random.doubles(customers, 5, 50).toArray())
                .number("tenure", tenure)
                .number(
                        "left",
                        random.doubles(customers).map(u -> u < 0.4 ? 1 : 0).toArray())
                .group("contract", contract)
                .build();
    }

    @Test
    void everyFieldArrivesInThePlan() {
        assertThat(plan("").plan().churn()).isEqualTo(base());
        assertThat(plan("""
                        , "ridge": 2.5, "classWeights": {"stayed": 1, "left": 3},
                        "period": {"length": 3, "unit": "month"}, "holdout": {"share": 0.25, "seed": -9007199254740993},
                        "recalibration": "classWeights\"""").plan().churn())
                .isEqualTo(base().withRidge(RidgePlan.penalty(2.5))
                        .withClassWeights(ClassWeightPlan.of(1, 3))
                        .withPeriod(new ChurnPeriod(3, RatePeriod.MONTH))
                        .withHoldout(HoldoutPlan.share(0.25, -9007199254740993L))
                        .withRecalibration(RecalibrationPlan.undoClassWeights()));
        assertThat(plan("""
                        , "ridge": {"folds": 10, "seed": 7}, "classWeights": "balanced",
                        "holdout": {"column": "late"}, "recalibration": "holdout\"""").plan().churn())
                .isEqualTo(base().withRidge(RidgePlan.crossValidated(10, 7))
                        .withClassWeights(ClassWeightPlan.balanced())
                        .withHoldout(HoldoutPlan.column("late"))
                        .withRecalibration(RecalibrationPlan.onHoldout()));
        assertThat(
                        plan(", \"holdout\": {\"column\": \"month\", \"from\": 202401}, \"recalibration\": {\"baseRate\": 0.02}")
                                .plan()
                                .churn())
                .isEqualTo(base().withHoldout(HoldoutPlan.outOfTime("month", 202401))
                        .withRecalibration(RecalibrationPlan.toBaseRate(0.02)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"ridge\": 0.1, \"holdout\": {\"share\": 0.3, \"seed\": 9223372036854775807}",
                ", \"ridge\": {\"folds\": 5, \"seed\": 1}, \"classWeights\": \"balanced\", \"recalibration\": \"classWeights\"",
                ", \"classWeights\": {\"stayed\": 0.5, \"left\": 2}, \"period\": {\"length\": 1.5, \"unit\": \"year\"}",
                ", \"holdout\": {\"column\": \"h\"}, \"recalibration\": \"holdout\"",
                ", \"holdout\": {\"column\": \"h\", \"from\": -1.5}, \"recalibration\": {\"baseRate\": 0.5}"
            })
    void aPlanWrittenAndReadAgainIsTheSame(String more) {
        PlanFile file = plan(more);
        PlanFile again = PlanFile.parse("again.json", file.json());
        assertThat(again.plan().churn()).isEqualTo(file.plan().churn());
        assertThat(again.json()).isEqualTo(file.json());
    }

    @Test
    void aModelWithCategoriesIsReadAsItWasWritten() {
        ScoringFit fit = plan(", \"period\": {\"length\": 1, \"unit\": \"quarter\"}, \"ridge\": 3,"
                        + " \"holdout\": {\"share\": 0.3, \"seed\": 1}, \"recalibration\": {\"baseRate\": 0.1}")
                .plan()
                .fit(customers());
        ModelFile file = ModelFile.of("churn", fit);
        ModelFile again = ModelFile.parse("model.json", file.json());
        assertThat(again.json()).isEqualTo(file.json());
        assertThat(again.model().parameters()).isEqualTo(file.model().parameters());
        assertThat(again.model().score(customers()).churnProbabilities())
                .isEqualTo(file.model().score(customers()).churnProbabilities());
        double[] golden = again.model().goldenCustomers().get(0);
        assertThat(again.model().explain(golden).churn().orElseThrow().period())
                .contains(new ChurnPeriod(1, RatePeriod.QUARTER));
    }

    @Test
    void theSummaryHasWhatWasFoundOnThoseHeldOut() {
        ScoringFit fit =
                plan(", \"holdout\": {\"share\": 0.3, \"seed\": 1}").plan().fit(customers());
        JsonNode evaluation = JsonMapper.shared()
                .readTree(ScoringSummary.of(fit, fit.model().score(customers())))
                .get("fit")
                .get("churnEvaluation");
        assertThat(evaluation.get("heldOut").booleanValue()).isTrue();
        assertThat(evaluation.get("auc").doubleValue())
                .isEqualTo(fit.churnEvaluation().orElseThrow().auc());
        assertThat(evaluation.get("deciles").size()).isEqualTo(10);
        assertThat(evaluation.get("calibration").size()).isEqualTo(10);
        ScoringFit without = plan("").plan().fit(customers());
        assertThat(ScoringSummary.of(without, without.model().score(customers())))
                .doesNotContain("churnEvaluation");
    }

    /** Models of earlier versions: read, and written again to the same bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"frozen-model-1.json", "frozen-model-adoption-1.json", "frozen-model-loyalty-1.json"})
    void aModelOfAnEarlierVersionIsWrittenAgainAsItWas(String name) throws IOException {
        try (InputStream file = ChurnPlanFileTest.class.getResourceAsStream(name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ModelFile.parse(name, text).json()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ridge\": -1 | /churn/logistic/ridge is refused: ridge must be in (0, Inf), but was -1.0",
                "\"ridge\": \"best\" | /churn/logistic/ridge must be a number or an object with folds and seed",
                "\"ridge\": {\"folds\": 1, \"seed\": 1} | folds must be at least 2, but was 1",
                "\"ridge\": {\"folds\": 5} | /churn/logistic/ridge lacks the field \"seed\"",
                "\"ridge\": {\"folds\": 5, \"seed\": 1.5} | /ridge/seed must be a whole number that a long can hold, but was 1.5",
                "\"classWeights\": \"fair\" | must be \"balanced\" or an object with stayed and left, but was \"fair\"",
                "\"classWeights\": {\"stayed\": 0, \"left\": 1} | class weight of those who stayed must be in (0, Inf)",
                "\"period\": {\"length\": 0, \"unit\": \"month\"} | length of churn period must be in (0, Inf), but was 0.0",
                "\"period\": {\"length\": 1, \"unit\": \"moon\"} | /period/unit must be one of",
                "\"holdout\": 0.3 | must be an object with share and seed, with a column, or with column and from, but was 0.3",
                "\"holdout\": {\"share\": 2, \"seed\": 1} | share held out must be in (0, 1), but was 2.0",
                "\"holdout\": {\"share\": 0.2, \"column\": \"x\"} | has the unknown field \"column\"",
                "\"holdout\": {\"column\": \"left\"} | holdout column must be neither the outcome nor a category, but was left",
                "\"recalibration\": \"platt\" | must be \"classWeights\", \"holdout\" or an object with baseRate",
                "\"recalibration\": {\"baseRate\": 1} | base rate must be in (0, 1), but was 1.0",
                "\"recalibration\": \"holdout\" | recalibration on the customers held out must have a holdout",
                "\"recalibration\": \"classWeights\" | recalibration that undoes class weights must have some to undo",
                "\"penalty\": 1 | has the unknown field \"penalty\""
            })
    void whatIsWrongIsRefusedWithItsPlace(String more, String message) {
        assertThatThrownBy(() -> plan(", " + more))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("plan.json: /churn/logistic")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"category\": \"contract\"} | /features/1 lacks the field \"baseline\"",
                "{\"category\": \"contract\", \"baseline\": \" \"} | /features/1/baseline must not be blank",
                "{\"category\": \"tenure\", \"baseline\": \"a\"} | churn features must be distinct, but \"tenure\" stands twice",
                "[\"contract\"] | /features/1 must be the name of a column or an object with category and baseline, but was a list"
            })
    void whatIsNoFeatureIsRefused(String feature, String message) {
        String text = String.format(Locale.ROOT, REST, "")
                .replaceFirst("\\{\"category\"[^}]*\\}", Matcher.quoteReplacement(feature));
        assertThatThrownBy(() -> PlanFile.parse("plan.json", text))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}
