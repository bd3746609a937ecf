package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What {@code clv4j ahp} computes and prints; {@link AhpBadInputTest} has what it refuses. */
class AhpCommandTest {

    private static final Offset<Double> SIX_DIGITS = within(6e-7);

    /** Saaty, European Journal of Operational Research 48 (1990) 9-26. */
    private static final String HOUSE = """
            {"id": "house",
             "names": ["size", "transport", "neighbourhood", "age", "yard", "facilities", "condition", "financing"],
             "matrix": [
               ["1", "5", "3", "7", "6", "6", "1/3", "1/4"],
               ["1/5", "1", "1/3", "5", "3", "3", "1/5", "1/7"],
               ["1/3", "3", "1", "6", "3", "4", "6", "1/5"],
               ["1/7", "1/5", "1/6", "1", "1/3", "1/4", "1/7", "1/8"],
               ["1/6", "1/3", "1/3", "3", "1", "1/2", "1/5", "1/6"],
               ["1/6", "1/3", "1/4", "4", "2", "1", "1/5", "1/6"],
               ["3", "5", "1/6", "7", "5", "5", "1", "1/2"],
               ["4", "7", "5", "8", "6", "6", "2", "1"]
             ]}
            """;

    private static final String INCOMPLETE = """
            {"id": "i", "names": ["a", "b", "c", "d"],
             "matrix": [[1, 1, 5, 2], [1, 1, 3, 4], ["1/5", "1/3", 1, null], [0.5, 0.25, null, 1]]}
            """;

    private static final String GROUP = """
            {"id": "g1", "names": ["a", "b", "c"],
             "experts": [
               [[1, 2, 4], [null, 1, 2], [null, null, 1]],
               [[1, "1/3", 3], [3, 1, 5], ["1/3", "1/5", 1]]
             ],
             "expertWeights": [3, "1/2"]}
            """;

    private static final String HIERARCHY = """
            {"id": "h1", "name": "goal", "matrix": [[1, 3], ["1/3", 1]],
             "children": [
               {"name": "x", "matrix": [[1, 1, 2], [1, 1, 2], [0.5, 0.5, 1]],
                "children": [{"name": "p"}, {"name": "q"}, {"name": "r"}]},
               {"name": "y", "children": [{"name": "s"}]}
             ]}
            """;

    @TempDir
    private Path folder;

    private AhpRun solve(String json, Object... options) {
        return AhpRun.of(folder, json, options);
    }

    private CommandLine print(String json, Object... options) {
        return AhpRun.text(folder, json, options);
    }

    @Test
    void saatysHouseIsSolvedAsHeSolvedIt() {
        JsonNode house = solve(HOUSE).answer();

        assertThat(house.propertyNames())
                .startsWith(
                        "id",
                        "weights",
                        "lambdaMax",
                        "ci",
                        "cr",
                        "gci",
                        "harmonicCi",
                        "koczkodaj",
                        "acceptable",
                        "worstJudgement",
                        "repair")
                .contains(
                        "lambdaInterval",
                        "method",
                        "randomIndex",
                        "completion",
                        "missing",
                        "ri",
                        "note",
                        "limit",
                        "scale")
                .doesNotContain("judgementStability", "weightStability");
        assertThat(house.get("id").stringValue()).isEqualTo("house");
        assertThat(AhpRun.names(house.get("weights")))
                .containsExactly(
                        "size", "transport", "neighbourhood", "age", "yard", "facilities", "condition", "financing");
        assertWeights(
                house.get("weights"), 0.173017, 0.053976, 0.188110, 0.017508, 0.031044, 0.036322, 0.166834, 0.333189);
        assertThat(house.get("lambdaMax").doubleValue()).isCloseTo(9.66888732, within(1e-8));
        assertThat(house.get("ci").doubleValue()).isCloseTo((9.66888732 - 8) / 7, within(1e-8));
        assertThat(house.get("cr").doubleValue()).isCloseTo(0.169087, SIX_DIGITS);
        assertThat(house.get("lambdaInterval").get(0).doubleValue())
                .isLessThanOrEqualTo(house.get("lambdaInterval").get(1).doubleValue());
        assertThat(house.get("acceptable").booleanValue()).isFalse();
        assertThat(house.get("repair").isNull()).isTrue();
        assertThat(house.get("completion").isNull()).isTrue();
        assertThat(house.get("note").isNull()).isTrue();
        assertThat(house.get("missing").intValue()).isZero();
        assertThat(house.get("method").stringValue()).isEqualTo("eigenvector");
        assertThat(house.get("randomIndex").stringValue()).isEqualTo("saaty-1980");
        assertThat(house.get("worstJudgement").get("first").stringValue()).isEqualTo("neighbourhood");
        assertThat(house.get("worstJudgement").get("second").stringValue()).isEqualTo("condition");
        assertThat(house.get("worstJudgement").get("judged").doubleValue()).isEqualTo(6);
        assertThat(house.get("worstJudgement").get("implied").doubleValue())
                .isCloseTo(0.188110 / 0.166834, within(1e-5));
        assertThat(house.get("intransitiveTriads").toString())
                .isEqualTo("[[\"size\",\"neighbourhood\",\"condition\"]]");
    }

