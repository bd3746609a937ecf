package io.github.clv4j.cli;

import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Reads a customer file into the table {@code customer_rows}: its {@code rowid} is the position in the file, {@code v0, v1,
 * ...} hold the declared columns, {@code bad} marks rows with a cell that is not of its type.
 *
 * <p>DuckDB reads CSV in a fixed dialect and as text only, so that nothing depends on what its sniffer makes of the first
 * rows; the declared columns are cast in SQL. No other column is looked at.
 */
final class CustomerLoader {

    /** White space that makes a cell blank: ASCII, the no-break space and the ideographic space. */
    private static final String BLANKS = Sql.text(" \t\n\u000B\f\r\u00A0\u3000");

    private final DuckDBConnection connection;
    private final Path input;
    private final List<RawColumn> columns;
    private final Set<String> optional;

    private CustomerLoader(DuckDBConnection connection, Path input, List<RawColumn> columns, Set<String> optional) {
        this.connection = connection;
        this.input = input;
        this.columns = columns;
        this.optional = optional;
    }

    /** Loads a file and returns what is wrong with single rows, in file order. */
    static List<RawFailure> load(DuckDBConnection connection, Path input, List<RawColumn> columns, Set<String> optional)
            throws SQLException, IOException {
        return new CustomerLoader(connection, input, columns, optional).load();
    }

