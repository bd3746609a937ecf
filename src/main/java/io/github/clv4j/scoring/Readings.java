package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import java.util.OptionalInt;

/** Readings of the same customers, who come in chunks. Not thread-safe. */
final class Readings {

    private final CustomerChunks chunks;
    private OptionalInt customers = OptionalInt.empty();

    Readings(CustomerChunks chunks) {
        this.chunks = chunks;
    }

    /** Takes the next chunk of a reading. */
    interface Reader {

        /**
         * Takes a chunk.
         *
         * @param firstRow the row of its first customer, counted over all chunks
         */
        void read(CustomerColumns chunk, int firstRow);
    }

    /** Reads all customers once more. */
    void read(Reader reader) {
        long[] rows = {0};
        chunks.forEach(chunk -> {
            long next = rows[0] + chunk.customers();
            if (next > Integer.MAX_VALUE) {
                throw Require.outside("customers of all chunks", "at most " + Integer.MAX_VALUE, next);
            }
            reader.read(chunk, (int) rows[0]);
            rows[0] = next;
        });
        int read = (int) rows[0];
        if (customers.orElse(read) != read) {
            throw new IllegalArgumentException("chunks must hold the same customers at every reading, but there were "
                    + customers.getAsInt() + " at the first and " + read + " at a later one");
        }
        customers = OptionalInt.of(read);
    }

    /** How many customers a reading has. */
    int customers() {
        return customers.orElse(0);
    }
}
