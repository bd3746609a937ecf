package io.github.clv4j.segment;

import io.github.clv4j.base.OrderStatistics;
import io.github.clv4j.base.SortKey;
import java.util.Arrays;

/**
 * The search for a median or another quantile, which is one value by rank or lies between it and the next. Every reading
 * counts the values in the parts of a window, and the next one looks at the part that holds the rank, until so few are left
 * that they can be kept, or all are equal: as a rule in the second reading, and in the fifth at the latest. Not thread-safe.
 */
final class RankSearch implements CutSearch {

    private final CutRule rule;
    private KeyWindow window;
    private int below;
    private int above;
    private long leastAbove = Long.MAX_VALUE;
    private boolean narrowed;
    private double cut;

    RankSearch(CutRule rule, double[] some) {
        this.rule = rule;
        long[] keys = Arrays.stream(some).mapToLong(SortKey::of).toArray();
        long low = Arrays.stream(keys).min().orElseThrow();
        long high = Arrays.stream(keys).max().orElseThrow();
        this.window = KeyWindow.of(new KeyRange(low, high, Integer.MAX_VALUE));
    }

    @Override
    public void add(double value) {
        long key = SortKey.of(value);
        if (key < window.low()) {
            below++;
        } else if (key > window.high()) {
            above++;
            leastAbove = Math.min(leastAbove, key);
        } else {
            window.add(key);
        }
    }

    @Override
    public boolean endPass() {
        int all = below + window.count() + above;
        double position = rule instanceof CutRule.Quantile quantile
                ? OrderStatistics.position(all, quantile.probability())
                : (all - 1) / 2.0;
        int rank = (int) position - below;
        if (rank < 0) {
            return narrow(new KeyRange(Long.MIN_VALUE, window.low() - 1, below));
        }
        if (rank >= window.count()) {
            return narrow(new KeyRange(window.high() + 1, Long.MAX_VALUE, above));
        }
        KeyRange part = window.atRank(rank);
        if (!part.isOneValue()) {
            return goOn(part);
        }
        long next = rank + 1 < window.count() ? window.atRank(rank + 1).low() : leastAbove;
        cut = cut(position, SortKey.value(part.low()), SortKey.value(next)) + 0.0;
        return true;
    }

    /** The first window is a guess, and the rank may lie beside it; all others hold it. */
    private boolean narrow(KeyRange range) {
        KeyWindow.requireSame(!narrowed);
        return goOn(range);
    }

    private boolean goOn(KeyRange range) {
        narrowed = true;
        window = KeyWindow.of(range);
        below = 0;
        above = 0;
        leastAbove = Long.MAX_VALUE;
        return false;
    }

    private double cut(double position, double value, double next) {
        double weight = position - (int) position;
        if (weight == 0) {
            return value;
        }
        return rule instanceof CutRule.Quantile
                ? OrderStatistics.between(value, next, weight)
                : OrderStatistics.middle(value, next);
    }

    @Override
    public double cut() {
        return cut;
    }
}
