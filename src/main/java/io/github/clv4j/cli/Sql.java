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
        return open(new Properties());
    }

    /**
     * Such a database, whose results come as they are made and are never held as a whole. An error amidst one ends it without
     * a word, so whoever reads it must know how long it ought to be.
     */
    static DuckDBConnection openStreaming() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return open(properties);
    }

    private static DuckDBConnection open(Properties properties) throws SQLException {
        DuckDBConnection connection =
                new DuckDBDriver().connect("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
        execute(connection, "SET autoinstall_known_extensions = false");
        execute(connection, "SET autoload_known_extensions = false");
        execute(connection, "SET temp_directory = ''");
        return connection;
    }

    /** What DuckDB or the system says against a file. DuckDB adds lines of advice that only somebody who calls it can follow. */
    static UserError unreadable(Path input, Exception e) {
        String message = String.valueOf(e.getMessage());
        String reason = message.contains("state machine reached an invalid state")
                ? "all lines must end alike, in LF or in CRLF, and no cell may hold a carriage return alone"
                : message.lines().findFirst().orElse("");
        return new UserError(input + " cannot be read: " + reason, e);
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a database cannot be closed", e);
        }
    }

    /** Closes a connection because of an error, which is not to be hidden by another. */
    static void closeQuietly(Connection connection, Exception cause) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
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
