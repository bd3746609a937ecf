package io.github.clv4j.base;

/**
 * Whole numbers in the order of doubles. Shared by the packages of clv4j; not part of what the library promises. Stateless
 * and thread-safe.
 */
public final class SortKey {

    private SortKey() {}

    /**
     * The key of a value: of two values the greater has the greater key. Zero and minus zero have the same.
     *
     * @param value the value, not NaN
     * @return its key; that of a value that is not negative is its bits
     */
    public static long of(double value) {
        return mirrored(Double.doubleToRawLongBits(value + 0.0));
    }

    /**
     * The value of a key.
     *
     * @param key the key
     * @return the value, 0.0 for minus zero
     */
    public static double value(long key) {
        return Double.longBitsToDouble(mirrored(key));
    }

    /** Among negative doubles greater bits mean less: all but the sign are turned round. Its own inverse. */
    private static long mirrored(long bits) {
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }
}
