package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the page on the tenure regression prints and writes what the page says. */
class TenurePageTest {

    private static final Path PAGE = Path.of("docs", "models", "tenure-regression.md");

    @Test
    void theCommandPrintsAndWritesWhatThePageSays(@TempDir Path folder) throws IOException {
        Path customers = folder.resolve("customers.csv");
        Path gains = folder.resolve("gains.csv");
        Files.writeString(customers, block("csv", 0));
        List<String> words = List.of(block("sh", 0).strip().split(" "));
        assertThat(words).startsWith("clv4j", "tenure", "customers.csv").endsWith("--output", "gains.csv");

        CommandLine run = CommandLine.run(words.stream()
                .skip(1)
                .map(word -> word.endsWith(".csv") ? folder.resolve(word) : word)
                .toArray());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(block("console", 0));
        assertThat(run.err()).isEqualTo(block("console", 1));
        assertThat(Files.readString(gains)).startsWith(block("csv", 1));
    }

    /** The content of a block of the page, by its kind and its place among those. */
    private static String block(String kind, int place) throws IOException {
        String rest = Files.readString(PAGE);
        for (int i = 0; i <= place; i++) {
            rest = rest.substring(rest.indexOf("```" + kind + "\n") + kind.length() + 4);
        }
        return rest.substring(0, rest.indexOf("```"));
    }
}
