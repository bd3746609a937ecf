package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command line on disks that are full, read-only or busy. They are real: a small file system in memory, which the
 * command line sees in a mount namespace of its own. Linux allows that to root and, on many machines, to everybody.
 */
class UnwritableDiskIT {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "test",
              "input": {"columns": {"id": "text", "fee": "number"}, "sql": "features.sql", "id": "id"},
              "value": {"profit": "fee", "discountRate": {"rate": 0.01, "per": "month"}, "horizon": 10},
              "churn": {"column": "churn"}
            }
            """;
    private static final int CUSTOMERS = 20_000;

    /** Mounts a disk of one megabyte, puts the files on it, runs a command, and copies what is then there to where it stays. */
    private static final String ON_DISK = """
            disk=$1 before=$2 after=$3 prepare=$4
            shift 4
            mount -t tmpfs -o size=1m clv4j "$disk" && cp "$before"/* "$disk" && (cd "$disk" && eval "$prepare") || exit 99
            "$@"
            code=$?
            cp -a "$disk/." "$after" || exit 99
            exit $code
            """;

    @TempDir
    private Path folder;

    private Path disk;
    private Path before;
    private Path after;

    @BeforeEach
    void writeFiles() throws Exception {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), "SELECT *, fee / 1e6 AS churn FROM customers");
        disk = Files.createDirectory(folder.resolve("disk"));
        before = Files.createDirectory(folder.resolve("before"));
        after = Files.createDirectory(folder.resolve("after"));
        String customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> "C" + i + "," + Math.sqrt(i) + "\n")
                .collect(Collectors.joining("", "id,fee\n", ""));
        Files.writeString(before.resolve("customers.csv"), customers);
        for (String output : List.of("scored.csv", "scored.parquet", "summary.json")) {
            Files.writeString(before.resolve(output), "old");
        }
        assumeTrue(mayMount(), "unshare -rm mounts no disk on this machine");
    }

    private boolean mayMount() throws Exception {
        try {
            return onDisk("true", "true").exitCode() == 0;
        } catch (IOException e) {
            return false; // there is no unshare
        }
    }

    private CommandLine onDisk(String prepare, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", ON_DISK, "sh"));
        Stream.of(disk, before, after).map(Path::toString).forEach(all::add);
        all.add(prepare);
        all.addAll(List.of(command));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // the JVM would say that it has picked them up
        builder.environment().put("LC_ALL", "C"); // the system's own words in English
        return new CommandLine(builder.start().waitFor(), Files.readString(out), Files.readString(err));
    }

    private CommandLine score(String prepare, Path output, Path summary) throws Exception {
        return onDisk(
                prepare,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "score",
                folder.resolve("plan.json").toString(),
                "--input",
                disk.resolve("customers.csv").toString(),
                "--output",
                output.toString(),
                "--summary",
                summary.toString());
    }

    private static void assertRefused(CommandLine run, String message) {
        assertThat(run.err()).isEqualTo("clv4j: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    /** The input and the old outputs are on the disk byte for byte, and nothing else. */
    private void assertNothingChanged() throws IOException {
        List<Path> expected = filesIn(before);
        assertThat(filesIn(after))
                .extracting(Path::getFileName)
                .containsExactlyElementsOf(
                        expected.stream().map(Path::getFileName).toList());
        for (Path file : expected) {
            assertThat(after.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scored.csv", "scored.parquet"})
    void aTableForWhichTheDiskIsTooSmallIsNamed(String name) throws Exception {
        Path output = disk.resolve(name);
        Path summary = Files.writeString(folder.resolve("summary.json"), "old");

        assertRefused(score("true", output, summary), output + " cannot be written: No space left on device");

        assertNothingChanged();
        assertThat(summary).hasContent("old");
    }

    @Test
    void aSummaryOnAFullDiskIsNamedAndTheScoresOnAnotherDiskStayOld() throws Exception {
        Path output = Files.writeString(folder.resolve("scored.csv"), "old");
        Path summary = disk.resolve("summary.json");

        assertRefused(
                score("cat /dev/zero > filler 2> /dev/null || true", output, summary),
                summary + " cannot be written: No space left on device");

        Files.delete(after.resolve("filler"));
        assertNothingChanged();
        assertThat(output).hasContent("old");
        assertThat(filesIn(folder)).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    /** Root, too, is stopped by a disk, though by no permissions. */
    @Test
    void aReadOnlyDiskIsNamed() throws Exception {
        Path output = disk.resolve("scored.csv");

        assertRefused(
                score("mount -o remount,bind,ro ../disk", output, folder.resolve("summary.json")),
                output + " cannot be written: Read-only file system");

        assertNothingChanged();
        assertThat(folder.resolve("summary.json")).doesNotExist();
    }

    /** As a single file is mounted into a container: it can be written, but not replaced, and that shows only at the end. */
    @Test
    void whereARenameFailsAfterAllTheMessageSaysWhatIsNew() throws Exception {
        Path output = folder.resolve("scored.csv");
        Path summary = disk.resolve("summary.json");

        assertRefused(
                score("touch mounted && mount --bind mounted summary.json", output, summary),
                summary + " cannot be written: Device or resource busy; already replaced: " + output);

        assertThat(Files.readAllLines(output)).hasSize(CUSTOMERS + 1);
        assertThat(after.resolve("summary.json")).isEmptyFile();
        assertThat(filesIn(after)).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
}
