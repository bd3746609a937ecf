package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A judgement matrix (判断矩阵): how many times as important as b is a, for each pair of names. The entry (a, b) is the
 * judgement, the entry (b, a) its reciprocal, the diagonal 1. Any pair may be left without a judgement.
 *
 * <p>Judgements are ratios in [1e-100, 1e100]; Saaty's scale from 1/9 to 9 is a custom, not a limit. Where both halves of
 * a matrix are given they must be each other's reciprocal: {@code |a_ij a_ji - 1| <= tolerance}, 1e-5 unless stated, so that
 * decimals of six digits pass and 0.33 for 1/3 does not. Of a pair that is not exactly reciprocal within that tolerance the
 * larger entry stands, and the other is its reciprocal: who writes 9 and 0.111111 has rounded the second. One half is enough.
 *
 * <p>Two matrices are equal if their names, judgements and scales are. Immutable and thread-safe.
 */
public final class PairwiseMatrix {

    static final double MISSING = Double.NaN;

    static final double RECIPROCAL_TOLERANCE = 1e-5;
    private static final int LARGEST_ON_SCALE = 9;

    private final ImmutableList<String> names;
    private final double[] entries;
    private final int missing;
    private final JudgementScale scale;

    private PairwiseMatrix(ImmutableList<String> names, double[] entries, JudgementScale scale) {
        this.names = names;
        this.entries = entries;
        this.scale = scale;
        this.missing = countMissing(names.size(), entries);
    }

    /** A matrix of entries known to be in order; both arguments are kept. */
    static PairwiseMatrix ofChecked(ImmutableList<String> names, double[] entries, JudgementScale scale) {
        return new PairwiseMatrix(names, entries, scale);
    }

    private static int countMissing(int n, double[] entries) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                count += Double.isNaN(entries[i * n + j]) ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * A complete matrix whose rows are called 1, 2, and so on.
     *
     * @param rows the rows, as many as each has entries; each entry in [1e-100, 1e100], the diagonal 1
     * @return the matrix
     * @throws IllegalArgumentException if it is empty or not square, or an entry is out of range (NaN included)
     * @throws AhpException if a pair is not reciprocal
     */
    public static PairwiseMatrix of(double[][] rows) {
        return of(numbers(rows.length), rows);
    }

    /**
     * A complete matrix.
     *
     * @param names the names in the order of rows and columns, distinct and not blank
     * @param rows the rows, as many as there are names, each with as many entries; each entry in [1e-100, 1e100], the
     *     diagonal 1
     * @return the matrix
     * @throws IllegalArgumentException if names and rows do not fit, or an entry is out of range (NaN included)
     * @throws AhpException if a pair is not reciprocal to 1e-5
     */
    public static PairwiseMatrix of(List<String> names, double[][] rows) {
        return of(names, rows, RECIPROCAL_TOLERANCE);
    }

    /**
     * A complete matrix that is reciprocal to a stated tolerance.
     *
     * @param names the names in the order of rows and columns, distinct and not blank
     * @param rows the rows, as many as there are names, each with as many entries; each entry in [1e-100, 1e100], the
     *     diagonal 1
     * @param tolerance the largest {@code |a_ij a_ji - 1|}, in [0, 1)
     * @return the matrix
     * @throws IllegalArgumentException if names and rows do not fit, or an entry or the tolerance is out of range (NaN
     *     included)
     * @throws AhpException if a pair is not reciprocal
     */
    public static PairwiseMatrix of(List<String> names, double[][] rows, double tolerance) {
        MatrixEntries entries = new MatrixEntries(names, tolerance);
        entries.requireRows(rows.length);
        for (int i = 0; i < rows.length; i++) {
            Objects.requireNonNull(rows[i], "row " + names.get(i));
            entries.requireColumns(i, rows[i].length);
            for (int j = 0; j < rows.length; j++) {
                entries.set(i, j, rows[i][j]);
            }
        }
        return entries.matrix();
    }

