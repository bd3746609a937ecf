package io.github.clv4j.base;

/**
 * The sum that {@link BlockSum} gives, of values that come one after the other: the same bits. Shared by the packages of
 * clv4j; not part of what the library promises. Not thread-safe.
 */
public final class RunningBlockSum {

    private double sum;
    private double block;
    private int inBlock;

    /** A sum of no values, which is 0. */
    public RunningBlockSum() {
        // the sums are 0
    }

    /**
     * Adds the next value.
     *
     * @param value the value; NaN and infinities propagate as in any sum
     */
    public void add(double value) {
        block += value;
        inBlock++;
        if (inBlock == BlockSum.BLOCK) {
            sum += block;
            block = 0;
            inBlock = 0;
        }
    }

    /**
     * The sum of the values added so far.
     *
     * @return the sum
     */
    public double value() {
        return inBlock == 0 ? sum : sum + block;
    }
}
