package io.github.clv4j.segment;

import io.github.clv4j.base.Selection;
import java.util.Arrays;
import org.apache.commons.math3.util.BigReal;

/**
 * The value of the last customer in the smallest group of best customers who together hold a share of the positive total.
 * Found by splitting the values and going on in the part that holds the answer, in expected linear time.
 */
final class ParetoSelection {

    private final double[] values;
    private final BigReal total;
    private final BigReal wanted;

    private ParetoSelection(double[] values, double share) {
        this.values = values;
        this.total = new ExactSum().add(values, 0, values.length).value();
        this.wanted = ParetoGoal.of(total, share);
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
        return share == 1 // everybody who brings anything, however little it is beside the rounding of the total
                ? Arrays.stream(positive).min().orElseThrow()
                : new ParetoSelection(positive, share).last();
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

    private double last() {
        int low = 0;
        int high = values.length;
        BigReal missing = wanted; // the sum that the values from high on leave to be reached
        BigReal within = total; // the sum of the values from low to high
        for (int rounds = Selection.rounds(high); high - low > Selection.FEW && rounds > 0; rounds--) {
            double[] sample = Selection.sample(values, low, high);
            int split = Selection.split(
                    values,
                    low,
                    high,
                    sample[place(sample, missing.divide(within).doubleValue())]);
            BigReal upper = new ExactSum().add(values, split, high).value();
            if (upper.compareTo(missing) >= 0) {
                low = split;
                within = upper;
            } else {
                missing = missing.subtract(upper);
                within = within.subtract(upper);
                high = split;
            }
        }
        Arrays.sort(values, low, high);
        return values[place(low, high, missing)];
    }

    /** Where the best of a sorted sample reach a share of its sum. */
    private static int place(double[] sample, double share) {
        double greatest = sample[sample.length - 1];
        double all = 0;
        for (double value : sample) {
            all += value / greatest; // which cannot overflow
        }
        double sum = 0;
        int place = sample.length;
        for (double wanted = share * all; place > 1 && sum < wanted; ) {
            sum += sample[--place] / greatest;
        }
        return Math.min(place, sample.length - 1);
    }

    /** The first of sorted values, from the greatest down, with which a sum is reached. */
    private int place(int low, int high, BigReal missing) {
        BigReal left = missing;
        int place = high;
        do {
            left = left.subtract(new BigReal(values[--place]));
        } while (left.compareTo(BigReal.ZERO) > 0 && place > low);
        return place;
    }
}
