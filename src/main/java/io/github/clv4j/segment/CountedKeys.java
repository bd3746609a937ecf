package io.github.clv4j.segment;

import java.util.Optional;
import org.apache.commons.math3.util.BigReal;

/**
 * A window of many values, cut into at most 65,536 parts of equal length, of which it is known how many values fall into each,
 * and if asked what these add up to. A part is the keys that have all but some of their last bits in common. Takes 256 KiB for
 * the counts and 1 MiB for the sums, however many values there are.
 */
final class CountedKeys implements KeyWindow {

    private static final int MANTISSA_BITS = 52;
    private static final int HALF = 32;
    private static final long LOWER = (1L << HALF) - 1;
    private static final long[] NO_SUMS = {};

    /** The last bits, in which the keys of a part differ: at most 48, so that its values have the same power of two. */
    private final int shift;

    private final long firstPart;
    private final int[] counts;

    /** The sums of the lower bits and of the others, as {@link ExactSum#value(int, long, long)} takes them. */
    private final long[] lower;

    private final long[] upper;

    private int count;

    private CountedKeys(KeyRange range, boolean summed) {
        this.shift = shift(range.low(), range.high());
        this.firstPart = range.low() >> shift;
        this.counts = new int[(int) ((range.high() >> shift) - firstPart) + 1];
        this.lower = summed ? new long[counts.length] : NO_SUMS;
        this.upper = summed ? new long[counts.length] : NO_SUMS;
    }

    static CountedKeys of(KeyRange range) {
        return new CountedKeys(range, false);
    }

    /** A window that knows the sums too; all values must be positive. */
    static CountedKeys summed(KeyRange range) {
        return new CountedKeys(range, true);
    }

    private static int shift(long low, long high) {
        int shift = 0;
        for (long parts = high - low; parts < 0 || parts >= SIZE; ) { // below 0 where the difference overflows
            shift++;
            parts = (high >> shift) - (low >> shift);
        }
        return shift;
    }

    @Override
    public long low() {
        return firstPart << shift;
    }

    @Override
    public long high() {
        return highOf(counts.length - 1);
    }

    private long lowOf(int part) {
        return (firstPart + part) << shift;
    }

    private long highOf(int part) {
        return lowOf(part) | ((1L << shift) - 1);
    }

    @Override
    public void add(long key) {
        int part = (int) ((key >> shift) - firstPart);
        counts[part]++;
        count++;
        if (lower.length > 0) {
            long whole = ExactSum.whole(key);
            lower[part] += whole & LOWER;
            upper[part] += whole >>> HALF;
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public KeyRange atRank(int rank) {
        int part = 0;
        for (int left = rank; left >= counts[part]; part++) {
            left -= counts[part];
        }
        return at(part);
    }

    @Override
    public Optional<KeyRange> atSum(BigReal sum) {
        BigReal missing = sum;
        for (int part = counts.length - 1; part >= 0; part--) {
            if (counts[part] > 0) {
                missing = missing.subtract(sumOf(part));
                if (missing.compareTo(BigReal.ZERO) <= 0) {
                    return Optional.of(at(part));
                }
            }
        }
        return Optional.empty();
    }

    private BigReal sumOf(int part) {
        return ExactSum.value((int) (lowOf(part) >>> MANTISSA_BITS), lower[part], upper[part]);
    }

    private KeyRange at(int part) {
        return new KeyRange(lowOf(part), highOf(part), counts[part]);
    }
}
