package io.github.clv4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of the README and the guide compiles, runs, and prints what the page says it prints. */
class DocumentedProgramsTest {

    private static final Path README = Path.of("README.md");
    private static final Path GUIDE = Path.of("docs", "guide.md");

    static Stream<MarkdownProgram> programs() throws IOException {
        return Stream.concat(MarkdownProgram.of(README).stream(), MarkdownProgram.of(GUIDE).stream());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theProgramPrintsWhatThePageSays(MarkdownProgram program, @TempDir Path folder) throws Exception {
        assertThat(program.run(folder)).isEqualTo(program.output());
    }

    @Test
    void theReadmeHasOneProgramAndTheGuideOneForEachStep() throws IOException {
        assertThat(MarkdownProgram.of(README)).hasSize(1);
        assertThat(MarkdownProgram.of(GUIDE)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theReadmeNamesTheTwoCommands() throws IOException {
        List<String> lines = Files.readString(README).lines().map(String::strip).toList();

        assertThat(lines).contains("mvn -q compile exec:java", "mvn verify");
    }
}
