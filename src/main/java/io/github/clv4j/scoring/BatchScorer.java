package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Scores many customers in columns, on one thread or several, into scores of its own or a {@link ScoreBuffer} of the caller's. Made
 * by {@link ScoringModel#batch()}.
 *
 * <p>A customer gets the same bits whatever the number of threads, whichever customers are scored together, and alone. One that
 * cannot be scored keeps its place without a score and is reported; the others are scored.
 *
 * <p>An interrupt of the calling thread ends the work within some ten thousand customers a thread: the call throws {@link
 * CancellationException} and leaves the thread interrupted. What a buffer then holds is not to be used.
 *
 * <p>Immutable and thread-safe.
 */
public final class BatchScorer {

    private final ScoringModel model;
    private final Executor executor;
    private final int threads;
    private final int blockSize;

    private BatchScorer(ScoringModel model, Executor executor, int threads, int blockSize) {
        this.model = model;
        this.executor = executor;
        this.threads = threads;
        this.blockSize = blockSize;
    }

    /** On the calling thread alone. */
    static BatchScorer of(ScoringModel model) {
        return new BatchScorer(model, Runnable::run, 1, Block.SIZE);
    }

    /**
     * Scores on several threads: the calling one, and others that an executor provides. While the executor has none to spare the
     * calling thread does the work alone.
     *
     * @param provider runs the tasks handed to it; they are done when the scoring is, so nothing is left behind in it but tasks
     *     that find nothing to do
     * @param most how many threads may work at a time, the calling one included, at least 1
     * @return another scorer with the same scores
     */
    public BatchScorer withExecutor(Executor provider, int most) {
        if (most < 1) {
            throw Require.outside("threads", "at least 1", most);
        }
        return new BatchScorer(model, provider, most, blockSize);
    }

    /**
     * Scores on all processors, by the common pool of the JVM.
     *
     * @return another scorer with the same scores
     */
    public BatchScorer inParallel() {
        return withExecutor(ForkJoinPool.commonPool(), ForkJoinPool.commonPool().getParallelism() + 1);
    }

    /** Scores blocks of at most so many customers. */
    BatchScorer withBlockSize(int customers) {
        if (customers < 1 || customers > Block.SIZE) {
            throw Require.outside("block size", "in [1, " + Block.SIZE + "]", customers);
        }
        return new BatchScorer(model, executor, threads, customers);
    }

    /**
     * Scores all customers.
     *
     * @param customers columns that hold the {@linkplain ScoringModel#inputs() inputs}; others are ignored
     * @return the scores in the order of the customers
     * @throws IllegalArgumentException if a column is missing, or holds groups where numbers are wanted or the reverse
     * @throws CancellationException if the calling thread is interrupted
     */
    public ScoredCustomers score(CustomerColumns customers) {
        ScoreBuffer scores = model.buffer(customers.customers());
        return new ScoredCustomers(scores, score(customers, 0, customers.customers(), scores));
    }

    /**
     * Scores some of the customers into the same places of a buffer; its other places stay as they are. Nothing is copied, and
     * where the columns are arrays of doubles nothing is allocated for a customer who can be scored.
     *
     * @param customers columns that hold the {@linkplain ScoringModel#inputs() inputs}; others are ignored
     * @param from the first customer
     * @param to the customer after the last
     * @param scores a buffer of the same model, with at least {@code to} places
     * @return why customers have no score, in their order
     * @throws IllegalArgumentException if a column is missing, or holds groups where numbers are wanted or the reverse; if the
     *     range is not one of the customers, or the buffer is too short or made by another kind of model
     * @throws CancellationException if the calling thread is interrupted
     */
    public List<RowFailure> score(CustomerColumns customers, int from, int to, ScoreBuffer scores) {
        requireRange(customers, from, to);
        scores.require(model.plan());
        if (scores.customers() < to) {
            throw Require.outside("places of the buffer", "at least " + to, scores.customers());
        }
        InputReader reader = new InputReader(customers, model.inputList());
        RangeQueue ranges = new RangeQueue(
                from, to, blockSize, () -> new ScorePass(model, reader, scores, Math.min(blockSize, to - from)));
        ranges.run(executor, threads);
        List<RowFailure> failures = new ArrayList<>();
        ranges.failedRows().forEach(row -> failures.add(failure(reader, row)));
        return failures;
    }

    private RowFailure failure(InputReader reader, int row) {
        if (Thread.currentThread().isInterrupted()) {
            throw RangeQueue.interrupted();
        }
        return model.failure(reader, row);
    }

    private static void requireRange(CustomerColumns customers, int from, int to) {
        if (from < 0 || to < from || to > customers.customers()) {
            throw new IllegalArgumentException("range must be within the " + customers.customers()
                    + " customers, but was from " + from + " to " + to);
        }
    }
}
