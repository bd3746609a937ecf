package io.github.clv4j.scoring;

/** The scores of many customers while they are written. */
final class ScoreColumns {

    private static final double[] NONE = {};

    final double[] current;
    final double[] potential;
    final double[] churn;
    final double[] loyalty;
    final byte[] segments;

    /** Whether the model has a loyalty index; the columns of index and coverage are empty if not. */
    final boolean hasIndex;

    final double[] index;

    final double[] coverage;

    ScoreColumns(int customers, boolean withIndex) {
        this.current = new double[customers];
        this.potential = new double[customers];
        this.churn = new double[customers];
        this.loyalty = new double[customers];
        this.segments = new byte[customers];
        this.hasIndex = withIndex;
        this.index = withIndex ? new double[customers] : NONE;
        this.coverage = withIndex ? new double[customers] : NONE;
    }

    /** Writes what was computed of a block to the places of its customers. */
    void write(Block block, int from, int length) {
        System.arraycopy(block.current, 0, current, from, length);
        System.arraycopy(block.potential, 0, potential, from, length);
        System.arraycopy(block.churn, 0, churn, from, length);
        System.arraycopy(block.loyalty, 0, loyalty, from, length);
        System.arraycopy(block.segments, 0, segments, from, length);
        if (hasIndex) {
            System.arraycopy(block.index, 0, index, from, length);
            System.arraycopy(block.coverage, 0, coverage, from, length);
        }
    }

    /** Leaves a customer without numbers. */
    void clear(int row) {
        current[row] = Double.NaN;
        potential[row] = Double.NaN;
        churn[row] = Double.NaN;
        loyalty[row] = Double.NaN;
        if (hasIndex) {
            index[row] = Double.NaN;
            coverage[row] = Double.NaN;
        }
    }
}
