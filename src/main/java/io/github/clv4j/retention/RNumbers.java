package io.github.clv4j.retention;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Numbers as R prints them in the summary of a regression, by the rules of its {@code format}, {@code formatC} and {@code
 * format.pval}. Stateless and thread-safe.
 */
final class RNumbers {

    private static final double EPSILON = 0x1p-52;

    /** Smaller probabilities are written in powers of ten. */
    private static final double SMALL = 1e-4;

    private RNumbers() {}

    /** Numbers of one column: as few decimals as show so many significant digits of each, the same for all. */
    static List<String> column(double[] values, int digits) {
        int decimals = 0;
        int mantissa = 0;
        int width = 1;
        for (double value : values) {
            if (Double.isFinite(value)) {
                Significant rounded = Significant.of(value, digits);
                decimals = Math.max(decimals, rounded.decimals());
                mantissa = Math.max(mantissa, rounded.precision());
                width = Math.max(width, rounded.exponent() + 1);
            }
        }
        boolean fixed =
                width + (decimals > 0 ? decimals + 1 : 0) <= mantissa + (mantissa > 1 ? 1 : 0) + "e+00".length();
        String format = fixed ? "%." + decimals + "f" : "%." + Math.max(0, mantissa - 1) + "e";
        return Arrays.stream(values).mapToObj(value -> written(value, format)).toList();
    }

    private static String written(double value, String format) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        }
        return String.format(Locale.ROOT, format, value + 0.0);
    }

    /** One number of so many significant digits, without zeros at its end. */
    static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return written(value, "");
        }
        Significant rounded = Significant.of(value, digits);
        boolean scientific = rounded.exponent() < -4 || rounded.exponent() >= digits;
        return written(value, scientific ? "%." + (rounded.precision() - 1) + "e" : "%." + rounded.decimals() + "f");
    }

    /**
     * What is left of a number of so many significant digits.
     *
     * @param precision how many digits, zeros at the end left out
     * @param exponent the power of ten of the first
     */
    private record Significant(int precision, int exponent) {

        static Significant of(double value, int digits) {
            String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", Math.abs(value))
                    .split("e", 2);
            String mantissa = parts[0].replace(".", "").replaceFirst("0+$", "");
            return new Significant(Math.max(1, mantissa.length()), Integer.parseInt(parts[1]));
        }

        int decimals() {
            return Math.max(0, precision - 1 - exponent);
        }
    }

    /** Rounded to a number of decimals. */
    static double[] rounded(double[] values, int decimals) {
        return Arrays.stream(values)
                .map(value ->
                        Double.isFinite(value) ? Double.parseDouble(written(value, "%." + decimals + "f")) : value)
                .toArray();
    }

    /** How many decimals show so many significant digits of the smallest number that is not 0. */
    static int decimalsOfSmallest(double[] values, int digits) {
        double smallest = Arrays.stream(values)
                .map(Math::abs)
                .filter(value -> value > 0 && Double.isFinite(value))
                .min()
                .orElse(1);
        return Math.max(1, digits - 1 - (int) Math.floor(StrictMath.log10(smallest)));
    }

    /** Probabilities of one column; below the rounding of doubles only that they are. */
    static List<String> probabilities(double[] values, int digits) {
        List<String> fixed = column(where(values, true), digits);
        List<String> scientific = column(where(values, false), digits);
        String[] texts = new String[values.length];
        int longest = 0;
        int f = 0;
        int s = 0;
        for (int i = 0; i < values.length; i++) {
            if (isTiny(values[i])) {
                continue;
            }
            texts[i] = isFixed(values[i]) ? fixed.get(f++) : scientific.get(s++);
            longest = Math.max(longest, texts[i].length());
        }
        String bound = bound(digits - 2, longest);
        return Arrays.stream(texts).map(text -> text == null ? bound : text).toList();
    }

    private static String bound(int wanted, int longest) {
        int digits = Math.max(1, wanted);
        if (longest > 0 && digits > 1 && digits + 6 > longest) {
            digits = Math.max(1, longest - 7);
        }
        boolean tight = digits == 1 && longest <= 6;
        return "<" + (tight ? "" : " ") + String.format(Locale.ROOT, "%." + (digits - 1) + "e", EPSILON);
    }

    private static double[] where(double[] values, boolean fixed) {
        return Arrays.stream(values)
                .filter(value -> !isTiny(value) && isFixed(value) == fixed)
                .toArray();
    }

    private static boolean isTiny(double value) {
        return value < EPSILON;
    }

    private static boolean isFixed(double value) {
        return !(value < SMALL);
    }

    /** The mark of a probability. */
    static String stars(double p) {
        if (p <= 0.001) {
            return "***";
        }
        if (p <= 0.01) {
            return "**";
        }
        if (p <= 0.05) {
            return "*";
        }
        return p <= 0.1 ? "." : "";
    }
}
