package io.github.clv4j.json;

/** What the cells of a raw column hold. A plan says it, so that no file reader has to guess it from the first rows. */
public enum ColumnType {
    /** Any text, taken as it stands. Blank is missing. */
    TEXT,

    /**
     * A number with a decimal point and no thousands separators: {@code -12}, {@code 3.5}, {@code 1e-3}, and also {@code NaN}
     * and {@code inf}, which no score is made of. Blank is missing.
     */
    NUMBER,

    /** A calendar date written as ISO 8601 writes it, {@code 2024-12-31}. Blank is missing. */
    DATE
}
