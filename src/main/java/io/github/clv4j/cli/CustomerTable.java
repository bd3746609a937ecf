package io.github.clv4j.cli;

import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.scoring.ChurnFit;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.InvalidInputException;
import io.github.clv4j.scoring.RowFailure;
import io.github.clv4j.scoring.ScoreExplanation;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers of a file held in memory, in the order of the file: those a plan is fitted to, or all. A customer whose row could
 * not be read keeps its place, with all inputs missing.
 */
final class CustomerTable implements FitCustomers {

    private final CustomerSource source;
    private final int[] rows;
    private final String[] ids;
    private final CustomerColumns columns;
    private final UnreadValues unread;

    private CustomerTable(CustomerSource source, int[] rows, String[] ids, CustomerColumns columns, Builder builder) {
        this.source = source;
        this.rows = rows;
        this.ids = ids;
        this.columns = columns;
        this.unread = builder.unread;
    }

    /** Reads all customers. */
    static CustomerTable all(CustomerSource source) {
        return read(
                source,
                chunk -> {
                    BitSet all = new BitSet();
                    all.set(0, chunk.rows());
                    return all;
                },
                Optional.empty());
    }

    /**
     * Reads the customers to fit on.
     *
     * @param sample draws some of them, if not all are to be held
     */
    static CustomerTable toFit(CustomerSource source, Optional<FitSample> sample) {
        return read(source, CustomerChunk::toFit, sample);
    }

    private static CustomerTable read(
            CustomerSource source, Function<CustomerChunk, BitSet> wanted, Optional<FitSample> sample) {
        Builder builder = new Builder(source);
        try (CustomerSource.Pass pass = source.read()) {
            while (pass.hasNext()) {
                CustomerChunk chunk = pass.next();
                builder.add(chunk, wanted.apply(chunk), sample);
            }
        }
        return sample.isPresent() ? builder.buildSample() : builder.build();
    }

    @Override
    public ScoringFit fit(ScoringPlan plan) {
        try {
            return plan.fit(columns);
        } catch (IllegalArgumentException | FitException e) {
            throw new UserError(source.path() + ": " + unread.beforeMessage() + e.getMessage(), e);
        }
    }

    /** Fits the churn model of a plan alone; whatever the fit refuses is said as by {@link #fit}. */
    ChurnFit fitChurn(ScoringPlan plan) {
        try {
            return plan.fitChurn(columns);
        } catch (IllegalArgumentException | FitException e) {
            throw new UserError(source.path() + ": " + unread.beforeMessage() + e.getMessage(), e);
        }
    }

    @Override
    public LoyaltyValidation validateLoyalty(ScoringModel model, String outcome) {
        try {
            return model.validateLoyalty(columns, outcome);
        } catch (IllegalArgumentException e) {
            throw new UserError(source.path() + ": " + e.getMessage(), e);
        }
    }

    /** How many customers there are here. */
    int customers() {
        return rows.length;
    }

    /** The place of a customer, from 0. */
    int rowOf(String id) {
        for (int row = 0; row < ids.length; row++) {
            if (ids[row].equals(id) && !id.isEmpty()) {
                return row;
            }
        }
        throw new UserError(source.path() + " has no customer whose "
                + source.query().plan().id() + " is \"" + id + "\"");
    }

    /** Why a customer gets its score; refused, with the reason, if it gets none. */
    ScoreExplanation explain(int row, ScoringModel model) {
        Path file = source.path();
        for (CustomerFailure failure : unread.wanted()) {
            if (failure.row() == rows[row] + 1L) {
                throw new UserError(file + ": " + failure);
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

    @Override
    public List<CustomerFailure> failures(List<RowFailure> found) {
        Set<Long> unreadRows = new HashSet<>();
        unread.wanted().forEach(failure -> unreadRows.add(failure.row()));
        Set<CustomerFailure> failures = new HashSet<>(unread.wanted());
        for (RowFailure failure : found) {
            if (!unreadRows.contains(rows[failure.row()] + 1L)) {
                failures.add(failure(failure.row(), failure.field(), failure.value(), failure.reason()));
            }
        }
        return CustomerFailure.ordered(failures);
    }

    private CustomerFailure failure(int row, String field, String value, String reason) {
        return new CustomerFailure(rows[row] + 1L, ids[row], field, value, reason);
    }

    /** Collects customers chunk by chunk. */
    private static final class Builder {

        private final CustomerSource source;
        private final Map<String, double[]> numbers = new LinkedHashMap<>();
        private final Map<String, @Nullable String[]> groups = new LinkedHashMap<>();
        private String[] ids = {};
        private int[] rows = {};
        private int size;
        private final UnreadValues unread = new UnreadValues();

        Builder(CustomerSource source) {
            this.source = source;
            source.query().numberColumns().forEach(name -> numbers.put(name, new double[0]));
            source.query().groupColumns().forEach(name -> groups.put(name, new @Nullable String[0]));
        }

        void add(CustomerChunk chunk, BitSet wanted, Optional<FitSample> sample) {
            int[] from = wanted.stream().toArray();
            int[] to = new int[from.length];
            for (int i = 0; i < from.length; i++) {
                to[i] = sample.isPresent() ? sample.get().place() : size;
                size = Math.max(size, to[i] + 1);
            }
            makeRoom();
            for (int i = 0; i < from.length; i++) {
                if (to[i] >= 0) {
                    ids[to[i]] = chunk.id(from[i]);
                    rows[to[i]] = chunk.from() + from[i];
                }
            }
            numbers.forEach((name, values) -> {
                double[] next = chunk.numbers(name);
                for (int i = 0; i < from.length; i++) {
                    if (to[i] >= 0) {
                        values[to[i]] = next[from[i]];
                    }
                }
            });
            groups.forEach((name, values) -> {
                @Nullable String[] next = chunk.texts(name);
                for (int i = 0; i < from.length; i++) {
                    if (to[i] >= 0) {
                        values[to[i]] = next[from[i]];
                    }
                }
            });
            unread.add(chunk, wanted);
        }

        private void makeRoom() {
            if (size > rows.length) {
                int room = (int) Math.min(source.customers(), Math.max(size, 1.5 * rows.length));
                rows = Arrays.copyOf(rows, room);
                ids = Arrays.copyOf(ids, room);
                numbers.replaceAll((name, values) -> Arrays.copyOf(values, room));
                groups.replaceAll((name, values) -> Arrays.copyOf(values, room));
            }
        }

        CustomerTable build() {
            return new CustomerTable(source, Arrays.copyOf(rows, size), ids, columns(), this);
        }

        /** In the order of the file, in which a sample is not drawn. */
        CustomerTable buildSample() {
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> rows[i]))
                    .mapToInt(i -> i)
                    .toArray();
            int[] orderedRows = Arrays.stream(order).map(i -> rows[i]).toArray();
            String[] orderedIds = Arrays.stream(order).mapToObj(i -> ids[i]).toArray(String[]::new);
            BitSet drawn = new BitSet();
            Arrays.stream(orderedRows).forEach(drawn::set);
            unread.wanted().removeIf(failure -> !drawn.get((int) failure.row() - 1));
            return new CustomerTable(source, orderedRows, orderedIds, columns().select(order), this);
        }

        private CustomerColumns columns() {
            CustomerColumns.Builder builder = CustomerColumns.builder(size);
            numbers.forEach((name, values) -> builder.number(name, trimmed(values)));
            groups.forEach((name, values) -> builder.group(name, Arrays.copyOf(values, size)));
            return builder.build();
        }

        private double[] trimmed(double[] values) {
            return values.length == size ? values : Arrays.copyOf(values, size);
        }
    }
}