    private static void assertWeights(JsonNode weights, Double... expected) {
        assertThat(AhpRun.weights(weights))
                .usingComparatorForType((a, b) -> Math.abs(a - b) <= 6e-7 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(expected);
    }

    @Test
    void aRepairIsLookedForWhenAsked() {
        JsonNode repair = solve(HOUSE, "--repair").answer().get("repair");

        assertThat(repair.propertyNames()).containsExactly("outcome", "changes", "cr", "solves");
        assertThat(repair.get("outcome").stringValue()).isEqualTo("found");
        assertThat(repair.get("changes").toString())
                .isEqualTo("[{\"first\":\"neighbourhood\",\"second\":\"condition\",\"from\":6.0,\"to\":1.0}]");
        assertThat(repair.get("cr").doubleValue()).isLessThan(0.1);
        assertThat(solve(HOUSE, "--repair", "--limit", "0.2").answer().get("repair"))
                .hasToString("{\"outcome\":\"not-needed\",\"changes\":[],\"cr\":0.16908686090357844,\"solves\":0}");
        assertThat(solve(HOUSE, "--repair", "--limit", "0.001")
                        .answer()
                        .get("repair")
                        .get("outcome")
                        .stringValue())
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "minimal-lambda, eigenvector, 0.373787, 0.391993, 0.098484, 0.135736",
        "log-least-squares, geometric-mean, 0.374183, 0.391633, 0.098841, 0.135343",
        "harker, eigenvector, 0.373579, 0.392123, 0.098177, 0.136122"
    })
    void missingJudgementsAreFilledInAsAsked(String completion, String method, double a, double b, double c, double d) {
        JsonNode answer = solve(INCOMPLETE, "--completion", completion).answer();

        assertWeights(answer.get("weights"), a, b, c, d);
        assertThat(answer.get("completion").stringValue()).isEqualTo(completion);
        assertThat(answer.get("method").stringValue()).isEqualTo(method);
        assertThat(answer.get("missing").intValue()).isEqualTo(1);
    }

    @Test
    void methodAndCompletionFollowEachOther() {
        JsonNode usual = solve(INCOMPLETE).answer();
        assertThat(usual.get("completion").stringValue()).isEqualTo("minimal-lambda");
        assertThat(usual.get("method").stringValue()).isEqualTo("eigenvector");

        JsonNode mean = solve(INCOMPLETE, "--method", "geometric-mean").answer();
        assertThat(mean.get("completion").stringValue()).isEqualTo("log-least-squares");
        assertWeights(mean.get("weights"), 0.374183, 0.391633, 0.098841, 0.135343);

        assertThat(solve(INCOMPLETE, "--method", "column-mean").error())
                .contains("judgements must be complete for the column mean", "1");
    }

