package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces files as a whole and together: all are written beside their places under other names, and only when every one is
 * complete and on the disk are they moved there. Whoever reads a file sees the old one or the new one, also after a power
 * cut, and a run that fails leaves the old ones. Only a run that is killed outright leaves something else, a
 * {@code .clv4j-*.tmp}.
 *
 * <p>A symbolic link stays a link: the file it points at is replaced, or made, as by other programs that write to a link.
 * Another hard link to the file keeps the old content. What is not a file, such as {@code /dev/null}, is refused, since it
 * would be replaced by one. A new file has the {@link FilePermissions} of the old one.
 */
final class AtomicFile {

    /** What the user calls it. */
    private final Path target;

    /** Where it is, links followed. */
    private final Path place;

    /** Beside its place, so that the move is a rename, by a short name of its own: the target's may be as long as allowed. */
    private final Path temporary;

    /** @throws IOException if the target can be seen not to be writable */
    private AtomicFile(Path target) throws IOException {
        this.target = target;
        this.place = followLinks(target);
        this.temporary = place.resolveSibling(".clv4j-" + UUID.randomUUID() + ".tmp");
        if (Files.exists(target)) {
            requireReplaceable(target);
        }
        requireFolder(place.getParent());
    }

    /** Writes the content of a file to the path it is given, where there is an empty file. */
    interface Content {
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Replaces files by their new contents.
     *
     * @throws UserError if one cannot be written; then none is replaced, unless it was the last step, a rename, that failed:
     *     the message says which are the new ones
     */
    static void replaceAll(Map<Path, Content> contents) {
        List<AtomicFile> files = new ArrayList<>();
        try {
            contents.forEach((target, content) -> attempt(target, () -> {
                AtomicFile file = new AtomicFile(target);
                files.add(file);
                file.write(content);
            }));
            contents.keySet().forEach(AtomicFile::requireWritable); // again: writing may have taken long
            moveAll(files);
        } finally {
            files.forEach(AtomicFile::deleteTemporary);
        }
    }

    /** Refuses a target that can be seen not to be writable, before any work is done for it. */
    static void requireWritable(Path target) {
        attempt(target, () -> new AtomicFile(target));
    }

    /** The real place of a target, also where it is a link to a file that is yet to be made. */
    static Path followLinks(Path target) throws IOException {
        try {
            return target.toRealPath();
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(target)
                    ? followLinks(target.resolveSibling(Files.readSymbolicLink(target)))
                    : target.toAbsolutePath();
        }
    }

    private static void requireFolder(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("the folder " + folder + " is read-only");
        }
    }

    private static void requireReplaceable(Path existing) throws IOException {
        if (Files.isDirectory(existing)) {
            throw new IOException("it is a folder");
        }
        if (!Files.isRegularFile(existing)) {
            throw new IOException("it is not a regular file");
        }
        // a rename gets past write protection, and fails after others where a program, such as Excel, locks this file
        FileChannel.open(existing, StandardOpenOption.WRITE).close();
    }

    private void write(Content content) throws IOException {
        FilePermissions permissions = FilePermissions.of(place);
        permissions.createFile(temporary);
        temporary.toFile().deleteOnExit(); // the finally of an interrupted run does not come
        content.writeTo(temporary);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true); // or after a power cut the new name could stand for an empty file
        }
        permissions.giveTo(temporary);
    }

    private static void moveAll(List<AtomicFile> files) {
        List<Path> moved = new ArrayList<>();
        for (AtomicFile file : files) {
            try {
                Files.move(file.temporary, file.place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                String others = moved.stream().map(Path::toString).collect(Collectors.joining(", "));
                throw unwritable(file.target, reason(e) + (moved.isEmpty() ? "" : "; already replaced: " + others), e);
            }
            moved.add(file.target);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(Path target, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw unwritable(target, reason(e), e);
        }
    }

    private static UserError unwritable(Path target, String reason, IOException cause) {
        return new UserError(target + " cannot be written: " + reason, cause);
    }

    /** Without the file's name, which is that of the temporary. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? String.valueOf(e.getMessage()) : reason;
    }

    /** Nothing is there to delete after a move; what cannot be deleted must not hide why the writing failed. */
    private void deleteTemporary() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // the error that stopped the writing is on its way to the user
        }
    }
}
