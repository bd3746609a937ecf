package io.github.clv4j.cli;

import com.google.common.base.Strings;
import io.github.clv4j.scoring.CustomerColumns;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some customers of a file, one after another, as a plan wants them. A customer whose row could not be read keeps its place,
 * with all inputs missing, so that it is left out of the fit and gets no score. Rows are counted from 0, the first of the
 * chunk.
 */
final class CustomerChunk {

    private final int from;
    private final CustomerQuery query;
    private final PreparedTable table;
    private final @Nullable String[] ids;
    private final BitSet toFit;
    private final BitSet toScore;
    private final List<RawFailure> unread;

    /**
     * Keeps the table, in which it blanks the rows that could not be read.
     *
     * @param from the place of the first customer in the file
     * @param query what is read of them
     * @param table their columns
     * @param toFit whom to fit on; nobody where nothing is fitted
     * @param toScore whom to score
     * @param unread what could not be read, with places in the file
     */
    CustomerChunk(
            int from, CustomerQuery query, PreparedTable table, BitSet toFit, BitSet toScore, List<RawFailure> unread) {
        this.from = from;
        this.query = query;
        this.table = table;
        this.ids = unread.isEmpty()
                ? table.texts(query.plan().id())
                : table.texts(query.plan().id()).clone();
        this.toFit = toFit;
        this.toScore = toScore;
        this.unread = unread;
        for (RawFailure failure : unread) {
            int row = row(failure);
            query.numberColumns().forEach(name -> table.numbers(name)[row] = Double.NaN);
            query.groupColumns().forEach(name -> table.texts(name)[row] = null);
        }
    }

    int from() {
        return from;
    }

    int rows() {
        return table.rows();
    }

    /** The id of a customer, empty if it has none. */
    String id(int row) {
        return Strings.nullToEmpty(ids[row]);
    }

    double[] numbers(String column) {
        return table.numbers(column);
    }

    @Nullable
    String[] texts(String column) {
        return table.texts(column);
    }

    BitSet toFit() {
        return toFit;
    }

    BitSet toScore() {
        return toScore;
    }

    List<RawFailure> unread() {
        return unread;
    }

    /** The row of a failure. */
    int row(RawFailure failure) {
        return (int) failure.inputRow() - from;
    }

    /** The inputs of some customers, without their ids. */
    CustomerColumns columns(int[] rows) {
        return columns(CustomerColumns.builder(rows()), rows);
    }

    /** The inputs of some customers, with their ids. */
    CustomerColumns columnsWithIds(int[] rows) {
        String[] known = IntStream.range(0, rows()).mapToObj(this::id).toArray(String[]::new);
        return columns(CustomerColumns.builder(rows()).ids(known), rows);
    }

    private CustomerColumns columns(CustomerColumns.Builder builder, int[] rows) {
        query.numberColumns().forEach(name -> builder.number(name, table.numbers(name)));
        query.groupColumns().forEach(name -> builder.group(name, table.texts(name)));
        return builder.build().select(rows);
    }

    CustomerFailure failure(RawFailure failure) {
        return failure(row(failure), failure.column(), failure.value(), failure.reason());
    }

    CustomerFailure failure(int row, String field, String value, String reason) {
        return new CustomerFailure(from + row + 1L, id(row), field, value, reason);
    }
}
