package io.github.clv4j.cli;

import io.github.clv4j.json.RawColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Names and types of the columns that a plan's SELECT returns. Names are compared as SQL does, without regard to case. */
final class ResultColumns {

    private record ResultColumn(String name, String type) {}

    private final String sqlName;
    private final List<ResultColumn> columns = new ArrayList<>();

    private ResultColumns(String sqlName) {
        this.sqlName = sqlName;
    }

    /** Asks DuckDB without running the SELECT. */
    static ResultColumns of(Connection connection, String sqlName, String sql) throws SQLException {
        ResultColumns result = new ResultColumns(sqlName);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData metaData = statement.getMetaData();
            for (int i = 1; i <= metaData.getColumnCount(); i++) {
                result.columns.add(new ResultColumn(metaData.getColumnName(i), metaData.getColumnTypeName(i)));
            }
        }
        return result;
    }

    /**
     * @throws UserError if {@code input_row} or a wanted column is missing, there twice, or of another kind, or if there is a
     *     column that is neither wanted nor unused
     */
    void require(List<String> numberColumns, List<String> textColumns, Set<String> unusedColumns) {
        require(RawColumn.INPUT_ROW, SqlTypes::isInteger, "a whole number");
        numberColumns.forEach(name -> require(name, SqlTypes::isNumber, "a number"));
        textColumns.forEach(name -> require(name, SqlTypes::isText, "a text, as by CAST(... AS VARCHAR)"));
        requireNoOthers(List.of(List.of(RawColumn.INPUT_ROW), numberColumns, textColumns, unusedColumns));
    }

    private void requireNoOthers(List<Collection<String>> known) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.forEach(names::addAll);
        for (ResultColumn column : columns) {
            if (!names.contains(column.name())) {
                throw new UserError(
                        sqlName + " returns the column '" + column.name() + "', which the plan does not use");
            }
        }
    }

    private void require(String name, Predicate<String> fits, String kind) {
        List<ResultColumn> found = columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .toList();
        if (found.isEmpty()) {
            throw new UserError(sqlName + " returns no column '" + name + "'; it returns " + names());
        }
        if (found.size() > 1) {
            throw new UserError(sqlName + " returns more than one column '" + name + "'");
        }
        if (!fits.test(found.get(0).type())) {
            throw new UserError(sqlName + ": column '" + name + "' must be " + kind + ", but is "
                    + found.get(0).type());
        }
    }

    private String names() {
        return String.join(
                ", ", columns.stream().map(column -> "'" + column.name() + "'").toList());
    }
}
