package io.github.clv4j.segment;

import io.github.clv4j.base.SortKey;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.util.BigReal;

/** A window of few values, each of which is kept. Takes at most 512 KiB. */
final class KeptKeys implements KeyWindow {

    private final long low;
    private final long high;
    private final long[] keys;
    private int count;

    KeptKeys(KeyRange range) {
        this.low = range.low();
        this.high = range.high();
        this.keys = new long[range.count()];
    }

    @Override
    public long low() {
        return low;
    }

    @Override
    public long high() {
        return high;
    }

    @Override
    public void add(long key) {
        KeyWindow.requireSame(count < keys.length);
        keys[count] = key;
        count++;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public KeyRange atRank(int rank) {
        Arrays.sort(keys, 0, count);
        return at(rank);
    }

    @Override
    public Optional<KeyRange> atSum(BigReal sum) {
        Arrays.sort(keys, 0, count);
        BigReal missing = sum;
        for (int place = count - 1; place >= 0; place--) {
            missing = missing.subtract(new BigReal(SortKey.value(keys[place])));
            if (missing.compareTo(BigReal.ZERO) <= 0) {
                return Optional.of(at(place));
            }
        }
        return Optional.empty();
    }

    private KeyRange at(int place) {
        return new KeyRange(keys[place], keys[place], 1);
    }
}
