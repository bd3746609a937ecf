package io.github.clv4j.json;

import io.github.clv4j.base.Require;

/**
 * How a model reads the customer files it scores: as the plan it was fitted by did, with the text of its SQL in place of a
 * file. Immutable and thread-safe.
 *
 * @param plan the raw columns, the column of ids and the conditions
 * @param sql the text of the SQL, which the plan has in a file
 */
public record InputQuery(InputPlan plan, String sql) {

    /**
     * Creates a query.
     *
     * @param plan the raw columns, the column of ids and the conditions
     * @param sql the text of the SQL, which the plan has in a file
     * @throws IllegalArgumentException if the SQL is blank or holds NUL, where the database would end it
     */
    public InputQuery {
        Require.notBlank(sql, "sql");
        if (sql.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("sql must not hold NUL, but does at character " + sql.indexOf('\0'));
        }
    }
}
