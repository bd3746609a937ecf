package io.github.clv4j.scoring;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one scoring call, handed out in ranges to whoever has time. The calling thread works too, so that a busy
 * executor makes the work slower, but never stops it.
 */
final class RangeQueue {

    /** So many that handing out costs nothing, so few that all threads end together. */
    private static final int BLOCKS_OF_A_RANGE = 8;

    private final int from;
    private final int to;
    private final int length;
    private final int[][] failed;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> stopped = new AtomicReference<>();
    private final CountDownLatch unfinished;

    /** Taken away when the work is done, as a task may wait in an executor for long, and would keep all columns alive. */
    private final AtomicReference<@Nullable Supplier<ScorePass>> passes;

    RangeQueue(int from, int to, int blockSize, Supplier<ScorePass> passes) {
        this.passes = new AtomicReference<>(passes);
        this.from = from;
        this.to = to;
        this.length = BLOCKS_OF_A_RANGE * blockSize;
        this.failed = new int[(int) (((long) to - from + length - 1) / length)][];
        this.unfinished = new CountDownLatch(failed.length);
    }

    /** Scores all ranges, each thread by a pass of its own; throws what stopped the work. */
    void run(Executor executor, int threads) {
        call(executor, Math.min(threads, failed.length) - 1);
        work();
        awaitOthers();
        passes.set(null);
        Throwable reason = stopped.get();
        if (reason instanceof Error error) {
            throw error;
        }
        if (reason instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** The customers without a score, in their order. */
    IntStream failedRows() {
        return Stream.of(failed).flatMapToInt(IntStream::of);
    }

    private void call(Executor executor, int helpers) {
        try {
            for (int i = 0; i < helpers; i++) {
                executor.execute(this::work);
            }
        } catch (RejectedExecutionException e) {
            return; // those who came will do
        } catch (RuntimeException | Error e) {
            stopped.compareAndSet(null, e); // thrown when those who came have ended
        }
    }

    private void work() {
        Supplier<ScorePass> maker = passes.get();
        ScorePass pass = null;
        for (int range = next.getAndIncrement(); range < failed.length; range = next.getAndIncrement()) {
            try {
                stopIfInterrupted();
                if (stopped.get() == null) {
                    pass = pass == null ? Objects.requireNonNull(maker).get() : pass;
                    failed[range] = score(pass, from + range * length);
                }
            } catch (RuntimeException | Error e) {
                stopped.compareAndSet(null, e);
            } finally {
                unfinished.countDown();
            }
        }
    }

    /** The places of those in a range who have no score. */
    private int[] score(ScorePass pass, int start) {
        IntStream.Builder rows = IntStream.builder();
        pass.score(start, start + Math.min(to - start, length), rows::add);
        return rows.build().toArray();
    }

    private void stopIfInterrupted() {
        if (Thread.currentThread() == caller && caller.isInterrupted()) {
            stopped.compareAndSet(null, interrupted());
        }
    }

    /** Not left before the others are done, as they write to the scores. */
    private void awaitOthers() {
        boolean interrupted = false;
        while (unfinished.getCount() > 0) {
            try {
                unfinished.await();
            } catch (InterruptedException e) {
                interrupted = true;
                stopped.compareAndSet(null, interrupted());
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
    }

    static CancellationException interrupted() {
        return new CancellationException("scoring was interrupted");
    }
}
