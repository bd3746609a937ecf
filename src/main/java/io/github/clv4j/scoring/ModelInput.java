package io.github.clv4j.scoring;

import java.util.List;

/**
 * One input of a model. Immutable and thread-safe.
 *
 * @param name the name of the input, which is the name of its column
 * @param kind what values it may take
 * @param groups the groups the model knows, in the order of their codes; empty for a number, and in a plan that is not
 *     yet fitted
 * @param lowest the lowest number it may be, where it is the answer to a question; else minus infinity
 * @param highest the highest number it may be, where it is the answer to a question; else infinity
 */
public record ModelInput(String name, InputKind kind, List<String> groups, double lowest, double highest) {

    /**
     * Keeps a copy of the groups.
     *
     * @param name the name of the input, which is the name of its column
     * @param kind what values it may take
     * @param groups the groups the model knows, in the order of their codes; empty for a number, and in a plan that is not
     *     yet fitted
     * @param lowest the lowest number it may be
     * @param highest the highest number it may be
     */
    public ModelInput {
        groups = List.copyOf(groups);
    }

    ModelInput(String name, InputKind kind) {
        this(name, kind, List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    ModelInput withRange(double from, double to) {
        return new ModelInput(name, kind, groups, from, to);
    }

    ModelInput withGroups(List<String> known) {
        return new ModelInput(name, kind, known, lowest, highest);
    }

    /** The input of a column that serves as two: it must be fit for both. */
    ModelInput and(ModelInput other) {
        InputKind both = kind.and(other.kind, name);
        double from = Math.max(lowest, other.lowest);
        double to = Math.min(highest, other.highest);
        if (!(Math.max(from, both.lowest()) <= Math.min(to, both.highest()))) {
            throw new IllegalArgumentException(
                    "column " + name + " must be " + bound() + " for one use, but " + other.bound() + " for another");
        }
        return new ModelInput(name, both, groups, from, to);
    }

    /**
     * The number that stands for a group in {@link ScoringModel#score(double[])}. Looks through the list: keep the numbers
     * where there are many groups.
     *
     * @param group the name of the group
     * @return its place in {@link #groups()}
     * @throws IllegalArgumentException if the model does not know the group
     */
    public double code(String group) {
        int code = groups.indexOf(group);
        if (code < 0) {
            throw new InvalidInputException(name, group, "must be " + kind.bound());
        }
        return code;
    }

    boolean isGroup() {
        return kind == InputKind.GROUP;
    }

    /** Whether a value can be scored. */
    boolean admits(double value) {
        return kind.admits(value)
                && !(isGroup() && !groups.isEmpty() && value >= groups.size())
                && !(value < lowest || value > highest);
    }

    /**
     * Writes NaN to the marks of the customers whose value cannot be scored, and leaves the others. Whether a group exists is
     * not looked at: who reads groups gives none that does not.
     */
    void mark(double[] values, int from, int to, double[] marks) {
        kind.mark(values, from, to, marks);
        if (isAnswer()) {
            for (int i = from; i < to; i++) {
                marks[i] = values[i] < lowest || values[i] > highest ? Double.NaN : marks[i];
            }
        }
    }

    private boolean isAnswer() {
        return highest < Double.POSITIVE_INFINITY;
    }

    /** Why a value cannot be scored; {@code text} is how to show it. */
    InvalidInputException refusal(double value, String text) {
        return Double.isNaN(value)
                ? new InvalidInputException(name, "", "is missing")
                : new InvalidInputException(name, text, "must be " + bound());
    }

    private String bound() {
        if (!isAnswer()) {
            return kind.bound();
        }
        String range = "in [" + lowest + ", " + highest + "]";
        return switch (kind) {
            case OPTIONAL_NUMBER -> range + " or missing";
            case NUMBER -> range;
            default ->
                lowest <= kind.lowest() && highest >= kind.highest() ? kind.bound() : kind.bound() + " and " + range;
        };
    }
}
