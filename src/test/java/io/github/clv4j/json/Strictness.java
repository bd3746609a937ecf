package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.VisibleText;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a reader may do with a text, whatever it is: read it, or refuse it in one line that people can read. */
final class Strictness {

    private static final int LONGEST_MESSAGE = 2_000;

    private Strictness() {}

    /** What the reader makes of the text; empty if it refuses it. Any other exception goes through and fails the test. */
    static <T> Optional<T> read(BiFunction<String, String, T> reader, String text) {
        try {
            return Optional.of(reader.apply("file.json", text));
        } catch (ModelFormatException e) {
            requireReadable(e.getMessage());
            return Optional.empty();
        }
    }

    /** The message with which the reader refuses the text. */
    static String refusal(BiFunction<String, String, ?> reader, String text) {
        try {
            return "read as " + reader.apply("file.json", text);
        } catch (ModelFormatException e) {
            requireReadable(e.getMessage());
            return e.getMessage();
        }
    }

    private static void requireReadable(String message) {
        assertThat(message.length()).as("length of a message").isLessThan(LONGEST_MESSAGE);
        assertThat(message).startsWith("file.json: ");
        assertThat(message).matches(VisibleText::isLine, "is one line of what can be seen");
    }
}
