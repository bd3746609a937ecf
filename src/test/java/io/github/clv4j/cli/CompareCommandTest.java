package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compare command on small files of scores, good and bad. */
class CompareCommandTest {

    private static final String HEADER =
            "customer_id,current_value,potential_value,lifetime_value,churn_probability,loyalty,segment\n";

    /** Ten customers worth 1000 down to 100; two of those with high values are of low loyalty. */
    private static final String SCORES = HEADER
            + "a,1000,50,1050,0.8,0.2,CHURN_PRONE\n"
            + "b,900,50,950,0.1,0.9,PLATINUM\n"
            + "c,800,50,850,0.2,0.8,PLATINUM\n"
            + "d,700,50,750,0.7,0.3,CHURN_PRONE\n"
            + "e,600,5,605,0.1,0.9,GOLD\n"
            + "f,500,5,505,0.6,0.4,LEAST_VALUABLE\n"
            + "g,400,5,405,0.6,0.4,LEAST_VALUABLE\n"
            + "h,300,5,305,0.2,0.8,LOYAL\n"
            + "i,200,50,250,0.2,0.8,POTENTIAL\n"
            + "j,100,50,150,0.6,0.4,DEVELOPABLE\n";

    @TempDir
    private Path folder;

    private Path scored;

    @BeforeEach
    void nameFile() {
        scored = folder.resolve("scored.csv");
    }

    private CommandLine compare(String scores, Object... options) throws IOException {
        Files.writeString(scored, scores);
        return CommandLine.run(
                Stream.concat(Stream.of("compare", scored), Stream.of(options)).toArray());
    }

