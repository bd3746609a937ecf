package io.github.clv4j.cli;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What SQL of a plan may be: one SELECT that makes each customer's values from that customer alone, or one condition, and
 * either gives the same at every run. DuckDB's own parser is asked, so that no text passes here as one thing and runs as another.
 *
 * <p>The tree it returns is searched for what would read other tables, other customers, a clock or chance. A SELECT may
 * still carry a DELETE in its WITH clause; that is left to the read-only transaction in which {@link CustomerDatabase} runs
 * it.
 */
final class PlanSql {

    private static final Set<String> TABLE_FUNCTIONS = Set.of("generate_series", "range", "unnest");

    private static final String PARSE = "WITH parsed AS (SELECT json_serialize_sql(?) AS tree) SELECT"
            + " tree ->> 'error_message', CAST(tree ->> 'position' AS INTEGER), json_array_length(tree -> 'statements'),"
            + " tree ->> '$..function.function_name', tree ->> '$..table_name', tree ->> '$..cte_map.map[*].key',"
            + " tree ->> '$..class', tree ->> '$..function_name', tree ->> '$..column_names[*]' FROM parsed";

    /** Names of the functions that look at several rows, and of those whose result is not given by their arguments. */
    private static final String FUNCTIONS = "SELECT list(DISTINCT function_name) FROM duckdb_functions()"
            + " WHERE CASE WHEN ? THEN function_type = 'aggregate'"
            + " ELSE function_type = 'scalar' AND stability <> 'CONSISTENT' END";

    private PlanSql() {}

    /** Refuses, naming {@code source}, whatever is not exactly one such SELECT, whatever comments surround it. */
    static void requireSelect(Connection connection, String source, String sql) throws SQLException {
        try (PreparedStatement parse = connection.prepareStatement(PARSE);
                ResultSet tree = parsed(parse, sql)) {
            require(connection, source, "a single SELECT", sql, tree);
            requireRowWise(connection, source, names(tree, 7), names(tree, 8));
        }
    }

    /**
     * A condition is what can be selected both bare and in brackets: {@code a) UNION SELECT (b} fails bare, {@code a UNION
     * SELECT b}, {@code a FROM b}, {@code a; DROP b} in brackets. It may compare a customer with all others, since no value
     * is made of it. Returns it in brackets, safe against a comment at its end.
     */
    static String requireCondition(Connection connection, String source, String condition) throws SQLException {
        String bracketed = "(" + condition + "\n)";
        for (String text : List.of(condition, bracketed)) {
            try (PreparedStatement parse = connection.prepareStatement(PARSE);
                    ResultSet tree = parsed(parse, "SELECT " + text)) {
                require(connection, source, "one condition", "SELECT " + text, tree);
            }
        }
        return bracketed;
    }

    private static ResultSet parsed(PreparedStatement parse, String sql) throws SQLException {
        parse.setString(1, sql);
        ResultSet tree = parse.executeQuery();
        tree.next();
        return tree;
    }

    private static void require(Connection connection, String source, String kind, String sql, ResultSet tree)
            throws SQLException {
        requireParsed(source, kind, sql, tree.getString(1), tree.getInt(2));
        requireOne(source, kind, tree.getInt(3));
        requireCustomersOnly(source, names(tree, 4), names(tree, 5), names(tree, 6));
        requireRepeatable(connection, source, names(tree, 8), names(tree, 9));
    }

    private static void requireParsed(String source, String kind, String sql, @Nullable String error, int position) {
        if (error == null) {
            return;
        }
        if (error.contains("Only SELECT")) {
            throw new UserError(source + " must be " + kind + ", but holds a statement of another kind");
        }
        int to = Math.min(position, sql.length());
        long line = 1 + sql.substring(0, to).chars().filter(c -> c == '\n').count();
        throw new UserError(source + ", line " + line + ": " + error);
    }

    private static void requireOne(String source, String kind, int statements) {
        if (statements != 1) {
            throw new UserError(source + " must be " + kind + ", but has " + statements + " statements");
        }
    }

    private static void requireCustomersOnly(
            String source, List<String> tableFunctions, List<String> tables, List<String> subqueries) {
        for (String function : tableFunctions) {
            if (!TABLE_FUNCTIONS.contains(function)) {
                throw new UserError(source + " must not select from " + function + "(): it sees the customers only");
            }
        }
        for (String table : tables) {
            if (!table.equals("customers") && !subqueries.contains(table)) {
                throw new UserError(source + " must not select from " + table + ": it sees the customers only");
            }
        }
    }

    private static void requireRowWise(
            Connection connection, String source, List<String> classes, List<String> functions) throws SQLException {
        if (classes.contains("window")) {
            throw new UserError(
                    source + " must make each customer's values from that customer alone, but uses a window");
        }
        List<String> aggregates = functions(connection, true);
        for (String function : functions) {
            if (aggregates.contains(function)) {
                throw new UserError(source + " must make each customer's values from that customer alone, but uses "
                        + function + "()");
            }
        }
    }

    /** Some functions, such as {@code current_date}, are written as columns are. */
    private static void requireRepeatable(
            Connection connection, String source, List<String> functions, List<String> columns) throws SQLException {
        List<String> changing = functions(connection, false);
        for (String name : functions) {
            if (changing.contains(name)) {
                throw new UserError(source + " must give the same at every run, but uses " + name + "()");
            }
        }
        for (String name : columns) {
            if (name.startsWith("current_") && changing.contains(name)) {
                throw new UserError(source + " must give the same at every run, but uses " + name);
            }
        }
    }

    private static List<String> functions(Connection connection, boolean aggregate) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FUNCTIONS)) {
            statement.setBoolean(1, aggregate);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return names(result, 1);
            }
        }
    }

    private static List<String> names(ResultSet result, int column) throws SQLException {
        List<String> names = new ArrayList<>();
        Array array = result.getArray(column);
        if (array != null) {
            for (Object name : (Object[]) array.getArray()) {
                names.add(String.valueOf(name).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