    private List<RawFailure> load() throws SQLException, IOException {
        requireFile();
        requireDistinctNames();
        String name = String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return loadCsv();
        }
        if (name.endsWith(".parquet")) {
            loadParquet();
            return List.of();
        }
        throw new UserError(input + " must be a .csv or .parquet file");
    }

    private void requireFile() throws IOException {
        if (!Files.exists(input)) {
            throw new UserError(input + " does not exist");
        }
        if (Files.isDirectory(input)) {
            throw new UserError(input + " is a folder, not a file");
        }
        if (!Files.isReadable(input)) {
            throw new UserError(input + " cannot be read: permission denied");
        }
        if (Files.size(input) == 0) {
            throw new UserError(input + " is empty");
        }
    }

    private void requireDistinctNames() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (RawColumn column : columns) {
            String other = seen.put(column.name().toLowerCase(Locale.ROOT), column.name());
            if (other != null) {
                throw new UserError("the raw columns '" + other + "' and '" + column.name() + "' are the same to SQL");
            }
        }
    }

    private List<RawFailure> loadCsv() throws SQLException, IOException {
        CsvFile csv = CsvFile.scan(input);
        int[] positions = positions(csv.header());
        if (csv.rows() == 0) {
            throw noCustomers();
        }
        Sql.execute(connection, "CREATE TABLE cells AS SELECT " + cells(positions) + " FROM " + readCsv(csv));
        requireRows(csv.rows() - csv.ragged().size());
        if (!csv.ragged().isEmpty()) {
            makeRoomFor(csv);
        }
        Sql.execute(connection, "CREATE TABLE customer_rows AS " + castCells());
        List<RawFailure> failures = new ArrayList<>(csv.ragged());
        failures.addAll(badCells());
        failures.sort(Comparator.comparingLong(RawFailure::inputRow));
        Sql.execute(connection, "DROP TABLE cells");
        return failures;
    }

    private int[] positions(List<String> header) {
        return columns.stream()
                .mapToInt(column -> position(column.name(), header))
                .toArray();
    }

    /** Where a column stands, or -1 if it may be missing and is. */
    private int position(String name, List<String> header) {
        int position = header.indexOf(name);
        if (position < 0 && !optional.contains(name)) {
            throw new UserError(input + " has no column '" + name + "'" + hint(name, header));
        }
        if (position != header.lastIndexOf(name)) {
            throw new UserError(input + " has more than one column '" + name + "'");
        }
        return position;
    }

    private static String hint(String name, List<String> header) {
        for (String other : header) {
            if (squeezed(other).equalsIgnoreCase(squeezed(name))) {
                return "; '" + other + "' differs only in case or white space";
            }
        }
        if (header.size() == 1 && header.get(0).matches(".*[;\t|].*")) {
            return "; the only column is '" + header.get(0) + "': cells must be separated by commas";
        }
        return "; it has " + header.stream().map(other -> "'" + other + "'").collect(Collectors.joining(", "));
    }

    private static String squeezed(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private UserError noCustomers() {
        return new UserError(input + " has a header but no customers");
    }

    private static String cells(int[] positions) {
        return IntStream.range(0, positions.length)
                .mapToObj(i -> (positions[i] < 0 ? "CAST(NULL AS VARCHAR)" : "c" + positions[i]) + " AS t" + i)
                .collect(Collectors.joining(", "));
    }

    /** All columns as text, named by their position. Parallel reading guesses where lines begin, so not within quotes. */
    private String readCsv(CsvFile csv) {
        String types = IntStream.range(0, csv.header().size())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return "read_csv(" + Sql.fileToRead(input) + ", auto_detect = false, header = true, delim = ',', quote = '\"',"
                + " escape = '\"', comment = '', nullstr = '', allow_quoted_nulls = false, compression = 'none',"
                + " store_rejects = true, parallel = " + !csv.multiLineCells() + ", columns = {" + types + "})";
    }

    private void requireRows(long expected) throws SQLException {
        long rows = Sql.queryLong(connection, "SELECT count(*) FROM cells");
        if (rows != expected) {
            throw new UserError(input + " has " + expected + " rows, but DuckDB reads " + rows + " of them;"
                    + " all lines must end alike");
        }
    }

    /** Ragged rows were left out when the cells were read: gives every cell its place back, with empty rows in the gaps. */
    private void makeRoomFor(CsvFile csv) throws SQLException {
        Sql.execute(connection, "CREATE TABLE gaps (input_row BIGINT)");
        try (DuckDBAppender gaps = connection.createAppender("gaps")) {
            for (RawFailure failure : csv.ragged()) {
                gaps.beginRow().append(failure.inputRow()).endRow();
            }
        }
        Sql.execute(
                connection,
                "CREATE TABLE placed AS WITH place AS (SELECT range AS input_row,"
                        + " row_number() OVER (ORDER BY range) - 1 AS kept FROM range(" + csv.rows() + ")"
                        + " ANTI JOIN gaps ON range = gaps.input_row)"
                        + " SELECT cells.* FROM range(" + csv.rows()
                        + ") AS every(input_row) LEFT JOIN place USING (input_row)"
                        + " LEFT JOIN cells ON cells.rowid = place.kept ORDER BY input_row");
        Sql.execute(connection, "DROP TABLE gaps");
        Sql.execute(connection, "DROP TABLE cells");
        Sql.execute(connection, "ALTER TABLE placed RENAME TO cells");
    }

    private String castCells() {
        StringBuilder values = new StringBuilder();
        StringBuilder bad = new StringBuilder("false");
        for (int i = 0; i < columns.size(); i++) {
            values.append(cast(columns.get(i).type(), "t" + i))
                    .append(" AS v")
                    .append(i)
                    .append(", ");
            bad.append(columns.get(i).type() == ColumnType.TEXT ? "" : " OR " + isBad(i));
        }
        return "SELECT " + values + bad + " AS bad FROM cells";
    }

    private static String cast(ColumnType type, String cell) {
        return switch (type) {
            // trim() of many kinds of blanks is slow, hence only where the first character is one; empty gives -1.
            case TEXT ->
                "CASE WHEN (unicode(" + cell + ") <= 32 OR unicode(" + cell + ") IN (160, 12288)) AND trim(" + cell
                        + ", " + BLANKS + ") = '' THEN NULL ELSE " + cell + " END";
            // DuckDB takes 1_000 for a number and trims only ASCII white space; trim() is slow, hence second.
            case NUMBER ->
                "CASE WHEN contains(" + cell + ", '_') THEN NULL ELSE coalesce(TRY_CAST(" + cell
                        + " AS DOUBLE), TRY_CAST(trim(" + cell + ", " + BLANKS + ") AS DOUBLE)) END";
            // and 'epoch', 'infinity', 2024-1-2 and times of day for dates.
            case DATE ->
                "CASE WHEN regexp_full_match(trim(" + cell + ", " + BLANKS
                        + "), '\\d{4}-\\d{2}-\\d{2}') THEN TRY_CAST(trim(" + cell + ", " + BLANKS + ") AS DATE) END";
        };
    }

    /** CASE, not AND: DuckDB would evaluate the slow half for every cell. */
    private static String isBad(int i) {
        return "CASE WHEN v" + i + " IS NULL THEN coalesce(trim(t" + i + ", " + BLANKS
                + ") <> '', false) ELSE false END";
    }

    private List<RawFailure> badCells() throws SQLException {
        StringBuilder select = new StringBuilder("SELECT customer_rows.rowid");
        for (int i = 0; i < columns.size(); i++) {
            boolean text = columns.get(i).type() == ColumnType.TEXT;
            select.append(", ").append(text ? "NULL" : "CASE WHEN " + isBad(i) + " THEN t" + i + " END");
        }
        select.append(" FROM customer_rows JOIN cells ON cells.rowid = customer_rows.rowid WHERE bad ORDER BY 1");
        List<RawFailure> failures = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select.toString())) {
            while (row.next()) {
                addBadCells(row, failures);
            }
        }
        return failures;
    }

    private void addBadCells(ResultSet row, List<RawFailure> failures) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            String value = row.getString(i + 2);
            if (value != null) {
                RawColumn column = columns.get(i);
                String reason =
                        column.type() == ColumnType.DATE ? "must be a date like 2024-12-31" : "must be a number";
                failures.add(new RawFailure(row.getLong(1), column.name(), value, reason));
            }
        }
    }

    private void loadParquet() throws SQLException {
        String source = "read_parquet(" + Sql.fileToRead(input) + ")";
        Map<String, String> types = describe(source);
        int[] positions = positions(List.copyOf(types.keySet()));
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < positions.length; i++) {
            values.append(positions[i] < 0 ? missing(columns.get(i)) : parquetValue(columns.get(i), types));
            values.append(" AS v").append(i).append(", ");
        }
        Sql.execute(connection, "CREATE TABLE customer_rows AS SELECT " + values + "false AS bad FROM " + source);
        if (Sql.queryLong(connection, "SELECT count(*) FROM customer_rows") == 0) {
            throw noCustomers();
        }
    }

    private static String missing(RawColumn column) {
        return "CAST(NULL AS " + sqlType(column.type()) + ")";
    }

    private String parquetValue(RawColumn column, Map<String, String> types) {
        requireType(column, types.getOrDefault(column.name(), ""));
        String value = "CAST(" + Sql.identifier(column.name()) + " AS " + sqlType(column.type()) + ")";
        return column.type() == ColumnType.TEXT ? cast(ColumnType.TEXT, value) : value;
    }

    private Map<String, String> describe(String source) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (row.next()) {
                types.put(row.getString(1), row.getString(2));
            }
        }
        return types;
    }

    private void requireType(RawColumn column, String found) {
        boolean fits = switch (column.type()) {
            case TEXT -> SqlTypes.isText(found);
            case NUMBER -> SqlTypes.isNumber(found);
            case DATE -> found.equals("DATE");
        };
        if (!fits) {
            throw new UserError(input + ": column '" + column.name() + "' must be a "
                    + column.type().name().toLowerCase(Locale.ROOT) + ", but the file has " + found);
        }
    }

    private static String sqlType(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case NUMBER -> "DOUBLE";
            case DATE -> "DATE";
        };
    }
}
