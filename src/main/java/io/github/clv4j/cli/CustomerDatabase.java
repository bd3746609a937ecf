package io.github.clv4j.cli;

import io.github.clv4j.json.RawColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The customer file in an in-memory database, where the SQL of a plan makes model inputs of it.
 *
 * <p>That SQL comes with the plan, perhaps from a stranger: it can read the view {@code customers} and nothing else. It is
 * checked to be a single SELECT ({@link PlanSql}), runs after all access to files and all change of settings was switched
 * off for good, and in a read-only transaction. It runs on one thread, because sums of doubles over several threads differ
 * from run to run.
 *
 * <p>Not thread-safe: one connection, one user.
 */
final class CustomerDatabase implements AutoCloseable {

    private final DuckDBConnection connection;
    private final List<RawFailure> failures;
    private final int rows;

    private CustomerDatabase(DuckDBConnection connection, List<RawFailure> failures) throws SQLException {
        this.connection = connection;
        this.failures = List.copyOf(failures);
        this.rows = Math.toIntExact(Sql.queryLong(connection, "SELECT count(*) FROM customer_rows"));
    }

    /**
     * Reads a {@code .csv} or {@code .parquet} file. Rows that cannot be read, and cells that are not of their declared type,
     * are missing values and {@link #failures()}.
     *
     * @throws UserError if the file as a whole cannot be used
     */
    static CustomerDatabase load(
            Path input, List<RawColumn> columns, java.util.Set<String> optional, java.time.Duration sqlTimeLimit) {
        DuckDBConnection connection = null;
        try {
            connection = Sql.openInMemory();
            List<RawFailure> failures = CustomerLoader.load(connection, input, columns);
            Sql.execute(connection, customersView(columns));
            lock(connection);
            return new CustomerDatabase(connection, failures);
        } catch (SQLException | IOException e) {
            closeQuietly(connection, e);
            throw new UserError(input + " cannot be read: " + firstLine(e), e);
        } catch (RuntimeException e) {
            closeQuietly(connection, e);
            throw e;
        }
    }

    /** Number of customers in the file, those with failures included. */
    long rows() {
        return rows;
    }

    /** What is wrong with single rows, in file order. */
    List<RawFailure> failures() {
        return failures;
    }

    /**
     * Runs a SELECT over {@code customers} that returns every {@code input_row} once, in any order, beside the wanted columns.
     *
     * @param sqlName the file the SQL comes from, for messages
     * @throws UserError if the SQL cannot be run, lacks a column, or loses, adds or repeats rows
     */
    PreparedTable prepare(
            String sqlName,
            String sql,
            List<String> numberColumns,
            List<String> textColumns,
            java.util.Set<String> unread) {
        return readOnly(sqlName, () -> {
            PlanSql.requireSelect(connection, sqlName, sql);
            ResultColumns.of(connection, sqlName, sql).require(numberColumns, textColumns);
            // The text that was checked is run as it is, as the body of a view; a view refuses statements that write.
            Sql.execute(connection, "CREATE TEMP VIEW clv4j_prepared AS " + sql);
            return new PreparedTableReader(sqlName, rows, numberColumns, textColumns)
                    .read(connection, "clv4j_prepared");
        });
    }

    /**
     * The customers for whom a condition over the columns of {@code customers} is true; where it is NULL, it is not.
     *
     * @param field the field of the plan that holds the condition, for messages
     * @throws UserError if it is not one expression of type BOOLEAN
     */
    BitSet rowsWhere(String field, String condition) {
        return readOnly(field, () -> {
            String expression = PlanSql.requireCondition(connection, field, condition);
            requireBoolean(field, expression);
            return select("SELECT input_row FROM customers WHERE " + expression);
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the customer database cannot be closed", e);
        }
    }

    private static String customersView(List<RawColumn> columns) {
        StringBuilder select = new StringBuilder("CREATE VIEW customers AS SELECT rowid AS input_row");
        for (int i = 0; i < columns.size(); i++) {
            select.append(", v")
                    .append(i)
                    .append(" AS ")
                    .append(Sql.identifier(columns.get(i).name()));
        }
        return select + " FROM customer_rows";
    }

    private static void lock(DuckDBConnection connection) throws SQLException {
        Sql.execute(connection, "SET threads = 1");
        Sql.execute(connection, "SET enable_external_access = false");
        Sql.execute(connection, "SET lock_configuration = true");
    }

    /** DuckDB adds lines of advice that only somebody who calls it can follow. */
    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("state machine reached an invalid state")
                ? "all lines must end alike, in LF or in CRLF"
                : message.lines().findFirst().orElse("");
    }

    private static void closeQuietly(@Nullable DuckDBConnection connection, Exception cause) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private <T> T readOnly(String source, Query<T> query) {
        try {
            Sql.execute(connection, "BEGIN TRANSACTION READ ONLY");
            try {
                return query.run();
            } finally {
                Sql.execute(connection, "ROLLBACK");
            }
        } catch (SQLException e) {
            throw new UserError(source + ": " + e.getMessage(), e);
        }
    }

    private void requireBoolean(String field, String expression) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + expression + " FROM customers")) {
            ResultSetMetaData result = statement.getMetaData();
            if (result.getColumnCount() != 1 || !result.getColumnTypeName(1).equals("BOOLEAN")) {
                throw new UserError(field + " must be one condition that is true or false, but is of type "
                        + result.getColumnTypeName(1));
            }
        }
    }

    private BitSet select(String sql) throws SQLException {
        BitSet selected = new BitSet(rows);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                selected.set(result.getInt(1));
            }
        }
        return selected;
    }

    private interface Query<T> {
        T run() throws SQLException;
    }
}
