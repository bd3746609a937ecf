package io.github.clv4j.cli;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Columns in Java arrays as a table {@code c0, c1, ...} for DuckDB, part by part, row order kept: DuckDB asks for the next
 * part when it needs it, so a table of any length streams through. It fills whole vectors, some three times as fast as the
 * appender, which is called for every cell.
 */
final class ColumnSource implements DuckDBTableFunction<ColumnSource, ColumnSource.Cursor, ColumnSource> {

    private final List<Class<?>> types;
    private final Supplier<Iterator<List<Column>>> parts;

    /**
     * @param types the types of the columns
     * @param parts the parts of the table, from the first, at every call
     */
    ColumnSource(List<Class<?>> types, Supplier<Iterator<List<Column>>> parts) {
        this.types = types;
        this.parts = parts;
    }

    static List<Class<?>> types(List<Column> columns) {
        return columns.stream().<Class<?>>map(Column::type).toList();
    }

    /** Makes it known to a database as the table function of this name. */
    void register(DuckDBConnection connection, String name) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(name).withFunction(this).register(connection);
        }
    }

    @Override
    public ColumnSource bind(DuckDBTableFunctionBindInfo info) {
        for (int i = 0; i < types.size(); i++) {
            info.addResultColumn("c" + i, types.get(i));
        }
        return this;
    }

    /** One thread, so that rows come in order. */
    @Override
    public Cursor init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return new Cursor(parts.get());
    }

    @Override
    public ColumnSource localInit(DuckDBTableFunctionInitInfo info) {
        return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        Cursor cursor = info.getInitData();
        return cursor.fill(chunk, types.size());
    }

    /** The next row. */
    static final class Cursor {

        private final Iterator<List<Column>> parts;
        private List<Column> part = List.of();
        private int rows;
        private int next;

        Cursor(Iterator<List<Column>> parts) {
            this.parts = parts;
        }

        /** Fills the chunk, from several parts if need be: the rows of a file are laid out the same however they came. */
        int fill(DuckDBDataChunkWriter chunk, int columns) {
            int capacity = (int) chunk.capacity();
            int filled = 0;
            while (filled < capacity && hasRow()) {
                int count = Math.min(capacity - filled, rows - next);
                for (int i = 0; i < columns; i++) {
                    part.get(i).write(next, count, chunk.vector(i), filled);
                }
                next += count;
                filled += count;
            }
            return filled;
        }

        private boolean hasRow() {
            while (next == rows && parts.hasNext()) {
                part = parts.next();
                rows = part.get(0).rows();
                next = 0;
            }
            return next < rows;
        }
    }
}
