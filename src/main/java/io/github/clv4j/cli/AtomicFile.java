package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Replaces files as a whole and together: all are written beside their places under other names, and only when every one is
 * complete are they moved there. Whoever reads a file sees the old one or the new one, and a run that fails leaves the old
 * ones.
 */
final class AtomicFile {

    private AtomicFile() {}

    /** Writes the content of a file to the path it is given. */
    interface Content {
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Replaces files by their new contents.
     *
     * @throws UserError if one cannot be written; then none is replaced, unless it was the last step, a rename, that failed
     */
    static void replaceAll(Map<Path, Content> contents) {
        Map<Path, Path> temporaries = new LinkedHashMap<>();
        try {
            contents.forEach((target, content) -> {
                requireWritable(target);
                Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
                temporaries.put(target, temporary);
                attempt(target, () -> content.writeTo(temporary));
            });
            temporaries.forEach((target, temporary) -> attempt(target, () -> move(temporary, target)));
        } finally {
            temporaries.values().forEach(AtomicFile::deleteQuietly);
        }
    }

    /** Refuses a target that can be seen not to be writable, before any work is done for it. */
    static void requireWritable(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError(target + " cannot be written: there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new UserError(target + " cannot be written: the folder " + folder + " is read-only");
        }
        if (Files.isDirectory(target)) {
            throw new UserError(target + " cannot be written: it is a folder");
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(Path target, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UserError(target + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Nothing is there to delete after a move; what cannot be deleted must not hide why the writing failed. */
    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // the error that stopped the writing is on its way to the user
        }
    }
}
