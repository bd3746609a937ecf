package io.github.clv4j.json;

import io.github.clv4j.base.Require;
import java.util.List;
import java.util.Optional;

/**
 * How a plan reads a customer file: the raw columns it uses, and the SQL that turns them into the inputs of the model.
 * Immutable and thread-safe.
 *
 * @param columns the raw columns used, by the names in the file's header; others are never looked at
 * @param fitOnly those of the raw columns that a file to be scored with the fitted model may lack, such as that of the
 *     outcome, not known of new customers; where they lack, they are NULL
 * @param sql the name of the file with the SQL, relative to the plan: one SELECT over the view {@code customers}, row by
 *     row, carrying {@code input_row} through
 * @param id the column of the SELECT that holds the customers' ids
 * @param fitWhere an SQL condition on the raw columns that chooses the customers to fit on; all without one
 * @param scoreWhere an SQL condition on the raw columns that chooses the customers to score; all without one
 */
public record InputPlan(
        List<RawColumn> columns,
        List<String> fitOnly,
        String sql,
        String id,
        Optional<String> fitWhere,
        Optional<String> scoreWhere) {

    /**
     * Creates an input plan.
     *
     * @param columns the raw columns used, distinct
     * @param fitOnly those of the raw columns that a file to be scored with the fitted model may lack, distinct
     * @param sql the name of the file with the SQL, relative to the plan
     * @param id the column of the SELECT that holds the customers' ids
     * @param fitWhere an SQL condition that chooses the customers to fit on
     * @param scoreWhere an SQL condition that chooses the customers to score
     * @throws IllegalArgumentException if there is no column, one stands twice, {@code fitOnly} names others, or a text is
     *     blank
     */
    public InputPlan {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns must name at least one column, but named none");
        }
        List<String> names = columns.stream().map(RawColumn::name).toList();
        Require.distinct(names, "columns");
        fitOnly = List.copyOf(fitOnly);
        Require.distinct(fitOnly, "fitOnly");
        if (!names.containsAll(fitOnly)) {
            throw new IllegalArgumentException("fitOnly must be of the columns " + names + ", but was " + fitOnly);
        }
        Require.notBlank(sql, "sql");
        Require.notBlank(id, "id");
        fitWhere.ifPresent(condition -> Require.notBlank(condition, "fitWhere"));
        scoreWhere.ifPresent(condition -> Require.notBlank(condition, "scoreWhere"));
    }
}
