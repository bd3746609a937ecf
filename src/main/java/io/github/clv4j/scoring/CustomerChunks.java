package io.github.clv4j.scoring;

import java.util.function.Consumer;

/**
 * Customers in chunks, which can be read again, so that a plan can be fitted to more customers than fit in memory: every
 * call of {@link #forEach} reads all of them, in the same order. How they are cut into chunks does not matter, and need not
 * be the same from one reading to the next.
 *
 * <p>A row is counted over all chunks. The ids of the customers must be distinct within a chunk, as always; whether they are
 * over all chunks is not looked at, since that takes the memory chunks are there to save.
 */
@FunctionalInterface
public interface CustomerChunks {

    /**
     * Reads all customers.
     *
     * @param reader is given one chunk after the other, in the thread of the caller. All have the same columns, with the
     *     same names. The reader keeps nothing of a chunk after it returns, so that its arrays may be filled anew
     */
    void forEach(Consumer<CustomerColumns> reader);

    /**
     * All customers as one chunk.
     *
     * @param all the customers
     * @return the chunk
     */
    static CustomerChunks of(CustomerColumns all) {
        return reader -> reader.accept(all);
    }
}
