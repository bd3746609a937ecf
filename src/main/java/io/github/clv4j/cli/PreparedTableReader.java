package io.github.clv4j.cli;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Reads the result of a plan's SQL into arrays, each value at its {@code input_row}, and sees that every row comes once. */
final class PreparedTableReader {

    private final String sqlName;
    private final int rows;
    private final BitSet seen;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, @Nullable String[]> texts = new HashMap<>();

    PreparedTableReader(String sqlName, int rows, List<String> numberColumns, List<String> textColumns) {
        this.sqlName = sqlName;
        this.rows = rows;
        this.seen = new BitSet(rows);
        numberColumns.forEach(name -> numbers.put(name, new double[rows]));
        textColumns.forEach(name -> texts.put(name, new @Nullable String[rows]));
    }

    /** @throws UserError if a row is lost, added or repeated */
    PreparedTable read(DuckDBConnection connection, String view) throws SQLException {
        try (DuckDBPreparedStatement statement =
                        connection.prepareStatement(select(view)).unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                read(result.chunk());
            }
        }
        if (seen.cardinality() < rows) {
            throw new UserError(sqlName + " loses rows: input_row " + seen.nextClearBit(0) + " is the first of "
                    + (rows - seen.cardinality()));
        }
        return new PreparedTable(rows, numbers, texts);
    }

    private String select(String view) {
        StringBuilder select = new StringBuilder("SELECT CAST(input_row AS BIGINT)");
        numbers.keySet().forEach(name -> select.append(cast(name, "DOUBLE")));
        texts.keySet().forEach(name -> select.append(cast(name, "VARCHAR")));
        return select + " FROM " + view;
    }

    private static String cast(String column, String type) {
        return ", CAST(" + Sql.identifier(column) + " AS " + type + ")";
    }

    private void read(DuckDBDataChunkReader chunk) {
        int[] at = inputRows(chunk.vector(0));
        int column = 1;
        for (double[] values : numbers.values()) {
            DuckDBReadableVector vector = chunk.vector(column++);
            for (int i = 0; i < at.length; i++) {
                values[at[i]] = vector.getDouble(i, Double.NaN);
            }
        }
        for (@Nullable String[] values : texts.values()) {
            DuckDBReadableVector vector = chunk.vector(column++);
            for (int i = 0; i < at.length; i++) {
                values[at[i]] = vector.isNull(i) ? null : vector.getString(i);
            }
        }
    }

    private int[] inputRows(DuckDBReadableVector vector) {
        int[] inputRows = new int[(int) vector.rowCount()];
        for (int i = 0; i < inputRows.length; i++) {
            inputRows[i] = inputRow(vector, i);
        }
        return inputRows;
    }

    private int inputRow(DuckDBReadableVector vector, int i) {
        if (vector.isNull(i)) {
            throw new UserError(sqlName + " adds rows: an input_row is NULL");
        }
        long row = vector.getLong(i);
        if (row < 0 || row >= rows) {
            throw new UserError(sqlName + " adds rows: input_row " + row + " is not in the file");
        }
        if (seen.get((int) row)) {
            throw new UserError(sqlName + " repeats rows: input_row " + row + " comes more than once");
        }
        seen.set((int) row);
        return (int) row;
    }
}
