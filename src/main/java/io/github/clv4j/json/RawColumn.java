package io.github.clv4j.json;

import java.util.Objects;

/**
 * A column of the customer file that a plan uses, by the exact name in the header.
 *
 * <p>A record of a name and an enum: immutable and thread-safe.
 *
 * @param name the name in the header; not blank, and not {@code input_row}, which is the position of a customer in the file
 * @param type what its cells hold
 */
public record RawColumn(String name, ColumnType type) {

    /** The column every customer table has besides the declared ones: the 0-based position of the customer in the file. */
    public static final String INPUT_ROW = "input_row";

    /** @throws IllegalArgumentException if the name is blank or {@code input_row}, in whatever case: SQL sees no case */
    public RawColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a raw column must not be blank, but was '" + name + "'");
        }
        if (name.equalsIgnoreCase(INPUT_ROW)) {
            throw new IllegalArgumentException(
                    "name of a raw column must not be " + INPUT_ROW + ", which is the position in the file");
        }
    }
}
