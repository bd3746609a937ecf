package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code clv4j ahp} refuses: a problem, with the place in it, or the whole file. */
class AhpBadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource({"matrices", "groups", "hierarchies", "problems"})
    void oneProblemIsRefusedAndTheOthersAreSolved(String problem, String message) {
        assertThat(AhpRun.of(folder, problem).error()).isEqualTo(message);

        AhpRun among = AhpRun.of(folder, "[{\"matrix\": [[1]]}," + problem + ",{\"matrix\": [[1]]}]");
        assertThat(among.run().exitCode()).isEqualTo(1);
        assertThat(among.answers()).hasSize(3);
        assertThat(among.answers().get(0).has("weights")).isTrue();
        assertThat(among.answers().get(1).get("error").stringValue()).isEqualTo(message);
        assertThat(among.answers().get(2).has("weights")).isTrue();
    }

    private static Stream<Arguments> matrices() {
        return Stream.of(
                ab("[[1, 2], [0.5, 1, 3]]", "/matrix/1 must have as many entries as the matrix has rows, 2, but has 3"),
                ab("[[1, 2], [0.5]]", "/matrix/1 must have as many entries as the matrix has rows, 2, but has 1"),
                ab("[[1, 2]]", "/matrix must have a row for each of [a, b], but has 1 rows"),
                ab("[]", "/matrix must have a row for each of [a, b], but has 0 rows"),
                ab("null", "/matrix must be a list, but was null"),
                ab("[null, [0.5, 1]]", "/matrix/0 must be a list, but was null"),
                ab("[[1, 2], null]", "/matrix/1 must be a list, but was null"),
                ab("[[1, 2], {}]", "/matrix/1 must be a list, but was an object"),
                entry("0", "entry (a, b) must be in [1e-100, 1e100], but was 0.0"),
                entry("-3", "entry (a, b) must be in [1e-100, 1e100], but was -3.0"),
                entry("1e400", "entry (a, b) must be in [1e-100, 1e100], but was Infinity"),
                entry("1" + "0".repeat(400), "entry (a, b) must be in [1e-100, 1e100], but was Infinity"),
                entry("1e101", "entry (a, b) must be in [1e-100, 1e100], but was 1.0E101"),
                entry("1e-400", "entry (a, b) must be in [1e-100, 1e100], but was 0.0"),
                entry("\"0\"", "entry (a, b) must be in [1e-100, 1e100], but was 0.0"),
                entry("\"1/0\"", "entry (a, b) must be in [1e-100, 1e100], but was Infinity"),
                entry("\"0/0\"", "entry (a, b) must be in [1e-100, 1e100], but was NaN"),
                entry("\"NaN\"", "entry (a, b) must be a number or a ratio such as 1/3, but was \"NaN\""),
                entry("\"Infinity\"", "entry (a, b) must be a number or a ratio such as 1/3, but was \"Infinity\""),
                entry("\"-3\"", "entry (a, b) must be a number or a ratio such as 1/3, but was \"-3\""),
                entry("\"\"", "entry (a, b) must be a number or a ratio such as 1/3, but was \"\""),
                entry("\"1/2/3\"", "entry (a, b) must be a number or a ratio such as 1/3, but was \"1/2/3\""),
                ab(
                        "[[1, true], [null, 1]]",
                        "/matrix/0/1 must be a number, a ratio such as \"1/3\" or null, but was true"),
                ab(
                        "[[1, [2]], [null, 1]]",
                        "/matrix/0/1 must be a number, a ratio such as \"1/3\" or null, but was a list"),
                ab("[[2, 2], [0.5, 1]]", "/matrix/0/0 is refused: entry (a, a) on the diagonal must be 1, but was 2.0"),
                ab(
                        "[[1, 2], [0.5, \"1/2\"]]",
                        "/matrix/1/1 is refused: entry (b, b) on the diagonal must be 1, but was 0.5"),
                ab("[[1, 2], [0.5, null]]", "/matrix/1/1 must be 1, as on all of the diagonal, but was null"),
                ab(
                        "[[1, 3], [3, 1]]",
                        "/matrix/1/0 is refused: entry (b, a) is 3 and entry (a, b) is 3: each must be 1 divided by the"
                                + " other, to 1.0E-5; give one of the two, or a ratio such as 1/3"),
                ab(
                        "[[1, 3], [0.33, 1]]",
                        "/matrix/1/0 is refused: entry (b, a) is 0.33 and entry (a, b) is 3: each must be 1 divided by"
                                + " the other, to 1.0E-5; give one of the two, or a ratio such as 1/3"),
                ab(
                        "[[1, null], [null, 1]]",
                        "judgements must connect all names, but nothing connects these groups: {a} and {b}; compare at"
                                + " least one of each with one of another"),
                arguments("{\"matrix\": []}", "/matrix is refused: matrix must not be empty"),
                arguments(
                        "{\"names\": [\"a\", \"a\"], \"matrix\": [[1, 2], [0.5, 1]]}",
                        "/matrix is refused: names in the matrix must be distinct, but \"a\" stands twice"),
                arguments(
                        "{\"names\": [\"a\", \" \"], \"matrix\": [[1, 2], [0.5, 1]]}",
                        "/matrix is refused: name in the matrix must not be blank, but was \" \""),
                arguments(
                        "{\"names\": [\"a\", 2], \"matrix\": [[1, 2], [0.5, 1]]}",
                        "/names/1 must be a text, but was 2"),
                arguments("{\"names\": 1, \"matrix\": [[1]]}", "/names must be a list, but was 1"),
                arguments(
                        "{\"names\": [\"\\ud83d\"], \"matrix\": [[1]]}",
                        "/names/0 must not hold half a surrogate pair"));
    }

    private static Arguments ab(String matrix, String message) {
        return arguments("{\"names\": [\"a\", \"b\"], \"matrix\": " + matrix + "}", message);
    }

    private static Arguments entry(String entry, String message) {
        return ab("[[1, " + entry + "], [null, 1]]", "/matrix/0/1 is refused: " + message);
    }

    private static Stream<Arguments> groups() {
        String two = "[[1, 2], [null, 1]]";
        String three = "[[1, 2, 3], [null, 1, 4], [null, null, 1]]";
        return Stream.of(
                group("[]", "/experts is refused: group must have an expert, but is empty"),
                group("null", "/experts must be a list, but was null"),
                group("[null]", "/experts/0 must be a list, but was null"),
                group(
                        "[[[1, 0], [null, 1]]]",
                        "/experts/0/0/1 is refused: entry (1, 2) must be in [1e-100, 1e100], but was 0.0"),
                group(
                        "[" + two + "," + three + "]",
                        "/experts is refused: experts must compare the same things in the same order, but expert 2"
                                + " compares 3, [1, 2, 3], and expert 1 2, [1, 2]"),
                group(
                        "[" + two + ", [[1, null], [null, 1]]]",
                        "expert 2: judgements must connect all names, but nothing connects these groups: {1} and {2};"
                                + " compare at least one of each with one of another"),
                weights("[1, -1]", "weight of expert 2 must be in [0, Inf), but was -1.0"),
                weights("[0, 0]", "sum of the weights of the experts must be above 0, but was 0.0"),
                weights("[0, \"0/1\"]", "sum of the weights of the experts must be above 0, but was 0.0"),
                weights("[1, \"0/0\"]", "weight of expert 2 must be in [0, Inf), but was NaN"),
                weights("[1, \"1/0\"]", "weight of expert 2 must be in [0, Inf), but was Infinity"),
                weights("[1]", "weights of the experts must have length 2, but had 1"),
                weights("[1, 1, 1]", "weights of the experts must have length 2, but had 3"),
                weight("\"NaN\"", "is refused: weight must be a number or a ratio such as 1/3, but was \"NaN\""),
                weight("\"-1\"", "is refused: weight must be a number or a ratio such as 1/3, but was \"-1\""),
                weight("null", "must be a number, but was null"),
                weight("1e400", "must be a finite number, but was Infinity"),
                weight("1e-400", "must be a number that a double can hold, but was too small for one"),
                arguments(
                        "{\"experts\": [" + two + "], \"expertWeights\": 1}",
                        "/expertWeights must be a list, but was 1"),
                arguments(
                        "{\"names\": [\"a\"], \"experts\": [" + two + "]}",
                        "/experts/0 must have a row for each of [a], but has 2 rows"));
    }

    private static Arguments group(String experts, String message) {
        return arguments("{\"experts\": " + experts + "}", message);
    }

    private static Arguments weights(String weights, String message) {
        return arguments(
                "{\"experts\": [[[1]], [[1]]], \"expertWeights\": " + weights + "}",
                "/expertWeights is refused: " + message);
    }

    private static Arguments weight(String weight, String message) {
        return arguments(
                "{\"experts\": [[[1]], [[1]]], \"expertWeights\": [1, " + weight + "]}", "/expertWeights/1 " + message);
    }

    private static Stream<Arguments> hierarchies() {
        String two = "[[1, 2], [null, 1]]";
        return Stream.of(
                goal(
                        "\"matrix\": " + two + ", \"children\": [{\"name\": \"a\"}, {\"name\": \"a\"}]",
                        "/children is refused: names of children must be distinct, but \"a\" stands twice"),
                goal(
                        "\"children\": [{\"name\": \"a\"}, {\"name\": \"b\"}]",
                        "the problem must have a \"matrix\" that compares its children [a, b]"),
                goal(
                        "\"matrix\": " + two + ", \"children\": [{\"name\": \"a\"}]",
                        "/matrix must have a row for each of [a], but has 2 rows"),
                goal(
                        "\"matrix\": " + two
                                + ", \"children\": [{\"name\": \"a\"}, {\"name\": \"b\"}, {\"name\": \"c\"}]",
                        "/matrix must have a row for each of [a, b, c], but has 2 rows"),
                goal("\"children\": []", "/children must have at least one child, but is empty"),
                goal("\"children\": null", "/children must be a list, but was null"),
                goal("\"children\": [null]", "/children/0 must be an object, but was null"),
                goal("\"children\": [{}]", "/children/0 lacks the field \"name\""),
                goal("\"children\": [{\"name\": 1}]", "/children/0/name must be a text, but was 1"),
                goal(
                        "\"children\": [{\"name\": \" \"}]",
                        "/children/0/name is refused: name of a node must not be blank, but was \" \""),
                goal(
                        "\"children\": [{\"name\": \"a\", \"matrix\": [[1]]}]",
                        "/children/0 must have \"children\" for its \"matrix\" to compare, but has none"),
                goal(
                        "\"children\": [{\"name\": \"a\", \"id\": 1}]",
                        "/children/0 has the unknown field \"id\"; known are [name, matrix, children]"),
                goal(
                        "\"children\": [{\"name\": \"a\", \"matrix\": [[1, 0], [null, 1]],"
                                + "\"children\": [{\"name\": \"b\"}, {\"name\": \"c\"}]}]",
                        "/children/0/matrix/0/1 is refused: entry (b, c) must be in [1e-100, 1e100], but was 0.0"),
                goal(
                        "\"children\": [{\"name\": \"a\", \"matrix\": [[1, null], [null, 1]],"
                                + "\"children\": [{\"name\": \"b\"}, {\"name\": \"c\"}]}]",
                        "node goal / a: judgements must connect all names, but nothing connects these groups: {b} and"
                                + " {c}; compare at least one of each with one of another"),
                goal(
                        "\"matrix\": " + two + ", \"children\": [{\"name\": \"a\", \"children\": [{\"name\": \"x\"}]},"
                                + "{\"name\": \"b\", \"children\": [{\"name\": \"x\"}]}]",
                        "the problem is refused: leaves below \"goal\" must have distinct names, but \"x\" stands twice;"
                                + " alternatives that are weighed under each leaf are not leaves"),
                arguments("{\"children\": [{\"name\": \"a\"}]}", "the problem lacks the field \"name\""));
    }

    private static Arguments goal(String fields, String message) {
        return arguments("{\"name\": \"goal\", " + fields + "}", message);
    }

    private static Stream<Arguments> problems() {
        return Stream.of(
                arguments("{}", "the problem must have a \"matrix\", \"experts\" or \"children\", but has none"),
                arguments(
                        "{\"matrix\": [[1]], \"experts\": [[[1]]]}",
                        "the problem has the unknown field \"matrix\"; known are [id, names, experts, expertWeights]"),
                arguments(
                        "{\"name\": \"goal\", \"children\": [{\"name\": \"a\"}], \"names\": [\"a\"]}",
                        "the problem has the unknown field \"names\"; known are [id, name, matrix, children]"),
                arguments(
                        "{\"name\": \"goal\", \"matrix\": [[1]]}",
                        "the problem has the unknown field \"name\"; known are [id, names, matrix]"),
                arguments(
                        "{\"matrix\": [[1]], \"\\u001bx\": 1}",
                        "the problem has the unknown field \"\\u001bx\"; known are [id, names, matrix]"),
                arguments("{\"id\": [], \"matrix\": [[1]]}", "/id must be a text or a number, but was a list"),
                arguments("{\"id\": {}, \"matrix\": [[1]]}", "/id must be a text or a number, but was an object"),
                arguments("{\"id\": true, \"matrix\": [[1]]}", "/id must be a text or a number, but was true"),
                arguments("{\"id\": 1e400, \"matrix\": [[1]]}", "/id must be a finite number, but was Infinity"),
                arguments("{\"id\": \"\\ud83d\", \"matrix\": [[1]]}", "/id must not hold half a surrogate pair"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"house\"", "true", "null"})
    void whatIsNoProblemIsOneThatFailed(String json) {
        assertThat(AhpRun.of(folder, json).error()).isEqualTo("the problem must be an object, but was " + json);
        AhpRun among = AhpRun.of(folder, "[" + json + ", [], {\"id\": \"x\", \"matrix\": [[1]]}]");
        assertThat(AhpRun.ids(among.answers())).containsExactly("null", "null", "\"x\"");
        assertThat(among.answers().get(1).get("error").stringValue())
                .isEqualTo("the problem must be an object, but was a list");
    }

    @Test
    void aRefusedProblemKeepsItsId() {
        assertThat(AhpRun.of(folder, "{\"id\": \"p\", \"what\": 1}")
                        .answers()
                        .get(0)
                        .get("id")
                        .stringValue())
                .isEqualTo("p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "[{\"matrix\": [[1]]}",
                "[{\"matrix\": [[1]]}] x",
                "{\"matrix\": [[1, NaN], [null, 1]]}",
                "{\"matrix\": [[1, Infinity], [null, 1]]}",
                "{\"matrix\": [[1]], \"matrix\": [[1]]}",
                "{\"matrix\": [[1, 1/3], [3, 1]]}",
                "{'matrix': [[1]]}",
                "[{\"matrix\": [[1]]},]"
            })
    void whatIsNotJsonRefusesTheFile(String text) {
        for (String format : new String[] {"json", "text"}) {
            assertFileRefused(AhpRun.text(folder, text, "--format", format));
        }
    }

    @Test
    void whatNestsTooDeepRefusesTheFile() {
        assertFileRefused(AhpRun.text(folder, "[".repeat(100_000)));
        assertFileRefused(AhpRun.text(folder, nested(100_000)));
        assertThat(AhpRun.of(folder, nested(199))
                        .answer()
                        .get("globalWeights")
                        .get("n")
                        .doubleValue())
                .isEqualTo(1);
    }

    private static String nested(int depth) {
        return "{\"name\": \"n\", \"children\": [".repeat(depth) + "{\"name\": \"n\"}" + "]}".repeat(depth);
    }

    @Test
    void aFileThatIsNotThereIsSaidToBe() {
        CommandLine run = CommandLine.run("ahp", folder.resolve("none.json"), "--format", "json");

        assertFileRefused(run);
        assertThat(run.err()).contains("none.json does not exist");
    }

    private static void assertFileRefused(CommandLine run) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("clv4j: ").contains(".json").doesNotContain("This should not have happened");
    }
}
