package io.github.clv4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a judgement file holds, each of its problems gets weights or an error, or the file is refused. */
class AhpCommandPropertyTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Path file = Path.of("");

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("judgements", ".json");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 100)
    void anyBytesAreAnsweredOrRefused(@ForAll byte[] bytes) throws IOException {
        requireAnswers(bytes);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyJsonIsAnswered(@ForAll("values") String json) throws IOException {
        assertThat(requireAnswers(json.getBytes(UTF_8)).err()).isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsNearlyAProblemIsAnswered(@ForAll("problems") String json) throws IOException {
        assertThat(requireAnswers(json.getBytes(UTF_8)).err()).isEmpty();
    }

    private static CommandLine requireAnswers(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        CommandLine run = CommandLine.run("ahp", file, "--format", "json", "--repair", "--sensitivity");
        assertThat(run.exitCode()).isIn(0, 1);
        if (!run.err().isEmpty()) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("clv4j: ").doesNotContain("This should not have happened");
            return run;
        }
        JsonNode answers = JSON.readTree(run.out());
        assertThat(answers.isArray()).isTrue();
        boolean failed = false;
        for (JsonNode answer : answers) {
            assertThat(answer.has("id")).isTrue();
            failed |= answer.has("error");
            assertThat(answer.path("error").asString("")).matches(VisibleText::isLine, "is one line");
        }
        assertThat(run.exitCode()).isEqualTo(failed ? 1 : 0);
        assertThat(CommandLine.run("ahp", file, "--lang", "zh").exitCode()).isEqualTo(run.exitCode());
        return run;
    }

    @Provide
    Arbitrary<String> values() {
        return value(3);
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                Arbitraries.of("null", "true", "0", "1", "-1", "1e400", "1e-400", "0.5", "\"\"", "\"1/3\"", "\"a\""),
                Arbitraries.doubles().map(String::valueOf));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<String>> items = value(depth - 1).list().ofMaxSize(3);
        Arbitrary<String> list = items.map(AhpCommandPropertyTest::list);
        Arbitrary<String> object = Combinators.combine(fields(), items).as(AhpCommandPropertyTest::object);
        return Arbitraries.oneOf(leaf, list, object);
    }

    private static Arbitrary<List<String>> fields() {
        return Arbitraries.of("id", "name", "names", "matrix", "experts", "expertWeights", "children", "x")
                .list()
                .uniqueElements()
                .ofMaxSize(4);
    }

    private static String list(List<String> items) {
        return "[" + String.join(",", items) + "]";
    }

    private static String object(List<String> fields, List<String> values) {
        StringBuilder json = new StringBuilder("{");
        for (int k = 0; k < Math.min(fields.size(), values.size()); k++) {
            json.append(k == 0 ? "" : ",")
                    .append('"')
                    .append(fields.get(k))
                    .append("\":")
                    .append(values.get(k));
        }
        return json.append('}').toString();
    }

    /** Problems of the three forms whose entries are mostly right, and whose orders mostly fit. */
    @Provide
    Arbitrary<String> problems() {
        Arbitrary<String> matrices = matrix().map(matrix -> "{\"matrix\":" + matrix + "}");
        Arbitrary<String> groups =
                matrix().list().ofMinSize(1).ofMaxSize(3).map(experts -> "{\"experts\":" + list(experts) + "}");
        Arbitrary<String> hierarchies = node(2).map(node -> "{\"id\":1," + node.substring(1));
        return Arbitraries.oneOf(matrices, groups, hierarchies)
                .list()
                .ofMaxSize(3)
                .map(AhpCommandPropertyTest::list);
    }

    private static Arbitrary<String> node(int depth) {
        Arbitrary<String> name = Arbitraries.of("a", "b", "c", "d", "e", "f").map(text -> "{\"name\":\"" + text + "\"");
        if (depth == 0) {
            return name.map(open -> open + "}");
        }
        return Combinators.combine(name, matrix(), node(depth - 1).list().ofMaxSize(4))
                .as((open, matrix, children) ->
                        open + ",\"matrix\":" + matrix + ",\"children\":" + list(children) + "}");
    }

    private static Arbitrary<String> matrix() {
        Arbitrary<String> right = Arbitraries.of("2", "\"1/3\"", "9", "0.2", "null");
        Arbitrary<String> entry = Arbitraries.frequencyOf(
                Tuple.of(20, right), Tuple.of(1, Arbitraries.of("1e100", "1e-100", "0", "\"x\"", "[]")));
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(n -> entry.list().ofSize(n * n).map(entries -> upper(n, entries)));
    }

    /** A square matrix with nothing below its diagonal. */
    private static String upper(int n, List<String> entries) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < n; i++) {
            json.append(i == 0 ? "[[" : ",[");
            for (int j = 0; j < n; j++) {
                json.append(j == 0 ? "" : ",").append(i == j ? "1" : j < i ? "null" : entries.get(i * n + j));
            }
            json.append(']');
        }
        return json.append(']').toString();
    }
}
