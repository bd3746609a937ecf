package io.github.clv4j.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What could not be read of a file, noted chunk by chunk. Not thread-safe. */
final class UnreadValues {

    private final List<CustomerFailure> wanted = new ArrayList<>();
    private int ofFile;
    private Optional<CustomerFailure> first = Optional.empty();

    /** Notes what could not be read of a chunk, and keeps what that is of some of its customers. */
    void add(CustomerChunk chunk, BitSet customers) {
        for (RawFailure failure : chunk.unread()) {
            if (first.isEmpty()) {
                first = Optional.of(chunk.failure(failure));
            }
            ofFile++;
            if (customers.get(chunk.row(failure))) {
                wanted.add(chunk.failure(failure));
            }
        }
    }

    /** What could not be read of the wanted customers. */
    List<CustomerFailure> wanted() {
        return wanted;
    }

    /** The beginning of a message of what could not be done with the customers who are left. */
    String beforeMessage() {
        return first.map(failure -> ofFile + (ofFile == 1 ? " value" : " values") + " could not be read, the first of "
                        + failure + "; so ")
                .orElse("");
    }
}
