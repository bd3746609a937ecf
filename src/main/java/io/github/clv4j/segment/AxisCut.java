package io.github.clv4j.segment;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cut of one axis for customers who come in chunks. As long as they are few their values are kept, and the rule is asked
 * as it always is; once they are many, the cut is searched for in several readings. Not thread-safe.
 */
final class AxisCut {

    private static final double[] NONE = {};

    private final Axis axis;
    private final CutRule rule;
    private final int few;

    private double[] values = NONE;
    private int count;
    private @Nullable CutSearch search;
    private @Nullable TieCount ties;
    private Optional<TiedCut> warning = Optional.empty();
    private double cut;
    private boolean done;

    /**
     * An axis.
     *
     * @param few up to so many values are kept; all of them where the rule needs them
     */
    AxisCut(Axis axis, CutRule rule, int few) {
        this.axis = axis;
        this.rule = rule;
        this.few = rule instanceof CutRule.NaturalBreak ? Integer.MAX_VALUE : few;
        this.done = rule instanceof CutRule.Fixed; // whoever gives the number answers for it
        this.cut = done ? rule.cut(NONE) : Double.NaN;
    }

    /** The values of a chunk, which may be kept as they are. */
    void add(double[] chunk) {
        if (done) {
            return;
        }
        if (ties != null) {
            for (double value : chunk) {
                ties.add(value);
            }
        } else if (search == null && chunk.length <= few - count) {
            keep(chunk);
        } else {
            search(chunk);
        }
    }

    private void keep(double[] chunk) {
        if (count == 0) {
            values = chunk;
        } else {
            if (values.length < count + chunk.length) {
                values = Arrays.copyOf(values, roomFor(count + chunk.length));
            }
            System.arraycopy(chunk, 0, values, count, chunk.length);
        }
        count += chunk.length;
    }

    /** Half as much again, so that few copies are made. */
    private int roomFor(int wanted) {
        return (int) Math.min(few, wanted + wanted / 2L);
    }

    private void search(double[] chunk) {
        CutSearch started = search == null ? CutSearch.of(rule, count == 0 ? chunk : kept()) : search;
        if (search == null) {
            for (double value : kept()) {
                started.add(value);
            }
            values = NONE;
            search = started;
        }
        for (double value : chunk) {
            started.add(value);
        }
    }

    private double[] kept() {
        return count == values.length ? values : Arrays.copyOf(values, count);
    }

    /** Ends a reading. Says whether all is known. */
    boolean endPass() {
        if (done) {
            return true;
        }
        if (ties != null) {
            warning = ties.warning();
            done = true;
        } else if (search == null) {
            cut = rule.cut(kept());
            warning = TiedCut.of(axis, kept(), cut);
            values = NONE;
            done = true;
        } else if (search.endPass()) {
            cut = search.cut();
            ties = new TieCount(axis, cut);
        }
        return done;
    }

    double cut() {
        return cut;
    }

    Optional<TiedCut> warning() {
        return warning;
    }
}
