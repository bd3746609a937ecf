package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.CustomerInput;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Models with adoption models in files: the frozen one, and what a changed one is refused for. */
class AdoptionModelFileTest {

    /** Written by the first version that could; every later one must read it and score the same bits. */
    private static final String FROZEN = frozen();

    /** Computed from the coefficients in the frozen file by Python: P x 80, and P x 7.5 x (1 - 1.01^-24) / 0.01. */
    private static final double TELEVISION = 20.78079824583341;

    private static final double NET = 117.47020689996302;

    /** The frozen fit, done anew: one service for all, and one for those who have another. */
    private static ScoringFit fit() {
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .service(ServicePlan.withLogistic(
                        "宽带 / net", "has_net", List.of("tenure", "profit"), Amount.constant(7.5)))
                .service(ServicePlan.withLogistic(
                                "television",
                                "has_tv",
                                List.of("age", "is \"new\""),
                                "has_net",
                                Amount.column("tv_profit"))
                        .asPresentValue())
                .churn(ChurnPlan.column("churn"))
                .build();
        return plan.fit(CustomerColumns.builder(12)
                .number("profit", new double[] {20, 5, 12, 30, 8, 41, 17, 3, 26, 33.3, 9, 14.5})
                .number("tenure", new double[] {1, 2, 3, 5, 8, 13, 21, 34, 40, 55, 60, 72})
                .number("has_net", new double[] {1, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1})
                .number("has_tv", new double[] {1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0})
                .number("age", new double[] {18, 60, 44, 35, 52, 29, 71, 33, 26, 48, 39, 57})
                .number("is \"new\"", new double[] {1, 1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0})
                .number("tv_profit", new double[] {60, 50, 40, 30, 20, 10, 60, 50, 40, 30, 20, 10})
                .number("churn", new double[] {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1, 0, .5})
                .build());
    }

    private static ModelFile fitted() {
        ScoringFit fit = fit();
        return new ModelFile("冻结 adoption", fit.model(), fit.provenance(), Optional.empty(), "0.1.0");
    }

    private static String frozen() {
        try (InputStream in = AdoptionModelFileTest.class.getResourceAsStream("frozen-model-adoption-1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | NullPointerException e) {
            throw new IllegalStateException("frozen-model-adoption-1.json", e);
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
        CustomerInput customer = file.model()
                .customer()
                .set("profit", 20)
                .set("has_net", 1)
                .set("tenure", 12)
                .set("has_tv", 0)
                .set("age", 50)
                .set("is \"new\"", 1)
                .set("tv_profit", 80)
                .set("churn", 0.25);

        assertThat(customer.score().potentialValue()).isCloseTo(TELEVISION, within(1e-12 * TELEVISION));
        assertThat(customer.set("has_net", 0).score().potentialValue()).isCloseTo(NET, within(1e-12 * NET));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "adoption" : {        | "adopted" : {           | /parameters has the unknown field "adopted"; known are [shares, adoption, churn, survival, scales, cuts, cutsByGroup]
            "宽带 / net" : {      | "net" : {               | /parameters is refused: features of the adoption model of service 宽带 / net must be [tenure, profit], but were []
            "tenure" : {          | "Tenure" : {            | /parameters is refused: features of the adoption model of service 宽带 / net must be [tenure, profit], but were [Tenure, profit]
            "intercept" :         | "Intercept" :           | /parameters/adoption/宽带 / net has the unknown field "Intercept"; known are [intercept, features]
            "mean" :              | "Mean" :                | /parameters/adoption/宽带 / net/features/tenure has the unknown field "Mean"; known are [coefficient, mean]
            "coefficient" :       | "coefficient" : "a", "x" : | /parameters/adoption/宽带 / net/features/tenure has the unknown field "x"
            "eligible" : "has_net" | "eligible" : "age"     | /plan/value/services/1/probability/logistic is refused: adoption features must not hold the column of eligible customers age
            "eligible" : "has_net" | "eligible" : "has_fibre" | /sha256 does not fit the rest of the file
            "intercept" : -       | "intercept" :           | /sha256 does not fit the rest of the file
            """)
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        String json = FROZEN.replace(right, wrong);
        assertThat(json).isNotEqualTo(FROZEN);

        assertThatThrownBy(() -> ModelFile.parse("model.json", json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("model.json: ")
                .hasMessageContaining(message);
    }

    /** With a right checksum, so that it is the golden customers that notice. */
    @Test
    void anotherCoefficientOrMeanIsNoticedByTheGoldenCustomers() {
        Matcher number = Pattern.compile("\"(intercept|coefficient|mean)\" : -?[0.]*([1-9])")
                .matcher(FROZEN);
        int numbers = 0;
        while (number.find()) {
            String other = number.group(2).equals("1") ? "2" : "1";
            String changed = resealed(FROZEN.substring(0, number.start(2)) + other + FROZEN.substring(number.end(2)));

            assertThatThrownBy(() -> ModelFile.parse("model.json", changed))
                    .as(number.group())
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("/golden/");
            numbers++;
        }
        assertThat(numbers).isEqualTo(2 + 2 * 4);
    }

    @Test
    void aServiceTooManyOrTooFewAmongTheBaselinesIsRefused() {
        String fewer = FROZEN.replaceFirst("(\"adoptionBaselines\" : \\{)[^,]*,", "$1");
        String more = FROZEN.replaceFirst("\"adoptionBaselines\" : \\{", "$0 \"x\" : 1,");

        assertThatThrownBy(() -> ModelFile.parse("model.json", resealed(fewer)))
                .hasMessageContaining("/golden/0/explanation/adoptionBaselines lacks the field \"宽带 / net\"");
        assertThatThrownBy(() -> ModelFile.parse("model.json", resealed(more)))
                .hasMessageContaining("/golden/0/explanation/adoptionBaselines has the unknown field \"x\"");
    }

    @Test
    void theSummaryOfAFitListsTheFitOfEachService() {
        ScoringFit fit = fit();
        JsonNode adoption = JsonMapper.shared()
                .readTree(ScoringSummary.of(
                        fit,
                        fit.model()
                                .score(CustomerColumns.builder(0)
                                        .number("profit", new double[0])
                                        .number("tenure", new double[0])
                                        .number("has_net", new double[0])
                                        .number("has_tv", new double[0])
                                        .number("age", new double[0])
                                        .number("is \"new\"", new double[0])
                                        .number("tv_profit", new double[0])
                                        .number("churn", new double[0])
                                        .build())))
                .at("/fit/adoption");

        assertThat(adoption.propertyNames()).containsExactly("宽带 / net", "television");
        JsonNode television = adoption.get("television");
        assertThat(television.propertyNames())
                .containsExactly("customers", "holders", "iterations", "deviance", "maxAbsoluteScore", "coefficients");
        assertThat(television.get("customers").intValue()).isEqualTo(9);
        assertThat(television.get("holders").intValue()).isEqualTo(5);
        assertThat(television.get("coefficients").propertyNames()).containsExactly("(intercept)", "age", "is \"new\"");
        assertThat(television.at("/coefficients/age").doubleValue())
                .isEqualTo(fit.adoption().get("television").model().coefficients()[0]);
    }
}
