package io.github.clv4j.cli;

import com.google.common.base.Strings;
import io.github.clv4j.json.InputPlan;
import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.scoring.ChurnFit;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.InvalidInputException;
import io.github.clv4j.scoring.RowFailure;
import io.github.clv4j.scoring.ScoreExplanation;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.segment.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a file as a plan wants them: their columns, which of them to fit on and to score, and the rows that
 * could not be read. A customer whose row could not be read keeps its place, with all inputs missing, so that it is left
 * out of the fit and gets no score.
 */
final class CustomerTable {

    private static final int[] NOBODY = {};

    private final Path file;
    private final String idColumn;
    private final CustomerColumns columns;
    private final int[] toFit;
    private final int[] toScore;
    private final List<RawFailure> unread;

    private CustomerTable(
            Path file, String idColumn, CustomerColumns columns, int[] toFit, int[] toScore, List<RawFailure> unread) {
        this.file = file;
        this.idColumn = idColumn;
        this.columns = columns;
        this.toFit = toFit;
        this.toScore = toScore;
        this.unread = unread;
    }

    static CustomerTable read(Path file, CustomerQuery query, Duration sqlTimeLimit) {
        InputPlan input = query.plan();
        List<String> numbers = query.numberColumns();
        List<String> groups = query.groupColumns();
        List<String> texts =
                Stream.concat(Stream.of(input.id()), groups.stream()).distinct().toList();
        try (CustomerDatabase database =
                CustomerDatabase.load(file, input.columns(), query.optionalColumns(), sqlTimeLimit)) {
            PreparedTable table = database.prepare(query.sqlName(), query.sql(), numbers, texts, query.unreadColumns());
            String[] ids = CustomerIds.of(table.texts(input.id()), input.id(), file);
            blank(table, database.failures(), numbers, groups);
            CustomerColumns.Builder builder =
                    CustomerColumns.builder(table.rows()).ids(ids);
            numbers.forEach(name -> builder.number(name, table.numbers(name)));
            groups.forEach(name -> builder.group(name, table.texts(name)));
            return new CustomerTable(
                    file,
                    input.id(),
                    builder.build(),
                    query.fits()
                            ? chosen(database, table.rows(), query.file() + ": fitWhere", input.fitWhere())
                            : NOBODY,
                    chosen(database, table.rows(), query.file() + ": scoreWhere", input.scoreWhere()),
                    database.failures());
        }
    }

    /** Fits the plan and scores; whatever the fit refuses is said with the file, and with what could not be read of it. */
    ScoringRun fitAndScore(ScoringPlan plan) {
        try {
            return ScoringRun.of(plan, columns.select(toFit), columns.select(toScore));
        } catch (IllegalArgumentException | FitException e) {
            throw new UserError(file + ": " + unreadFirst() + e.getMessage(), e);
        }
    }

    /** Fits the churn model of a plan alone; whatever the fit refuses is said as by {@link #fitAndScore}. */
    ChurnFit fitChurn(ScoringPlan plan) {
        try {
            return plan.fitChurn(columns.select(toFit));
        } catch (IllegalArgumentException | FitException e) {
            throw new UserError(file + ": " + unreadFirst() + e.getMessage(), e);
        }
    }

    /** Whether the loyalty index of a model tells who of the customers it was fitted on leaves. */
    LoyaltyValidation validateLoyalty(ScoringModel model, String outcome) {
        try {
            return model.validateLoyalty(columns.select(toFit), outcome);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
    }

    ScoringRun score(ScoringModel model) {
        return new ScoringRun(model.score(columns.select(toScore)), Optional.empty());
    }

    /** The place of a customer, from 0. */
    int rowOf(String id) {
        for (int row = 0; row < columns.customers(); row++) {
            if (columns.id(row).equals(id) && !id.isEmpty()) {
                return row;
            }
        }
        throw new UserError(file + " has no customer whose " + idColumn + " is \"" + id + "\"");
    }

    /** Why a customer gets its score; refused, with the reason, if it gets none. */
    ScoreExplanation explain(int row, ScoringModel model) {
        for (RawFailure failure : unread) {
            if (failure.inputRow() == row) {
                throw new UserError(file + ": " + failure(row, failure.column(), failure.value(), failure.reason()));
            }
        }
        try {
            return model.explain(columns, row);
        } catch (InvalidInputException e) {
            throw new UserError(file + ": " + failure(row, e.field(), e.value(), e.reason()), e);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ": " + failure(row, "", "", String.valueOf(e.getMessage())), e);
        }
    }

