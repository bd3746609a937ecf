package io.github.clv4j.scoring;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Mark;

/** What values an input of a model may take. Immutable and thread-safe. */
public enum InputKind {
    /** Any finite number, or none. */
    OPTIONAL_NUMBER("finite or missing", "number, may be missing", "数值(可缺失)"),
    /** Any finite number. */
    NUMBER("finite", "number", "数值"),
    /** A number of periods, in [0, Inf). */
    PERIODS("in [0, Inf)", "number of periods", "期数"),
    /** A probability, in [0, 1]. */
    PROBABILITY("in [0, 1]", "probability", "概率"),
    /** 0 or 1. */
    FLAG("0 or 1", "flag", "是否标志"),
    /** A group, one of a list of names; as a number, its place in that list. */
    GROUP("a group the model was fitted on", "group", "分组");

    private final String bound;
    private final String english;
    private final String chinese;

    InputKind(String bound, String english, String chinese) {
        this.bound = bound;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }

    /** What a value must be, as it reads after "must be". */
    String bound() {
        return bound;
    }

    /**
     * Whether a number is of this kind; never for infinities, and for NaN only where a number may be missing. For groups it
     * must be a whole number from 0; whether the place exists is for the list of groups to say.
     */
    boolean admits(double value) {
        return switch (this) {
            case OPTIONAL_NUMBER -> !Double.isInfinite(value);
            case NUMBER -> Double.isFinite(value);
            case PERIODS -> value >= 0 && value < Double.POSITIVE_INFINITY;
            case PROBABILITY -> value >= 0 && value <= 1;
            case FLAG -> value == 0 || value == 1;
            case GROUP -> value >= 0 && value == (int) value;
        };
    }

    /**
     * The columnar form of {@link #admits(double)}: writes NaN to the marks of the customers whose value is not admitted,
     * and leaves the others.
     */
    void mark(double[] values, int from, int to, double[] marks) {
        switch (this) {
            case NUMBER -> markNumbers(values, from, to, marks);
            case PROBABILITY -> markProbabilities(values, from, to, marks);
            case FLAG -> markFlags(values, from, to, marks);
            default -> {
                for (int i = from; i < to; i++) {
                    marks[i] = admits(values[i]) ? marks[i] : Double.NaN;
                }
            }
        }
    }

    private static void markNumbers(double[] values, int from, int to, double[] marks) {
        for (int i = from; i < to; i++) {
            marks[i] += Mark.finite(values[i]);
        }
    }

    private static void markProbabilities(double[] values, int from, int to, double[] marks) {
        for (int i = from; i < to; i++) {
            marks[i] += Mark.probability(values[i]);
        }
    }

    private static void markFlags(double[] values, int from, int to, double[] marks) {
        for (int i = from; i < to; i++) {
            marks[i] += Mark.zeroOrOne(values[i]);
        }
    }

    /** The least number there is of this kind. */
    double lowest() {
        return this == OPTIONAL_NUMBER || this == NUMBER ? Double.NEGATIVE_INFINITY : 0;
    }

    /** The greatest number there is of this kind. */
    double highest() {
        return this == PROBABILITY || this == FLAG ? 1 : Double.POSITIVE_INFINITY;
    }

    /**
     * The kind of a column that serves as two kinds: the stricter one. The kinds of numbers are declared from the widest
     * to the narrowest.
     */
    InputKind and(InputKind other, String name) {
        if (this != other && (this == GROUP || other == GROUP)) {
            throw new IllegalArgumentException(
                    "column " + name + " must be either a group or a number, but the plan uses it as both");
        }
        return compareTo(other) >= 0 ? this : other;
    }
}
