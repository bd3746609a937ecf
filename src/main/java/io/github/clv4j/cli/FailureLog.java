package io.github.clv4j.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with customers, in the order of the file, however many they are: the first are held, the others are counted,
 * and put into a temporary file if they are to be listed, which is deleted in the end. Not thread-safe.
 */
final class FailureLog implements AutoCloseable {

    private static final int HELD = 10_000;

    private final boolean listed;
    private final List<CustomerFailure> first = new ArrayList<>();
    private long count;
    private @Nullable Path file;
    private @Nullable DataOutputStream more;

    /** @param listed whether all are wanted, not only the first */
    FailureLog(boolean listed) {
        this.listed = listed;
    }

    void add(CustomerFailure failure) {
        count++;
        if (first.size() < HELD) {
            first.add(failure);
        } else if (listed) {
            try {
                write(failure);
            } catch (IOException e) {
                throw unusable(e);
            }
        }
    }

    /** The first ones, as many as anybody wants to see. */
    List<CustomerFailure> first() {
        return first;
    }

    long count() {
        return count;
    }

    /** All of them as a table, part by part, the first of which may have no rows. */
    Iterator<List<Column>> table() {
        try {
            if (file == null || more == null) {
                return List.of(CustomerFailure.columns(first)).iterator();
            }
            more.close();
            return new Parts(new DataInputStream(new BufferedInputStream(Files.newInputStream(file))));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null && more != null) {
                more.close();
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // what it held is written elsewhere, or not wanted any more
        }
    }

    private void write(CustomerFailure failure) throws IOException {
        if (more == null) {
            file = Files.createTempFile("clv4j-failures-", ".tmp");
            file.toFile().deleteOnExit();
            more = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }
        more.writeLong(failure.row());
        write(more, failure.id());
        write(more, failure.field());
        write(more, failure.value());
        write(more, failure.reason());
    }

    /** {@code writeUTF} takes 64 KiB at most. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static UserError unusable(IOException e) {
        return new UserError("the failures cannot be kept in a temporary file: " + e.getMessage(), e);
    }

    /** The first ones, then those of the file. */
    private final class Parts implements Iterator<List<Column>> {

        private final DataInputStream in;
        private List<CustomerFailure> next = first;
        private long left = count;

        Parts(DataInputStream in) {
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public List<Column> next() {
            List<Column> part = CustomerFailure.columns(next);
            left -= next.size();
            try {
                next = new ArrayList<>();
                while (next.size() < Math.min(HELD, left)) {
                    next.add(new CustomerFailure(in.readLong(), read(in), read(in), read(in), read(in)));
                }
                if (left == 0) {
                    in.close();
                }
            } catch (IOException e) {
                throw unusable(e);
            }
            return part;
        }
    }
}
