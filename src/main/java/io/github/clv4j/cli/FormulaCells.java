package io.github.clv4j.cli;

import java.util.regex.Pattern;

/**
 * What to do with texts that a spreadsheet, opening a CSV file, would run as a formula: those that start with
 * {@code = + - @}, one of their full-width forms, a tab, a line end or a NUL.
 *
 * <p>A text that is nothing but a decimal number, such as {@code -5} or {@code +8613800138000}, is no formula and always
 * stays as it is.
 */
enum FormulaCells {

    /**
     * They get a leading apostrophe, which makes them texts. A text that looks like one of these, apostrophes and then such
     * a character, gets one more: taking one off every cell that looks so gives all texts back.
     */
    NEUTRALISED {
        @Override
        String cell(String text) {
            return looksLikeFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
        }

        @Override
        String text(String cell) {
            return cell.startsWith("'") && looksLikeFormula(cell) ? cell.substring(1) : cell;
        }
    },

    /** They are written as they are, for readers that run no formulas. */
    KEPT {
        @Override
        String cell(String text) {
            return text;
        }

        @Override
        String text(String cell) {
            return cell;
        }
    };

    private static final String FIRST_OF_FORMULA = "=+-@＝＋－＠\t\r\n\0";
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?");

    /** The text as it goes into a cell. */
    abstract String cell(String text);

    /** The text that went into a cell. */
    abstract String text(String cell);

    private static boolean looksLikeFormula(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start < text.length() && FIRST_OF_FORMULA.indexOf(text.charAt(start)) >= 0;
    }
}
