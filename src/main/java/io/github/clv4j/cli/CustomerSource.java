package io.github.clv4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The customers of a file as a plan wants them, read as often as needed, chunk by chunk: a chunk of the file, the plan's SQL
 * run on it, the values in arrays. Two databases are at work, of which one reads the file and the other, which has no access to
 * files, runs the SQL; see {@link CustomerFile} and {@link CustomerDatabase}. Not thread-safe, one pass at a time.
 */
final class CustomerSource implements AutoCloseable {

    private final CustomerQuery query;
    private final Path path;
    private final CustomerFile file;
    private final CustomerDatabase database;
    private final Duration sqlTimeLimit;
    private final Progress progress;

    private CustomerSource(
            CustomerQuery query,
            Path path,
            CustomerFile file,
            CustomerDatabase database,
            Duration sqlTimeLimit,
            Progress progress) {
        this.query = query;
        this.path = path;
        this.file = file;
        this.database = database;
        this.sqlTimeLimit = sqlTimeLimit;
        this.progress = progress;
    }

    /**
     * Opens a file.
     *
     * @param sqlTimeLimit how long each SQL of the plan may run for a chunk
     * @param progress shows how far a pass is
     * @throws UserError if the file as a whole cannot be used
     */
    static CustomerSource open(Path path, CustomerQuery query, Duration sqlTimeLimit, Progress progress) {
        CustomerFile file = CustomerFile.open(path, query.plan().columns(), query.optionalColumns());
        try {
            return new CustomerSource(
                    query,
                    path,
                    file,
                    CustomerDatabase.of(query.plan().columns(), file.rows(), sqlTimeLimit),
                    sqlTimeLimit,
                    progress);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    CustomerQuery query() {
        return query;
    }

    int customers() {
        return file.rows();
    }

    /**
     * A first pass, which sees that every customer comes once, and that the ids are distinct.
     *
     * @throws UserError if the SQL, a condition or an id cannot be used; then, or at a later chunk
     */
    Pass read() {
        return new Pass(true, query.fits());
    }

    /** Another pass, to fit to customers who were read before. */
    Pass readToFitAgain() {
        return new Pass(false, true);
    }

    /** Another pass, to score customers who were read before. */
    Pass readAgain() {
        return new Pass(false, false);
    }

    @Override
    public void close() {
        database.close();
        file.close();
    }

    /** One pass over the customers. */
    final class Pass implements AutoCloseable {

        private final CustomerDatabase.Query sql;
        private final Chosen toFit;
        private final Chosen toScore;
        private final Optional<DistinctIds> ids;
        private final RawChunks chunks;
        private final Ahead<RawChunk> ahead;

        private Pass(boolean first, boolean fits) {
            List<String> texts = Stream.concat(Stream.of(query.plan().id()), query.groupColumns().stream())
                    .distinct()
                    .toList();
            sql = database.query(query.sqlName(), query.sql(), query.numberColumns(), texts, query.unreadColumns());
            toFit = new Chosen("fitWhere", query.plan().fitWhere(), fits);
            toScore = new Chosen("scoreWhere", query.plan().scoreWhere(), !fits);
            ids = first ? Optional.of(new DistinctIds()) : Optional.empty();
            chunks = file.read();
            ahead = new Ahead<>(chunks);
            progress.start(fits ? Progress.Task.READING : Progress.Task.SCORING, customers());
        }

        boolean hasNext() {
            return ahead.hasNext();
        }

        /**
         * The next customers.
         *
         * @throws UserError if something is wrong with the file, or with what the plan's SQL makes of these customers; with the
         *     last of them, if something is wrong with all of them
         */
        CustomerChunk next() {
            RawChunk raw = ahead.next();
            database.hold(List.of(raw));
            PreparedTable table = sql.run();
            CustomerChunk chunk =
                    new CustomerChunk(raw.from(), query, table, toFit.of(raw), toScore.of(raw), raw.failures());
            ids.ifPresent(distinct -> add(chunk, distinct));
            progress.reached(chunk.from() + chunk.rows());
            if (raw.from() + raw.rows() == customers()) {
                sql.requireNoneLost();
                ids.ifPresent(distinct -> requireDistinct(distinct.repeated()));
                toFit.requireSomebody();
                toScore.requireSomebody();
            }
            return chunk;
        }

        private void add(CustomerChunk chunk, DistinctIds distinct) {
            for (int row = 0; row < chunk.rows(); row++) {
                if (!chunk.id(row).isEmpty()) {
                    distinct.add(chunk.id(row));
                }
            }
        }

        @Override
        public void close() {
            progress.stop();
            ahead.close();
            chunks.close();
            ids.ifPresent(DistinctIds::close);
        }
    }

    /** Ids of the same hash are looked at in another pass; that two hashes are the same by chance is next to impossible. */
    private void requireDistinct(Set<Long> repeated) {
        if (repeated.isEmpty()) {
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        try (Pass pass = readAgain()) {
            while (pass.hasNext()) {
                CustomerChunk chunk = pass.next();
                for (int row = 0; row < chunk.rows(); row++) {
                    String id = chunk.id(row);
                    if (!id.isEmpty() && repeated.contains(DistinctIds.hash(id))) {
                        Integer before = seen.put(id, chunk.from() + row);
                        if (before != null) {
                            throw CustomerIds.repeated(path, query.plan().id(), id, before, chunk.from() + row);
                        }
                    }
                }
            }
        }
    }

    /** Customers whom a condition chooses, chunk by chunk. */
    private final class Chosen {

        private final String field;
        private final boolean asked;
        private final Optional<CustomerDatabase.Condition> condition;
        private Optional<BitSet> ofFile = Optional.empty();
        private boolean somebody;

        /** @param asked whether it is to be known; else the condition is only checked, and nobody is chosen */
        Chosen(String name, Optional<String> where, boolean asked) {
            this.field = query.file() + ": " + name;
            this.asked = asked;
            this.condition = where.map(text -> database.condition(field, text));
            if (asked && condition.isPresent() && condition.get().comparesCustomers()) {
                this.ofFile = where.map(this::ofFile);
            }
        }

        private BitSet ofFile(String where) {
            try (CustomerDatabase all = CustomerDatabase.load(file, query.plan().columns(), sqlTimeLimit)) {
                return all.rowsWhere(field, where);
            }
        }

        BitSet of(RawChunk chunk) {
            BitSet chosen = new BitSet(chunk.rows());
            if (asked && ofFile.isPresent()) {
                chosen.or(ofFile.get().get(chunk.from(), chunk.from() + chunk.rows()));
            } else if (asked && condition.isPresent()) {
                chosen.or(condition.get().rows());
            } else if (asked) {
                chosen.set(0, chunk.rows());
            }
            somebody |= !chosen.isEmpty();
            return chosen;
        }

        void requireSomebody() {
            if (asked && !somebody) {
                throw new UserError(field + " chooses none of the " + customers() + " customers");
            }
        }
    }
}
