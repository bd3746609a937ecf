package io.github.clv4j.cli;

import static java.util.Objects.requireNonNull;

import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a customer file. Rows with too few or too many cells were left out when DuckDB read it, and get their places
 * back here, without values. Not thread-safe.
 */
final class RawChunks implements Iterator<RawChunk>, AutoCloseable {

    private final Connection connection;
    private final Path input;
    private final String select;
    private final List<RawColumn> columns;
    private final int rows;
    private final List<RawFailure> ragged;
    private final int rowsPerChunk;

    private @Nullable DuckDBPreparedStatement statement;
    private @Nullable DuckDBChunkedResult result;
    private @Nullable DuckDBDataChunkReader vectors;
    private int usedOfVectors;
    private int nextRagged;
    private int next;

    RawChunks(
            DuckDBConnection connection,
            Path input,
            String select,
            List<RawColumn> columns,
            int rows,
            List<RawFailure> ragged,
            int rowsPerChunk) {
        this.connection = connection;
        this.input = input;
        this.select = select;
        this.columns = columns;
        this.rows = rows;
        this.ragged = ragged;
        this.rowsPerChunk = rowsPerChunk;
    }

    @Override
    public boolean hasNext() {
        return next < rows;
    }

    /**
     * The next customers.
     *
     * @throws UserError if DuckDB cannot read them, or finds another number of rows than there are
     */
    @Override
    public RawChunk next() {
        try {
            Filling chunk = new Filling(next, Math.min(rowsPerChunk, rows - next));
            while (next < chunk.end()) {
                next += readInto(chunk);
            }
            if (next == rows && hasVectors()) {
                throw otherRows();
            }
            return chunk.full();
        } catch (SQLException e) {
            throw Sql.unreadable(input, e);
        }
    }

    private int readInto(Filling chunk) throws SQLException {
        int end = chunk.end();
        if (nextRagged < ragged.size()) {
            RawFailure failure = ragged.get(nextRagged);
            if (failure.inputRow() == next) {
                nextRagged++;
                return chunk.skip(next, failure);
            }
            end = (int) Math.min(end, failure.inputRow());
        }
        if (!hasVectors()) {
            throw otherRows();
        }
        DuckDBDataChunkReader from = requireNonNull(vectors);
        int count = Math.min(end - next, (int) from.rowCount() - usedOfVectors);
        chunk.add(next, from, usedOfVectors, count);
        usedOfVectors += count;
        return count;
    }

    /** Whether DuckDB has another row. */
    private boolean hasVectors() throws SQLException {
        if (result == null) {
            statement = connection.prepareStatement(select).unwrap(DuckDBPreparedStatement.class);
            result = statement.query();
        }
        while (vectors == null || usedOfVectors == vectors.rowCount()) {
            if (!result.nextChunk()) {
                return false;
            }
            vectors = result.chunk();
            usedOfVectors = 0;
        }
        return true;
    }

    /** A stream that ends too early may hide an error, so the file is read once more, as a whole, to be told. */
    private UserError otherRows() throws SQLException {
        try (Connection whole = Sql.openInMemory();
                Statement count = whole.createStatement();
                ResultSet found = count.executeQuery("SELECT count(*), count(COLUMNS(*)) FROM (" + select + ")")) {
            found.next();
            return new UserError(input + " has " + (rows - ragged.size()) + " rows, but DuckDB reads "
                    + found.getLong(1) + " of them; all lines must end alike");
        }
    }

    @Override
    public void close() {
        try {
            if (result != null) {
                result.close();
            }
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a pass over " + input + " cannot be ended", e);
        }
    }

    /** The chunk that is being filled. */
    private final class Filling {

        private final int from;
        private final int size;
        private final List<Values> values = new ArrayList<>();
        private final List<RawFailure> failures = new ArrayList<>();

        Filling(int from, int size) {
            this.from = from;
            this.size = size;
            for (RawColumn column : columns) {
                values.add(Values.of(column.type(), size));
            }
        }

