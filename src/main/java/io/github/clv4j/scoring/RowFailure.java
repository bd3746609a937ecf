package io.github.clv4j.scoring;

/**
 * A customer who could not be scored, and why. Immutable and thread-safe.
 *
 * @param row the customer's place in its columns, from 0
 * @param id the customer's id, empty where the columns have none
 * @param field the input at fault; empty where no single one is
 * @param value the value at fault as text; empty where it is missing
 * @param reason what is wrong with it, such as "must be in [0, 1]" or "is missing"
 */
public record RowFailure(int row, String id, String field, String value, String reason) {

    static RowFailure of(int row, String id, IllegalArgumentException e) {
        return e instanceof InvalidInputException invalid
                ? new RowFailure(row, id, invalid.field(), invalid.value(), invalid.reason())
                : new RowFailure(row, id, "", "", String.valueOf(e.getMessage()));
    }
}