    @Test
    void theMethodIsTheOneAskedFor() {
        String matrix = "{\"matrix\": [[1, 2, 8], [null, 1, 2], [null, null, 1]]}";
        JsonNode mean = solve(matrix, "--method", "geometric-mean").answer();
        double[] powers = {Math.cbrt(16), 1, Math.cbrt(1 / 16.0)};
        double sum = powers[0] + powers[1] + powers[2];
        assertWeights(mean.get("weights"), powers[0] / sum, powers[1] / sum, powers[2] / sum);
        assertThat(mean.get("method").stringValue()).isEqualTo("geometric-mean");

        JsonNode columns = solve(matrix, "--method", "column-mean").answer();
        double a = (8 / 13.0 + 4 / 7.0 + 8 / 11.0) / 3;
        double b = (4 / 13.0 + 2 / 7.0 + 2 / 11.0) / 3;
        assertWeights(columns.get("weights"), a, b, 1 - a - b);
        assertThat(columns.get("lambdaMax")).isEqualTo(mean.get("lambdaMax"));
    }

    @ParameterizedTest
    @CsvSource({"saaty-1980, 1.41", "saaty-2005, 1.40", "alonso-lamata, 1.40112857142857", "donegan-dodd, 1.3171"})
    void theConsistencyRatioIsTakenByTheTableAskedFor(String table, double randomIndex) {
        JsonNode house = solve(HOUSE, "--random-index", table).answer();

        assertThat(house.get("cr").doubleValue()).isCloseTo(house.get("ci").doubleValue() / randomIndex, within(1e-12));
        assertThat(house.get("randomIndex").stringValue()).isEqualTo(table);
    }

    @Test
    void theLimitIsTheOneAskedFor() {
        JsonNode house = solve(HOUSE, "--limit", "0.17").answer();

        assertThat(house.get("acceptable").booleanValue()).isTrue();
        assertThat(house.get("limit").doubleValue()).isEqualTo(0.17);
    }

    @ParameterizedTest
    @CsvSource({"linear, 0.75", "balanced, 0.6", "logarithmic, 0.6666666666666666", "power, 0.9"})
    void judgementsAreReadOnTheScaleAskedFor(String scale, double weight) {
        String json = "[{\"matrix\": [[1, 3], [null, 1]]}, {\"experts\": [[[1, 3], [null, 1]]]},"
                + "{\"name\": \"g\", \"matrix\": [[1, 3], [null, 1]], \"children\": [{\"name\": \"1\"}, {\"name\": \"2\"}]}]";

        JsonNode answers = solve(json, "--scale", scale).answers();

        assertThat(answers.get(0).get("weights").get(0).get("weight").doubleValue())
                .isCloseTo(weight, within(1e-12));
        assertThat(answers.get(1).get("aijWeights").get(0).get("weight").doubleValue())
                .isCloseTo(weight, within(1e-12));
        assertThat(answers.get(2).get("globalWeights").get("1").doubleValue()).isCloseTo(weight, within(1e-12));
        answers.forEach(answer -> assertThat(answer.get("scale").stringValue()).isEqualTo(scale));
        assertThat(solve("{\"matrix\": [[1, 12], [null, 1]]}", "--scale", "power")
                        .error())
                .contains("/matrix", "power scale must be in [1/9, 9], but was 12.0");
    }

    @Test
    void numbersAndRatiosAndHalvesAreTheSame() {
        JsonNode answers = solve("[{\"matrix\": [[1, \"3\", \"5/2\"], [\"1/3\", 1, 1], [0.4, 1, 1]]},"
                        + "{\"matrix\": [[1, 3, 2.5], [null, \"1\", 1.0], [null, null, \"1/1\"]]},"
                        + "{\"matrix\": [[1, 3e0, 250e-2], [0.3333333, 1, 1], [null, null, 1]]}]")
                .answers();

        assertThat(answers.get(1).get("weights")).isEqualTo(answers.get(0).get("weights"));
        assertThat(answers.get(2).get("weights").get(0).get("weight").doubleValue())
                .isCloseTo(answers.get(0).get("weights").get(0).get("weight").doubleValue(), within(1e-6));
        assertThat(AhpRun.names(answers.get(0).get("weights"))).containsExactly("1", "2", "3");
    }

