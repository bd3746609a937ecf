package io.github.clv4j.segment;

import io.github.clv4j.base.Require;

/**
 * The value matrix (客户价值矩阵), one of the two older schemes: current value by potential value, {@linkplain ValueCell
 * four cells}. A value equal to its cut is high. With the cuts of a cube it is the cube seen without loyalty; {@link
 * SchemeComparison} shows what that hides.
 *
 * <p>Immutable and thread-safe.
 *
 * @param currentCut the cut of the current value, finite
 * @param potentialCut the cut of the potential value, finite
 */
public record ValueMatrix(double currentCut, double potentialCut) {

    /** What the columnar form writes for a customer without a cell. */
    public static final byte NO_CELL = -1;

    /**
     * Creates a matrix.
     *
     * @param currentCut the cut of the current value, finite
     * @param potentialCut the cut of the potential value, finite
     * @throws IllegalArgumentException if a cut is NaN or infinite
     */
    public ValueMatrix {
        Require.finite(currentCut, "cut of current value");
        Require.finite(potentialCut, "cut of potential value");
    }

    /**
     * A matrix with given cuts.
     *
     * @param currentCut the cut of the current value, finite
     * @param potentialCut the cut of the potential value, finite
     * @return the matrix
     * @throws IllegalArgumentException if a cut is NaN or infinite
     */
    public static ValueMatrix of(double currentCut, double potentialCut) {
        return new ValueMatrix(currentCut, potentialCut);
    }

    /**
     * The matrix that shares its cuts with a cube.
     *
     * @param cuts the cuts of the cube; that of loyalty is not used
     * @return the matrix
     */
    public static ValueMatrix of(CutPoints cuts) {
        return of(cuts.currentValue(), cuts.potentialValue());
    }

    /**
     * The cell of a customer.
     *
     * @param currentValue the current value, finite
     * @param potentialValue the potential value, finite
     * @return the cell
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public ValueCell cell(double currentValue, double potentialValue) {
        Require.finite(currentValue, "current value");
        Require.finite(potentialValue, "potential value");
        return ValueCell.all().get(index(currentValue, potentialValue));
    }

    /**
     * The columnar form of {@link #cell(double, double)}: {@link #NO_CELL} where that one throws.
     *
     * @param currentValue the current value of each customer
     * @param potentialValue the potential value of each customer
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the {@linkplain ValueCell#index() indices} of the cells at the same places
     */
    public void cell(double[] currentValue, double[] potentialValue, int from, int to, byte[] out) {
        for (int i = from; i < to; i++) {
            out[i] = index(currentValue[i], potentialValue[i]);
        }
    }

    private byte index(double currentValue, double potentialValue) {
        if (!(Double.isFinite(currentValue) && Double.isFinite(potentialValue))) {
            return NO_CELL;
        }
        return ValueCell.of(currentValue >= currentCut, potentialValue >= potentialCut)
                .index();
    }
}
