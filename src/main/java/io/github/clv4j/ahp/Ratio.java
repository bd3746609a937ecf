package io.github.clv4j.ahp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ratios as people write them: {@code 3}, {@code 1/3}, {@code 3:2}, {@code 0.25}. Stateless and thread-safe. */
public final class Ratio {

    private static final String DECIMAL = "(?:\\d{1,15}(?:\\.\\d{1,20})?|\\.\\d{1,20})";
    private static final Pattern RATIO =
            Pattern.compile("\\s*(" + DECIMAL + ")\\s*(?:[/:／：]\\s*(" + DECIMAL + ")\\s*)?");

    private Ratio() {}

    /**
     * The value of a ratio.
     *
     * @param text a number of up to 15 digits before and 20 after the point, or two of them with a slash or a
     *     colon between; spaces around are fine
     * @param name what the ratio is called in the message
     * @return the value; 0, infinite or NaN for ratios with zeros
     * @throws IllegalArgumentException if the text is nothing of that
     */
    public static double parse(String text, String name) {
        Matcher ratio = RATIO.matcher(text);
        if (!ratio.matches()) {
            throw new IllegalArgumentException(
                    name + " must be a number or a ratio such as 1/3, but was \"" + text + "\"");
        }
        double numerator = Double.parseDouble(ratio.group(1));
        String denominator = ratio.group(2);
        return denominator == null ? numerator : numerator / Double.parseDouble(denominator);
    }

    /**
     * A ratio for people.
     *
     * @param value the ratio
     * @return {@code 3} or {@code 1/3} where it or its inverse is whole, else its digits
     */
    public static String show(double value) {
        if (isWhole(value)) {
            return Long.toString((long) value);
        }
        double inverse = 1 / value;
        long whole = Math.round(inverse);
        return value < 1 && Math.abs(inverse - whole) <= 1e-12 * inverse ? "1/" + whole : Double.toString(value);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && value < 1e15;
    }
}
