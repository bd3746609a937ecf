package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Named columns of a CSV or Parquet file with one customer a row, read without a plan. Columns nobody asks for are not looked
 * at. A customer whose row is wrong keeps its place, without numbers, and is among the {@link #failures()}.
 */
final class ColumnFile {

    /** No SQL of a stranger runs here. */
    private static final Duration TIME_LIMIT = Duration.ofDays(1);

    private final Path path;
    private final Optional<String> idColumn;
    private final String[] ids;
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final PreparedTable table;
    private final BitSet failed = new BitSet();
    private final List<CustomerFailure> failures = new ArrayList<>();

    private ColumnFile(Path path, Optional<String> idColumn, String[] ids, PreparedTable table) {
        this.path = path;
        this.idColumn = idColumn;
        this.ids = ids;
        this.table = table;
    }

    /**
     * Reads a file. A cell that is not of its type fails its customer; a missing one does not, see {@link #requirePresent}.
     *
     * @param idColumn the column of ids, which must be distinct, if there is one
     * @param numbers columns of numbers, each a {@link ColumnTerm}: {@code tenure}, {@code Churn=Yes}
     * @param texts columns of texts
     * @param formulas what was done to ids that are formulas to a spreadsheet when a CSV file was written
     * @throws UserError if the file as a whole cannot be used
     */
    static ColumnFile read(
            Path path, Optional<String> idColumn, List<String> numbers, List<String> texts, FormulaCells formulas) {
        List<ColumnTerm> terms = numbers.stream().distinct().map(ColumnTerm::of).toList();
        List<String> numberColumns = columns(terms, false);
        List<String> textColumns = Stream.of(idColumn.stream(), texts.stream(), columns(terms, true).stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
        numberColumns.forEach(name -> requireOneType(path, name, textColumns));
        List<RawColumn> declared = Stream.concat(
                        textColumns.stream().map(name -> column(path, name, ColumnType.TEXT)),
                        numberColumns.stream().map(name -> column(path, name, ColumnType.NUMBER)))
                .toList();
        try (CustomerDatabase database = CustomerDatabase.load(path, declared, Set.of(), TIME_LIMIT)) {
            PreparedTable table = database.columns(path, numberColumns, textColumns);
            ColumnFile file = new ColumnFile(path, idColumn, ids(path, idColumn, table, formulas), table);
            terms.forEach(file::add);
            database.failures()
                    .forEach(failure -> file.fail(
                            Math.toIntExact(failure.inputRow()), failure.column(), failure.value(), failure.reason()));
            return file;
        }
    }

    private static List<String> columns(List<ColumnTerm> terms, boolean ofTexts) {
        return terms.stream()
                .filter(term -> term.value().isPresent() == ofTexts)
                .map(ColumnTerm::column)
                .distinct()
                .toList();
    }

    private static void requireOneType(Path path, String name, List<String> texts) {
        if (texts.contains(name)) {
            throw new UserError(path + ": column '" + name + "' is wanted as numbers and as texts; " + name
                    + "=VALUE is 1 where its text is VALUE");
        }
    }

    private static RawColumn column(Path path, String name, ColumnType type) {
        try {
            return new RawColumn(name, type);
        } catch (IllegalArgumentException e) {
            throw new UserError(path + ": " + e.getMessage(), e);
        }
    }

    private static String[] ids(Path path, Optional<String> column, PreparedTable table, FormulaCells formulas) {
        if (column.isEmpty()) {
            String[] none = new String[table.rows()];
            Arrays.fill(none, "");
            return none;
        }
        @Nullable String[] ids = table.texts(column.get());
        boolean csv = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        for (int row = 0; row < ids.length && csv; row++) {
            String id = ids[row];
            ids[row] = id == null ? null : formulas.text(id);
        }
        return CustomerIds.of(ids, column.get(), path);
    }

    private void add(ColumnTerm term) {
        numbers.put(
                term.name(),
                term.value().isPresent()
                        ? term.numbers(path, table.texts(term.column()))
                        : table.numbers(term.column()));
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

    /** A column of numbers by its term, NaN where a customer has none; the array itself, not a copy. */
    double[] numbers(String term) {
        double[] values = numbers.get(term);
        if (values == null) {
            throw new IllegalArgumentException("column '" + term + "' was not asked for");
        }
        return values;
    }

    /** What to say of a term that makes 0 and 1 of texts, if it may hide a slip of the pen. */
    Optional<String> note(String term, Language language) {
        ColumnTerm parsed = ColumnTerm.of(term);
        return parsed.value().isEmpty() ? Optional.empty() : parsed.note(table.texts(parsed.column()), language);
    }

    /** How many customers were left out, and why, if any were. */
    Optional<String> leftOut(Language language) {
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        language.pick(
                                "%d of %d customers left out: a value is missing or cannot be used",
                                "%2$d 个客户中有 %1$d 个未计入:有值缺失或不可用"),
                        failed.cardinality(),
                        ids.length));
    }

    /** A column of texts, null where missing; the array itself, not a copy. */
    @Nullable
    String[] texts(String column) {
        return table.texts(column);
    }

    /**
     * Fails the customers who have a number in a column, but one that cannot be.
     *
     * @param bound what it must be, as it reads after the name of the column
     */
    void require(String term, DoublePredicate allowed, String bound) {
        double[] values = numbers(term);
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row]) && !allowed.test(values[row])) {
                fail(row, term, Double.toString(values[row]), bound);
            }
        }
    }

    /** Fails the customers without a value in a column of numbers or texts, unless they failed already. */
    void requirePresent(String column) {
        IntPredicate missing = missing(column);
        for (int row = 0; row < ids.length; row++) {
            if (!failed.get(row) && missing.test(row)) {
                fail(row, column, "", "is missing");
            }
        }
    }

    private IntPredicate missing(String column) {
        double[] values = numbers.get(column);
        if (values == null) {
            @Nullable String[] texts = texts(column);
            return row -> texts[row] == null;
        }
        return row -> Double.isNaN(values[row]);
    }

    /** Fails the customers who have no id. */
    void requireIds() {
        for (int row = 0; row < ids.length; row++) {
            if (ids[row].isBlank() && !failed.get(row)) {
                fail(row, idColumn.orElse(""), "", "is missing");
            }
        }
    }

    /** Refuses a file of which nobody can be used, or fewer than the failures allow. */
    void requireFew(FailureOptions allowed) {
        allowed.requireFew(path + ": ", "cannot be used", failed.cardinality(), ids.length, failures());
    }

    /** Fails a customer: what else its row says is not used. */
    void fail(int row, String column, String value, String reason) {
        failures.add(new CustomerFailure(row + 1L, ids[row], column, value, reason));
        failed.set(row);
        numbers.values().forEach(values -> values[row] = Double.NaN);
    }

    boolean hasFailed(int row) {
        return failed.get(row);
    }

    /** The places of the customers who did not fail, in the order of the file. */
    int[] usable() {
        return IntStream.range(0, ids.length).filter(row -> !failed.get(row)).toArray();
    }

    /** What is wrong with which customer, in the order of the file. */
    List<CustomerFailure> failures() {
        List<CustomerFailure> ordered = new ArrayList<>(failures);
        ordered.sort(Comparator.comparingLong(CustomerFailure::row));
        return ordered;
    }
}
