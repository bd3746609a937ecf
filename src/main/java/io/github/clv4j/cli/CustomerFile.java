package io.github.clv4j.cli;

import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A customer file that is read as often as it is needed, chunk by chunk, in the order of the file: the declared columns, and
 * what is wrong with single rows. Rows that cannot be read, and cells that are not of their declared type, are missing
 * values.
 *
 * <p>DuckDB reads CSV in a fixed dialect and as text only, so that nothing depends on what its sniffer makes of the first
 * rows; the declared columns are cast in SQL. No other column is looked at. This database has access to files and never sees
 * the SQL of a plan.
 *
 * <p>Not thread-safe: one connection, one pass at a time.
 */
final class CustomerFile implements AutoCloseable {

    /** White space that makes a cell blank: ASCII, the no-break space and the ideographic space. */
    private static final String BLANKS = Sql.text(" \t\n\u000B\f\r\u00A0\u3000");

    /** Rows of a chunk: as many as give enough work to each step, and so few that wide files stay in a small heap. */
    private static final int MOST_ROWS = 30 * 2048;

    private static final int MOST_VALUES = 1 << 19;

    private final DuckDBConnection connection;
    private final Path input;
    private final List<RawColumn> columns;
    private final Set<String> optional;
    private String select = "";
    private int rows;
    private List<RawFailure> ragged = List.of();

    private CustomerFile(DuckDBConnection connection, Path input, List<RawColumn> columns, Set<String> optional) {
        this.connection = connection;
        this.input = input;
        this.columns = columns;
        this.optional = optional;
    }

    /**
     * Opens a {@code .csv} or {@code .parquet} file.
     *
     * @param optional names of columns the file may lack, all of their values being missing then
     * @throws UserError if the file as a whole cannot be used
     */
    static CustomerFile open(Path input, List<RawColumn> columns, Set<String> optional) {
        CustomerFile file = null;
        try {
            file = new CustomerFile(Sql.openStreaming(), input, columns, optional);
            file.open();
            return file;
        } catch (SQLException | IOException e) {
            closeQuietly(file, e);
            throw Sql.unreadable(input, e);
        } catch (RuntimeException e) {
            closeQuietly(file, e);
            throw e;
        }
    }

    private static void closeQuietly(@Nullable CustomerFile file, Exception cause) {
        if (file != null) {
            Sql.closeQuietly(file.connection, cause);
        }
    }

    private void open() throws SQLException, IOException {
        requireFile();
        requireDistinctNames();
        String name = String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            openCsv();
        } else if (name.endsWith(".parquet")) {
            openParquet();
        } else {
            throw new UserError(input + " must be a .csv or .parquet file");
        }
        if (rows == 0) {
            throw new UserError(input + " has a header but no customers");
        }
    }

    /** Number of customers, those included whose rows cannot be read. */
    int rows() {
        return rows;
    }

    /** Starts a pass over the file. */
    RawChunks read() {
        int rowsPerChunk = Math.max(2048, Math.min(MOST_ROWS, MOST_VALUES / columns.size() / 2048 * 2048));
        return new RawChunks(connection, input, select, columns, rows, ragged, rowsPerChunk);
    }

    @Override
    public void close() {
        Sql.close(connection);
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

    private void openCsv() throws IOException {
        CsvFile csv = CsvFile.scan(input);
        int[] positions = positions(csv.header());
        rows = Math.toIntExact(csv.rows());
        ragged = csv.ragged();
        select = "SELECT " + all("v%d, ") + bad() + " AS bad" + numbersAndDates(", b%d") + " FROM (SELECT *"
                + numbersAndDates(", CASE WHEN v%1$d IS NULL THEN CASE WHEN trim(t%1$d, " + BLANKS.replace("%", "%%")
                        + ") <> '' THEN t%1$d END END AS b%1$d")
                + " FROM (SELECT *" + casts() + " FROM (SELECT " + cells(positions) + " FROM " + readCsv(csv)
                + ")))";
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

    /** A piece of SQL for each column, with its place. */
    private String all(String piece) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> String.format(Locale.ROOT, piece, i))
                .collect(Collectors.joining());
    }

    /** A piece of SQL for each column that can hold a cell not of its type. */
    private String numbersAndDates(String piece) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type() != ColumnType.TEXT)
                .mapToObj(i -> String.format(Locale.ROOT, piece, i))
                .collect(Collectors.joining());
    }

    private String bad() {
        return "(false" + numbersAndDates(" OR b%d IS NOT NULL") + ")";
    }

    private String casts() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> ", " + cast(columns.get(i).type(), "t" + i) + " AS v" + i)
                .collect(Collectors.joining());
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

    private void openParquet() throws SQLException {
        String source = "read_parquet(" + Sql.fileToRead(input) + ")";
        Map<String, String> types = describe(source);
        int[] positions = positions(List.copyOf(types.keySet()));
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < positions.length; i++) {
            values.append(positions[i] < 0 ? missing(columns.get(i)) : parquetValue(columns.get(i), types));
            values.append(" AS v").append(i).append(", ");
        }
        select = "SELECT " + values + "false AS bad FROM " + source;
        rows = Math.toIntExact(Sql.queryLong(connection, "SELECT count(*) FROM " + source));
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
