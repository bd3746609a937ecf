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

/**
 * Reads the result of a plan's SQL for some customers into arrays, each value at its {@code input_row}, and sees that every
 * row comes once, or not at all.
 */
final class PreparedTableReader {

    /** More than any id or name of a group needs, and little enough to be read into memory. */
    private static final int LONGEST_TEXT = 1_000_000;

    private final String sqlName;
    private final int from;
    private final int rows;
    private final int rowsOfFile;
    private final BitSet seen;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, @Nullable String[]> texts = new HashMap<>();

    /**
     * @param from the place in the file of the first customer of whom the result is made
     * @param rows of how many customers it is made
     * @param rowsOfFile how many customers there are
     */
    PreparedTableReader(
            String sqlName, int from, int rows, int rowsOfFile, List<String> numberColumns, List<String> textColumns) {
        this.sqlName = sqlName;
        this.from = from;
        this.rows = rows;
        this.rowsOfFile = rowsOfFile;
        this.seen = new BitSet(rows);
        numberColumns.forEach(name -> numbers.put(name, new double[rows]));
        textColumns.forEach(name -> texts.put(name, new @Nullable String[rows]));
    }

    /**
     * Runs the SQL and reads its result.
     *
     * @param view the SQL
     * @throws UserError if a row is added or repeated
     */
    PreparedTable read(DuckDBConnection connection, String view) throws SQLException {
        // Not streamed: an error amidst a stream ends it without a word. With one row too many, one is wrong already.
        try (DuckDBPreparedStatement statement = connection
                        .prepareStatement(select(view) + " LIMIT " + (rows + 1L))
                        .unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                read(result.chunk());
            }
        }
        return new PreparedTable(rows, numbers, texts);
    }

    /** How many customers the result has no row of. */
    int lost() {
        return rows - seen.cardinality();
    }

    /** The place in the file of the first of them. */
    int firstLost() {
        return from + seen.nextClearBit(0);
    }

    private String select(String view) {
        StringBuilder select = new StringBuilder("SELECT CAST(input_row AS BIGINT) AS c0");
        int position = 1;
        for (String name : numbers.keySet()) {
            select.append(cast(name, "DOUBLE", position++));
        }
        for (String name : texts.keySet()) {
            select.append(cast(name, "VARCHAR", position++));
        }
        return "SELECT *" + lengths() + " FROM (" + select + " FROM " + view + ")";
    }

    private static String cast(String column, String type, int position) {
        return ", CAST(" + Sql.identifier(column) + " AS " + type + ") AS c" + position;
    }

    private String lengths() {
        StringBuilder lengths = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            lengths.append(", strlen(c").append(1 + numbers.size() + i).append(")");
        }
        return lengths.toString();
    }

    private void requireShortTexts(DuckDBDataChunkReader chunk) {
        int column = 1 + numbers.size() + texts.size();
        for (String name : texts.keySet()) {
            DuckDBReadableVector bytes = chunk.vector(column++);
            for (int i = 0; i < bytes.rowCount(); i++) {
                if (bytes.getLong(i, 0) > LONGEST_TEXT) {
                    throw new UserError(sqlName + ": column '" + name + "' must have texts of at most " + LONGEST_TEXT
                            + " bytes, but has one of " + bytes.getLong(i));
                }
            }
        }
    }

    private void read(DuckDBDataChunkReader chunk) {
        requireShortTexts(chunk);
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
        if (row < 0 || row >= rowsOfFile) {
            throw new UserError(sqlName + " adds rows: input_row " + row + " is not in the file");
        }
        if (row < from || row >= (long) from + rows) {
            throw new UserError(sqlName + " must make each customer's values from that customer alone, but input_row "
                    + row + " comes of another");
        }
        int at = (int) row - from;
        if (seen.get(at)) {
            throw new UserError(sqlName + " repeats rows: input_row " + row + " comes more than once");
        }
        seen.set(at);
        return at;
    }
}
