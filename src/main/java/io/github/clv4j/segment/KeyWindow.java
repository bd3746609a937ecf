package io.github.clv4j.segment;

import java.util.Optional;
import org.apache.commons.math3.util.BigReal;

/**
 * The values between two bounds, by their {@linkplain io.github.clv4j.base.SortKey keys}: each of them where they are few,
 * else how many fall into each of many parts. Not thread-safe.
 */
sealed interface KeyWindow permits KeptKeys, CountedKeys {

    /** So many values are kept; of more than these, so many parts are counted. */
    int SIZE = 1 << 16;

    /** The values from one key to another, both included, as many as are expected to be there. */
    static KeyWindow of(KeyRange range) {
        return range.count() <= SIZE ? new KeptKeys(range) : CountedKeys.of(range);
    }

    /** The same where all values are positive; these know what they add up to. */
    static KeyWindow ofPositive(KeyRange range) {
        return range.count() <= SIZE ? new KeptKeys(range) : CountedKeys.summed(range);
    }

    /** The lowest key of the window; it may be lower than that asked for. */
    long low();

    /** The highest key of the window; it may be higher than that asked for. */
    long high();

    /** Adds a key that lies in the window. */
    void add(long key);

    /** How many were added. */
    int count();

    /** The part of the window that holds the value of a rank, from 0 for the least; a single key where that is known. */
    KeyRange atRank(int rank);

    /** The part with which the values, added up from the greatest down, reach a sum; empty where all do not. */
    Optional<KeyRange> atSum(BigReal sum);

    /** Refuses values that have changed since the last reading. */
    static void requireSame(boolean same) {
        if (!same) {
            throw new IllegalArgumentException(
                    "values must be the same at every reading, but there were others than at the reading before");
        }
    }
}
