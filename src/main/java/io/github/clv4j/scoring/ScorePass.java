package io.github.clv4j.scoring;

import io.github.clv4j.segment.ThreeDimensionalSegmenter;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Scores customers of some columns block by block: in place where the model is plain and its inputs are arrays of doubles, else
 * through scratch columns. One for each thread; not thread-safe.
 */
final class ScorePass {

    private final ScoringModel model;
    private final InputReader reader;
    private final ScoreBuffer scores;
    private final int size;
    private final @Nullable Block inPlace;
    private @Nullable Block scratch;

    /**
     * @param model the model
     * @param reader the customers
     * @param scores where the scores go, at the customers' places
     * @param size the most customers of a block, at most {@link Block#SIZE}
     */
    ScorePass(ScoringModel model, InputReader reader, ScoreBuffer scores, int size) {
        this.model = model;
        this.reader = reader;
        this.scores = scores;
        this.size = size;
        Optional<double[][]> columns = model.isPlain() ? reader.inPlace() : Optional.empty();
        this.inPlace = columns.map(inputs -> Block.inPlace(inputs, scores)).orElse(null);
    }

    /** Scores the customers from..to, and tells the places of those who have no score. */
    void score(int from, int to, IntConsumer failed) {
        for (int start = from, end; start < to; start = end) {
            end = start + Math.min(size, to - start);
            if (!scoreBlock(start, end)) {
                clearFailed(start, end, failed);
            }
        }
    }

    /** Whether all customers of the block have a score. */
    private boolean scoreBlock(int from, int to) {
        if (inPlace != null) {
            inPlace.cover(from, to);
            return model.score(inPlace);
        }
        if (scratch == null) {
            scratch = Block.ofItsOwn(model, size);
        }
        reader.read(from, to, scratch.inputs);
        scratch.cover(0, to - from);
        boolean all = model.score(scratch);
        scores.write(scratch.scores, to - from, from);
        return all;
    }

    private void clearFailed(int from, int to, IntConsumer failed) {
        for (int row = from; row < to; row++) {
            if (scores.segments[row] == ThreeDimensionalSegmenter.NO_SEGMENT) {
                scores.clear(row);
                failed.accept(row);
            }
        }
    }
}
