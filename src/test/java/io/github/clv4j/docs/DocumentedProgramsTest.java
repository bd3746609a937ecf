package io.github.clv4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Language;
import io.github.clv4j.segment.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of the README, the guide and the model pages compiles, runs, and prints what the page says it prints. */
class DocumentedProgramsTest {

    private static final Path README = Path.of("README.md");
    private static final Path GUIDE = Path.of("docs", "guide.md");
    private static final Path MODELS = Path.of("docs", "models");

    static List<Path> modelPages() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static List<MarkdownProgram> programs() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README, GUIDE));
        pages.addAll(modelPages());
        List<MarkdownProgram> programs = new ArrayList<>();
        for (Path page : pages) {
            programs.addAll(MarkdownProgram.of(page));
        }
        return programs;
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

    @ParameterizedTest
    @MethodSource("modelPages")
    void aModelPageShowsItsModelAtWork(Path page) throws IOException {
        assertThat(MarkdownProgram.of(page)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfSegmentsSaysWhatTheLibrarySays(Segment segment) throws IOException {
        String row = String.join(
                " | ",
                "| " + (segment.index() + 1),
                segment.code(),
                "`" + segment + "`",
                segment.displayName(Language.ENGLISH),
                segment.displayName(Language.CHINESE),
                segment.stance(Language.ENGLISH) + " |");

        assertThat(Files.readAllLines(MODELS.resolve("segments.md"))).contains(row);
    }

    @Test
    void theReadmeNamesTheTwoCommands() throws IOException {
        List<String> lines = Files.readString(README).lines().map(String::strip).toList();

        assertThat(lines).contains("mvn -q compile exec:java", "mvn verify");
    }
}
