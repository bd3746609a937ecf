package io.github.clv4j.cli;

import java.util.Set;

/** Which of DuckDB's types can be taken for a number, a text, or a row number. */
final class SqlTypes {

    private static final Set<String> INTEGERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT");

    /** What DuckDB calls the type of a column that is the word NULL. */
    private static final String NOTHING = "\"NULL\"";

    private SqlTypes() {}

    static boolean isInteger(String type) {
        return INTEGERS.contains(type);
    }

    static boolean isNumber(String type) {
        return isInteger(type)
                || type.equals("DOUBLE")
                || type.equals("FLOAT")
                || type.startsWith("DECIMAL")
                || type.equals("BOOLEAN")
                || type.equals(NOTHING);
    }

    static boolean isText(String type) {
        return type.equals("VARCHAR") || type.startsWith("ENUM") || type.equals(NOTHING);
    }
}