    /**
     * A matrix of texts, as it stands in a file or a spreadsheet, whose rows are called 1, 2, and so on.
     *
     * @param rows the rows; each entry a number or a ratio such as {@code 1/3} or {@code 3/2}, or null off the diagonal
     *     where nothing was judged
     * @return the matrix
     * @throws IllegalArgumentException if it is empty or not square, or an entry is not a ratio or out of range
     * @throws AhpException if a pair is not reciprocal
     */
    public static PairwiseMatrix parse(@Nullable String[][] rows) {
        return parse(numbers(rows.length), rows);
    }

    /**
     * A matrix of texts, as it stands in a file or a spreadsheet.
     *
     * @param names the names in the order of rows and columns, distinct and not blank
     * @param rows the rows; each entry a number or a ratio such as {@code 1/3} or {@code 3/2}, or null off the diagonal
     *     where nothing was judged
     * @return the matrix
     * @throws IllegalArgumentException if names and rows do not fit, or an entry is not a ratio or out of range
     * @throws AhpException if a pair is not reciprocal to 1e-5
     */
    public static PairwiseMatrix parse(List<String> names, @Nullable String[][] rows) {
        MatrixEntries entries = new MatrixEntries(names, RECIPROCAL_TOLERANCE);
        entries.requireRows(rows.length);
        for (int i = 0; i < rows.length; i++) {
            Objects.requireNonNull(rows[i], "row " + names.get(i));
            entries.requireColumns(i, rows[i].length);
            for (int j = 0; j < rows.length; j++) {
                String text = rows[i][j];
                if (text == null) {
                    entries.skip(i, j);
                } else {
                    entries.set(i, j, Ratio.parse(text, entries.label(i, j)));
                }
            }
        }
        return entries.matrix();
    }

