package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: it is written beside its place under another name and then moved there, so that whoever reads
 * it sees the old file or the new one, and a run that fails leaves the old one.
 */
final class AtomicFile {

    private AtomicFile() {}

    /** Writes the content of a file to the path it is given. */
    interface Content {
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Replaces a file.
     *
     * @throws UserError if the target cannot be written; it is then what it was before
     */
    static void replace(Path target, Content content) {
        requireFolder(target);
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            content.writeTo(temporary);
            move(temporary, target);
        } catch (IOException e) {
            throw new UserError(target + " cannot be written: " + e.getMessage(), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    private static void requireFolder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError(target + " cannot be written: there is no folder " + folder);
        }
        if (Files.isDirectory(target)) {
            throw new UserError(target + " cannot be written: it is a folder");
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
