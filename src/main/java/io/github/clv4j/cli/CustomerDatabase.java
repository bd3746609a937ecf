package io.github.clv4j.cli;

import io.github.clv4j.json.RawColumn;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.duckdb.DuckDBConnection;

/**
 * Customers of a file in an in-memory database, where the SQL of a plan makes model inputs of them: all at once, or chunk by
 * chunk.
 *
 * <p>That SQL comes with the plan, perhaps from a stranger: it can read the view {@code customers} and nothing else, and
 * write nowhere. It is checked to be a single SELECT ({@link PlanSql}), runs after all access to files and all change of
 * settings was switched off for good, in a read-only transaction, and within limits of time and memory ({@link SqlThread}).
 * DuckDB runs it on one thread, because sums of doubles over several threads differ from run to run. The customers come from
 * Java arrays: no file was ever opened here.
 *
 * <p>Not thread-safe: one connection, one user at a time.
 */
final class CustomerDatabase implements AutoCloseable {

    private final DuckDBConnection connection;
    private final SqlThread sqlThread;
    private final int rowsOfFile;
    private List<RawChunk> chunks = List.of();
    private int from;
    private int rows;

    private CustomerDatabase(DuckDBConnection connection, int rowsOfFile, Duration sqlTimeLimit) {
        this.connection = connection;
        this.sqlThread = new SqlThread(sqlTimeLimit, SqlThread.halfOfMemory(), () -> Sql.close(connection));
        this.rowsOfFile = rowsOfFile;
    }

