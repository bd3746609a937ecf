package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final AtomicFile.Content NEW = temporary -> Files.writeString(temporary, "new");
    private static final AtomicFile.Content FULL_DISK = temporary -> {
        Files.writeString(temporary, "ne");
        throw new IOException("No space left on device");
    };

    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void writeOldFiles() throws IOException {
        first = Files.writeString(folder.resolve("first.json"), "old first");
        second = Files.writeString(folder.resolve("second.json"), "old second");
    }

    private static void replace(Path target, AtomicFile.Content content) {
        AtomicFile.replaceAll(Map.of(target, content));
    }

    private void replaceBoth(AtomicFile.Content forFirst, AtomicFile.Content forSecond) {
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        contents.put(first, forFirst);
        contents.put(second, forSecond);
        AtomicFile.replaceAll(contents);
    }

    private void assertNothingChanged() throws IOException {
        assertThat(first).hasContent("old first");
        assertThat(second).hasContent("old second");
        assertThat(names()).containsExactlyInAnyOrder("first.json", "second.json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static ThrowableAssertAlternative<UserError> assertUserError(Runnable run) {
        return assertThatExceptionOfType(UserError.class).isThrownBy(run::run);
    }

    @Test
    void filesAreReplacedTogetherAndNothingElseIsLeft() throws IOException {
        replaceBoth(
                temporary -> {
                    NEW.writeTo(temporary);
                    assertThat(first).hasContent("old first");
                },
                temporary -> {
                    NEW.writeTo(temporary);
                    assertThat(first).hasContent("old first");
                });
        assertThat(first).hasContent("new");
        assertThat(second).hasContent("new");
        assertThat(names()).containsExactlyInAnyOrder("first.json", "second.json");
    }

    @Test
    void onAFullDiskNoneIsReplaced() throws IOException {
        assertUserError(() -> replaceBoth(NEW, FULL_DISK))
                .withMessage(second + " cannot be written: No space left on device");
        assertNothingChanged();
        assertUserError(() -> replaceBoth(FULL_DISK, NEW))
                .withMessage(first + " cannot be written: No space left on device");
        assertNothingChanged();
    }

    @Test
    void aFailureThatNobodyForesawLeavesTheOldFilesToo() throws IOException {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> replaceBoth(NEW, temporary -> {
                    Files.writeString(temporary, "ne");
                    throw new IllegalStateException();
                }));
        assertNothingChanged();
    }

    /** Whatever can be seen before the first rename is seen, so that none is replaced without the others. */
    @Test
    void aFileThatBecameAFolderMeanwhileKeepsTheOthersOld() throws IOException {
        assertUserError(() -> replaceBoth(NEW, temporary -> {
                    Files.delete(second);
                    Files.createDirectory(second);
                }))
                .withMessage(second + " cannot be written: it is a folder");
        assertThat(first).hasContent("old first");
        assertThat(names()).containsExactlyInAnyOrder("first.json", "second.json");
    }

    @Test
    void aMissingFolderAndAFolderAreNamedBeforeAnyWorkIsDone() {
        Path lost = folder.resolve("none").resolve("a.json");
        assertUserError(() -> AtomicFile.requireWritable(lost))
                .withMessage(lost + " cannot be written: there is no folder " + folder.resolve("none"));
        assertUserError(() -> AtomicFile.requireWritable(folder))
                .withMessage(folder + " cannot be written: it is a folder");
    }

    /** What the system has to say, it says in its own language. */
    @Test
    void soIsWhatTheSystemKnowsAgainstATarget() {
        Path circle = folder.resolve("circle");
        assertThatCode(() -> Files.createSymbolicLink(circle, circle)).doesNotThrowAnyException();
        for (Path target : List.of(first.resolve("a.json"), folder.resolve("x".repeat(256)), circle)) {
            String start = target + " cannot be written: ";
            assertUserError(() -> AtomicFile.requireWritable(target))
                    .withMessageStartingWith(start)
                    .satisfies(error -> assertThat(error.getMessage().substring(start.length()))
                            .isNotEqualTo("null")
                            .doesNotContain(folder.toString())
                            .hasLineCount(1));
        }
    }

    /** A rename would put a file in the place of the device, for every program on the machine. */
    @Test
    void aDeviceIsRefused() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no /dev/null on this system");
        assertUserError(() -> replace(device, NEW))
                .withMessage(device + " cannot be written: it is not a regular file");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void aReadOnlyFolderIsNamed() throws IOException {
        permit(folder, "r-xr-xr-x");
        try {
            assumeFalse(
                    Files.isWritable(folder), "permissions do not bind root; UnwritableDiskIT has a disk that does");
            assertUserError(() -> replaceBoth(NEW, NEW))
                    .withMessage(first + " cannot be written: the folder " + folder + " is read-only");
            assertNothingChanged();
        } finally {
            permit(folder, "rwxr-xr-x");
        }
    }

    @Test
    void aWriteProtectedFileIsNotReplaced() throws IOException {
        permit(second, "r--r--r--");
        assumeFalse(Files.isWritable(second), "permissions do not bind root");
        assertUserError(() -> replaceBoth(NEW, NEW)).withMessage(second + " cannot be written: access is denied");
        assertNothingChanged();
    }

    @Test
    void permissionsAreKeptAndNotWiderWhileTheFileIsWritten() throws IOException {
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rwxr-x--x")) {
            permit(first, permissions);
            replace(first, temporary -> {
                assertThat(permissions(temporary)).isEqualTo("rw-------");
                NEW.writeTo(temporary);
            });
            assertThat(first).hasContent("new");
            assertThat(permissions(first)).isEqualTo(permissions);
        }
    }

    @Test
    void aTableKeepsPermissionsToo() throws IOException {
        Path table = Files.createFile(folder.resolve("scores.csv"));
        permit(table, "rw-------");
        Tables.write(table, List.of(Column.texts("id", new String[] {"a"})));
        assertThat(permissions(table)).isEqualTo("rw-------");
    }

    @Test
    void aNewFileHasTheUsualPermissions() throws IOException {
        permit(first, "rw-------");
        Path usual = Files.createFile(folder.resolve("usual"));
        Path target = folder.resolve("target");
        replace(target, NEW);
        assertThat(permissions(target)).isEqualTo(permissions(usual));
    }

    @Test
    void ownerAndGroupAreKeptWhereTheSystemAllowsIt() throws IOException {
        permit(first, "rw-r-----");
        try {
            Files.setAttribute(first, "unix:uid", 12_345);
            Files.setAttribute(first, "unix:gid", 23_456);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "only root can give a file away");
        }
        replace(first, NEW);
        assertThat(Files.readAttributes(first, "unix:uid,gid"))
                .containsEntry("uid", 12_345)
                .containsEntry("gid", 23_456);
        assertThat(permissions(first)).isEqualTo("rw-r-----");
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path place = Files.writeString(elsewhere.resolve("place.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("elsewhere", "place.json"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("link2.json"), link);

        replace(linkToLink, NEW);

        assertThat(link).isSymbolicLink();
        assertThat(linkToLink).isSymbolicLink();
        assertThat(place).hasContent("new");
        assertThat(elsewhere).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aLinkToNoFileMakesTheFile() throws IOException {
        Path place = folder.resolve("place.json");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("place.json"));

        replace(link, NEW);

        assertThat(link).isSymbolicLink();
        assertThat(place).hasContent("new");
    }

    @Test
    void aNameMayBeAsLongAsTheSystemAllows() throws IOException {
        for (String name : List.of("x".repeat(255), "客".repeat(85))) {
            replace(folder.resolve(name), NEW);
            assertThat(folder.resolve(name)).hasContent("new");
        }
    }

    private static void permit(Path file, String permissions) throws IOException {
        assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "no POSIX permissions on this system");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