    @Test
    void aNumberLosesNothing() {
        JsonNode answer = solve("{\"matrix\": [[1, 1.2345678901234567e-30], [null, 1]]}", "--method", "geometric-mean")
                .answer();

        assertThat(answer.get("weights").get(0).get("weight").doubleValue())
                .isCloseTo(1.2345678901234567e-30, within(1e-44));
    }

    @Test
    void aNumberThatDoesNotExistIsNull() {
        String ones =
                String.join(",", Collections.nCopies(16, "[" + String.join(",", Collections.nCopies(16, "1")) + "]"));
        JsonNode large = solve("{\"matrix\": [" + ones + "]}", "--repair").answer();

        assertThat(large.get("cr").isNull()).isTrue();
        assertThat(large.get("acceptable").isNull()).isTrue();
        assertThat(large.get("worstJudgement").isNull()).isTrue();
        assertThat(large.get("note").stringValue()).contains("no consistency ratio", "order 16");
        assertThat(large.get("repair").get("outcome").stringValue()).isEqualTo("no-ratio");
        assertThat(large.get("repair").get("cr").isNull()).isTrue();
        JsonNode regression = solve("{\"matrix\": [" + ones + "]}", "--random-index", "alonso-lamata")
                .answer();
        assertThat(regression.get("cr").doubleValue()).isZero();
        assertThat(regression.get("acceptable").booleanValue()).isTrue();
        assertThat(solve("{\"experts\": [[[1, 2], [null, 1]]]}")
                        .answer()
                        .get("consensus")
                        .isNull())
                .isTrue();
    }

    @Test
    void aGroupIsSolvedByItsJudgementsAndByItsWeights() {
        JsonNode group = solve(GROUP, "--method", "geometric-mean").answer();

        assertThat(group.propertyNames())
                .startsWith("id", "aijWeights", "aipGeometricWeights", "aipArithmeticWeights", "consensus")
                .contains("lambdaMax", "ci", "cr", "acceptable", "method", "randomIndex", "completion");
        double share = 3 / 3.5;
        double ab = Math.pow(2, share) * Math.pow(1 / 3.0, 1 - share);
        double ac = Math.pow(4, share) * Math.pow(3, 1 - share);
        double bc = Math.pow(2, share) * Math.pow(5, 1 - share);
        double[] powers = {Math.cbrt(ab * ac), Math.cbrt(bc / ab), Math.cbrt(1 / ac / bc)};
        double sum = powers[0] + powers[1] + powers[2];
        Double[] expected = {powers[0] / sum, powers[1] / sum, powers[2] / sum};
        assertWeights(group.get("aijWeights"), expected);
        assertWeights(group.get("aipGeometricWeights"), expected);
        double[] second = {1, Math.cbrt(15), Math.cbrt(1 / 15.0)};
        double secondSum = second[0] + second[1] + second[2];
        assertWeights(
                group.get("aipArithmeticWeights"),
                share * 4 / 7 + (1 - share) * second[0] / secondSum,
                share * 2 / 7 + (1 - share) * second[1] / secondSum,
                share * 1 / 7 + (1 - share) * second[2] / secondSum);
        assertThat(AhpRun.names(group.get("aipArithmeticWeights"))).containsExactly("a", "b", "c");
        assertThat(group.get("consensus").doubleValue()).isBetween(0.0, 1.0);
        assertThat(group.get("expertWeights").get(0).doubleValue()).isCloseTo(share, within(1e-15));
        assertThat(group.get("experts")).hasSize(2);
        JsonNode expert = group.get("experts").get(0);
        assertThat(expert.get("cr").doubleValue()).isCloseTo(0, within(1e-12));
        assertThat(expert.get("acceptable").booleanValue()).isTrue();
        assertThat(expert.get("worstJudgement").isNull()).isTrue();
        assertWeights(expert.get("weights"), 4 / 7.0, 2 / 7.0, 1 / 7.0);
    }