        int end() {
            return from + size;
        }

        /** Leaves a row without values, as it has none, and returns 1. */
        int skip(int row, RawFailure failure) {
            failures.add(failure);
            values.forEach(column -> column.setMissing(row - from));
            return 1;
        }

        void add(int row, DuckDBDataChunkReader vectors, int first, int count) {
            for (int i = 0; i < values.size(); i++) {
                values.get(i).read(vectors.vector(i), first, count, row - from);
            }
            DuckDBReadableVector bad = vectors.vector(values.size());
            for (int i = 0; i < count; i++) {
                if (bad.getBoolean(first + i)) {
                    addBadCells(vectors, first + i, row + i);
                }
            }
        }

        private void addBadCells(DuckDBDataChunkReader vectors, int i, int row) {
            int vector = values.size() + 1;
            for (RawColumn column : columns) {
                if (column.type() != ColumnType.TEXT) {
                    String value = vectors.vector(vector++).getString(i);
                    if (value != null) {
                        failures.add(new RawFailure(row, column.name(), value, reason(column.type())));
                    }
                }
            }
        }

        RawChunk full() {
            long[] places = new long[size];
            Arrays.setAll(places, i -> (long) from + i);
            List<Column> table = new ArrayList<>(List.of(Column.counts(RawColumn.INPUT_ROW, places)));
            for (int i = 0; i < values.size(); i++) {
                table.add(values.get(i).column(columns.get(i).name()));
            }
            return new RawChunk(from, List.copyOf(table), List.copyOf(failures));
        }

        private static String reason(ColumnType type) {
            return type == ColumnType.DATE ? "must be a date like 2024-12-31" : "must be a number";
        }
    }

    /** The values of a column of a chunk. */
    private interface Values {

        void setMissing(int row);

        /** Takes {@code count} values of a vector, those from {@code first} on. */
        void read(DuckDBReadableVector vector, int first, int count, int row);

        Column column(String name);

        static Values of(ColumnType type, int size) {
            return switch (type) {
                case TEXT -> new Texts(new @Nullable String[size]);
                case NUMBER -> new Numbers(new double[size], new BitSet(size));
                case DATE -> new Dates(new @Nullable LocalDate[size]);
            };
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // filled here and handed on, never compared
    private record Numbers(double[] values, BitSet missing) implements Values {

        @Override
        public void setMissing(int row) {
            values[row] = Double.NaN;
            missing.set(row);
        }

        @Override
        public void read(DuckDBReadableVector vector, int first, int count, int row) {
            for (int i = 0; i < count; i++) {
                double value = vector.getDouble(first + i, Double.NaN);
                values[row + i] = value;
                if (Double.isNaN(value) && vector.isNull(first + i)) {
                    missing.set(row + i);
                }
            }
        }

        @Override
        public Column column(String name) {
            return Column.numbers(name, values, missing);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // filled here and handed on, never compared
    private record Texts(@Nullable String[] values) implements Values {

        @Override
        public void setMissing(int row) {
            values[row] = null;
        }

        @Override
        public void read(DuckDBReadableVector vector, int first, int count, int row) {
            for (int i = 0; i < count; i++) {
                values[row + i] = vector.isNull(first + i) ? null : vector.getString(first + i);
            }
        }

        @Override
        public Column column(String name) {
            return Column.texts(name, values);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // filled here and handed on, never compared
    private record Dates(@Nullable LocalDate[] values) implements Values {

        @Override
        public void setMissing(int row) {
            values[row] = null;
        }

        @Override
        public void read(DuckDBReadableVector vector, int first, int count, int row) {
            for (int i = 0; i < count; i++) {
                values[row + i] = vector.isNull(first + i) ? null : vector.getLocalDate(first + i);
            }
        }

        @Override
        public Column column(String name) {
            return Column.dates(name, values);
        }
    }
}
