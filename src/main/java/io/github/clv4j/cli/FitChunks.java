package io.github.clv4j.cli;

import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.scoring.CustomerChunks;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.RowFailure;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The customers a plan is fitted to, read in chunks as often as the fit asks. One bit of each is kept, and what is wrong with
 * some. Not thread-safe.
 */
final class FitChunks implements FitCustomers, CustomerChunks {

    /** What a customer takes in memory besides its values: an id, and its place. */
    private static final long BYTES_OF_A_ROW = 64;

    private static final long BYTES_OF_A_VALUE = 12;

    private final CustomerSource source;
    private final BitSet rows = new BitSet();
    private final UnreadValues unread = new UnreadValues();
    private boolean read;

    FitChunks(CustomerSource source) {
        this.source = source;
    }

    /** Whether the customers of a file would take more than a quarter of the memory there is. */
    static boolean areTooMany(CustomerSource source, long memory) {
        CustomerQuery query = source.query();
        int values = query.numberColumns().size() + query.groupColumns().size();
        return source.customers() * (BYTES_OF_A_ROW + BYTES_OF_A_VALUE * values) > memory / 4;
    }

    @Override
    public void forEach(Consumer<CustomerColumns> reader) {
        try (CustomerSource.Pass pass = read ? source.readToFitAgain() : source.read()) {
            while (pass.hasNext()) {
                CustomerChunk chunk = pass.next();
                if (!read) {
                    note(chunk);
                }
                reader.accept(chunk.columnsWithIds(chunk.toFit().stream().toArray()));
            }
        }
        read = true;
    }

    private void note(CustomerChunk chunk) {
        chunk.toFit().stream().forEach(row -> rows.set(chunk.from() + row));
        unread.add(chunk, chunk.toFit());
    }

    @Override
    public ScoringFit fit(ScoringPlan plan) {
        try {
            return plan.fit((CustomerChunks) this);
        } catch (IllegalArgumentException | FitException e) {
            throw new UserError(source.path() + ": " + unread.beforeMessage() + e.getMessage(), e);
        }
    }

    /** The rows of the failures ascend, and so do the bits. */
    @Override
    public List<CustomerFailure> failures(List<RowFailure> found) {
        Set<Long> unreadRows = new HashSet<>();
        unread.wanted().forEach(failure -> unreadRows.add(failure.row()));
        Set<CustomerFailure> failures = new HashSet<>(unread.wanted());
        int place = -1;
        int row = -1;
        for (RowFailure failure : found) {
            while (place < failure.row()) {
                row = rows.nextSetBit(row + 1);
                place++;
            }
            if (!unreadRows.contains(row + 1L)) {
                failures.add(new CustomerFailure(
                        row + 1L, failure.id(), failure.field(), failure.value(), failure.reason()));
            }
        }
        return CustomerFailure.ordered(failures);
    }

    @Override
    public LoyaltyValidation validateLoyalty(ScoringModel model, String outcome) {
        throw new UserError("--validate needs the customers of the fit in memory, and " + source.path()
                + " has too many of them: --fit-sample fits to some");
    }
}