    @Test
    void eachExpertSaysHowTheirWeightsWereComeBy() {
        String json = "{\"experts\": [[[1, 2, 4], [null, 1, null], [null, null, 1]],"
                + "[[1, 2, 4], [null, 1, 2], [null, null, 1]]]}";

        JsonNode group = solve(json, "--completion", "log-least-squares").answer();

        assertThat(group.get("completion").isNull()).isTrue();
        assertThat(group.get("experts").get(0).get("completion").stringValue()).isEqualTo("log-least-squares");
        assertThat(group.get("experts").get(0).get("method").stringValue()).isEqualTo("geometric-mean");
        assertThat(group.get("experts").get(0).get("note").stringValue()).contains("no judgement is checked");
        assertThat(group.get("experts").get(1).get("completion").isNull()).isTrue();
        assertThat(group.get("experts").get(1).get("method").stringValue()).isEqualTo("geometric-mean");
    }

    @Test
    void aHierarchyIsSolvedDownToItsLeaves() {
        JsonNode hierarchy = solve(HIERARCHY, "--repair").answer();

        JsonNode global = hierarchy.get("globalWeights");
        assertThat(global.propertyNames()).containsExactly("p", "q", "r", "s");
        assertThat(global.get("p").doubleValue()).isCloseTo(0.3, SIX_DIGITS);
        assertThat(global.get("q").doubleValue()).isCloseTo(0.3, SIX_DIGITS);
        assertThat(global.get("r").doubleValue()).isCloseTo(0.15, SIX_DIGITS);
        assertThat(global.get("s").doubleValue()).isCloseTo(0.25, SIX_DIGITS);
        assertThat(hierarchy.get("cr").doubleValue()).isCloseTo(0, within(1e-12));
        assertThat(hierarchy.get("acceptable").booleanValue()).isTrue();
        assertThat(hierarchy.get("method").stringValue()).isEqualTo("eigenvector");
        assertThat(hierarchy.get("nodes")).hasSize(3);
        JsonNode node = hierarchy.get("nodes").get(1);
        assertThat(node.get("path").toString()).isEqualTo("[\"goal\",\"x\"]");
        assertWeights(node.get("weights"), 0.4, 0.4, 0.2);
        assertThat(node.get("lambdaMax").doubleValue()).isCloseTo(3, within(1e-12));
        assertThat(node.get("repair").get("outcome").stringValue()).isEqualTo("not-needed");
        assertWeights(hierarchy.get("nodes").get(2).get("weights"), 1.0);
    }

    @Test
    void allNodesHaveTheMethodThatSuitsTheCompletionOfOne() {
        String json = HIERARCHY.replace("[0.5, 0.5, 1]", "[0.5, null, 1]").replace("[1, 1, 2], [0", "[1, 1, null], [0");

        JsonNode hierarchy = solve(json, "--completion", "log-least-squares").answer();

        assertThat(hierarchy.get("method").stringValue()).isEqualTo("geometric-mean");
        assertThat(hierarchy.get("nodes").get(0).get("method").stringValue()).isEqualTo("geometric-mean");
        assertThat(hierarchy.get("nodes").get(1).get("method").stringValue()).isEqualTo("geometric-mean");
    }

