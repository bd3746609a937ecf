package io.github.clv4j.scoring;

/** An input of one customer that cannot be scored, with the parts a {@link RowFailure} is made of. */
final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String reason;

    InvalidInputException(String field, String value, String reason) {
        super(value.isEmpty() ? field + " " + reason : field + " " + reason + ", but was " + value);
        this.field = field;
        this.value = value;
        this.reason = reason;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    String reason() {
        return reason;
    }
}
