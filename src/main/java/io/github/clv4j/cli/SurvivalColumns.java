package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a survival curve finds how long customers were watched, and who left. */
final class SurvivalColumns {

    /** A column with more texts than this is one of ids, not of groups. */
    private static final int MOST_GROUPS = 100;

    @Option(
            names = "--time",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of tenures at the end of the watch, at least 0.")
    private String time = "";

    @Option(
            names = "--event",
            required = true,
            paramLabel = "COLUMN[=VALUE]",
            description = "The column that is 1 for customers who left at that time and 0 for those who had not, or"
                    + " COLUMN=VALUE for those whose text is the value.")
    private String event = "";

    @Option(
            names = "--entry",
            paramLabel = "COLUMN",
            description = "The column of tenures when the watch began, before the time: 0 unless given.")
    private @Nullable String entry;

    @Option(names = "--by", paramLabel = "COLUMN", description = "A curve for each text of this column.")
    private @Nullable String by;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column of ids, for messages.")
    private @Nullable String id;

    /** Reads the columns; a customer with a value that is missing or cannot be fails. */
    SurvivalCustomers read(Path file, FormulaCells formulas, FailureOptions failures) {
        List<String> numbers =
                Stream.of(time, event, entry).filter(Objects::nonNull).toList();
        List<String> texts = Optional.ofNullable(by).stream().toList();
        ColumnFile columns = ColumnFile.read(file, Optional.ofNullable(id), numbers, texts, formulas);
        columns.require(time, SurvivalColumns::isTime, "must be in [0, Inf)");
        columns.require(event, number -> number == 0 || number == 1, "must be 0 or 1");
        if (entry != null) {
            columns.require(entry, SurvivalColumns::isTime, "must be in [0, Inf)");
            requireBefore(columns, entry);
        }
        Stream.concat(numbers.stream(), texts.stream()).forEach(columns::requirePresent);
        requireFew(columns, failures);
        SurvivalCustomers customers = new SurvivalCustomers(
                columns,
                columns.numbers(time),
                columns.numbers(event),
                Optional.ofNullable(entry).map(columns::numbers),
                Optional.ofNullable(by).map(columns::texts));
        requireGroups(file, customers);
        return customers;
    }

    /** Where the event is a column of texts, all customers fail, and the message says how to name the text. */
    private void requireFew(ColumnFile columns, FailureOptions failures) {
        try {
            columns.requireFew(failures);
        } catch (UserError e) {
            boolean texts = columns.failures().stream()
                    .anyMatch(f -> f.field().equals(event) && f.reason().equals("must be a number"));
            throw texts
                    ? new UserError(
                            e.getMessage() + "; of a column of texts, --event " + event
                                    + "=VALUE says which text is the event",
                            e)
                    : e;
        }
    }

    /** Which column the groups are of. */
    String heading(Language language) {
        return by == null ? "" : language.pick("groups of ", "分组列:") + VisibleText.line(by) + "\n";
    }

    /** What to say of the event, if it may hide a slip of the pen. */
    Optional<String> note(ColumnFile columns, Language language) {
        return columns.note(event, language);
    }

    private static boolean isTime(double number) {
        return number >= 0 && number < Double.POSITIVE_INFINITY;
    }

    private void requireBefore(ColumnFile columns, String entered) {
        double[] starts = columns.numbers(entered);
        double[] ends = columns.numbers(time);
        for (int row = 0; row < starts.length; row++) {
            if (starts[row] >= ends[row]) {
                columns.fail(
                        row,
                        entered,
                        Double.toString(starts[row]),
                        "must be before " + time + ", which is " + ends[row]);
            }
        }
    }

    private void requireGroups(Path file, SurvivalCustomers customers) {
        long groups = customers.groups();
        if (groups > MOST_GROUPS) {
            throw new UserError(file + ": column '" + by + "' has " + groups + " texts, but --by takes at most "
                    + MOST_GROUPS + " groups; is it a column of ids?");
        }
    }
}