    @Test
    void aSensitivityIsComputedWhenAsked() {
        JsonNode matrix = solve("{\"names\": [\"a\", \"b\"], \"matrix\": [[1, 2], [null, 1]]}", "--sensitivity")
                .answer();

        JsonNode judgement = matrix.get("judgementStability").get(0);
        assertThat(judgement.propertyNames())
                .containsExactly("first", "second", "judged", "lowest", "highest", "below", "above");
        assertThat(judgement.get("judged").doubleValue()).isEqualTo(2);
        assertThat(judgement.get("lowest").doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(judgement.get("below").toString()).isEqualTo("{\"overtaken\":\"a\",\"overtaking\":\"b\"}");
        assertThat(judgement.get("above").isNull()).isTrue();
        JsonNode weight = matrix.get("weightStability").get(1);
        assertThat(weight.get("name").stringValue()).isEqualTo("b");
        assertThat(weight.get("highest").doubleValue()).isCloseTo(0.5, within(1e-9));

        JsonNode hierarchy = solve(HIERARCHY, "--sensitivity").answer();
        assertThat(hierarchy.get("judgementStability").get(0).get("path").toString())
                .isEqualTo("[\"goal\"]");
        assertThat(hierarchy.get("judgementStability")).hasSize(4);
        assertThat(hierarchy.get("weightStability")).hasSize(6);
    }

    @Test
    void problemsAreAnsweredInTheirOrder() {
        String json = "[" + HOUSE + ",{\"id\": 7, \"matrix\": []}," + GROUP + ",{\"matrix\": [[1]]}," + HIERARCHY
                + ",{\"id\": \"house\", \"matrix\": [[1]]},{\"id\": null, \"matrix\": [[1]]}"
                + ",{\"id\": 12345678901234567890123, \"matrix\": [[1]]},{\"id\": 1.5, \"matrix\": [[1]]}]";

        AhpRun run = solve(json);

        assertThat(run.run().exitCode()).isEqualTo(1);
        assertThat(run.run().err()).isEmpty();
        assertThat(AhpRun.ids(run.answers()))
                .containsExactly(
                        "\"house\"",
                        "7",
                        "\"g1\"",
                        "null",
                        "\"h1\"",
                        "\"house\"",
                        "null",
                        "12345678901234567890123",
                        "1.5");
        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(run.answers().size())
                        .filter(i -> run.answers().get(i).has("error")))
                .containsExactly(1);
    }

    @Test
    void anEmptyListHasNoAnswers() {
        AhpRun none = solve("[]");

        assertThat(none.answers()).isEmpty();
        assertThat(none.run().exitCode()).isZero();
        assertThat(print("[]")).isEqualTo(new CommandLine(0, "", ""));
    }

    @Test
    void oneThingAloneHasAllTheWeight() {
        JsonNode one = solve("{\"id\": \"one\", \"names\": [\"only\"], \"matrix\": [[1]]}", "--sensitivity", "--repair")
                .answer();

        assertThat(one.get("weights").toString()).isEqualTo("[{\"name\":\"only\",\"weight\":1.0}]");
        assertThat(one.get("cr").doubleValue()).isZero();
        assertThat(one.get("acceptable").booleanValue()).isTrue();
        assertThat(one.get("worstJudgement").isNull()).isTrue();
    }

