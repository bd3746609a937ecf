package io.github.clv4j.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What SQL of a plan may be: exactly one SELECT, or one expression. DuckDB's own parser is asked, so that no text passes
 * here as one thing and runs as another.
 *
 * <p>The tree it returns is also searched for table functions, of which only those that make up rows are let through: the
 * others read files, settings or memory, or run further SQL. A SELECT may still carry a DELETE in its WITH clause; that is
 * left to the read-only transaction in which {@link CustomerDatabase} runs it.
 */
final class PlanSql {

    private static final Set<String> TABLE_FUNCTIONS = Set.of("generate_series", "range", "unnest");

    private static final String PARSE = "WITH parsed AS (SELECT json_serialize_sql(?) AS tree) SELECT"
            + " tree ->> 'error_message', CAST(tree ->> 'position' AS INTEGER), json_array_length(tree -> 'statements'),"
            + " array_to_string(tree ->> '$..function.function_name', ' ') FROM parsed";

    private PlanSql() {}

    /** @throws UserError naming {@code source} unless {@code sql} is exactly one SELECT, whatever comments surround it */
    static void requireSelect(Connection connection, String source, String sql) throws SQLException {
        try (PreparedStatement parse = connection.prepareStatement(PARSE)) {
            parse.setString(1, sql);
            try (ResultSet tree = parse.executeQuery()) {
                tree.next();
                requireParsed(source, sql, tree.getString(1), tree.getInt(2));
                requireOne(source, tree.getInt(3));
                requireHarmless(source, tree.getString(4));
            }
        }
    }

    /**
     * An expression is what can be selected both bare and in brackets: {@code a) UNION SELECT (b} fails bare, {@code a UNION
     * SELECT b}, {@code a FROM b}, {@code a; DROP b} in brackets.
     *
     * @return the expression in brackets, safe against a comment at its end
     */
    static String requireExpression(Connection connection, String source, String expression) throws SQLException {
        String bracketed = "(" + expression + "\n)";
        requireSelect(connection, source, "SELECT " + expression);
        requireSelect(connection, source, "SELECT " + bracketed);
        return bracketed;
    }

    private static void requireParsed(String source, String sql, @Nullable String error, int position) {
        if (error == null) {
            return;
        }
        if (error.contains("Only SELECT")) {
            throw new UserError(source + " must be a single SELECT, but is a statement of another kind");
        }
        int to = Math.min(position, sql.length());
        long line = 1 + sql.substring(0, to).chars().filter(c -> c == '\n').count();
        throw new UserError(source + ", line " + line + ": " + error);
    }

    private static void requireOne(String source, int statements) {
        if (statements != 1) {
            throw new UserError(source + " must be a single SELECT, but has " + statements + " statements");
        }
    }

    private static void requireHarmless(String source, @Nullable String functions) {
        for (String function : functions == null || functions.isEmpty() ? new String[0] : functions.split(" ")) {
            if (!TABLE_FUNCTIONS.contains(function.toLowerCase(Locale.ROOT))) {
                throw new UserError(source + " must not select from " + function + "(): it sees the customers only");
            }
        }
    }
}