    private JsonNode json(String scores, Object... options) throws IOException {
        CommandLine run = compare(
                scores,
                Stream.concat(Stream.of("--format", "json"), Stream.of(options)).toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    private void assertRefused(CommandLine run, String... messages) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("clv4j: ").contains(messages).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theThreeSchemesAreTablesThatEndWithWhatTheOlderTwoHide() throws IOException {
        CommandLine run = compare(SCORES);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("10 customers", "pyramid\n", "matrix\n", "cube\n", "High-end customers", "Platinum customers")
                .contains("1 of 2 has low loyalty", "2 of 4 have low loyalty");
    }

    @Test
    void theTablesAreFollowedByCutsConcentrationAndCounts() throws IOException {
        CommandLine run = compare(SCORES);

        // 2,000 of 5,820 with the top two; 80 % is 4,656: six hold 4,710, so 5 + (4,656 - 4,205) / 505 of ten
        assertThat(run.out())
                .contains("cuts of the pyramid by current value: high from 900.00, middle from 600.00\n")
                .contains("lifetime value: the top 20 % of the customers hold 34.4 %, 80 % is held by 58.9 % of the"
                        + " customers, Gini 0.290\n")
                .contains("Churn-prone customers: 2 (20.0 %), where few are expected; Least valuable customers: 2"
                        + " (20.0 %), where many are\n")
                .doesNotContain("its high tier");
        assertThat(compare(SCORES, "--lang", "zh").out())
                .contains("高端 900.00 起,中端 600.00 起", "前 20% 的客户占 34.4%", "易流失客户 2 个(20.0%),一般预期较少");
    }

    @Test
    void aRiskThatIsTheScoringsOwnIsToldToBeSo() throws IOException {
        String left = SCORES.replace("churn_probability", "left");

        assertThat(compare(SCORES).out().lines())
                .last()
                .asString()
                .startsWith("note: where loyalty is 1 - churn probability, low loyalty is high risk by definition");
        assertThat(compare(SCORES, "--lang", "zh").out().lines())
                .last()
                .asString()
                .startsWith("提示:若忠诚度取 1 - 流失概率");
        assertThat(compare(left, "--risk", "left").out()).contains("Gini").doesNotContain("note:");
    }

    @Test
    void tiesThatMakeTheHighTierOfThePyramidLargeAreTold() throws IOException {
        String tied = HEADER + "a,10,1,11,0.1,0.9,GOLD\nb,10,1,11,0.1,0.9,GOLD\nc,10,1,11,0.1,0.9,GOLD\n"
                + "d,5,1,6,0.1,0.9,LOYAL\n";

        assertThat(compare(tied).out())
                .contains("note: 75.0 % of the customers are in its high tier, and not 20.0 %, because many are worth");
        assertThat(compare(tied, "--lang", "zh").out()).contains("高端层占客户的 75.0%,而不是 20.0%");
        // as large as was asked for, and one who cannot be a fifth, are no ties
        assertThat(compare(tied, "--high-share", "0.75", "--middle-share", "0").out())
                .doesNotContain("its high tier");
        assertThat(compare(HEADER + "a,10,1,11,0.5,0.5,LOYAL\n").out()).doesNotContain("its high tier");
    }

    @Test
    void anEmptyHighClassIsSaidToBeEmpty() throws IOException {
        CommandLine run = compare(HEADER + "a,10,1,11,0.5,0.5,LOYAL\n");

        assertThat(run.out())
                .startsWith("1 customer in three schemes, 0 without a segment left out\n")
                .contains("the pyramid hides nobody of low loyalty in \"High-end customers\"\n")
                .contains("the matrix has nobody in \"High current, high potential value\"\n");
    }

    @Test
    void concentrationIsNullWhereItDoesNotExist() throws IOException {
        JsonNode negative = json(HEADER + "a,-10,0,-10,0.5,0.5,LOYAL\nb,40,0,40,0.5,0.5,GOLD\n")
                .get("concentration");
        assertThat(negative.get("top20Share").doubleValue()).isCloseTo(0.4 * 40 / 30, within(1e-12));
        assertThat(negative.get("gini").isNull()).isTrue();

        String nothing = HEADER + "a,-40,0,-40,0.5,0.5,LOYAL\nb,40,0,40,0.5,0.5,GOLD\n";
        assertThat(json(nothing).get("concentration"))
                .allMatch(JsonNode::isNull)
                .hasSize(3);
        assertThat(compare(nothing).out()).contains("hold - %, 80 % is held by - % of the customers, Gini -\n");
    }

    @Test
    void valuesTooLargeToAddUpAreRefused() throws IOException {
        assertRefused(
                compare(HEADER + "a,1e308,1e308,0,0.5,0.5,LOYAL\n"),
                "scored.csv: lifetime values: value must be finite, but was Infinity");
    }

    @Test
    void theySpeakChineseOnDemand() throws IOException {
        assertThat(compare(SCORES, "--lang", "zh").out()).contains("客户金字塔", "高端客户", "三维细分");
    }

    @Test
    void programsGetEveryClassWithItsLoyalAndItsDisloyal() throws IOException {
        JsonNode json = json(SCORES);

        assertThat(json.propertyNames())
                .containsExactly(
                        "customers", "withoutSegment", "pyramidCuts", "concentration", "pyramid", "matrix", "cube");
        assertThat(json.get("pyramidCuts").get("high").doubleValue()).isEqualTo(900);
        assertThat(json.get("pyramidCuts").get("middle").doubleValue()).isEqualTo(600);
        JsonNode concentration = json.get("concentration");
        assertThat(concentration.propertyNames()).containsExactly("top20Share", "customersHolding80", "gini");
        assertThat(concentration.get("top20Share").doubleValue()).isCloseTo(2000.0 / 5820, within(1e-12));
        assertThat(concentration.get("customersHolding80").doubleValue())
                .isCloseTo((5 + (4656 - 4205) / 505.0) / 10, within(1e-12));
        // the double sum of |x_i - x_j| is 33,720, over 2 n^2 mean
        assertThat(concentration.get("gini").doubleValue()).isCloseTo(33_720.0 / (2 * 10 * 5820), within(1e-12));
        assertThat(json.get("pyramid")).hasSize(3);
        assertThat(json.get("matrix")).hasSize(4);
        assertThat(json.get("cube")).hasSize(8);
        JsonNode high = json.get("pyramid").get(0);
        assertThat(high.propertyNames())
                .containsExactly(
                        "class",
                        "share",
                        "valueShare",
                        "shareLowLoyalty",
                        "customers",
                        "value",
                        "riskKnown",
                        "meanRisk",
                        "valueAtRisk",
                        "loyal",
                        "disloyal");
        assertThat(high.get("class").stringValue()).isEqualTo("HIGH");
        assertThat(high.get("customers").intValue()).isEqualTo(2);
        assertThat(high.get("share").doubleValue()).isEqualTo(0.2);
        assertThat(high.get("value").doubleValue()).isEqualTo(2000);
        assertThat(high.get("valueAtRisk").doubleValue()).isCloseTo(0.8 * 1050 + 0.1 * 950, within(1e-9));
        assertThat(high.get("shareLowLoyalty").doubleValue()).isEqualTo(0.5);
        assertThat(high.get("loyal").get("meanRisk").doubleValue()).isEqualTo(0.1);
        assertThat(high.get("disloyal").get("meanRisk").doubleValue()).isEqualTo(0.8);
        JsonNode shortTerm = json.get("cube").get(5);
        assertThat(shortTerm.get("class").stringValue()).isEqualTo("SHORT_TERM");
        assertThat(shortTerm.get("customers").intValue()).isZero();
        assertThat(shortTerm.get("meanRisk").isNull()).isTrue();
        assertThat(shortTerm.get("shareLowLoyalty").isNull()).isTrue();
    }

    @Test
    void theSharesOfThePyramidCanBeOthers() throws IOException {
        JsonNode json = json(SCORES, "--high-share", "0.1", "--middle-share", "0.1");

        assertThat(json.get("pyramidCuts").get("high").doubleValue()).isEqualTo(1000);
        assertThat(json.get("pyramidCuts").get("middle").doubleValue()).isEqualTo(900);
    }

    @Test
    void theRiskCanBeAnotherColumnUnknownForSome() throws IOException {
        JsonNode json = json(
                "customer_id,current_value,potential_value,segment,left\na,10,1,GOLD,1\nb,10,1,GOLD,0\nc,10,1,GOLD,\n",
                "--risk",
                "left");

        JsonNode gold = json.get("cube").get(1);
        assertThat(gold.get("customers").intValue()).isEqualTo(3);
        assertThat(gold.get("riskKnown").intValue()).isEqualTo(2);
        assertThat(gold.get("meanRisk").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void oneCustomerAloneIsInTheHighTier() throws IOException {
        JsonNode json = json(HEADER + "a,10,1,11,0.5,0.5,LOYAL\n");

        assertThat(json.get("pyramid").get(0).get("customers").intValue()).isEqualTo(1);
    }

    @Test
    void aCustomerWithoutAScoreIsInNoClassAndDoesNotMoveThePyramid() throws IOException {
        JsonNode json = json(SCORES + "k,,,,,,\nl,5000,1,5001,0.1,0.9,\n");

        assertThat(json.get("customers").intValue()).isEqualTo(12);
        assertThat(json.get("withoutSegment").intValue()).isEqualTo(2);
        assertThat(json.get("pyramidCuts").get("high").doubleValue()).isEqualTo(900);
    }

    @Test
    void aRowThatCannotBeFailsItsCustomerAlone() throws IOException {
        CommandLine run = compare(SCORES + "k,x,1,1,0.5,0.5,GOLD\nl,1,1,1,2,0.5,GOLD\nm,1,inf,1,0.5,0.5,GOLD\n"
                + "n,1,1,1,0.5,0.5,SILVER\no,,1,1,0.5,0.5,GOLD\np,1,1\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .containsExactly(
                        "customer 11 (k): current_value must be a number, but was x",
                        "customer 12 (l): churn_probability must be in [0, 1], but was 2.0",
                        "customer 13 (m): potential_value must be finite, but was Infinity",
                        "customer 14 (n): segment must be one of PLATINUM, GOLD, LOYAL, POTENTIAL, CHURN_PRONE,"
                                + " SHORT_TERM, LEAST_VALUABLE, DEVELOPABLE, but was SILVER",
                        "customer 15 (o): current_value is missing",
                        "customer 16: line 17 has 3 cells, but the header has 7: p,1,1");
        assertThat(run.out()).contains("10 customers in three schemes, 6 without a segment");
    }

    @Test
    void moreFailuresThanAllowedFailTheRun() throws IOException {
        assertRefused(
                compare(SCORES + "k,1,1,1,0.5,0.5,?\n", "--max-failures", "0.05"),
                "scored.csv: 1 of 11 customers cannot be used, more than --max-failures 0.05 allows");
    }

    @Test
    void filesThatCannotBeUsedAreRefused() throws IOException {
        assertRefused(compare(""), "scored.csv is empty");
        assertRefused(compare(HEADER), "has a header but no customers");
        assertRefused(compare(SCORES + "a,1,1,1,0.1,0.9,GOLD\n"), "\"a\" is that of customers 1 and 11");
        assertRefused(compare(SCORES, "--risk", "gone"), "scored.csv has no column 'gone'");
        assertRefused(compare(SCORES.replace("potential_value", "potential")), "no column 'potential_value'");
        assertRefused(compare(HEADER + "a,1,1,1,0.1,0.9,\n"), "scored.csv: no customer has a segment");
        assertRefused(compare(SCORES, "--risk", "segment"), "column 'segment' holds texts, but numbers are needed");
    }

    @Test
    void sharesThatCannotBeAreAMisuse() throws IOException {
        for (String share : List.of("0", "-0.1", "1.1", "NaN")) {
            CommandLine run = compare(SCORES, "--high-share", share);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("high share must be in (0, 1], but was " + Double.valueOf(share));
        }
        CommandLine run = compare(SCORES, "--high-share", "0.8");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("high share + middle share must be in [0, 1], but was 1.1");
    }
}
