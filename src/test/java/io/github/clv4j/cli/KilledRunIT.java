package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the files when a process ends while it writes them. */
class KilledRunIT {

    private static final String HALF = "half of the content is written";

    /** Replaces two files: the new content of the first is complete, that of the second never is. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
            contents.put(Path.of(args[0]), temporary -> Files.writeString(temporary, "new"));
            contents.put(Path.of(args[1]), temporary -> {
                Files.writeString(temporary, "ne");
                System.out.println(HALF);
                hang();
            });
            AtomicFile.replaceAll(contents);
        }

        private static void hang() {
            try {
                TimeUnit.DAYS.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void writeOldFiles() throws IOException {
        first = Files.writeString(folder.resolve("first.csv"), "old first");
        second = Files.writeString(folder.resolve("second.json"), "old second");
    }

    private Process halfWritten() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        first.toString(),
                        second.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo(HALF);
        return process;
    }

    private long temporaries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\.clv4j-.*\\.tmp"))
                    .count();
        }
    }

    private void assertOldFiles() {
        assertThat(first).hasContent("old first");
        assertThat(second).hasContent("old second");
    }

    @Test
    void aKilledRunLeavesTheOldFiles() throws Exception {
        assertThat(halfWritten().destroyForcibly().waitFor()).isNotZero();

        assertOldFiles();
        assertThat(temporaries()).isEqualTo(2);
    }

    @Test
    void anInterruptedRunLeavesNothingElse() throws Exception {
        Process process = halfWritten();
        assumeTrue(process.supportsNormalTermination(), "this system can only kill");
        process.destroy();
        assertThat(process.waitFor()).isNotZero();

        assertOldFiles();
        assertThat(temporaries()).isZero();
    }
}
