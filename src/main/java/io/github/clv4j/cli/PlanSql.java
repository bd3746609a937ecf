package io.github.clv4j.cli;

import io.github.clv4j.cli.SqlTree.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SQL of a plan may be: one SELECT that makes each customer's values from that customer alone, or one condition, and
 * either gives the same at every run. So its tree must hold nothing that reads other tables, other customers, a clock or
 * chance. What a function does is what DuckDB says of it, and what is listed here where DuckDB says too little.
 */
final class PlanSql {

    private static final Set<String> TABLE_FUNCTIONS = Set.of("generate_series", "range", "unnest");

    /** What has no place in making values of one customer, by its name in the tree and in SQL. */
    private static final Map<String, String> REFUSED_PARTS = Map.of(
            "recursive_cte_node", "WITH RECURSIVE",
            "pivot", "PIVOT",
            "show_ref", "DESCRIBE, SHOW or SUMMARIZE",
            "positional", "POSITIONAL JOIN",
            "value_parameter", "parameters");

    /** Words, written as columns are, for functions whose result changes. */
    private static final Set<String> CHANGING_WORDS = Set.of(
            "current_catalog",
            "current_date",
            "current_schema",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp");

    /** Functions that are not for plans, and how DuckDB knows them. */
    private enum Refused {
        AGGREGATE("function_type = 'aggregate'"),

        /** Their arguments do not settle their result. */
        CHANGING("function_type = 'scalar' AND stability <> 'CONSISTENT' OR function_name IN ('age', 'ago',"
                + " 'current_localtime', 'current_localtimestamp', 'pg_conf_load_time', 'pg_postmaster_start_time',"
                + " 'pg_sleep')"),

        /**
         * Most macros, since one may stand for a query or an aggregate; functions that take SQL, or the inner state of an
         * aggregate, for an argument; comparisons called by their quoted name, which do not look at the types of what they
         * compare and can so end the process.
         */
        INTERNAL("function_type = 'macro' AND NOT regexp_full_match(function_name,"
                + " '(array|list)_\\w+|map_contains_\\w+|date_add|days_in_month|fdiv|fmod|if|json|nullif|split_part')"
                + " OR starts_with(function_name, '__') OR function_name IN ('combine', 'finalize', 'to_aggregate_state',"
                + " 'json_serialize_plan', '=', '!=', '<', '<=', '>', '>=', 'IS DISTINCT FROM',"
                + " 'IS NOT DISTINCT FROM')");

        private final String condition;

        Refused(String condition) {
            this.condition = condition;
        }
    }

    private static final String DATABASE = "SELECT "
            + Stream.of(Refused.values())
                    .map(kind -> "list(DISTINCT function_name) FILTER (" + kind.condition + ") AS " + kind + ", ")
                    .collect(Collectors.joining())
            + "(SELECT list(name) FROM (SELECT table_name AS name FROM duckdb_tables()"
            + " UNION SELECT view_name FROM duckdb_views())) AS tables FROM duckdb_functions()";

    private final String source;
    private final SqlTree tree;
    private final Map<Refused, List<String>> functions = new EnumMap<>(Refused.class);
    private final List<String> tables;

    private PlanSql(Connection connection, String source, SqlTree tree) throws SQLException {
        this.source = source;
        this.tree = tree;
        try (Statement statement = connection.createStatement();
                ResultSet database = statement.executeQuery(DATABASE)) {
            database.next();
            this.tables = SqlTree.names(database.getArray("tables"));
            for (Refused kind : Refused.values()) {
                functions.put(kind, SqlTree.names(database.getArray(kind.name())));
            }
        }
    }

    /** Refuses, naming {@code source}, whatever is not exactly one such SELECT, whatever comments surround it. */
    static void requireSelect(Connection connection, String source, String sql) throws SQLException {
        SqlTree tree = SqlTree.of(connection, source, "a single SELECT", sql);
        PlanSql select = new PlanSql(connection, source, tree);
        select.require();
        select.requireRowWise();
    }

    /**
     * A condition is what can be selected both bare and in brackets: {@code a) UNION SELECT (b} fails bare, {@code a UNION
     * SELECT b}, {@code a FROM b}, {@code a; DROP b} in brackets. It may compare a customer with all others, since no value
     * is made of it. Returns it in brackets, safe against a comment at its end.
     */
    static String requireCondition(Connection connection, String source, String condition) throws SQLException {
        String bracketed = "(" + condition + "\n)";
        SqlTree.of(connection, source, "one condition", "SELECT " + condition);
        SqlTree tree = SqlTree.of(connection, source, "one condition", "SELECT " + bracketed);
        new PlanSql(connection, source, tree).require();
        return bracketed;
    }

    /** Whether a condition, which {@link #requireCondition} found to be one, looks at other customers too. */
    static boolean comparesCustomers(Connection connection, String source, String condition) throws SQLException {
        return !SqlTree.of(connection, source, "one condition", "SELECT (" + condition + "\n)")
                .names(Part.TABLES)
                .isEmpty();
    }

    private void require() {
        Stream.concat(tree.names(Part.NODES).stream(), tree.names(Part.JOINS).stream())
                .filter(REFUSED_PARTS::containsKey)
                .findFirst()
                .ifPresent(name -> {
                    throw refused("must not use " + REFUSED_PARTS.get(name));
                });
        requireCustomersOnly();
        requireRepeatable();
        used(Refused.INTERNAL).ifPresent(function -> {
            throw refused("must not use " + function + "()");
        });
    }

    private void requireCustomersOnly() {
        for (String function : tree.names(Part.TABLE_FUNCTIONS)) {
            if (!TABLE_FUNCTIONS.contains(function)) {
                throw refused("must not select from " + function + "(): it sees the view customers only");
            }
        }
        for (String table : tree.names(Part.TABLES)) {
            if (!table.equals("customers") && !tree.names(Part.SUBQUERIES).contains(table)) {
                throw refused("must not select from " + table + ": it sees the view customers only");
            }
        }
        // Where such a subquery is out of scope, its name is that of the table.
        for (String subquery : tree.names(Part.SUBQUERIES)) {
            if (tables.contains(subquery)) {
                throw refused("must not call a subquery " + subquery + ", which is a table of the database");
            }
        }
    }

    private void requireRepeatable() {
        String rule = "must give the same at every run, but uses ";
        if (!tree.names(Part.SAMPLES).isEmpty()) {
            throw refused(rule + "a sample");
        }
        used(Refused.CHANGING).ifPresent(function -> {
            throw refused(rule + function + "()");
        });
        tree.names(Part.COLUMNS).stream()
                .filter(CHANGING_WORDS::contains)
                .findFirst()
                .ifPresent(word -> {
                    throw refused(rule + word);
                });
    }

    private void requireRowWise() {
        String rule = "must make each customer's values from that customer alone, but ";
        if (tree.names(Part.CLASSES).contains("window")) {
            throw refused(rule + "uses a window");
        }
        used(Refused.AGGREGATE).ifPresent(function -> {
            throw refused(rule + "uses " + function + "()");
        });
        List<String> selectedFrom = tree.names(Part.TABLES);
        for (String table : selectedFrom) {
            if (Collections.frequency(selectedFrom, table) > 1) {
                throw refused(rule + "selects from " + table + " more than once");
            }
        }
        if (!selectedFrom.contains("customers")) {
            throw refused("must select from customers");
        }
    }

    private Optional<String> used(Refused kind) {
        List<String> refused = functions.getOrDefault(kind, List.of());
        return tree.names(Part.FUNCTIONS).stream().filter(refused::contains).findFirst();
    }

    private UserError refused(String rule) {
        return new UserError(source + " " + rule);
    }
}
