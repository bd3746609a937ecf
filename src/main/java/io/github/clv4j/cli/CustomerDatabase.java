package io.github.clv4j.cli;

import io.github.clv4j.json.RawColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The customer file in an in-memory database, where the SQL of a plan makes model inputs of it.
 *
 * <p>That SQL comes with the plan, perhaps from a stranger: it can read the view {@code customers} and nothing else, and
 * write nowhere. It is checked to be a single SELECT ({@link PlanSql}), runs after all access to files and all change of
 * settings was switched off for good, in a read-only transaction, and within limits of time and memory ({@link SqlThread}).
 * DuckDB runs it on one thread, because sums of doubles over several threads differ from run to run.
 *
 * <p>Not thread-safe: one connection, one user.
 */
final class CustomerDatabase implements AutoCloseable {

    private final DuckDBConnection connection;
    private final SqlThread sqlThread;
    private final List<RawFailure> failures;
    private final int rows;

    private CustomerDatabase(DuckDBConnection connection, List<RawFailure> failures, Duration sqlTimeLimit)
            throws SQLException {
        this.connection = connection;
        this.sqlThread = new SqlThread(sqlTimeLimit, SqlThread.halfOfMemory(), () -> closeQuietly(connection, null));
        this.failures = List.copyOf(failures);
        this.rows = Math.toIntExact(Sql.queryLong(connection, "SELECT count(*) FROM customer_rows"));
    }

    /**
     * Reads a {@code .csv} or {@code .parquet} file. Rows that cannot be read, and cells that are not of their declared type,
     * are missing values and {@link #failures()}.
     *
     * @param optional names of columns the file may lack, all of their values being missing then
     * @param sqlTimeLimit how long each SQL of the plan may run
     * @throws UserError if the file as a whole cannot be used
     */
    static CustomerDatabase load(Path input, List<RawColumn> columns, Set<String> optional, Duration sqlTimeLimit) {
        DuckDBConnection connection = null;
        try {
            connection = Sql.openInMemory();
            List<RawFailure> failures = CustomerLoader.load(connection, input, columns, optional);
            Sql.execute(connection, customersView(columns));
            lock(connection, sqlTimeLimit);
            return new CustomerDatabase(connection, failures, sqlTimeLimit);
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
     * @param unusedColumns columns it may return that are not read
     * @throws UserError if the SQL cannot be run, takes too long, lacks a column or returns others, or loses, adds or repeats
     *     rows
     */
    PreparedTable prepare(
            String sqlName,
            String sql,
            List<String> numberColumns,
            List<String> textColumns,
            Set<String> unusedColumns) {
        return readOnly(sqlName, () -> {
            PlanSql.requireSelect(connection, sqlName, sql);
            ResultColumns.of(connection, sqlName, sql).require(numberColumns, textColumns, unusedColumns);
            // The text that was checked is run as it is, as the body of a view; a view refuses statements that write.
            Sql.execute(connection, "CREATE TEMP VIEW clv4j_prepared AS " + sql);
            return new PreparedTableReader(sqlName, rows, numberColumns, textColumns)
                    .read(connection, "clv4j_prepared");
        });
    }

    /**
     * The declared columns as the file has them.
     *
     * @param input the file, for messages
     */
    PreparedTable columns(Path input, List<String> numberColumns, List<String> textColumns) {
        try {
            return new PreparedTableReader(input.toString(), rows, numberColumns, textColumns)
                    .read(connection, "customers");
        } catch (SQLException e) {
            throw new UserError(input + " cannot be read: " + firstLine(e), e);
        }
    }

    /**
     * The customers for whom a condition over the columns of {@code customers} is true; where it is NULL, it is not.
     *
     * @param field the field of the plan that holds the condition, for messages
     * @throws UserError if it is not one expression of type BOOLEAN, or takes too long
     */
    BitSet rowsWhere(String field, String condition) {
        return readOnly(field, () -> {
            String expression = PlanSql.requireCondition(connection, field, condition);
            requireBoolean(field, expression);
            return select("SELECT input_row FROM customers WHERE " + expression);
        });
    }

    /** Closes the database, unless SQL still runs that could not be stopped; its thread then does so when it ends. */
    @Override
    public void close() {
        try {
            if (!sqlThread.isLeftBehind()) {
                connection.close();
            }
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

    /** The time zone is fixed too: SQL of a plan shall give the same everywhere. */
    private static void lock(DuckDBConnection connection, Duration sqlTimeLimit) throws SQLException {
        Sql.execute(connection, "SET threads = 1");
        Sql.execute(connection, "SET TimeZone = 'UTC'");
        Sql.execute(connection, "SET max_execution_time = " + sqlTimeLimit.toMillis());
        Sql.execute(connection, "SET enable_external_access = false");
        Sql.execute(connection, "SET lock_configuration = true");
    }

    /** DuckDB adds lines of advice that only somebody who calls it can follow. */
    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("state machine reached an invalid state")
                ? "all lines must end alike, in LF or in CRLF, and no cell may hold a carriage return alone"
                : message.lines().findFirst().orElse("");
    }

    private static void closeQuietly(@Nullable DuckDBConnection connection, @Nullable Exception cause) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            if (cause != null) {
                cause.addSuppressed(e);
            }
        }
    }

    private <T> T readOnly(String source, Callable<T> query) {
        return sqlThread.run(source, () -> {
            Sql.execute(connection, "BEGIN TRANSACTION READ ONLY");
            try {
                return query.call();
            } finally {
                Sql.execute(connection, "ROLLBACK");
            }
        });
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
}
