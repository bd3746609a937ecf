package io.github.clv4j.segment;

import io.github.clv4j.base.SortKey;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.util.BigReal;

/**
 * The search for a Pareto cut, as {@link RankSearch} with exact sums from the greatest value down in place of ranks. Not
 * thread-safe.
 */
final class ParetoSearch implements CutSearch {

    private static final long LEAST_POSITIVE = SortKey.of(Double.MIN_VALUE);

    private final double share;
    private KeyWindow window;
    private int below;
    private int above;
    private ExactSum sumAbove = new ExactSum();
    private ExactSum total = new ExactSum();
    private Optional<BigReal> wanted = Optional.empty();
    private double greatest = Double.NEGATIVE_INFINITY;
    private double leastPositive = Double.POSITIVE_INFINITY;
    private boolean narrowed;
    private double cut;

    ParetoSearch(double share, double[] some) {
        this.share = share;
        double[] positive = Arrays.stream(some).filter(value -> value > 0).toArray();
        double low = Arrays.stream(positive).min().orElse(Double.MIN_VALUE);
        double high = Arrays.stream(positive).max().orElse(Double.MAX_VALUE);
        this.window = KeyWindow.ofPositive(new KeyRange(SortKey.of(low), SortKey.of(high), Integer.MAX_VALUE));
    }

    @Override
    public void add(double value) {
        greatest = Math.max(greatest, value);
        if (!(value > 0)) {
            return;
        }
        leastPositive = Math.min(leastPositive, value);
        if (wanted.isEmpty()) {
            total.add(value);
        }
        long key = SortKey.of(value);
        if (key < window.low()) {
            below++;
        } else if (key > window.high()) {
            above++;
            sumAbove.add(value);
        } else {
            window.add(key);
        }
    }

    @Override
    public boolean endPass() {
        if (greatest <= 0 || share == 1) {
            cut = greatest <= 0 ? greatest + 0.0 : leastPositive;
            return true;
        }
        BigReal goal = wanted.orElseGet(() -> ParetoGoal.of(total.value(), share));
        wanted = Optional.of(goal);
        BigReal missing = goal.subtract(sumAbove.value());
        if (missing.compareTo(BigReal.ZERO) <= 0) {
            return narrow(new KeyRange(window.high() + 1, Long.MAX_VALUE, above));
        }
        Optional<KeyRange> part = window.atSum(missing);
        if (part.isEmpty()) {
            return narrow(new KeyRange(LEAST_POSITIVE, window.low() - 1, below));
        }
        return part.get().isOneValue() ? found(part.get()) : goOn(part.get());
    }

    private boolean found(KeyRange one) {
        cut = SortKey.value(one.low());
        return true;
    }

    /** The first window is a guess, and the cut may lie beside it; all others hold it. */
    private boolean narrow(KeyRange range) {
        KeyWindow.requireSame(!narrowed);
        return goOn(range);
    }

    private boolean goOn(KeyRange range) {
        narrowed = true;
        window = KeyWindow.ofPositive(range);
        below = 0;
        above = 0;
        sumAbove = new ExactSum();
        return false;
    }

    @Override
    public double cut() {
        return cut;
    }
}
