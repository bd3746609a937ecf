package io.github.clv4j.cli;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

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

    /** Such as {@code Could not write file "...": No space left on device}, alone or deep in another message. */
    private static final Pattern SYSTEM_ERROR = Pattern.compile(" file .*\": ([^\"\n]+)");

    private TableWriter() {}

    /** The kinds of files, with how DuckDB is told to write them. */
    private enum Format {
        CSV("FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '', COMPRESSION none"),
        PARQUET("FORMAT parquet");

        private final String options;

        Format(String options) {
            this.options = "(" + options + ", USE_TMP_FILE false)";
        }

        static Format of(Path target) {
            String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                    return format;
                }
            }
            throw new UserError(target + " must be a .csv or .parquet file");
        }
    }

    /**
     * The content of a file of the given columns.
     *
     * @param formulas what to do with texts that are formulas to a spreadsheet, in the cells of a CSV file: no spreadsheet
     *     runs those of Parquet, and the names in the header are ours
     * @throws UserError if the name of the target ends in neither .csv nor .parquet
     * @throws IllegalArgumentException if there is no column, or their lengths differ
     */
    static AtomicFile.Content content(Path target, List<Column> columns, FormulaCells formulas) {
        requireSameLength(columns);
        return content(target, () -> List.of(columns).iterator(), formulas);
    }

    /**
     * The content of a file of a table that comes part by part, and of which no more is held than a part at a time.
     *
     * @param parts gives the parts, at least one and all of the same columns; what it throws is thrown by the content
     * @param formulas as above
     * @throws UserError if the name of the target ends in neither .csv nor .parquet
     */
    static AtomicFile.Content content(Path target, Supplier<Iterator<List<Column>>> parts, FormulaCells formulas) {
        Format format = Format.of(target);
        return temporary -> {
            Parts cells = new Parts(parts.get(), format == Format.CSV ? formulas : FormulaCells.KEPT);
            try {
                copy(cells, temporary, format.options);
            } catch (SQLException e) {
                cells.throwIfFailed();
                throw new IOException(reason(e), e);
            }
        };
    }

    /** Refuses a target that no table can be written to, before any work is done for it. */
    static void requireWritable(Path target) {
        Format.of(target);
        AtomicFile.requireWritable(target);
    }

    private static void requireSameLength(List<Column> columns) {
        if (columns.isEmpty()
                || columns.stream().mapToInt(Column::rows).distinct().count() > 1) {
            throw new IllegalArgumentException("columns must be of the same length and at least one, but lengths were "
                    + columns.stream().map(Column::rows).toList());
        }
    }

    private static void copy(Parts parts, Path file, String options) throws SQLException {
        List<Column> first = parts.columns();
        try (DuckDBConnection connection = Sql.openInMemory()) {
            new ColumnSource(ColumnSource.types(first), () -> parts).register(connection, "source");
            Sql.execute(
                    connection,
                    "COPY (SELECT " + names(first) + " FROM source()) TO "
                            + Sql.text(file.toAbsolutePath().toString()) + " " + options);
        }
    }

    private static String names(List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i + " AS " + Sql.identifier(columns.get(i).name()))
                .collect(Collectors.joining(", "));
    }

    /** What the system said; DuckDB wraps it in what it was doing to which temporary file. */
    private static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage());
        Matcher systemError = SYSTEM_ERROR.matcher(message);
        return systemError.find() ? systemError.group(1) : message;
    }

    /** The parts as they are written. DuckDB makes another error of one that is thrown here, so it is kept. */
    private static final class Parts implements Iterator<List<Column>> {

        private final Iterator<List<Column>> parts;
        private final FormulaCells formulas;
        private Optional<List<Column>> first;
        private @Nullable Throwable failure;

        Parts(Iterator<List<Column>> parts, FormulaCells formulas) {
            this.parts = parts;
            this.formulas = formulas;
            this.first = Optional.of(parts.next());
        }

        /** The columns, with the rows of the first part. */
        List<Column> columns() {
            return first.orElseThrow();
        }

        @Override
        public boolean hasNext() {
            try {
                return first.isPresent() || parts.hasNext();
            } catch (RuntimeException | Error e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public List<Column> next() {
            try {
                List<Column> part = first.orElseGet(parts::next);
                first = Optional.empty();
                return part.stream()
                        .map(column -> column.withTexts(formulas::cell))
                        .toList();
            } catch (RuntimeException | Error e) {
                failure = e;
                throw e;
            }
        }

        void throwIfFailed() {
            if (failure != null) {
                Throwables.throwIfUnchecked(failure);
            }
        }
    }
}
