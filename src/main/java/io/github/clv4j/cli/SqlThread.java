package io.github.clv4j.cli;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a plan's SQL makes DuckDB do: on a thread of its own, for a limited time and in limited memory.
 *
 * <p>DuckDB ends most SQL by itself when its time is up, but it looks at the clock between rows only. One call of a function
 * that works on a gigabyte runs to its end, also while a statement is merely prepared, and what it holds is not counted
 * against DuckDB's own memory limit. So whoever waits here gives up a little later than DuckDB should have, and leaves the
 * thread behind: it ends when the call it is in ends, and the process can end without it.
 *
 * <p>The thread has a deep stack, because DuckDB's parser and binder recurse as deep as the SQL nests: where the stack of an
 * ordinary thread ends, so does the JVM.
 *
 * <p>Not thread-safe.
 */
final class SqlThread {

    private static final long STACK_BYTES = 256L << 20;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long POLL_MILLIS = 50;
    private static final int LONGEST_MESSAGE = 1000;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Duration timeLimit;
    private final long memoryLimit;
    private final Runnable close;
    private boolean leftBehind;

    /**
     * @param timeLimit how long one run may take
     * @param memoryLimit by how many bytes the process may grow meanwhile
     * @param close gives back what the runs use, should one of them be left behind
     */
    SqlThread(Duration timeLimit, long memoryLimit, Runnable close) {
        this.timeLimit = timeLimit;
        this.memoryLimit = memoryLimit;
        this.close = close;
    }

    /** Half of the memory of the machine, or of the container the process is in. */
    static long halfOfMemory() {
        return SYSTEM.getTotalMemorySize() / 2;
    }

    /** Whether a run was left behind: nothing else can run then, and its thread gives back what it uses. */
    boolean isLeftBehind() {
        return leftBehind;
    }

    /**
     * Runs the work to its end.
     *
     * @param source where the SQL stands, for messages
     * @throws UserError if it fails, or takes more time or memory than it may
     */
    <T> T run(String source, Callable<T> work) {
        if (leftBehind) {
            throw new IllegalStateException("the SQL that ran before has not ended yet");
        }
        FutureTask<T> task = new FutureTask<>(work);
        long deadline = System.nanoTime() + timeLimit.toNanos();
        try {
            T result = await(source, task, deadline);
            if (isPast(deadline)) {
                throw tooLong(source, null);
            }
            return result;
        } catch (ExecutionException e) {
            throw isPast(deadline) ? tooLong(source, e) : error(source, requireNonNull(e.getCause()));
        }
    }

    private <T> T await(String source, FutureTask<T> task, long deadline) throws ExecutionException {
        long mostMemory = SYSTEM.getCommittedVirtualMemorySize() + STACK_BYTES + memoryLimit;
        start(task);
        while (true) {
            try {
                return requireNonNull(Uninterruptibles.getUninterruptibly(task, POLL_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (isPast(deadline + GRACE_NANOS)) {
                    leaveBehind(task, tooLong(source, e));
                } else if (SYSTEM.getCommittedVirtualMemorySize() > mostMemory) {
                    leaveBehind(task, tooMuch(source, e));
                }
            }
        }
    }

    private void start(FutureTask<?> task) {
        Runnable run = () -> {
            task.run();
            if (task.isCancelled()) {
                close.run();
            }
        };
        Thread thread = new Thread(null, run, "plan-sql", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    /** A task that ends at this very moment cannot be cancelled, and has its result taken. */
    private void leaveBehind(FutureTask<?> task, UserError error) {
        if (task.cancel(false)) {
            leftBehind = true;
            throw error;
        }
    }

    private static boolean isPast(long deadline) {
        return System.nanoTime() - deadline > 0;
    }

    private UserError error(String source, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof SQLTimeoutException) {
            return tooLong(source, cause);
        }
        if (cause instanceof OutOfMemoryError || message.startsWith("Out of Memory Error")) {
            return tooMuch(source, cause);
        }
        if (cause instanceof SQLException) {
            return new UserError(printable(source + ": " + message), cause);
        }
        if (cause instanceof UserError) {
            return new UserError(printable(message), cause);
        }
        Throwables.throwIfUnchecked(cause);
        throw new IllegalStateException(cause);
    }

    /**
     * Messages repeat names and values of the SQL, which may be long, or speak to the terminal; and DuckDB advises to change
     * settings, which are locked.
     */
    private static String printable(String message) {
        String text = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
        return text.replaceAll(" Use \"SET [^\n]*", "").replaceAll("[\\p{Cc}&&[^\n\t]]", "?");
    }

    private UserError tooLong(String source, @Nullable Throwable cause) {
        return new UserError(
                source + " did not end within " + timeLimit.toSeconds()
                        + " s; --sql-time-limit SECONDS gives it longer",
                cause);
    }

    private static UserError tooMuch(String source, @Nullable Throwable cause) {
        return new UserError(source + " needs more memory than there is for it", cause);
    }
}