    @Test
    void aMatrixIsPrintedForPeople() {
        CommandLine run = print(HOUSE, "--repair", "--sensitivity");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                house: eigenvector, Saaty 1980
                  size           0.1730  ████████████████
                  transport      0.0540  █████
                  neighbourhood  0.1881  █████████████████
                  age            0.0175  ██
                  yard           0.0310  ███
                  facilities     0.0363  ███
                  condition      0.1668  ███████████████
                  financing      0.3332  ██████████████████████████████
                  lambda_max 9.6689, CI 0.2384, GCI 0.5292, CR 0.1691: not acceptable (limit 0.1)
                  to judge again first:
                    neighbourhood against condition: judged 6, the weights imply 1.13
                    size against neighbourhood: judged 3, the weights imply 1/1.09
                    size against condition: judged 1/3, the weights imply 1.04
                  intransitive triads: 1, the first: size > neighbourhood > condition > size
                  repair: found: neighbourhood against condition from 6 to 1, which gives CR 0.0880
                  nearest to swapping two ranks: size against condition, judged 1/3; below 1/3.34, condition overtakes size
                """);
    }

    @Test
    void aGroupIsPrintedForPeople() {
        assertThat(print(GROUP).out()).isEqualTo("""
                g1: 2 experts, eigenvector, Saaty 1980
                     judgements together  geometric mean of weights  arithmetic mean of weights
                  a  0.5275               0.5275                     0.5267                      ██████████████████████████████
                  b  0.3313               0.3313                     0.3359                      ███████████████████
                  c  0.1413               0.1413                     0.1374                      ████████
                  lambda_max 3.0008, CI 0.0004, GCI 0.0024, CR 0.0007: acceptable (below 0.1)
                  consensus of the experts: 0.8372, high
                  expert 1, counting 0.8571: eigenvector, Saaty 1980
                    lambda_max 3.0000, CI 0.0000, GCI 0.0000, CR 0.0000: acceptable (below 0.1)
                  expert 2, counting 0.1429: eigenvector, Saaty 1980
                    lambda_max 3.0385, CI 0.0193, GCI 0.1152, CR 0.0332: acceptable (below 0.1)
                    farthest from the weights:
                      a against c: judged 3, the weights imply 2.47
                      b against c: judged 5, the weights imply 6.08
                      a against b: judged 1/3, the weights imply 1/2.47
                """);
    }

    @Test
    void aHierarchyIsPrintedForPeople() {
        assertThat(print(HIERARCHY, "--sensitivity").out()).isEqualTo("""
                h1: weights of the leaves in the whole
                  p  0.3000  ██████████████████████████████
                  q  0.3000  ██████████████████████████████
                  r  0.1500  ███████████████
                  s  0.2500  █████████████████████████
                  CR 0.0000: acceptable (below 0.1)
                  nearest to swapping two ranks: x against y, judged 3; below 2.5, s overtakes p
                  goal: eigenvector, Saaty 1980
                    x  0.7500  ██████████████████████████████
                    y  0.2500  ██████████
                    lambda_max 2.0000, CI 0.0000, GCI 0.0000, CR 0.0000: acceptable (below 0.1)
                  goal / x: eigenvector, Saaty 1980
                    p  0.4000  ██████████████████████████████
                    q  0.4000  ██████████████████████████████
                    r  0.2000  ███████████████
                    lambda_max 3.0000, CI 0.0000, GCI 0.0000, CR 0.0000: acceptable (below 0.1)
                  goal / y: eigenvector, Saaty 1980
                    s  1.0000  ██████████████████████████████
                    lambda_max 1.0000, CI 0.0000, GCI 0.0000, CR 0.0000: acceptable (below 0.1)
                """);
    }

    @Test
    void aFailureIsPrintedInItsPlace() {
        CommandLine run = print("[{\"matrix\": [[2]]}, {\"id\": \"ok\", \"matrix\": [[1]]}]");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .startsWith(
                        "problem 1: error: /matrix/0/0 is refused: entry (1, 1) on the diagonal must be 1, but was 2.0",
                        "",
                        "ok: eigenvector, Saaty 1980");
    }

    @Test
    void theTextTellsWhatIsMissingAndWhatIsUnknown() {
        assertThat(print(INCOMPLETE, "--scale", "balanced").out())
                .startsWith("i: eigenvector, balanced scale, missing: 1, filled in by minimal lambda\n")
                .contains("the random index is 0.5783: order 4, judgements missing: 1");
        String large = "{\"matrix\": ["
                + String.join(",", Collections.nCopies(16, "[" + String.join(",", Collections.nCopies(16, "1")) + "]"))
                + "]}";
        assertThat(print(large, "--repair", "--sensitivity").out())
                .contains("CR unknown\n  no consistency ratio: Saaty 1980 has no random index for order 16")
                .contains("repair: none: there is no consistency ratio")
                .contains("no judgement on the scale alone swaps two ranks");
        assertThat(print("{\"experts\": [[[1, 2], [null, 1]]]}").out())
                .contains("consensus of the experts: there is none");
    }

    @Test
    void theTextSpeaksChinese() {
        String json = "[" + HOUSE.replace("size", "面积") + "," + GROUP + "," + HIERARCHY + "," + INCOMPLETE + "]";

        CommandLine run = print(json, "--lang", "zh", "--repair", "--sensitivity");

        assertThat(run.out())
                .contains("house: 特征向量法,Saaty 1980 表")
                .contains("\n  面积           0.1730  █")
                .contains("优先复核:", "判断为 6,权重隐含 1.13")
                .contains("不传递的三元组:1,第一个:面积 > neighbourhood > condition > 面积")
                .contains("修正:已找到:neighbourhood 对 condition 由 6 改为 1,CR 变为 0.0880")
                .contains("最接近名次互换的判断:", "CR 0.1691:不可接受(界限 0.1)")
                .contains("g1: 2 位专家,", "专家共识:0.8372,高", "专家 1,权重 0.8571:")
                .contains("h1: 各叶节点的总权重")
                .contains("缺失 1 个判断,由最小 λmax 法补全");
        assertThat(print("{\"matrix\": 1}", "--lang", "zh").out()).startsWith("问题 1: error: /matrix must be a list");
    }

    @Test
    void whatAStrangerWroteDoesNotMoveTheCursor() {
        String json = "[{\"id\": \"\\u001b[2J\", \"names\": [\"\\u202ea\", \"b\\nc\", \"d\"],"
                + "\"matrix\": [[1, 2, 3], [null, 1, 4], [null, null, 1]]},"
                + "{\"id\": \"x\\ny\", \"matrix\": [[1, \"\\u001b[2J\"], [null, 1]]},"
                + "{\"name\": \"\\u001b\", \"children\": [{\"name\": \"\\u0007\"}]}]";

        CommandLine run = print(json, "--sensitivity", "--repair");

        assertThat(run.out())
                .contains("\\u001b[2J: eigenvector", "\\u202ea ", "b\\u000ac", "x\\u000ay: error: ", "\\u0007 ")
                .doesNotContain("\u001b", "\u202e", "\u0007", "b\nc");
    }

    @Test
    void anUnknownNameOrNonsenseIsAUsageErrorThatListsWhatThereIs() {
        assertMisused("[eigenvector, geometric-mean, column-mean], but was magic", "--method", "magic");
        assertMisused("[eigenvector, geometric-mean, column-mean], but was EIGENVECTOR", "--method", "EIGENVECTOR");
        assertMisused("[saaty-1980, saaty-2005, alonso-lamata, donegan-dodd]", "--random-index", "saaty");
        assertMisused("[log-least-squares, minimal-lambda, harker]", "--completion", "none");
        assertMisused("[linear, balanced, logarithmic, power]", "--scale", "exponential");
        assertMisused("[text, json]", "--format", "xml");
        for (String limit : List.of("0", "-1", "NaN", "Infinity")) {
            assertMisused("must be in (0, Inf), but was ", "--limit", limit);
        }
        assertMisused("--limit", "--limit", "much");
        assertMisused("Unknown option: '--unknown'", "--unknown");
        assertThat(CommandLine.run("ahp").exitCode()).isEqualTo(2);
    }

    private void assertMisused(String message, Object... options) {
        CommandLine run = print(HOUSE, options);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("clv4j: ")
                .containsIgnoringCase(message)
                .contains("see clv4j ahp --help");
    }

    @Test
    void theHelpNamesEveryOption() {
        assertThat(CommandLine.run("ahp", "--help").out())
                .contains("--method", "--random-index", "--completion", "--scale", "--limit", "--repair")
                .contains("--sensitivity", "--format", "FILE.json", "eigenvector", "saaty-1980", "minimal-lambda");
        assertThat(CommandLine.run().err())
                .contains("Missing command: demo, score, explain, verify, playbook, migrate, budget, compare, churn,"
                        + " survival, tenure or ahp");
    }

    @Test
    void theExampleOfTheDocumentationIsSolved() throws Exception {
        Path example = Path.of("docs", "examples", "ahp", "trip.json");

        CommandLine run = CommandLine.run("ahp", example, "--repair", "--sensitivity");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("beach: ", "hotel: ", "family: ", "trip: ");
        assertThat(solve(Files.readString(example)).answers()).hasSize(4);
    }
}
