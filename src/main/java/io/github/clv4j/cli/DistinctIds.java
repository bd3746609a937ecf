package io.github.clv4j.cli;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ids of any number of customers are distinct, in flat memory. Of each id 64 bits of a hash are kept: up to a
 * million in memory, more in a temporary file, of 8 bytes a customer, that is deleted in the end. Ids of different hashes
 * differ; the ids behind a hash that comes twice must be compared themselves. Not thread-safe.
 */
final class DistinctIds implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 1 << 20;
    private static final int PAGE = 1 << 16;
    private static final int MOST_REPEATED = 100_000;
    private static final HashFunction HASH = Hashing.murmur3_128();

    private final int mostInMemory;
    private final Set<Long> repeated = new HashSet<>();
    private long[] hashes = new long[1024];
    private int held;
    private long spilled;
    private @Nullable FileChannel file;

    DistinctIds() {
        this(MOST_IN_MEMORY);
    }

    /** @param mostInMemory how many hashes are kept in memory */
    DistinctIds(int mostInMemory) {
        this.mostInMemory = mostInMemory;
    }

    static long hash(String id) {
        return HASH.hashUnencodedChars(id).asLong();
    }

    void add(String id) {
        if (held == mostInMemory) {
            spill();
        }
        hold(hash(id));
    }

    /** The hashes that came more than once; not all of them where they are very many. */
    Set<Long> repeated() {
        if (file == null) {
            findRepeated();
            return repeated;
        }
        spill();
        // a share of the hashes is those with the same first bits, about half as many as memory is there for
        int bits = 65 - Long.numberOfLeadingZeros(spilled / mostInMemory);
        for (long share = 0; share < 1L << bits; share++) {
            readShare(share, 64 - bits);
            findRepeated();
        }
        return repeated;
    }

    private void hold(long hash) {
        if (held == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * held);
        }
        hashes[held++] = hash;
    }

    /** Finds those that repeat among the held ones, and holds none any more. */
    private void findRepeated() {
        Arrays.parallelSort(hashes, 0, held);
        for (int i = 1; i < held && repeated.size() < MOST_REPEATED; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated.add(hashes[i]);
            }
        }
        held = 0;
    }

    private void spill() {
        try {
            if (file == null) {
                Path path = Files.createTempFile("clv4j-ids-", ".tmp");
                file = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            ByteBuffer bytes = ByteBuffer.allocate(PAGE);
            for (int from = 0; from < held; from += PAGE / Long.BYTES) {
                int count = Math.min(PAGE / Long.BYTES, held - from);
                bytes.clear().asLongBuffer().put(hashes, from, count);
                bytes.limit(count * Long.BYTES);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            spilled += held;
            held = 0;
        } catch (IOException e) {
            throw new UserError("the ids of the customers cannot be compared: " + e.getMessage(), e);
        }
    }

    private void readShare(long share, int shift) {
        try {
            FileChannel from = requireNonNull(file);
            ByteBuffer bytes = ByteBuffer.allocate(PAGE);
            for (long position = 0; position < spilled * Long.BYTES; position += bytes.limit()) {
                bytes.clear();
                bytes.limit((int) Math.min(PAGE, spilled * Long.BYTES - position));
                while (bytes.hasRemaining() && from.read(bytes, position + bytes.position()) >= 0) {
                    // a read may give less than was asked for
                }
                bytes.flip();
                while (bytes.hasRemaining()) {
                    long hash = bytes.getLong();
                    if (hash >>> shift == share) {
                        hold(hash);
                    }
                }
            }
        } catch (IOException e) {
            throw new UserError("the ids of the customers cannot be compared: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // it holds nothing that is needed any more
        }
    }
}
