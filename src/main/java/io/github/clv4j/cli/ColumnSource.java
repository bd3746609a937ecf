package io.github.clv4j.cli;

import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Columns in Java arrays as a table {@code c0, c1, ...} for DuckDB, row order kept. It fills whole vectors, some three times
 * as fast as the appender, which is called for every cell.
 */
final class ColumnSource implements DuckDBTableFunction<ColumnSource, int[], ColumnSource> {

    private final List<Column> columns;
    private final int rows;

    ColumnSource(List<Column> columns) {
        this.columns = columns;
        this.rows = columns.get(0).rows();
    }

    @Override
    public ColumnSource bind(DuckDBTableFunctionBindInfo info) {
        for (int i = 0; i < columns.size(); i++) {
            info.addResultColumn("c" + i, columns.get(i).type());
        }
        info.setCardinality(rows, true);
        return this;
    }

    /** The state is the next row; one thread, so that rows come in order. */
    @Override
    public int[] init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return new int[1];
    }

    @Override
    public ColumnSource localInit(DuckDBTableFunctionInitInfo info) {
        return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        int[] next = info.getInitData();
        int from = next[0];
        int count = (int) Math.min(chunk.capacity(), rows - from);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(from, count, chunk.vector(i));
        }
        next[0] += count;
        return count;
    }
}
