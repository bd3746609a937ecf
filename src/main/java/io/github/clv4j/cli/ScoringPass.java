package io.github.clv4j.cli;

import com.google.common.base.Strings;
import io.github.clv4j.json.ScoringTotals;
import io.github.clv4j.scoring.RowFailure;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.segment.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a file in which its customers are scored, chunk by chunk, in the order of the file: the scores as the parts of
 * a table. What is said of all customers is known when the last part was taken. Not thread-safe.
 */
final class ScoringPass implements Iterator<List<Column>>, AutoCloseable {

    private final CustomerSource.Pass customers;
    private final ScoringRun run;
    private final Optional<PlaybookTexts> playbook;
    private final FailureLog failures;
    private final ScoringTotals totals = new ScoringTotals();
    private final List<CustomerFailure> ofFit;
    private int nextOfFit;

    /**
     * Starts the pass.
     *
     * @param playbook what to say of each customer, if anything
     * @param failures gets what is wrong with the customers of the fit and of the pass
     */
    ScoringPass(CustomerSource source, ScoringRun run, Optional<PlaybookTexts> playbook, FailureLog failures) {
        this.customers = run.fitted().isPresent() ? source.readAgain() : source.read();
        this.run = run;
        this.playbook = playbook;
        this.failures = failures;
        this.ofFit = run.failures();
    }

    @Override
    public boolean hasNext() {
        return customers.hasNext();
    }

    @Override
    public List<Column> next() {
        CustomerChunk chunk = customers.next();
        int[] rows = chunk.toScore().stream().toArray();
        ScoredCustomers scored = run.model().score(chunk.columns(rows));
        totals.add(scored);
        addFailures(chunk, rows, scored.failures());
        return table(chunk, rows, scored);
    }

    /** What is known of all customers scored so far. */
    ScoringTotals totals() {
        return totals;
    }

    @Override
    public void close() {
        customers.close();
    }

    /** Of a row that could not be read only that is said: what follows from it is no news. */
    private void addFailures(CustomerChunk chunk, int[] rows, List<RowFailure> found) {
        Set<CustomerFailure> all = new HashSet<>();
        BitSet unread = new BitSet();
        for (RawFailure failure : chunk.unread()) {
            unread.set(chunk.row(failure));
            if (chunk.toScore().get(chunk.row(failure))) {
                all.add(chunk.failure(failure));
            }
        }
        for (RowFailure failure : found) {
            int row = rows[failure.row()];
            if (!unread.get(row)) {
                all.add(chunk.failure(row, failure.field(), failure.value(), failure.reason()));
            }
        }
        long end = (long) chunk.from() + chunk.rows();
        while (nextOfFit < ofFit.size() && ofFit.get(nextOfFit).row() <= end) {
            all.add(ofFit.get(nextOfFit++));
        }
        CustomerFailure.ordered(all).forEach(failures::add);
    }

    private List<Column> table(CustomerChunk chunk, int[] rows, ScoredCustomers scored) {
        @Nullable String[] ids = new @Nullable String[rows.length];
        @Nullable String[] segments = new @Nullable String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ids[i] = Strings.emptyToNull(chunk.id(rows[i]));
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
}
