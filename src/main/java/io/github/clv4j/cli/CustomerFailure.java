package io.github.clv4j.cli;

import com.google.common.base.Strings;
import io.github.clv4j.base.VisibleText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a file with a value that cannot be used.
 *
 * @param row the customer's place in the file, 1 for the first
 * @param id the customer's id, empty if it has none
 * @param field the column or model input at fault, empty where it is the whole row
 * @param value the value at fault, empty where it is missing
 * @param reason what is wrong with it
 */
record CustomerFailure(long row, String id, String field, String value, String reason) {

    /** The failures as the columns of a table. */
    static List<Column> columns(List<CustomerFailure> failures) {
        return List.of(
                Column.texts("row", texts(failures, f -> Long.toString(f.row()))),
                Column.texts("customer_id", texts(failures, CustomerFailure::id)),
                Column.texts("field", texts(failures, CustomerFailure::field)),
                Column.texts("value", texts(failures, CustomerFailure::value)),
                Column.texts("reason", texts(failures, CustomerFailure::reason)));
    }

    /** The failures in the order of the file. */
    static List<CustomerFailure> ordered(Collection<CustomerFailure> failures) {
        return failures.stream()
                .sorted(Comparator.comparingLong(CustomerFailure::row).thenComparing(CustomerFailure::field))
                .toList();
    }

    private static @Nullable String[] texts(List<CustomerFailure> failures, Function<CustomerFailure, String> part) {
        return failures.stream()
                .map(part)
                .map(Strings::emptyToNull) // an empty cell, not a cell of two quotes
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        String who = "customer " + row + (id.isEmpty() ? "" : " (" + id + ")") + ": ";
        return VisibleText.line(
                field.isEmpty()
                        ? who + reason + (value.isEmpty() ? "" : ": " + value)
                        : who + field + " " + reason + (value.isEmpty() ? "" : ", but was " + value));
    }
}
