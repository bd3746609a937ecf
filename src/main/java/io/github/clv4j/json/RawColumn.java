package io.github.clv4j.json;

import io.github.clv4j.base.Require;

/**
 * A column of the customer file that a plan uses, by the exact name in the header. Immutable and thread-safe.
 *
 * @param name the name in the header; not blank, and not {@code input_row}, which is the position of a customer in the file
 * @param type what its cells hold
 */
public record RawColumn(String name, ColumnType type) {

    /** The column every customer table has besides the declared ones: the 0-based position of the customer in the file. */
    public static final String INPUT_ROW = "input_row";

    /**
     * Creates a column.
     *
     * @param name the name in the header
     * @param type what its cells hold
     * @throws IllegalArgumentException if the name is blank or {@code input_row}, in whatever case: SQL sees no case
     */
    public RawColumn {
        Require.notBlank(name, "name of a raw column");
        if (name.equalsIgnoreCase(INPUT_ROW)) {
            throw new IllegalArgumentException(
                    "name of a raw column must not be " + INPUT_ROW + ", which is the position in the file");
        }
    }
}
