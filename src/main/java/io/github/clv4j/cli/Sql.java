package io.github.clv4j.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** The few words of SQL that the classes here put together by hand. */
final class Sql {

    private Sql() {}

    /**
     * A database of its own in memory, which never fetches an extension, and fails rather than go on in files: left to itself
     * it would make a folder {@code .tmp} where the process was started.
     */
    static DuckDBConnection openInMemory() throws SQLException {
        DuckDBConnection connection =
                new DuckDBDriver().connect("jdbc:duckdb:", new Properties()).unwrap(DuckDBConnection.class);
        execute(connection, "SET autoinstall_known_extensions = false");
        execute(connection, "SET autoload_known_extensions = false");
        execute(connection, "SET temp_directory = ''");
        return connection;
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /** A file to be read, by exactly this name: DuckDB takes {@code * ? [} for patterns and could read another file. */
    static String fileToRead(Path path) {
        return text(path.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long queryLong(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
