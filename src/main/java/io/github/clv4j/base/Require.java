package io.github.clv4j.base;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Argument checks that return their argument. Every test is a positive predicate, so NaN fails it, and every message
 * holds the name, the bound and the value. Shared by the packages of clv4j; not part of what the library promises.
 * Stateless and thread-safe.
 */
public final class Require {

    private Require() {}

    /**
     * Checks that a value is neither NaN nor infinite.
     *
     * @param value the value
     * @param name what the value is called in the message
     * @return the value
     */
    public static double finite(double value, String name) {
        if (Double.isFinite(value)) {
            return value;
        }
        throw outside(name, "finite", value);
    }

    /**
     * Checks that a value is in (0, Inf).
     *
     * @param value the value
     * @param name what the value is called in the message
     * @return the value
     */
    public static double positive(double value, String name) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw outside(name, "in (0, Inf)", value);
    }

    /**
     * Checks that a value is in [0, 1].
     *
     * @param value the value
     * @param name what the value is called in the message
     * @return the value
     */
    public static double probability(double value, String name) {
        if (value >= 0 && value <= 1) {
            return value;
        }
        throw outside(name, "in [0, 1]", value);
    }

    /**
     * Checks that a number has no other value than 0 and 1.
     *
     * @param value the value
     * @param name what the value is called in the message
     * @return the value
     */
    public static double zeroOrOne(double value, String name) {
        if (value == 0 || value == 1) {
            return value;
        }
        throw outside(name, "0 or 1", value);
    }

    /**
     * Checks that two lengths are equal.
     *
     * @param length the length found
     * @param expected the length wanted
     * @param name what has that length
     */
    public static void length(int length, int expected, String name) {
        if (length != expected) {
            throw new IllegalArgumentException(name + " must have length " + expected + ", but had " + length);
        }
    }

    /**
     * Checks that a name is not blank.
     *
     * @param text the text
     * @param name what the text is called in the message
     * @return the text
     */
    public static String notBlank(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was \"" + text + "\"");
        }
        return text;
    }

    /**
     * Checks that no element occurs twice.
     *
     * @param <T> the type of the elements
     * @param values the elements
     * @param name what the elements are called in the message
     */
    public static <T> void distinct(Collection<T> values, String name) {
        Set<T> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(name + " must be distinct, but \"" + value + "\" stands twice");
            }
        }
    }

    /**
     * The error for a value outside its bounds.
     *
     * @param name what the value is called
     * @param bound what it must be, as it reads after "must be"
     * @param value the value found
     * @return an exception to throw
     */
    public static IllegalArgumentException outside(String name, String bound, double value) {
        return outside(name, bound, Double.toString(value));
    }

    /**
     * The error for a whole number outside its bounds.
     *
     * @param name what the number is called
     * @param bound what it must be, as it reads after "must be"
     * @param value the number found
     * @return an exception to throw
     */
    public static IllegalArgumentException outside(String name, String bound, long value) {
        return outside(name, bound, Long.toString(value));
    }

    private static IllegalArgumentException outside(String name, String bound, String value) {
        return new IllegalArgumentException(name + " must be " + bound + ", but was " + value);
    }
}
