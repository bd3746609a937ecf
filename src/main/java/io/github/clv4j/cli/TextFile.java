package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small text files in UTF-8, read whole; a byte order mark is no part of the text. */
final class TextFile {

    /** Far more than a plan or a model needs. */
    private static final long MOST_BYTES = 256L << 20;

    private TextFile() {}

    static String read(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new UserError(
                        path + " must not be larger than " + MOST_BYTES + " bytes, but has " + Files.size(path));
            }
            String text = Files.readString(path);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new UserError(path + " does not exist");
        } catch (CharacterCodingException e) {
            throw new UserError(path + " is not UTF-8");
        } catch (IOException e) {
            throw new UserError(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
