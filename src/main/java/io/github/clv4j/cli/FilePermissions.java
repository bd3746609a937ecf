package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Permissions, group and owner of a file that is about to be replaced, so that nobody can read more of its successor than
 * of itself. Where there is no file yet, or no POSIX permissions, there is nothing to keep.
 */
final class FilePermissions {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> OF_GROUP = PosixFilePermissions.fromString("---rwx---");

    private final @Nullable PosixFileAttributes old;

    private FilePermissions(@Nullable PosixFileAttributes old) {
        this.old = old;
    }

    static FilePermissions of(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return new FilePermissions(
                posix && Files.exists(file) ? Files.readAttributes(file, PosixFileAttributes.class) : null);
    }

    /** Makes an empty file, for nobody else to read until it is done, or, where none is replaced, as new files are made. */
    void createFile(Path file) throws IOException {
        if (old == null) {
            Files.createFile(file);
        } else {
            Files.createFile(file, OWNER_ONLY);
        }
    }

    /** Makes a file as open as the old one was. What the old group was permitted is for no other group. */
    void giveTo(Path file) throws IOException {
        if (old == null) {
            return;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = new HashSet<>(old.permissions());
        if (!hasGroup(view, old)) {
            permissions.removeAll(OF_GROUP);
        }
        giveAway(view, old);
        view.setPermissions(permissions);
    }

    private static boolean hasGroup(PosixFileAttributeView view, PosixFileAttributes old) throws IOException {
        if (view.readAttributes().group().equals(old.group())) {
            return true; // not every system lets the same group be set
        }
        try {
            view.setGroup(old.group());
            return true;
        } catch (IOException e) {
            return false; // we are not in that group
        }
    }

    private static void giveAway(PosixFileAttributeView view, PosixFileAttributes old) {
        try {
            view.setOwner(old.owner());
        } catch (IOException e) {
            // only root may: a file that another user let us write is ours from now on
        }
    }
}
