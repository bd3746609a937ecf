package io.github.clv4j.segment;

import java.util.Arrays;

/**
 * The break of values into two classes with the least sum of squares within them, found by looking at every place where it
 * could be. With s the sum of the k smallest of n values whose sum is 0, a break takes
 *
 * <pre>
 *   between = s^2 / k + s^2 / (n - k)
 * </pre>
 *
 * away from the sum of squares of all, so the best break is where that is greatest. The values are first brought to [0, 1]
 * and centred: squares of large amounts would overflow, and those of amounts far from 0 would lose the digits that differ.
 */
final class BreakSearch {

    /** Two breaks this close to each other are equal but for rounding, and the lower one is taken. */
    private static final double ROUNDING = 1e-14;

    private final double[] values;
    private final double half;
    private final double least;
    private final double range;
    private final double centre;

    private BreakSearch(double[] sorted) {
        double greatest = sorted[sorted.length - 1];
        this.values = sorted;
        this.half = Double.isFinite(greatest - sorted[0]) ? 1 : 0.5;
        this.least = sorted[0] * half;
        this.range = greatest * half - least;
        RunningSum sum = new RunningSum();
        for (double value : sorted) {
            sum.add(scaled(value));
        }
        this.centre = sum.value() / sorted.length;
    }

    /**
     * The smallest value of the upper class; the one value there is, where all are equal.
     *
     * @param values the values, finite, at least one; not changed
     */
    static double upperClass(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // any value may be the break, so here nothing is won by selection
        boolean equal = sorted[0] == sorted[sorted.length - 1];
        return (equal ? sorted[0] : new BreakSearch(sorted).upperClass()) + 0.0;
    }

    private double upperClass() {
        double enough = search(Double.POSITIVE_INFINITY).between * (1 - ROUNDING);
        return values[search(enough).place];
    }

    /** A place where the values could be broken, and what the break takes away from the sum of squares. */
    private record Break(int place, double between) {}

    /** The best break, or the lowest that is good enough. */
    private Break search(double enough) {
        int best = 0;
        double most = 0;
        RunningSum sum = new RunningSum();
        for (int k = 1; k < values.length && most < enough; k++) {
            sum.add(scaled(values[k - 1]) - centre);
            double between = values[k - 1] == values[k] ? 0 : between(sum.value(), k);
            if (between > most) {
                most = between;
                best = k;
            }
        }
        return new Break(best, most);
    }

    private double between(double sum, int k) {
        return sum * sum / k + sum * sum / (values.length - k);
    }

    private double scaled(double value) {
        return (value * half - least) / range;
    }

    /** A sum that carries along what rounding took from it (Neumaier): ten million values keep all their digits. */
    private static final class RunningSum {

        private double sum;
        private double lost;

        void add(double value) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }

        double value() {
            return sum + lost;
        }
    }
}
