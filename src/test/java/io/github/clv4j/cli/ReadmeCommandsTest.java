package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README run one after the other, with what the repository has and the IBM file. */
class ReadmeCommandsTest {

    private static final Pattern COMMAND =
            Pattern.compile("^    java -jar target/clv4j-\\S+-cli\\.jar ((?:.*\\\\\n)*.*)$", Pattern.MULTILINE);
    private static final Set<String> OUTPUTS = Set.of("--output", "--summary", "--failures", "--model-out");

    @TempDir
    private Path folder;

    private static List<List<String>> commands() throws IOException {
        return COMMAND.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(ReadmeCommandsTest::words)
                .toList();
    }

    private static List<String> words(MatchResult command) {
        return List.of(command.group(1).replace("\\\n", " ").trim().split("\\s+"));
    }

    private CommandLine run(List<String> command) {
        Object[] args = command.stream()
                .map(word -> {
                    if (word.equals("Telco-Customer-Churn.csv")) {
                        return SharedData.file("data/ibm-telco-customer-churn.csv");
                    }
                    boolean here = word.matches("[\\w-]+\\.(csv|json|parquet)");
                    return here ? folder.resolve(word) : word;
                })
                .toArray();
        return CommandLine.run(args);
    }

    @Test
    void eachRunsAfterTheOnesBeforeAndWithoutANote() throws IOException {
        List<String> seen = new ArrayList<>();
        for (List<String> command : commands()) {
            CommandLine run = run(command);
            assertThat(run.exitCode()).as(command + ": " + run.err()).isZero();
            seen.add(command.get(0));
            if (command.get(0).equals("migrate")) {
                assertThat(run.err()).isEmpty();
                assertThat(run.out()).startsWith("7,043 customers in both scorings");
            }
            if (command.get(0).equals("budget")) {
                assertThat(run.out()).doesNotContain("the next unit of money would gain 0.00");
            }
        }
        assertThat(seen)
                .contains(
                        "score",
                        "explain",
                        "verify",
                        "budget",
                        "migrate",
                        "compare",
                        "churn",
                        "survival",
                        "tenure",
                        "ahp");
    }

    @Test
    void noneOverwritesWhatAnotherWrote() throws IOException {
        Set<String> written = new HashSet<>();
        for (List<String> command : commands()) {
            for (int i = 1; i < command.size(); i++) {
                if (OUTPUTS.contains(command.get(i - 1))) {
                    assertThat(written.add(command.get(i))).as(command.get(i)).isTrue();
                }
            }
        }
        assertThat(written).hasSizeGreaterThan(5);
    }
}
