package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The entries of a matrix while they are read and checked. */
final class MatrixEntries {

    private static final double SMALLEST = 1e-100;
    private static final double LARGEST = 1e100;

    private final ImmutableList<String> names;
    private final int n;
    private final double tolerance;
    private final double[] entries;

    MatrixEntries(List<String> names, double tolerance) {
        requireNames(names);
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw Require.outside("tolerance of reciprocity", "in [0, 1)", tolerance);
        }
        this.names = ImmutableList.copyOf(names);
        this.n = names.size();
        this.tolerance = tolerance;
        this.entries = new double[n * n];
        Arrays.fill(entries, PairwiseMatrix.MISSING);
    }

    static void requireNames(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("matrix must not be empty");
        }
        names.forEach(name -> Require.notBlank(name, "name in the matrix"));
        Require.distinct(names, "names in the matrix");
    }

    void requireRows(int rows) {
        if (rows != n) {
            throw new IllegalArgumentException("matrix of " + n + " names must have as many rows, but had " + rows);
        }
    }

    void requireColumns(int row, int columns) {
        if (columns != n) {
            throw new IllegalArgumentException("matrix must be square, but row " + names.get(row) + " had " + columns
                    + " entries where there are " + n + " rows");
        }
    }

    /** What an entry is called in messages. */
    String label(int i, int j) {
        return label(names.get(i), names.get(j));
    }

    static String label(String row, String column) {
        return "entry (" + row + ", " + column + ")";
    }

    void setDiagonal() {
        for (int i = 0; i < n; i++) {
            entries[i * n + i] = 1;
        }
    }

    void set(int i, int j, double value) {
        if (i == j && value != 1) {
            throw Require.outside(label(i, j) + " on the diagonal", "1", value);
        }
        entries[i * n + j] = requireInRange(value, names.get(i), names.get(j));
    }

    static double requireInRange(double judgement, String row, String column) {
        if (judgement >= SMALLEST && judgement <= LARGEST) {
            return judgement;
        }
        throw Require.outside(label(row, column), "in [1e-100, 1e100]", judgement);
    }

    /** Leaves an entry without a judgement. */
    void skip(int i, int j) {
        if (i == j) {
            throw new IllegalArgumentException(label(i, j) + " on the diagonal must be 1, but was not given");
        }
        entries[i * n + j] = PairwiseMatrix.MISSING;
    }

    void judge(String first, String second, double judgement) {
        int i = indexOf(names, first);
        int j = indexOf(names, second);
        requirePair(first, second);
        judge(i, j, judgement);
    }

    /** Takes a judgement unless the pair has another. */
    void judge(int i, int j, double judgement) {
        double forward = entries[Objects.checkIndex(i, n) * n + Objects.checkIndex(j, n)];
        double backward = Double.isNaN(forward) ? entries[j * n + i] : 1 / forward;
        if (i != j && !Double.isNaN(backward)) {
            requireReciprocal(i, j, requireInRange(judgement, names.get(i), names.get(j)), backward);
        }
        set(i, j, judgement);
    }

    static int indexOf(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no \"" + name + "\" in the matrix; known are " + names);
        }
        return index;
    }

    static void requirePair(String first, String second) {
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "\"" + first + "\" must be compared with another, but was compared with itself");
        }
    }

    PairwiseMatrix matrix() {
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                reconcile(i, j);
            }
        }
        return PairwiseMatrix.ofChecked(names, entries.clone(), JudgementScale.LINEAR);
    }

    /** Makes a pair of two readings, of which one may be missing, exactly reciprocal. */
    private void reconcile(int i, int j) {
        double forward = entries[i * n + j];
        double backward = entries[j * n + i];
        if (Double.isNaN(backward)) {
            entries[j * n + i] = 1 / forward;
        } else if (Double.isNaN(forward)) {
            entries[i * n + j] = 1 / backward;
        } else if (forward != 1 / backward && backward != 1 / forward) {
            requireReciprocal(i, j, forward, backward);
            keepLarger(i, j, forward, backward);
        }
    }

    /** Whoever writes 9 and 0.111111 has rounded the second. */
    private void keepLarger(int i, int j, double forward, double backward) {
        if (forward > backward) {
            entries[j * n + i] = 1 / forward;
        } else {
            entries[i * n + j] = 1 / backward;
        }
    }

    private void requireReciprocal(int i, int j, double forward, double backward) {
        if (!(Math.abs(forward * backward - 1) <= tolerance)) {
            String a = names.get(i);
            String b = names.get(j);
            throw new AhpException(
                    AhpException.Reason.NOT_RECIPROCAL,
                    List.of(List.of(a, b)),
                    label(i, j) + " is " + Ratio.show(forward) + " and " + label(j, i) + " is " + Ratio.show(backward)
                            + ": each must be 1 divided by the other, to " + tolerance
                            + "; give one of the two, or a ratio such as 1/3");
        }
    }
}
