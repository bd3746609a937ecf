package io.github.clv4j.scoring;

/** An input of a customer that cannot be scored: which, its value, and why. */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The input at fault. */
    private final String field;

    /** The value at fault. */
    private final String value;

    /** What is wrong with it. */
    private final String reason;

    InvalidInputException(String field, String value, String reason) {
        super(value.isEmpty() ? field + " " + reason : field + " " + reason + ", but was " + value);
        this.field = field;
        this.value = value;
        this.reason = reason;
    }

    /**
     * The input at fault.
     *
     * @return its name
     */
    public String field() {
        return field;
    }

    /**
     * The value at fault as text.
     *
     * @return the text; empty where the value is missing
     */
    public String value() {
        return value;
    }

    /**
     * What is wrong with it.
     *
     * @return the reason, such as "must be in [0, 1]" or "is missing"
     */
    public String reason() {
        return reason;
    }
}
