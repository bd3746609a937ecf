package io.github.clv4j.cli;

import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import io.github.clv4j.segment.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** No SQL of a stranger runs here. */
    private static final Duration TIME_LIMIT = Duration.ofDays(1);

    private final Path path;
    private final String[] ids;
    private final List<String> columns;
    private final PreparedTable table;
    private final byte[] segments;
    private final BitSet failed = new BitSet();
    private final List<CustomerFailure> failures = new ArrayList<>();

    private ScoredFile(Path path, String[] ids, List<String> columns, PreparedTable table) {
        this.path = path;
        this.ids = ids;
        this.columns = columns;
        this.table = table;
        this.segments = new byte[ids.length];
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
        file.setSegments(file.table.texts(SEGMENT));
        return file;
    }

    private static ScoredFile read(Path path, List<String> numbers, List<String> texts, FormulaCells formulas) {
        List<String> distinct = numbers.stream().distinct().toList();
        distinct.forEach(name -> requireNumbers(path, name));
        List<RawColumn> declared = Stream.concat(
                        texts.stream().map(name -> column(path, name, ColumnType.TEXT)),
                        distinct.stream().map(name -> column(path, name, ColumnType.NUMBER)))
                .toList();
        try (CustomerDatabase database = CustomerDatabase.load(path, declared, Set.of(), TIME_LIMIT)) {
            PreparedTable table = database.columns(path, distinct, texts);
            ScoredFile file = new ScoredFile(path, ids(path, table, formulas), distinct, table);
            database.failures()
                    .forEach(failure -> file.fail(
                            Math.toIntExact(failure.inputRow()), failure.column(), failure.value(), failure.reason()));
            return file;
        }
    }

    private static void requireNumbers(Path path, String name) {
        if (name.equalsIgnoreCase(ID) || name.equalsIgnoreCase(SEGMENT)) {
            throw new UserError(path + ": column '" + name + "' holds texts, but numbers are needed");
        }
    }

    private static RawColumn column(Path path, String name, ColumnType type) {
        try {
            return new RawColumn(name, type);
        } catch (IllegalArgumentException e) {
            throw new UserError(path + ": " + e.getMessage(), e);
        }
    }

    private static String[] ids(Path path, PreparedTable table, FormulaCells formulas) {
        @Nullable String[] ids = table.texts(ID);
        boolean csv = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        for (int row = 0; row < ids.length && csv; row++) {
            String id = ids[row];
            ids[row] = id == null ? null : formulas.text(id);
        }
        return CustomerIds.of(ids, ID, path);
    }

    private void setSegments(@Nullable String[] names) {
        for (int row = 0; row < names.length; row++) {
            String name = names[row];
            if (name == null || failed.get(row)) {
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
        return path;
    }

    int customers() {
        return ids.length;
    }

    /** The id of a customer, empty if it has none. */
    String id(int row) {
        return ids[row];
    }

    /** A column that was asked for, NaN where a customer has no number; the array itself, not a copy. */
    double[] numbers(String column) {
        return table.numbers(column);
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
        double[] values = numbers(column);
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row]) && !allowed.test(values[row])) {
                fail(row, column, Double.toString(values[row]), bound);
            }
        }
    }

    /** Refuses a file of which nobody can be used, or fewer than the failures allow. */
    void requireFew(FailureOptions allowed) {
        allowed.requireFew(path + ": ", "cannot be used", failed.cardinality(), ids.length, failures());
    }

    /** Refuses a file in which nobody has a segment. */
    void requireSegments() {
        for (byte segment : segments) {
            if (segment != NONE) {
                return;
            }
        }
        throw new UserError(path + ": no customer has a segment");
    }

    /** Fails the customers who have no id. */
    void requireIds() {
        for (int row = 0; row < ids.length; row++) {
            if (ids[row].isBlank() && !failed.get(row)) {
                fail(row, ID, "", "is missing");
            }
        }
    }

    /** Fails a customer: what else its row says is not used. */
    void fail(int row, String column, String value, String reason) {
        failures.add(new CustomerFailure(row + 1L, ids[row], column, value, reason));
        failed.set(row);
        segments[row] = NONE;
        columns.forEach(name -> numbers(name)[row] = Double.NaN);
    }

    /** What is wrong with which customer, in the order of the file. */
    List<CustomerFailure> failures() {
        List<CustomerFailure> ordered = new ArrayList<>(failures);
        ordered.sort(Comparator.comparingLong(CustomerFailure::row));
        return ordered;
    }
}
