package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who went from which segment to which between two scorings. Customers are matched by id; the order of the two scorings
 * does not matter for the counts.
 *
 * <p>Whoever is in the new scoring only has {@linkplain MigrationState#JOINED joined}, whoever is in the old one only has
 * {@linkplain MigrationState#LEFT left}, and whoever could not be scored is {@linkplain MigrationState#UNSCORED not
 * scored}: all three are states of their own, nobody is dropped. Either scoring may be empty.
 *
 * <p>{@code probability(i, j) = count(i, j) / sum_k count(i, k)} is the share of those who were in i. Of a state in
 * which nobody was, nothing is known: the probability is empty, not 0.
 *
 * <p>Two scorings are a snapshot each. The probabilities describe what happened between them, whatever the reason, a cut
 * that moved included: compare scorings of one model where the cuts should stand still.
 *
 * <p>Immutable and thread-safe.
 */
public final class SegmentMigration {

    private static final int STATES = MigrationState.all().size();

    /** Bytes, not states: a million of them are looked up in any order, and these stay in the cache. */
    private static final byte LEFT = (byte) MigrationState.LEFT.index();

    /** Marks an id as one of the new scoring only. */
    private static final int NOT_IN_OLD = -1;

    private final int[][] counts;
    private final ImmutableList<SegmentMove> moves;
    private final SegmentChain chain;

    private SegmentMigration(int[][] counts, ImmutableList<SegmentMove> moves) {
        this.counts = counts;
        this.moves = moves;
        this.chain = SegmentChain.of(counts);
    }

    /**
     * The migration between two scorings.
     *
     * @param oldIds the id of each customer of the old scoring, none twice, none blank
     * @param oldSegments the {@linkplain Segment#index() index} of the segment of each, in the same order, or {@link
     *     ThreeDimensionalSegmenter#NO_SEGMENT}
     * @param newIds the id of each customer of the new scoring, none twice, none blank, in any order
     * @param newSegments the index of the segment of each, in the same order, or {@code NO_SEGMENT}
     * @return the migration
     * @throws IllegalArgumentException if an id is blank or stands twice in one scoring, an index is of no segment, or
     *     ids and segments differ in length
     */
    public static SegmentMigration between(
            List<String> oldIds, byte[] oldSegments, List<String> newIds, byte[] newSegments) {
        Require.length(oldSegments.length, oldIds.size(), "old segments");
        Require.length(newSegments.length, newIds.size(), "new segments");
        Map<String, Integer> rows = rows(oldIds);
        byte[] after = new byte[oldSegments.length];
        Arrays.fill(after, LEFT);
        int[][] counts = new int[STATES][STATES];
        ImmutableList.Builder<SegmentMove> joined = ImmutableList.builder();
        Iterator<String> ids = newIds.iterator();
        for (byte segment : newSegments) {
            String id = Require.notBlank(ids.next(), "new id");
            MigrationState to = state(segment, "new segment");
            Integer row = rows.putIfAbsent(id, NOT_IN_OLD);
            if (row == null) {
                counts[MigrationState.JOINED.index()][to.index()]++;
                joined.add(new SegmentMove(id, MigrationState.JOINED, to));
            } else {
                requireOnce(row != NOT_IN_OLD && after[row] == LEFT, "new ids", id);
                after[row] = (byte) to.index();
            }
        }
        ImmutableList.Builder<SegmentMove> moves = ImmutableList.builder();
        countOld(oldIds, oldSegments, after, counts, moves);
        return new SegmentMigration(counts, moves.addAll(joined.build()).build());
    }

    private static Map<String, Integer> rows(List<String> ids) {
        Map<String, Integer> rows = Maps.newHashMapWithExpectedSize(ids.size());
        for (String id : ids) {
            requireOnce(rows.putIfAbsent(Require.notBlank(id, "old id"), rows.size()) == null, "old ids", id);
        }
        return rows;
    }

    /** Counts those of the old scoring, and finds who of them moved. */
    private static void countOld(
            List<String> ids, byte[] segments, byte[] after, int[][] counts, ImmutableList.Builder<SegmentMove> moves) {
        int row = 0;
        for (String id : ids) {
            MigrationState from = state(segments[row], "old segment");
            MigrationState to = MigrationState.all().get(after[row++]);
            counts[from.index()][to.index()]++;
            if (from != to) {
                moves.add(new SegmentMove(id, from, to));
            }
        }
    }

    private static MigrationState state(byte segment, String name) {
        if (segment == ThreeDimensionalSegmenter.NO_SEGMENT) {
            return MigrationState.UNSCORED;
        }
        if (segment >= 0 && segment < Segment.all().size()) {
            return MigrationState.all().get(segment);
        }
        throw Require.outside(name, "in [-1, " + Segment.all().size() + ")", segment);
    }

    private static void requireOnce(boolean first, String name, String id) {
        if (!first) {
            throw new IllegalArgumentException(name + " must be distinct, but \"" + id + "\" stands twice");
        }
    }

    /**
     * How many went from one state to another.
     *
     * @param from the state in the old scoring
     * @param to the state in the new scoring
     * @return the number of customers
     */
    public int count(MigrationState from, MigrationState to) {
        return counts[from.index()][to.index()];
    }

    /**
     * How many were in a state before.
     *
     * @param state the state in the old scoring
     * @return the number of customers
     */
    public int before(MigrationState state) {
        return Arrays.stream(counts[state.index()]).sum();
    }

    /**
     * How many are in a state after.
     *
     * @param state the state in the new scoring
     * @return the number of customers
     */
    public int after(MigrationState state) {
        return Arrays.stream(counts).mapToInt(row -> row[state.index()]).sum();
    }

    /**
     * The share of those in one state who went to another.
     *
     * @param from the state in the old scoring
     * @param to the state in the new scoring
     * @return the share, in [0, 1]; empty if nobody was in {@code from}
     */
    public OptionalDouble probability(MigrationState from, MigrationState to) {
        int all = before(from);
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count(from, to) / all);
    }

    /**
     * Everybody whose state changed, who joined or who left.
     *
     * @return an immutable list in the order of the old ids, then those who joined in the order of the new ids
     */
    public List<SegmentMove> moves() {
        return moves;
    }

    /**
     * How many customers there are in all.
     *
     * @return those who stayed, joined or left
     */
    public int customers() {
        return stayed() + joined() + left();
    }

    /**
     * How many are in both scorings, whatever their states.
     *
     * @return the number of customers
     */
    public int stayed() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum() - joined() - left();
    }

    /**
     * How many are in both scorings in the same state.
     *
     * @return the number of customers
     */
    public int unchanged() {
        return customers() - moves.size();
    }

    /**
     * How many are in the new scoring only.
     *
     * @return the number of customers
     */
    public int joined() {
        return before(MigrationState.JOINED);
    }

    /**
     * How many are in the old scoring only.
     *
     * @return the number of customers
     */
    public int left() {
        return after(MigrationState.LEFT);
    }

    /**
     * The stationary distribution p = p P of those who have a segment in both scorings: the shares of the segments that
     * moving again and again in the same way would leave as they are. P is as {@link #probability} but of these customers
     * alone, so nobody joins or leaves. Whatever the shares at the start, their mean over time goes to p, and so do they
     * themselves unless the segments take turns.
     *
     * <p>That the moves of one interval go on in the next, and depend on the segment only, is an assumption, not a finding.
     * A segment that everybody leaves for good has share 0, and so has one with nobody in it before or after.
     *
     * <p>Algorithm: elimination by W. K. Grassmann, M. I. Taksar and D. P. Heyman, 1985, Regenerative analysis and steady
     * state distributions for Markov chains, Operations Research 33. It does not subtract, so small shares are as exact as
     * large ones.
     *
     * @return eight shares in the order of {@link Segment#all()}, sum 1
     * @throws IllegalStateException if there is no such distribution or more than one; {@link #noStationary} says why
     */
    public double[] stationary() {
        noStationary(Language.ENGLISH).ifPresent(reason -> {
            throw new IllegalStateException("stationary shares must exist and be unique, but " + reason);
        });
        return chain.stationary();
    }

    /**
     * Why there is no stationary distribution, or more than one.
     *
     * @param language the language of the text
     * @return the reason, without a full stop or a line feed; empty if there is exactly one
     */
    public Optional<String> noStationary(Language language) {
        return chain.obstacle(language);
    }

    /**
     * The migration as a table a person can read: a row for each state before, a column for each state after, and in each
     * place the share of the row in per cent, {@code 0} where nobody went, {@code -} in a row with nobody. The line below
     * counts those after; the last one has the stationary shares, or why there are none.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        return MigrationTable.text(this, language);
    }
}