    /**
     * A database that holds no customers yet.
     *
     * @param rowsOfFile how many customers there are
     * @param sqlTimeLimit how long each SQL of the plan may run for the customers that are held
     */
    static CustomerDatabase of(List<RawColumn> columns, int rowsOfFile, Duration sqlTimeLimit) {
        try {
            DuckDBConnection connection = Sql.openInMemory();
            CustomerDatabase database = new CustomerDatabase(connection, rowsOfFile, sqlTimeLimit);
            try {
                database.register(columns);
                lock(connection, sqlTimeLimit);
                return database;
            } catch (SQLException | RuntimeException e) {
                Sql.closeQuietly(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no database for customers can be opened", e);
        }
    }

    /**
     * A database that holds all customers of a {@code .csv} or {@code .parquet} file.
     *
     * @param optional names of columns the file may lack, all of their values being missing then
     * @param sqlTimeLimit how long each SQL of the plan may run
     * @throws UserError if the file as a whole cannot be used
     */
    static CustomerDatabase load(Path input, List<RawColumn> columns, Set<String> optional, Duration sqlTimeLimit) {
        try (CustomerFile file = CustomerFile.open(input, columns, optional)) {
            return load(file, columns, sqlTimeLimit);
        }
    }

    /** A database that holds all customers of a file. */
    static CustomerDatabase load(CustomerFile file, List<RawColumn> columns, Duration sqlTimeLimit) {
        List<RawChunk> all = new ArrayList<>();
        try (RawChunks pass = file.read()) {
            while (pass.hasNext()) {
                all.add(pass.next());
            }
        }
        CustomerDatabase database = of(columns, file.rows(), sqlTimeLimit);
        database.hold(all);
        return database;
    }

    /** Puts customers, which follow one another in the file, in the place of those before. */
    void hold(List<RawChunk> customers) {
        chunks = List.copyOf(customers);
        from = chunks.isEmpty() ? 0 : chunks.get(0).from();
        rows = chunks.stream().mapToInt(RawChunk::rows).sum();
    }

    /** Number of customers held, those with failures included. */
    long rows() {
        return rows;
    }

    /** What is wrong with single rows, in file order. */
    List<RawFailure> failures() {
        return chunks.stream().flatMap(chunk -> chunk.failures().stream()).toList();
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
        Query query = query(sqlName, sql, numberColumns, textColumns, unusedColumns);
        PreparedTable table = query.run();
        query.requireNoneLost();
        return table;
    }

    /**
     * Such a SELECT, to be run for any customers that are held.
     *
     * @throws UserError if the SQL cannot be run, or lacks a column or returns others
     */
    Query query(
            String sqlName,
            String sql,
            List<String> numberColumns,
            List<String> textColumns,
            Set<String> unusedColumns) {
        readOnly(sqlName, () -> {
            PlanSql.requireSelect(connection, sqlName, sql);
            ResultColumns.of(connection, sqlName, sql).require(numberColumns, textColumns, unusedColumns);
            return true;
        });
        return new Query(sqlName, sql, numberColumns, textColumns);
    }

    /**
     * The declared columns as the file has them.
     *
     * @param input the file, for messages
     */
    PreparedTable columns(Path input, List<String> numberColumns, List<String> textColumns) {
        try {
            return reader(input.toString(), numberColumns, textColumns).read(connection, "customers");
        } catch (SQLException e) {
            throw Sql.unreadable(input, e);
        }
    }

    /**
     * The customers for whom a condition over the columns of {@code customers} is true; where it is NULL, it is not.
     *
     * @param field the field of the plan that holds the condition, for messages
     * @throws UserError if it is not one expression of type BOOLEAN, or takes too long
     */
    BitSet rowsWhere(String field, String condition) {
        return condition(field, condition).rows();
    }

    /**
     * Such a condition, to be run for any customers that are held.
     *
     * @throws UserError if it is not one expression of type BOOLEAN
     */
    Condition condition(String field, String condition) {
        return readOnly(field, () -> {
            String expression = PlanSql.requireCondition(connection, field, condition);
            requireBoolean(field, expression);
            return new Condition(field, expression, PlanSql.comparesCustomers(connection, field, condition));
        });
    }

    /** Closes the database, unless SQL still runs that could not be stopped; its thread then does so when it ends. */
    @Override
    public void close() {
        if (!sqlThread.isLeftBehind()) {
            Sql.close(connection);
        }
    }

    private void register(List<RawColumn> columns) throws SQLException {
        List<Class<?>> types = new ArrayList<>(List.of(Long.class));
        StringBuilder select = new StringBuilder("CREATE VIEW customers AS SELECT c0 AS input_row");
        for (RawColumn column : columns) {
            select.append(", c").append(types.size()).append(" AS ").append(Sql.identifier(column.name()));
            types.add(type(column));
        }
        new ColumnSource(types, () -> chunks.stream().map(RawChunk::columns).iterator())
                .register(connection, "customer_source");
        Sql.execute(connection, "CREATE VIEW customer_rows AS FROM customer_source()");
        Sql.execute(connection, select + " FROM customer_rows");
    }

    private static Class<?> type(RawColumn column) {
        return switch (column.type()) {
            case TEXT -> String.class;
            case NUMBER -> Double.class;
            case DATE -> LocalDate.class;
        };
    }

    /** The time zone is fixed too: SQL of a plan shall give the same everywhere. */
    private static void lock(DuckDBConnection connection, Duration sqlTimeLimit) throws SQLException {
        Sql.execute(connection, "SET threads = 1");
        Sql.execute(connection, "SET TimeZone = 'UTC'");
        Sql.execute(connection, "SET max_execution_time = " + sqlTimeLimit.toMillis());
        Sql.execute(connection, "SET enable_external_access = false");
        Sql.execute(connection, "SET lock_configuration = true");
    }

    private PreparedTableReader reader(String sqlName, List<String> numberColumns, List<String> textColumns) {
        return new PreparedTableReader(sqlName, from, rows, rowsOfFile, numberColumns, textColumns);
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

    /** A plan's SELECT. */
    final class Query {

        private final String sqlName;
        private final String sql;
        private final List<String> numberColumns;
        private final List<String> textColumns;
        private int lost;
        private int firstLost;

        private Query(String sqlName, String sql, List<String> numberColumns, List<String> textColumns) {
            this.sqlName = sqlName;
            this.sql = sql;
            this.numberColumns = numberColumns;
            this.textColumns = textColumns;
        }

        /**
         * The result for the customers that are held; without values for those it has no row of, if there are any.
         *
         * @throws UserError if the SQL fails, takes too long, or adds or repeats rows
         */
        PreparedTable run() {
            return readOnly(sqlName, () -> {
                // The text that was checked is run as it is, as the body of a view; a view refuses statements that
                // write.
                Sql.execute(connection, "CREATE TEMP VIEW clv4j_prepared AS " + sql);
                PreparedTableReader reader = reader(sqlName, numberColumns, textColumns);
                PreparedTable table = reader.read(connection, "clv4j_prepared");
                if (lost == 0) {
                    firstLost = reader.firstLost();
                }
                lost += reader.lost();
                return table;
            });
        }

        /** Refuses SQL that had no row of a customer for whom it ran. */
        void requireNoneLost() {
            if (lost > 0) {
                throw new UserError(sqlName + " loses rows: input_row " + firstLost + " is the first of " + lost
                        + "; fitWhere and scoreWhere of the plan leave customers out");
            }
        }
    }

    /** A condition of a plan. */
    final class Condition {

        private final String field;
        private final String expression;
        private final boolean comparesCustomers;

        private Condition(String field, String expression, boolean comparesCustomers) {
            this.field = field;
            this.expression = expression;
            this.comparesCustomers = comparesCustomers;
        }

        /** Whether it looks at other customers too, and so must run for all at once. */
        boolean comparesCustomers() {
            return comparesCustomers;
        }

        /**
         * The customers held for whom it is true, the first of them being 0.
         *
         * @throws UserError if it fails or takes too long
         */
        BitSet rows() {
            return readOnly(field, () -> {
                BitSet selected = new BitSet(rows);
                try (Statement statement = connection.createStatement();
                        ResultSet result =
                                statement.executeQuery("SELECT input_row FROM customers WHERE " + expression)) {
                    while (result.next()) {
                        selected.set(result.getInt(1) - from);
                    }
                }
                return selected;
            });
        }
    }
}
