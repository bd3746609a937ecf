package io.github.clv4j.cli;

import io.github.clv4j.segment.Segment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a file as {@code clv4j score} writes it, one customer a row. Columns nobody asks for are not looked at.
 * A customer whose row is wrong keeps its place, without a number or segment, as a customer without a score has none.
 */
final class ScoredFile {

    /** The column of ids. */
    static final String ID = "customer_id";

    /** The column of segments. */
    static final String SEGMENT = "segment";

    private static final byte NONE = -1;

    private static final Map<String, Byte> SEGMENTS =
            Segment.all().stream().collect(Collectors.toUnmodifiableMap(Segment::name, Segment::index));

    private static final String KNOWN_SEGMENTS =
            "must be one of " + Segment.all().stream().map(Segment::name).collect(Collectors.joining(", "));

    private final ColumnFile file;
    private final byte[] segments;

    private ScoredFile(ColumnFile file) {
        this.file = file;
        this.segments = new byte[file.customers()];
        Arrays.fill(segments, NONE);
    }

    /**
     * Reads the ids and some columns of numbers.
     *
     * @param formulas what was done to texts that are formulas to a spreadsheet when a CSV file was written
     * @throws UserError if the file as a whole cannot be used
     */
    static ScoredFile read(Path path, List<String> numbers, FormulaCells formulas) {
        return read(path, numbers, List.of(ID), formulas);
    }

    /** Reads the segments too. */
    static ScoredFile readSegments(Path path, List<String> numbers, FormulaCells formulas) {
        ScoredFile file = read(path, numbers, List.of(ID, SEGMENT), formulas);
        file.setSegments(file.file.texts(SEGMENT));
        return file;
    }

    private static ScoredFile read(Path path, List<String> numbers, List<String> texts, FormulaCells formulas) {
        numbers.forEach(name -> requireNumbers(path, name));
        return new ScoredFile(ColumnFile.read(path, Optional.of(ID), numbers, texts, formulas));
    }

    private static void requireNumbers(Path path, String name) {
        if (name.equalsIgnoreCase(ID) || name.equalsIgnoreCase(SEGMENT)) {
            throw new UserError(path + ": column '" + name + "' holds texts, but numbers are needed");
        }
    }

    private void setSegments(@Nullable String[] names) {
        for (int row = 0; row < names.length; row++) {
            String name = names[row];
            if (name == null || file.hasFailed(row)) {
                continue;
            }
            Byte segment = SEGMENTS.get(name);
            if (segment == null) {
                fail(row, SEGMENT, name, KNOWN_SEGMENTS);
            } else {
                segments[row] = segment;
            }
        }
    }

    Path path() {
        return file.path();
    }

    int customers() {
        return file.customers();
    }

    /** The id of a customer, empty if it has none. */
    String id(int row) {
        return file.id(row);
    }

    /** A column that was asked for, NaN where a customer has no number; the array itself, not a copy. */
    double[] numbers(String column) {
        return file.numbers(column);
    }

    /** The segments, -1 where a customer has none; the array itself, not a copy. */
    byte[] segments() {
        return segments;
    }

    /**
     * Fails the customers who have a number in a column, but one that cannot be.
     *
     * @param bound what it must be, as it reads after the name of the column
     */
    void require(String column, DoublePredicate allowed, String bound) {
        file.require(column, allowed, bound);
        dropSegments();
    }

    /** Fails the customers who have no id. */
    void requireIds() {
        file.requireIds();
        dropSegments();
    }

    private void dropSegments() {
        for (int row = 0; row < segments.length; row++) {
            if (file.hasFailed(row)) {
                segments[row] = NONE;
            }
        }
    }

    /** Refuses a file of which nobody can be used, or fewer than the failures allow. */
    void requireFew(FailureOptions allowed) {
        file.requireFew(allowed);
    }

    /** Refuses a file in which nobody has a segment. */
    void requireSegments() {
        for (byte segment : segments) {
            if (segment != NONE) {
                return;
            }
        }
        throw new UserError(path() + ": no customer has a segment");
    }

    /** Fails a customer: what else its row says is not used. */
    void fail(int row, String column, String value, String reason) {
        file.fail(row, column, value, reason);
        segments[row] = NONE;
    }

    /** What is wrong with which customer, in the order of the file. */
    List<CustomerFailure> failures() {
        return file.failures();
    }
}
