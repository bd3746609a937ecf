package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sees that no output of a command replaces one of its inputs, or another output, whatever names and links lead there. */
final class DistinctFiles {

    private DistinctFiles() {}

    /**
     * @param inputs the files that are read, by what they are
     * @param outputs the files that will be written, by their options
     * @throws UserError if an output is an input or another output
     */
    static void require(Map<String, Path> inputs, Map<String, Path> outputs) {
        Map<String, Path> files = new LinkedHashMap<>(inputs);
        outputs.forEach((name, file) -> {
            files.forEach((otherName, other) -> requireDifferent(name, file, otherName, other));
            files.put(name, file);
        });
    }

    private static void requireDifferent(String name, Path file, String otherName, Path other) {
        if (isSameFile(file, other)) {
            throw new UserError(name + " " + file + " must be another file than " + otherName + " " + other);
        }
    }

    /** Whether two names lead to one file. */
    static boolean isSameFile(Path a, Path b) {
        try {
            return AtomicFile.followLinks(a)
                            .normalize()
                            .equals(AtomicFile.followLinks(b).normalize())
                    || (Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
        } catch (IOException e) {
            throw new UserError(a + " and " + b + " cannot be compared: " + e.getMessage(), e);
        }
    }
}
