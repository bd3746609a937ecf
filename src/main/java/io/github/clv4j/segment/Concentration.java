package io.github.clv4j.segment;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far the value of a base lies with few customers: the Lorenz curve, the Gini coefficient and shares of the top, as in
 * "20 % of the customers bring 80 % of the value".
 *
 * <p>The Lorenz curve L(x) is the share of all value that the poorest share x of the customers hold: through {@code (k/n,
 * sum of the k smallest / sum)}, linear between. The top share x holds {@code 1 - L(1 - x)}. The Gini coefficient is {@code
 * sum_i sum_j |x_i - x_j| / (2 n^2 mean)}, the form for a whole population: 0 where all have the same, {@code (n - 1)/n}
 * where one has all.
 *
 * <p>Shares need values that add up to more than 0, the Gini coefficient needs them not negative too; without that, and for
 * no customers, they are empty. Where some customers are worth less than nothing, a share of the top may exceed 1.
 *
 * <p>Algorithm: one sort; Gini as the sum over the gaps between neighbours, {@code sum_k k/n (n-k)/n (x_(k+1) - x_(k)) /
 * mean}, whose terms are not negative. Source: C. Gini, 1912, Variabilità e mutabilità; M. O. Lorenz, 1905, Methods of
 * measuring the concentration of wealth, Publications of the American Statistical Association 9.
 *
 * <p>Immutable and thread-safe.
 */
public final class Concentration {

    /** In element k the sum of the k smallest values. */
    private final double[] held;

    private final int negative;
    private final OptionalDouble gini;

    private Concentration(double[] sorted) {
        this.held = cumulate(sorted);
        this.negative =
                (int) Arrays.stream(sorted).takeWhile(value -> value < 0).count();
        this.gini = gini(sorted);
    }

    /**
     * The concentration of values.
     *
     * @param values the value of each customer, finite, in any order; not changed
     * @return the concentration
     * @throws IllegalArgumentException if a value or the sum of all is NaN or infinite
     */
    public static Concentration of(double[] values) {
        for (double value : values) {
            Require.finite(value, "value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Concentration(sorted);
    }

    /** In blocks, as all sums over customers. */
    private static double[] cumulate(double[] sorted) {
        double[] held = new double[sorted.length + 1];
        for (int from = 0; from < sorted.length; from += BlockSum.BLOCK) {
            double block = 0;
            for (int i = from; i < Math.min(from + BlockSum.BLOCK, sorted.length); i++) {
                block += sorted[i];
                held[i + 1] = held[from] + block;
            }
        }
        Require.finite(held[sorted.length], "sum of values");
        return held;
    }

    private OptionalDouble gini(double[] sorted) {
        if (negative > 0 || !hasShares()) {
            return OptionalDouble.empty();
        }
        double n = sorted.length;
        double[] parts = new double[sorted.length];
        for (int k = 1; k < sorted.length; k++) {
            parts[k] = k * ((n - k) / n) * ((sorted[k] - sorted[k - 1]) / total());
        }
        return OptionalDouble.of(BlockSum.of(parts));
    }

    private boolean hasShares() {
        return total() > 0;
    }

    private double total() {
        return held[customers()];
    }

    /**
     * The number of customers.
     *
     * @return the number of values
     */
    public int customers() {
        return held.length - 1;
    }

    /**
     * The Gini coefficient.
     *
     * @return the coefficient, in [0, 1); empty if a value is negative or the mean is 0
     */
    public OptionalDouble gini() {
        return gini;
    }

    /**
     * The Lorenz curve at a place.
     *
     * @param share the share x of the customers, the poorest first, in [0, 1]
     * @return the share of all value that they hold; empty if the values do not add up to more than 0
     * @throws IllegalArgumentException if the share is outside [0, 1] (NaN included)
     */
    public OptionalDouble lorenz(double share) {
        Require.probability(share, "share of customers");
        return hasShares() ? OptionalDouble.of(heldByPoorest(share * customers()) / total()) : OptionalDouble.empty();
    }

    /**
     * Points of the Lorenz curve, as for a chart.
     *
     * @param parts into how many parts of equal width to divide the customers, at least 1
     * @return {@code L(i / parts)} for i from 0 to {@code parts}, so {@code parts + 1} numbers; none if the values do not
     *     add up to more than 0
     * @throws IllegalArgumentException if {@code parts} is less than 1
     */
    public double[] lorenzPoints(int parts) {
        if (parts < 1) {
            throw Require.outside("parts", "at least 1", parts);
        }
        double[] points = new double[hasShares() ? parts + 1 : 0];
        Arrays.setAll(points, i -> heldByPoorest((double) i / parts * customers()) / total());
        return points;
    }

    /**
     * The share of all value that the top customers hold.
     *
     * @param share the share x of the customers, the richest first, in [0, 1]
     * @return {@code 1 - L(1 - x)}; empty if the values do not add up to more than 0
     * @throws IllegalArgumentException if the share is outside [0, 1] (NaN included)
     */
    public OptionalDouble topShare(double share) {
        Require.probability(share, "share of customers");
        if (!hasShares()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((total() - heldByPoorest((1 - share) * customers())) / total());
    }

    /**
     * The smallest share of the customers who hold a share of all value: the inverse of {@link #topShare}.
     *
     * @param share the share of all value, in [0, 1]
     * @return the share of the customers, the richest first; empty if the values do not add up to more than 0
     * @throws IllegalArgumentException if the share is outside [0, 1] (NaN included)
     */
    public OptionalDouble shareOfCustomersHolding(double share) {
        Require.probability(share, "share of value");
        if (!hasShares()) {
            return OptionalDouble.empty();
        }
        double left = (1 - share) * total();
        int k = lastNotAbove(left);
        double others = k == customers() ? k : k + (left - held[k]) / (held[k + 1] - held[k]);
        return OptionalDouble.of((customers() - others) / customers());
    }

    /** The sum of the smallest values up to a place between 0 and n, linear between whole ones. */
    private double heldByPoorest(double place) {
        int k = (int) place;
        return k == customers() ? held[k] : held[k] + (place - k) * (held[k + 1] - held[k]);
    }

    /** The last place up to which no more is held. The sums fall over the negative values and rise after them. */
    private int lastNotAbove(double sum) {
        int low = negative;
        int high = customers();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (held[middle] <= sum) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
