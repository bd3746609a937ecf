package io.github.clv4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/**
 * Writes a table to a {@code .csv} or {@code .parquet} file, rows in the order given, through a database that has never
 * seen the SQL of a plan.
 *
 * <p>CSV has a header, LF line ends, quotes only where needed, doubles in the shortest form that reads back as the same
 * double, and empty cells for NaN and null; the empty text is {@code ""}. In Parquet NaN and null are NULL.
 *
 * <p>The file is written beside the target under another name and then moved into place: whoever reads the target sees the
 * old file or the whole new one.
 */
final class TableWriter {

    private TableWriter() {}

    /**
     * The content of a file of the given columns.
     *
     * @throws UserError if the name of the target ends in neither .csv nor .parquet
     * @throws IllegalArgumentException if there is no column, or their lengths differ
     */
    static AtomicFile.Content content(Path target, List<Column> columns) {
        requireSameLength(columns);
        String options = options(target);
        return temporary -> {
            try {
                copy(columns, temporary, options);
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        };
    }

    /** Refuses a target that no table can be written to, before any work is done for it. */
    static void requireWritable(Path target) {
        options(target);
        AtomicFile.requireWritable(target);
    }

    private static void requireSameLength(List<Column> columns) {
        if (columns.isEmpty()
                || columns.stream().mapToInt(Column::rows).distinct().count() > 1) {
            throw new IllegalArgumentException("columns must be of the same length and at least one, but lengths were "
                    + columns.stream().map(Column::rows).toList());
        }
    }

    private static String options(Path target) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return "(FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '', COMPRESSION none,"
                    + " USE_TMP_FILE false)";
        }
        if (name.endsWith(".parquet")) {
            return "(FORMAT parquet, USE_TMP_FILE false)";
        }
        throw new UserError(target + " must be a .csv or .parquet file");
    }

    /** Through a table, not straight from the arrays: these fill one thread, the formatting of the file then takes all. */
    private static void copy(List<Column> columns, Path file, String options) throws SQLException {
        try (DuckDBConnection connection = Sql.openInMemory();
                DuckDBTableFunctionBuilder source = DuckDBFunctions.tableFunction()) {
            source.withName("source").withFunction(new ColumnSource(columns)).register(connection);
            Sql.execute(connection, "CREATE TABLE result AS SELECT * FROM source()");
            Sql.execute(
                    connection,
                    "COPY (SELECT " + names(columns) + " FROM result) TO "
                            + Sql.text(file.toAbsolutePath().toString()) + " " + options);
        }
    }

    private static String names(List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i + " AS " + Sql.identifier(columns.get(i).name()))
                .collect(Collectors.joining(", "));
    }
}
