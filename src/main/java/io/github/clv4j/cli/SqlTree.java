package io.github.clv4j.cli;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB's own parser makes of one SELECT, so that no text passes here as one thing and runs as another: the names that
 * stand in the tree, in lower case.
 */
final class SqlTree {

    /** What is looked at in the tree, and where it stands there. */
    enum Part {
        NODES("$..type"),
        JOINS("$..ref_type"),
        CLASSES("$..class"),
        SAMPLES("$..sample.method"),
        TABLES("$..table_name"),
        SUBQUERIES("$..cte_map.map[*].key"),
        TABLE_FUNCTIONS("$..function.function_name"),
        FUNCTIONS("$..function_name"),
        COLUMNS("$..column_names[*]");

        private final String path;

        Part(String path) {
            this.path = path;
        }
    }

    /** Far more than a plan needs, and so few that the parser does not outgrow the stack of {@link SqlThread}. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final String PARSE = "WITH parsed AS (SELECT json_serialize_sql(?) AS tree) SELECT"
            + " tree ->> 'error_message', CAST(tree ->> 'position' AS INTEGER), json_array_length(tree -> 'statements'), "
            + Stream.of(Part.values())
                    .map(part -> "tree ->> '" + part.path + "' AS " + Sql.identifier(part.name()))
                    .collect(Collectors.joining(", "))
            + " FROM parsed";

    private final String source;
    private final String kind;
    private final Map<Part, List<String>> names = new EnumMap<>(Part.class);

    private SqlTree(String source, String kind) {
        this.source = source;
        this.kind = kind;
    }

    /**
     * Parses SQL.
     *
     * @param source where it stands, for messages
     * @param kind what it must be, for messages
     * @throws UserError if it is not exactly one SELECT, whatever comments surround it
     */
    static SqlTree of(Connection connection, String source, String kind, String sql) throws SQLException {
        SqlTree tree = new SqlTree(source, kind);
        tree.requireText(sql);
        try (PreparedStatement parse = connection.prepareStatement(PARSE)) {
            parse.setString(1, sql);
            try (ResultSet result = parse.executeQuery()) {
                result.next();
                tree.requireParsed(sql, result.getString(1), result.getInt(2));
                tree.requireOneStatement(result.getInt(3));
                for (Part part : Part.values()) {
                    tree.names.put(part, names(result.getArray(part.name())));
                }
            }
        }
        tree.requireNothingWritten();
        return tree;
    }

    /** The names of this part in the tree, as often as they stand there. */
    List<String> names(Part part) {
        return names.getOrDefault(part, List.of());
    }

    static List<String> names(@Nullable Array array) throws SQLException {
        List<String> names = new ArrayList<>();
        if (array != null) {
            for (Object name : (Object[]) array.getArray()) {
                names.add(String.valueOf(name).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** DuckDB parses all of a text here, but runs a statement only up to U+0000. */
    private void requireText(String sql) {
        if (sql.length() > MOST_CHARACTERS) {
            throw new UserError(
                    source + " must not be longer than " + MOST_CHARACTERS + " characters, but has " + sql.length());
        }
        if (sql.indexOf('\0') >= 0) {
            throw new UserError(source + " must not hold the character U+0000");
        }
    }

    private void requireParsed(String sql, @Nullable String error, int position) {
        if (error == null) {
            return;
        }
        if (error.contains("Only SELECT")) {
            throw ofAnotherKind();
        }
        int to = Math.min(position, sql.length());
        long line = 1 + sql.substring(0, to).chars().filter(c -> c == '\n').count();
        throw new UserError(source + ", line " + line + ": " + error);
    }

    private void requireOneStatement(int statements) {
        if (statements != 1) {
            throw new UserError(source + " must be " + kind + ", but has " + statements + " statements");
        }
    }

    /** A SELECT may hold a DELETE, or a COPY to a file, in its WITH clause. */
    private void requireNothingWritten() {
        if (names(Part.NODES).stream().anyMatch(node -> node.endsWith("_query_node"))) {
            throw ofAnotherKind();
        }
    }

    private UserError ofAnotherKind() {
        return new UserError(source + " must be " + kind + ", but holds a statement of another kind");
    }
}
