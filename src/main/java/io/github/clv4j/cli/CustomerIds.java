package io.github.clv4j.cli;

import com.google.common.base.Strings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of the customers of a file. */
final class CustomerIds {

    private CustomerIds() {}

    /**
     * The ids, empty where missing.
     *
     * @throws UserError if one stands twice, counting customers from 1 as the failures do
     */
    static String[] of(@Nullable String[] values, String column, Path file) {
        String[] ids = new String[values.length];
        Map<String, Integer> seen = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            ids[row] = Strings.nullToEmpty(values[row]);
            Integer before = ids[row].isEmpty() ? null : seen.put(ids[row], row);
            if (before != null) {
                throw repeated(file, column, ids[row], before, row);
            }
        }
        return ids;
    }

    static UserError repeated(Path file, String column, String id, int before, int row) {
        return new UserError(file + ": " + column + " must be distinct, but \"" + id + "\" is that of customers "
                + (before + 1) + " and " + (row + 1));
    }
}
