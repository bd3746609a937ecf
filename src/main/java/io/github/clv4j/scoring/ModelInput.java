package io.github.clv4j.scoring;

import java.util.List;

/**
 * One input of a model. Immutable and thread-safe.
 *
 * @param name the name of the input, which is the name of its column
 * @param kind what values it may take
 * @param groups the groups the model knows, in the order of their codes; empty for a number, and in a plan that is not
 *     yet fitted
 */
public record ModelInput(String name, InputKind kind, List<String> groups) {

    /**
     * Keeps a copy of the groups.
     *
     * @param name the name of the input, which is the name of its column
     * @param kind what values it may take
     * @param groups the groups the model knows, in the order of their codes; empty for a number, and in a plan that is not yet fitted
     */
    public ModelInput {
        groups = List.copyOf(groups);
    }

    ModelInput(String name, InputKind kind) {
        this(name, kind, List.of());
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
        return kind.admits(value) && !(isGroup() && !groups.isEmpty() && value >= groups.size());
    }

    /** Why a value cannot be scored; {@code text} is how to show it. */
    InvalidInputException refusal(double value, String text) {
        return Double.isNaN(value)
                ? new InvalidInputException(name, "", "is missing")
                : new InvalidInputException(name, text, "must be " + kind.bound());
    }
}