    /**
     * A complete matrix from the judgements above its diagonal.
     *
     * @param names the names in the order of rows and columns, distinct and not blank
     * @param judgements the judgements row by row, a12 a13 ... a23 ..., of length n (n - 1) / 2, each in [1e-100, 1e100]
     * @return the matrix
     * @throws IllegalArgumentException if the number of judgements does not fit the names, or one is out of range (NaN
     *     included)
     */
    public static PairwiseMatrix ofUpperTriangle(List<String> names, double... judgements) {
        MatrixEntries entries = new MatrixEntries(names, RECIPROCAL_TOLERANCE);
        int n = names.size();
        Require.length(judgements.length, n * (n - 1) / 2, "judgements above the diagonal");
        entries.setDiagonal();
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                entries.set(i, j, judgements[k++]);
            }
        }
        return entries.matrix();
    }

    /**
     * A complete matrix from a mere ranking: what stands d places higher is judged {@code min(9, 1 + d)} times as
     * important. That is a convention of clv4j for want of anything better; judgements are.
     *
     * @param names the names in the order of rows and columns, distinct and not blank
     * @param ranks the rank of each name in their order, of the same length, at least 1; 1 is the most important, equal
     *     ranks are equally important
     * @return the matrix
     * @throws IllegalArgumentException if the lengths differ or a rank is below 1
     */
    public static PairwiseMatrix ofRanking(List<String> names, int... ranks) {
        Require.length(ranks.length, names.size(), "ranks");
        MatrixEntries entries = new MatrixEntries(names, RECIPROCAL_TOLERANCE);
        entries.setDiagonal();
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] < 1) {
                throw Require.outside("rank of " + names.get(i), "at least 1", ranks[i]);
            }
            for (int j = 0; j < i; j++) {
                double judgement = Math.min(LARGEST_ON_SCALE, 1L + Math.abs((long) ranks[i] - ranks[j]));
                entries.set(i, j, ranks[i] <= ranks[j] ? judgement : 1 / judgement);
            }
        }
        return entries.matrix();
    }

    /**
     * A complete and consistent matrix from measured values: {@code a_ij = x_i / x_j}.
     *
     * @param names the names in the order of rows and columns, distinct and not blank
     * @param measures the value of each name in their order, of the same length, in (0, Inf); more is better
     * @return the matrix
     * @throws IllegalArgumentException if the lengths differ, a measure is not in (0, Inf) (NaN included), or two of them
     *     are more than a factor of 1e100 apart
     */
    public static PairwiseMatrix ofMeasures(List<String> names, double... measures) {
        Require.length(measures.length, names.size(), "measures");
        MatrixEntries entries = new MatrixEntries(names, RECIPROCAL_TOLERANCE);
        entries.setDiagonal();
        for (int i = 0; i < measures.length; i++) {
            Require.positive(measures[i], "measure of " + names.get(i));
            for (int j = 0; j < i; j++) {
                entries.set(i, j, measures[i] / measures[j]);
            }
        }
        return entries.matrix();
    }

    /**
     * A matrix from single judgements.
     *
     * @param names the names in the order of rows and columns, distinct and not blank
     * @return a builder without a judgement
     * @throws IllegalArgumentException if there is no name, or one is blank or stands twice
     */
    public static PairwiseMatrixBuilder builder(List<String> names) {
        return new PairwiseMatrixBuilder(names);
    }

    private static List<String> numbers(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList();
    }

    /**
     * The names.
     *
     * @return the names in the order of rows and columns
     */
    public List<String> names() {
        return names;
    }

    /**
     * How many things are compared.
     *
     * @return n, at least 1
     */
    public int order() {
        return names.size();
    }

    /**
     * How many times as important as one thing another is.
     *
     * @param row the place of the one, from 0
     * @param column the place of the other, from 0
     * @return the judgement; NaN if there is none
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public double judgement(int row, int column) {
        int n = order();
        return entries[Objects.checkIndex(row, n) * n + Objects.checkIndex(column, n)];
    }

    /**
     * How many times as important as one thing another is.
     *
     * @param first the name of the one
     * @param second the name of the other
     * @return the judgement; NaN if there is none
     * @throws IllegalArgumentException if there is no such name
     */
    public double judgement(String first, String second) {
        return judgement(indexOf(first), indexOf(second));
    }

    /**
     * How many pairs have no judgement.
     *
     * @return their number, in [0, n (n - 1) / 2]
     */
    public int missing() {
        return missing;
    }

    /**
     * Whether every pair has a judgement.
     *
     * @return whether none is missing
     */
    public boolean isComplete() {
        return missing == 0;
    }

    /**
     * This matrix with one judgement changed or added.
     *
     * @param first the name of the one
     * @param second the name of the other, not the same
     * @param judgement how many times as important as the second the first is, in [1e-100, 1e100]
     * @return a new matrix
     * @throws IllegalArgumentException if there is no such name, both are the same, or the judgement is out of range (NaN
     *     included)
     */
    public PairwiseMatrix with(String first, String second, double judgement) {
        return changed(first, second, MatrixEntries.requireInRange(judgement, first, second));
    }

    /**
     * This matrix without one judgement.
     *
     * @param first the name of the one
     * @param second the name of the other, not the same
     * @return a new matrix
     * @throws IllegalArgumentException if there is no such name or both are the same
     */
    public PairwiseMatrix without(String first, String second) {
        return changed(first, second, MISSING);
    }

    /**
     * These judgements of the same things under other names.
     *
     * @param newNames the names in the order of the rows, distinct and not blank
     * @return a new matrix
     * @throws IllegalArgumentException if there are not as many names as rows, or one is blank or stands twice
     */
    public PairwiseMatrix withNames(List<String> newNames) {
        Require.length(newNames.size(), order(), "names");
        MatrixEntries.requireNames(newNames);
        return new PairwiseMatrix(ImmutableList.copyOf(newNames), entries, scale);
    }

    /**
     * The judgements among some of the things compared.
     *
     * @param some their names, distinct, at least one, in the order the rows are to have
     * @return a new matrix
     * @throws IllegalArgumentException if there is no such name, none is given, or one stands twice
     */
    public PairwiseMatrix only(List<String> some) {
        int n = some.size();
        MatrixEntries.requireNames(some);
        double[] kept = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                kept[i * n + j] = judgement(some.get(i), some.get(j));
            }
        }
        return new PairwiseMatrix(ImmutableList.copyOf(some), kept, scale);
    }

    /**
     * These judgements with one more thing to compare, not judged yet.
     *
     * @param name its name, not blank and not there yet
     * @return a new matrix, with a last row and column
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public PairwiseMatrix plus(String name) {
        int n = order();
        List<String> more =
                ImmutableList.<String>builder().addAll(names).add(name).build();
        MatrixEntries.requireNames(more);
        double[] extended = new double[(n + 1) * (n + 1)];
        Arrays.fill(extended, MISSING);
        for (int i = 0; i < n; i++) {
            System.arraycopy(entries, i * n, extended, i * (n + 1), n);
        }
        extended[extended.length - 1] = 1;
        return new PairwiseMatrix(ImmutableList.copyOf(more), extended, scale);
    }

    private PairwiseMatrix changed(String first, String second, double judgement) {
        int i = indexOf(first);
        int j = indexOf(second);
        MatrixEntries.requirePair(first, second);
        double[] changed = entries.clone();
        changed[i * order() + j] = judgement;
        changed[j * order() + i] = 1 / judgement;
        return new PairwiseMatrix(names, changed, scale);
    }

    /**
     * This matrix with every judgement taken for a word of another scale: its entries are then the ratios that scale gives
     * them.
     *
     * @param scale the scale
     * @return a new matrix; pairs without a judgement stay without
     * @throws IllegalArgumentException if a judgement is outside the range of the scale, or this matrix is on another scale
     *     already
     */
    public PairwiseMatrix on(JudgementScale scale) {
        if (this.scale == scale) {
            return this;
        }
        if (this.scale != JudgementScale.LINEAR) {
            throw new IllegalArgumentException(
                    "judgements must be on the linear scale to be read on another, but are on the "
                            + this.scale.displayName(Language.ENGLISH) + " scale");
        }
        double[] mapped = entries.clone();
        for (int i = 0; i < order(); i++) {
            for (int j = i + 1; j < order(); j++) {
                if (!Double.isNaN(mapped[i * order() + j])) {
                    mapped[i * order() + j] = scale.apply(mapped[i * order() + j], names.get(i), names.get(j));
                    mapped[j * order() + i] = 1 / mapped[i * order() + j];
                }
            }
        }
        return new PairwiseMatrix(names, mapped, scale);
    }

    /**
     * The scale the judgements were read on.
     *
     * @return the linear scale unless {@link #on} said otherwise
     */
    public JudgementScale scale() {
        return scale;
    }

    /** The place of a name. */
    private int indexOf(String name) {
        return MatrixEntries.indexOf(names, name);
    }

    ImmutableList<String> immutableNames() {
        return names;
    }

    /** The entries row by row, NaN where nothing was judged; not a copy, so not to be changed. */
    double[] raw() {
        return entries;
    }

    /**
     * All entries.
     *
     * @return a new array of rows in the order of the names; NaN where nothing was judged, which {@code of} refuses
     */
    public double[][] toArray() {
        int n = order();
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(entries, i * n, (i + 1) * n));
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairwiseMatrix that && names.equals(that.names) && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(entries);
    }

    /** The rows as people write them, {@code -} where nothing was judged. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < order(); i++) {
            text.append(names.get(i));
            for (int j = 0; j < order(); j++) {
                double judgement = entries[i * order() + j];
                text.append(' ').append(Double.isNaN(judgement) ? "-" : Ratio.show(judgement));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
