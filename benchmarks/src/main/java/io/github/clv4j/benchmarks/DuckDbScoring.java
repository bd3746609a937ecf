package io.github.clv4j.benchmarks;

import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.Segment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The same formulas as one SELECT over a table in memory, written to another table. The SQL does not check for missing or
 * infinite values, which is in its favour.
 */
final class DuckDbScoring implements AutoCloseable {

    private final CutPoints cuts;
    private final Connection connection;
    private final String scoring;

    DuckDbScoring(PeerModel model, boolean tuned, SimulatedCustomers base) throws SQLException {
        this.cuts = model.cuts();
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        this.scoring = "CREATE OR REPLACE TABLE scored AS SELECT *, CAST(" + (tuned ? choice() : conditions())
                + " AS TINYINT) AS segment FROM (" + model.sql(tuned) + ")";
        load(base);
    }

    /** The eight segments by their conditions, of which each customer meets one. */
    private String conditions() {
        return Segment.all().stream()
                .map(segment -> "WHEN " + condition(segment) + " THEN " + segment.index())
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    private String condition(Segment segment) {
        return side("current_value", segment.code().charAt(0), cuts.currentValue())
                + " AND " + side("potential_value", segment.code().charAt(1), cuts.potentialValue())
                + " AND " + side("loyalty", segment.code().charAt(2), cuts.loyalty());
    }

    private static String side(String column, char side, double cut) {
        return column + (side == 'H' ? " >= " : " < ") + cut;
    }

    /** The eight segments by one axis after the other. */
    private String choice() {
        return choice("current_value", cuts.currentValue(), choice(true), choice(false));
    }

    private String choice(boolean highCurrent) {
        return choice("potential_value", cuts.potentialValue(), choice(highCurrent, true), choice(highCurrent, false));
    }

    private String choice(boolean highCurrent, boolean highPotential) {
        return choice(
                "loyalty",
                cuts.loyalty(),
                Byte.toString(Segment.of(highCurrent, highPotential, true).index()),
                Byte.toString(Segment.of(highCurrent, highPotential, false).index()));
    }

    private static String choice(String column, double cut, String high, String low) {
        return "CASE WHEN " + column + " >= " + cut + " THEN " + high + " ELSE " + low + " END";
    }

    private void load(SimulatedCustomers base) throws SQLException {
        execute(SimulatedCustomers.NAMES.stream()
                .collect(Collectors.joining(" DOUBLE, ", "CREATE TABLE customers(", " DOUBLE)")));
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "customers")) {
            for (int i = 0; i < base.customers; i++) {
                appender.beginRow();
                for (double[] column : base.columns) {
                    appender.append(column[i]);
                }
                appender.endRow();
            }
        }
    }

    void setThreads(int threads) throws SQLException {
        execute("SET threads = " + threads);
    }

    void run() throws SQLException {
        execute(scoring);
    }

    ScoreArrays scores(int customers) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM scored")) {
            ScoreArrays scores = ScoreArrays.of(customers);
            int i = 0;
            while (rows.next()) {
                scores.set(
                        i++,
                        rows.getDouble(1),
                        rows.getDouble(2),
                        rows.getDouble(3),
                        Segment.all().get(rows.getInt(4)));
            }
            return scores;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
