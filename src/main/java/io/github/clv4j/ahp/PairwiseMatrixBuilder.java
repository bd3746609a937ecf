package io.github.clv4j.ahp;

import java.util.List;

/** Judgements being gathered into a matrix. Not thread-safe. */
public final class PairwiseMatrixBuilder {

    private final MatrixEntries entries;

    PairwiseMatrixBuilder(List<String> names) {
        entries = new MatrixEntries(names, PairwiseMatrix.RECIPROCAL_TOLERANCE);
        entries.setDiagonal();
    }

    /**
     * Adds a judgement. The same judgement may be stated again, also the other way round.
     *
     * @param first the name of the one
     * @param second the name of the other, not the same
     * @param judgement how many times as important as the second the first is, in [1e-100, 1e100]
     * @return this builder
     * @throws IllegalArgumentException if there is no such name, both are the same, or the judgement is out of range (NaN
     *     included)
     * @throws AhpException if the pair was given another value before
     */
    public PairwiseMatrixBuilder judge(String first, String second, double judgement) {
        entries.judge(first, second, judgement);
        return this;
    }

    /**
     * Adds a judgement as people write it.
     *
     * @param first the name of the one
     * @param second the name of the other, not the same
     * @param judgement how many times as important as the second the first is: a number or a ratio such as {@code
     *     1/3}
     * @return this builder
     * @throws IllegalArgumentException if there is no such name, both are the same, or the judgement is not a ratio or out
     *     of range
     * @throws AhpException if the pair was given another value before
     */
    public PairwiseMatrixBuilder judge(String first, String second, String judgement) {
        return judge(first, second, Ratio.parse(judgement, MatrixEntries.label(first, second)));
    }

    /**
     * Adds a judgement by places, for who reads a whole matrix. The diagonal may be stated, as 1.
     *
     * @param row the place of the one, from 0
     * @param column the place of the other, from 0
     * @param judgement how many times as important as the second the first is, in [1e-100, 1e100]; 1 on the diagonal
     * @return this builder
     * @throws IndexOutOfBoundsException if there is no such place
     * @throws IllegalArgumentException if the judgement is out of range (NaN included)
     * @throws AhpException if the pair was given another value before
     */
    public PairwiseMatrixBuilder judge(int row, int column, double judgement) {
        entries.judge(row, column, judgement);
        return this;
    }

    /**
     * Adds a judgement by places, as people write it.
     *
     * @param row the place of the one, from 0
     * @param column the place of the other, from 0
     * @param judgement a number or a ratio such as {@code 1/3}; 1 on the diagonal
     * @return this builder
     * @throws IndexOutOfBoundsException if there is no such place
     * @throws IllegalArgumentException if the judgement is not a ratio or out of range
     * @throws AhpException if the pair was given another value before
     */
    public PairwiseMatrixBuilder judge(int row, int column, String judgement) {
        return judge(row, column, Ratio.parse(judgement, entries.label(row, column)));
    }

    /**
     * The matrix.
     *
     * @return a matrix of the judgements so far; pairs not judged are missing
     */
    public PairwiseMatrix build() {
        return entries.matrix();
    }
}
