package io.github.clv4j.json;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * The checksum in a model file: the SHA-256 of its text in UTF-8, in which the 64 digits of the checksum itself are zeros.
 * Lines may end in LF or CRLF, since some tools change that unasked.
 */
final class Checksum {

    /** Stands in the text until its checksum is known. */
    static final String BLANK = "0".repeat(64);

    private Checksum() {}

    /** The text with its checksum in place of the last {@link #BLANK}. */
    static String seal(String text) {
        return replaceLast(text, BLANK, sha256(text));
    }

    /** Refuses a text that was changed after it was sealed. */
    static void require(JsonPlace checksum, String text) {
        String stated = checksum.text();
        if (!stated.matches("[0-9a-f]{64}")) {
            throw checksum.error("must be 64 hexadecimal digits, but was " + checksum.shown());
        }
        String actual = sha256(replaceLast(text.replace("\r\n", "\n"), stated, BLANK));
        if (!actual.equals(stated)) {
            throw checksum.error(
                    "does not fit the rest of the file, which was changed after it was written: take the original, or"
                            + " fit anew");
        }
    }

    private static String replaceLast(String text, String old, String now) {
        int at = text.lastIndexOf('"' + old + '"') + 1;
        return text.substring(0, at) + now + text.substring(at + old.length());
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
