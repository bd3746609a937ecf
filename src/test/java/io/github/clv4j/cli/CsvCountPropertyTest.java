package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The quick count beside the parser that looks at every cell. */
class CsvCountPropertyTest {

    private static Path file = Path.of("");

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("count", ".csv");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("a", ",", ",", "\"", "\n", "\n", "\r\n", "\r", " ", "客", "a,b\n", "1,2\n", "\"x\",\"\"\n")
                .list()
                .ofMaxSize(20)
                .map(pieces -> "a,b\n" + String.join("", pieces));
    }

    @Property(tries = 2000)
    void whatIsCountedIsWhatTheParserCounts(@ForAll("lines") String content) throws IOException {
        Files.writeString(file, content);
        Optional<CsvCount.Found> found = CsvCount.of(file, 2);
        if (found.isPresent()) {
            CsvFile parsed = CsvFile.parse(file);
            assertThat(found.get().records() - 1).as(content).isEqualTo(parsed.rows());
            assertThat(parsed.ragged()).as(content).isEmpty();
            assertThat(found.get().multiLineCells() || !parsed.multiLineCells())
                    .as(content)
                    .isTrue();
        }
    }

    @Example
    void regularFilesAreCountedAndOthersNeedACloserLook() throws IOException {
        assertThat(count("a,b\n1,2\n\n3,\n")).hasValue(new CsvCount.Found(3, false));
        assertThat(count("\uFEFFa,b\r\n1,2\r\n\r\n\"x\"\"y\",2,")).hasValue(new CsvCount.Found(3, false));
        assertThat(count("a,b\n\"1\n2\",2\n")).hasValue(new CsvCount.Found(2, true));
        for (String odd : List.of(
                "a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1\"x,2\n", "a,b\n\"1,2\n", "a,b\n1\r2,3\n", "a,b\n5\",2\n")) {
            assertThat(count(odd)).as(odd).isEmpty();
        }
        Files.write(file, "a,b\nZürich,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(CsvCount.of(file, 2)).isEmpty();
    }

    @Example
    void aFileOfManyBuffersIsCountedAsAWhole() throws IOException {
        assertThat(count("a,b\n" + "客户,\"x,y\"\n".repeat(300_000))).hasValue(new CsvCount.Found(300_001, false));
        String exactlyOneBuffer = "a,b\n" + "1234567\n".repeat((1 << 17) - 1).replace("4", ",") + "1,3\n";
        assertThat(exactlyOneBuffer).hasSize(1 << 20);
        assertThat(count(exactlyOneBuffer)).hasValue(new CsvCount.Found(1 + (1 << 17), false));
    }

    private static Optional<CsvCount.Found> count(String content) throws IOException {
        Files.writeString(file, content);
        return CsvCount.of(file, 2);
    }
}
