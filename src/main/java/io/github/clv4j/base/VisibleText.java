package io.github.clv4j.base;

import java.util.HexFormat;

/**
 * Texts from elsewhere, fit to be shown: what a stranger wrote in a file must not move the cursor, colour the terminal or
 * make up a line of its own. Stateless and thread-safe.
 */
public final class VisibleText {

    /** What a line keeps of a longer text. The tail often says what would have been right. */
    private static final int LINE_HEAD = 300;

    private static final int LINE_TAIL = 100;

    /** They join letters of Persian and Hindi, and move nothing. */
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private VisibleText() {}

    /**
     * Whether a text is one line in which everything can be seen.
     *
     * @param text any text
     * @return false if it holds a control or format character, a line or paragraph separator, or half a surrogate pair
     */
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(VisibleText::isVisible);
    }

    /**
     * A text as part of a message.
     *
     * @param text any text
     * @return the text on one line, what cannot be seen written as its escape in Java, and of a text of more than 400
     *     characters the beginning and the end
     */
    public static String line(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> appendVisible(visible, c));
        if (visible.codePointCount(0, visible.length()) <= LINE_HEAD + LINE_TAIL) {
            return visible.toString();
        }
        int head = visible.offsetByCodePoints(0, LINE_HEAD);
        int tail = visible.offsetByCodePoints(visible.length(), -LINE_TAIL);
        return visible.substring(0, head) + " ... " + visible.substring(tail);
    }

    private static void appendVisible(StringBuilder line, int character) {
        if (isVisible(character)) {
            line.appendCodePoint(character);
            return;
        }
        for (char c : Character.toChars(character)) {
            line.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }
}