    private String unreadFirst() {
        if (unread.isEmpty()) {
            return "";
        }
        RawFailure first = unread.get(0);
        return unread.size() + (unread.size() == 1 ? " value" : " values") + " could not be read, the first of "
                + failure(Math.toIntExact(first.inputRow()), first.column(), first.value(), first.reason()) + "; so ";
    }

    /** The scores as the columns of a table, in the order of the file, with what a playbook says of them. */
    List<Column> scoreColumns(ScoredCustomers scored, Optional<PlaybookTexts> playbook) {
        @Nullable String[] ids = new @Nullable String[toScore.length];
        @Nullable String[] segments = new @Nullable String[toScore.length];
        for (int i = 0; i < toScore.length; i++) {
            ids[i] = Strings.emptyToNull(columns.id(toScore[i]));
            segments[i] = scored.segment(i).map(Segment::name).orElse(null);
        }
        List<Column> table = new ArrayList<>(List.of(
                Column.texts("customer_id", ids),
                Column.numbers("current_value", scored.currentValues()),
                Column.numbers("potential_value", scored.potentialValues()),
                Column.numbers("lifetime_value", scored.lifetimeValues()),
                Column.numbers("churn_probability", scored.churnProbabilities()),
                Column.numbers("loyalty", scored.loyalties()),
                Column.texts("segment", segments)));
        playbook.ifPresent(texts -> table.addAll(texts.columns(scored)));
        scored.loyaltyIndices().ifPresent(index -> table.add(Column.numbers("loyalty_index", index)));
        scored.loyaltyCoverages().ifPresent(coverage -> table.add(Column.numbers("loyalty_coverage", coverage)));
        return table;
    }

    /**
     * What is wrong with the customers to fit on or to score, in the order of the file. Of a row that could not be read
     * only that is said: what follows from it is no news.
     */
    List<CustomerFailure> failures(ScoringRun run) {
        Set<CustomerFailure> failures = new HashSet<>();
        BitSet unreadRows = addUnread(failures, toFit, toScore);
        run.fit().ifPresent(fit -> addUnlessUnread(failures, fit.failures(), toFit, unreadRows));
        addUnlessUnread(failures, run.scored().failures(), toScore, unreadRows);
        return ordered(failures);
    }

    /** What is wrong with the customers to fit a churn model on, in the order of the file. */
    List<CustomerFailure> failures(ChurnFit fit) {
        Set<CustomerFailure> failures = new HashSet<>();
        BitSet unreadRows = addUnread(failures, toFit);
        addUnlessUnread(failures, fit.failures(), toFit, unreadRows);
        return ordered(failures);
    }

    /** Adds what could not be read of some customers, and gives all rows that could not be read. */
    private BitSet addUnread(Set<CustomerFailure> failures, int[]... customers) {
        BitSet used = new BitSet();
        for (int[] some : customers) {
            Arrays.stream(some).forEach(used::set);
        }
        BitSet unreadRows = new BitSet();
        for (RawFailure failure : unread) {
            int row = Math.toIntExact(failure.inputRow());
            unreadRows.set(row);
            if (used.get(row)) {
                failures.add(failure(row, failure.column(), failure.value(), failure.reason()));
            }
        }
        return unreadRows;
    }

    private static List<CustomerFailure> ordered(Set<CustomerFailure> failures) {
        List<CustomerFailure> ordered = new ArrayList<>(failures);
        ordered.sort(Comparator.comparingLong(CustomerFailure::row).thenComparing(CustomerFailure::field));
        return ordered;
    }

    private void addUnlessUnread(Set<CustomerFailure> failures, List<RowFailure> found, int[] rows, BitSet unreadRows) {
        for (RowFailure failure : found) {
            int row = rows[failure.row()];
            if (!unreadRows.get(row)) {
                failures.add(failure(row, failure.field(), failure.value(), failure.reason()));
            }
        }
    }

    private CustomerFailure failure(int row, String field, String value, String reason) {
        return new CustomerFailure(row + 1L, columns.id(row), field, value, reason);
    }

    private static void blank(
            PreparedTable table, List<RawFailure> failures, List<String> numbers, List<String> groups) {
        for (RawFailure failure : failures) {
            int row = Math.toIntExact(failure.inputRow());
            numbers.forEach(name -> table.numbers(name)[row] = Double.NaN);
            groups.forEach(name -> table.texts(name)[row] = null);
        }
    }

    private static int[] chosen(CustomerDatabase database, int rows, String field, Optional<String> condition) {
        BitSet chosen = new BitSet(rows);
        condition.ifPresentOrElse(where -> chosen.or(database.rowsWhere(field, where)), () -> chosen.set(0, rows));
        if (chosen.isEmpty()) {
            throw new UserError(field + " chooses none of the " + rows + " customers");
        }
        return chosen.stream().toArray();
    }
}
