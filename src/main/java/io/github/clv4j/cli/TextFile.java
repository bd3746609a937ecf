package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small text files in UTF-8, read whole; a byte order mark is no part of the text. */
final class TextFile {

    private TextFile() {}

    static String read(Path path) {
        try {
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
