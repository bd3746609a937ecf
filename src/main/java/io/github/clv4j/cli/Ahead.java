package io.github.clv4j.cli;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next element on a thread of its own while the one before is being used; in the same order, and one ahead at most.
 * Nothing else may use the iterator meanwhile, until this is closed. Not thread-safe.
 */
final class Ahead<T> implements Iterator<T>, AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "ahead");
        made.setDaemon(true);
        return made;
    });
    private final Iterator<T> elements;
    private @Nullable Future<Optional<T>> next;

    Ahead(Iterator<T> elements) {
        this.elements = elements;
    }

    /** Waits for the next element, if there is one. */
    @Override
    public boolean hasNext() {
        return element().isPresent();
    }

    /** Whatever the iterator throws is thrown here. */
    @Override
    public T next() {
        T element = element().orElseThrow(NoSuchElementException::new);
        next = submit();
        return element;
    }

    /** Waits for the element that is being made, as what it is made of cannot be closed before. */
    @Override
    public void close() {
        MoreExecutors.shutdownAndAwaitTermination(thread, Duration.ofDays(1));
    }

    private Optional<T> element() {
        if (next == null) {
            next = submit();
        }
        try {
            return requireNonNull(Uninterruptibles.getUninterruptibly(requireNonNull(next)));
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
            throw new IllegalStateException(e);
        }
    }

    private Future<Optional<T>> submit() {
        return thread.submit(() -> elements.hasNext() ? Optional.of(elements.next()) : Optional.empty());
    }
}
