package io.github.clv4j.segment;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Selection;
import java.util.Arrays;

/**
 * The value of the last customer in the smallest group of best customers who together hold a share of the positive total.
 * Found by splitting the values and going on in the part that holds the answer, in expected linear time.
 */
final class ParetoSelection {

    /** Sums of the same values in another order differ by less; a group that falls short by less reaches the share. */
    private static final double ROUNDING = 1e-12;

    /** However many values there are, so much smaller their sum does not overflow. */
    private static final double SMALLER = 0x1p-32;

    private final double[] values;
    private final double wanted;

    private ParetoSelection(double[] values, double wanted) {
        this.values = values;
        this.wanted = wanted;
    }

    /**
     * The value of that customer; the greatest value of all where none is positive.
     *
     * @param values the values, finite, at least one; not changed
     * @param share the share of the positive total, in (0, 1]
     */
    static double last(double[] values, double share) {
        double[] positive = positive(values);
        if (positive.length == 0) {
            return Arrays.stream(values).max().orElseThrow() + 0.0;
        }
        if (share == 1) { // everybody who brings anything, however little it is beside the rounding of the total
            return Arrays.stream(positive).min().orElseThrow();
        }
        return Double.isFinite(BlockSum.of(positive))
                ? lastOf(positive, share)
                : lastOf(scaled(positive, SMALLER), share) / SMALLER;
    }

    private static double lastOf(double[] positive, double share) {
        return new ParetoSelection(positive, BlockSum.of(positive) * share * (1 - ROUNDING)).last();
    }

    private static double[] positive(double[] values) {
        double[] positive = new double[values.length];
        int count = 0;
        for (double value : values) {
            positive[count] = value;
            count += value > 0 ? 1 : 0;
        }
        return Arrays.copyOf(positive, count);
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private double last() {
        int low = 0;
        int high = values.length;
        double above = 0; // the sum of the values from high on
        for (int rounds = Selection.rounds(high); high - low > Selection.FEW && rounds > 0; rounds--) {
            double[] sample = Selection.sample(values, low, high);
            double missing = (wanted - above) / BlockSum.of(values, low, high);
            int split = Selection.split(values, low, high, sample[place(sample, missing)]);
            double upper = BlockSum.of(values, split, high);
            if (above + upper >= wanted) {
                low = split;
            } else {
                above += upper;
                high = split;
            }
        }
        Arrays.sort(values, low, high);
        return values[place(low, high, above)];
    }

    /** Where the best of a sorted sample reach a share of its sum. */
    private static int place(double[] sample, double share) {
        double sum = 0;
        int place = sample.length;
        for (double wanted = share * BlockSum.of(sample); place > 1 && sum < wanted; ) {
            sum += sample[--place];
        }
        return Math.min(place, sample.length - 1);
    }

    private int place(int low, int high, double above) {
        double sum = above;
        int place = high;
        while (place > low && sum < wanted) {
            sum += values[--place];
        }
        return Math.min(place, values.length - 1);
    }
}
