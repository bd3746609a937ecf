package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A judgement file solved by the command line, with the answers read back from JSON. */
record AhpRun(CommandLine run, JsonNode answers) {

    private static final JsonMapper JSON = new JsonMapper();

    static AhpRun of(Path folder, String json, Object... options) {
        CommandLine run = text(
                folder,
                json,
                Stream.concat(Stream.of(options), Stream.of("--format", "json")).toArray());
        JsonNode answers = JSON.readTree(run.out());
        assertThat(answers.isArray()).isTrue();
        return new AhpRun(run, answers);
    }

    static CommandLine text(Path folder, String json, Object... options) {
        try {
            Path file = Files.writeString(folder.resolve("judgements.json"), json);
            return CommandLine.run(
                    Stream.concat(Stream.of("ahp", file), Stream.of(options)).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to the only problem, which went well. */
    JsonNode answer() {
        assertThat(run.err()).isEmpty();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).path("error").asString("")).isEmpty();
        assertThat(run.exitCode()).isZero();
        return answers.get(0);
    }

    /** Why the only problem went wrong. */
    String error() {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).propertyNames()).containsExactly("id", "error");
        String error = answers.get(0).get("error").stringValue();
        assertThat(error).matches(VisibleText::isLine, "is one line of what can be seen");
        return error;
    }

    static List<Double> weights(JsonNode weights) {
        List<Double> values = new ArrayList<>();
        weights.forEach(weight -> values.add(weight.get("weight").doubleValue()));
        return values;
    }

    static List<String> names(JsonNode weights) {
        List<String> names = new ArrayList<>();
        weights.forEach(weight -> names.add(weight.get("name").stringValue()));
        return names;
    }

    static List<String> ids(JsonNode answers) {
        List<String> ids = new ArrayList<>();
        answers.forEach(answer -> ids.add(answer.get("id").toString()));
        return ids;
    }
}
