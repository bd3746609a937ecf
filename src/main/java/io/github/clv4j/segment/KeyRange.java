package io.github.clv4j.segment;

/**
 * A range of keys and how many values lie in it.
 *
 * @param low the lowest key
 * @param high the highest key
 * @param count how many values there are
 */
record KeyRange(long low, long high, int count) {

    /** Whether all values of the range are equal. */
    boolean isOneValue() {
        return low == high;
    }
}
