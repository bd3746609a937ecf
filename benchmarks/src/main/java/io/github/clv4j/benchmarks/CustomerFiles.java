package io.github.clv4j.benchmarks;

import io.github.clv4j.cli.Main;
import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.InputPlan;
import io.github.clv4j.json.InputQuery;
import io.github.clv4j.json.ModelFile;
import io.github.clv4j.json.RawColumn;
import io.github.clv4j.segment.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Customers in a file of one format, with the model that scores them, in a folder of their own. */
final class CustomerFiles implements AutoCloseable {

    private static final String ID = "customer_id";

    private final String format;
    private final Path folder;
    private final PeerModel model = new IndexModel();

    CustomerFiles(String format) throws IOException {
        this.format = format;
        this.folder = Files.createTempDirectory("clv4j-benchmark-");
        writeModel();
    }

    /** Its parameters are all known; one customer is enough for a fit. */
    private void writeModel() throws IOException {
        List<RawColumn> columns = Stream.concat(
                        Stream.of(new RawColumn(ID, ColumnType.TEXT)),
                        SimulatedCustomers.NAMES.stream().map(name -> new RawColumn(name, ColumnType.NUMBER)))
                .toList();
        InputPlan input = new InputPlan(columns, List.of(), "inputs.sql", ID, Optional.empty(), Optional.empty());
        String sql = "SELECT input_row, " + allColumns() + " FROM customers";
        ModelFile file = ModelFile.of(
                        "simulated customers", model.scoringModel().plan().fit(new SimulatedCustomers(1).inColumns()))
                .withInput(new InputQuery(input, sql));
        Files.writeString(folder.resolve("model.json"), file.json());
    }

    private static String allColumns() {
        return ID + ", " + String.join(", ", SimulatedCustomers.NAMES);
    }

    /** Writes customers with their ids and 17 numbers of four decimals, which follow from their places. */
    void write(String name, int customers) throws SQLException {
        String numbers = IntStream.range(0, SimulatedCustomers.COLUMNS.size())
                .mapToObj(CustomerFiles::number)
                .collect(Collectors.joining(", "));
        execute("COPY (SELECT 'C' || lpad(i::VARCHAR, 9, '0') AS " + ID + ", " + numbers + " FROM range(" + customers
                + ") AS t(i)) TO " + quoted(name) + options());
    }

    private static String number(int j) {
        SimulatedCustomers.Column column = SimulatedCustomers.COLUMNS.get(j);
        return String.format(
                Locale.ROOT,
                "round(%s + %s * (hash(i * %d + %d) / 18446744073709551616e0), 4) AS %s",
                column.from(),
                column.to() - column.from(),
                SimulatedCustomers.COLUMNS.size(),
                j,
                column.name());
    }

    /** Copies all columns from file to file, their types stated as a plan states them. */
    void copy(String from, String to) throws SQLException {
        execute("COPY (SELECT " + allColumns() + " FROM " + source(from) + ") TO " + quoted(to) + options());
    }

    private String source(String name) {
        if (format.equals("parquet")) {
            return "read_parquet(" + quoted(name) + ")";
        }
        String types = SimulatedCustomers.NAMES.stream()
                .map(column -> column + ": 'DOUBLE'")
                .collect(Collectors.joining(", ", "{" + ID + ": 'VARCHAR', ", "}"));
        return "read_csv(" + quoted(name)
                + ", auto_detect = false, header = true, delim = ',', quote = '\"', columns = " + types + ")";
    }

    private String options() {
        return format.equals("parquet") ? " (FORMAT parquet)" : " (FORMAT csv, HEADER)";
    }

    private Path file(String name) {
        return folder.resolve(name + "." + format);
    }

    private String quoted(String name) {
        return "'" + file(name).toString().replace("'", "''") + "'";
    }

    /** Scores a file as the command line does, which would end this process if it could not; its table is thrown away. */
    void score(String from, String to) {
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {
                "score",
                "--model",
                folder.resolve("model.json").toString(),
                "--input",
                file(from).toString(),
                "--output",
                file(to).toString()
            });
        } finally {
            System.setOut(terminal);
        }
    }

    /** Throws unless a scored file has the hand-written scores of a file of customers. */
    void checkScores(String customers, String scored) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT current_value, potential_value, loyalty, segment, " + allColumns() + " FROM "
                                + quoted(scored) + " JOIN " + source(customers) + " USING (" + ID + ")")) {
            ScoreArrays found = ScoreArrays.of(1);
            ScoreArrays expected = ScoreArrays.of(1);
            while (rows.next()) {
                expected.set(0, model.score(customer(rows)));
                found.set(
                        0, rows.getDouble(1), rows.getDouble(2), rows.getDouble(3), Segment.valueOf(rows.getString(4)));
                found.requireEqual(expected, model.cuts());
            }
        }
        requireRows(scored, rows(customers));
    }

    private static Customer customer(ResultSet rows) throws SQLException {
        double[] values = new double[SimulatedCustomers.NAMES.size()];
        for (int j = 0; j < values.length; j++) {
            values[j] = rows.getDouble(SimulatedCustomers.NAMES.get(j));
        }
        return Customer.of(values);
    }

    /** Throws unless a copy has the rows of its original. */
    void checkCopy(String original, String copy) throws SQLException {
        requireCount("(FROM " + source(original) + " EXCEPT ALL FROM " + source(copy) + ")", 0);
        requireRows(copy, rows(original));
    }

    void requireRows(String name, long expected) throws SQLException {
        requireCount(quoted(name), expected);
    }

    private long rows(String name) throws SQLException {
        return count(quoted(name));
    }

    private void requireCount(String table, long expected) throws SQLException {
        long found = count(table);
        if (found != expected) {
            throw new IllegalStateException("there must be " + expected + " rows in " + table + ", but were " + found);
        }
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    /** Deletes the folder. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
