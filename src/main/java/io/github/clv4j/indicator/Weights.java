package io.github.clv4j.indicator;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Weights by name: each in (0, 1], together 1. Their order is that of the names.
 *
 * <p>Weights stated by the caller must sum to 1 to within 1e-9; they are never scaled without being asked to. A weight of
 * 0 is refused: what has no weight is not part of an index.
 *
 * <p>Two weights are equal if names, order, values and origin are. Immutable and thread-safe.
 */
public final class Weights {

    private static final double SUM_TOLERANCE = 1e-9;

    private final ImmutableList<String> names;
    private final double[] values;
    private final WeightOrigin origin;

    private Weights(List<String> names, double[] values, WeightOrigin origin) {
        this.names = ImmutableList.copyOf(names);
        this.values = values;
        this.origin = Objects.requireNonNull(origin, "origin");
        requireValid();
    }

    private void requireValid() {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("weights must not be empty");
        }
        Require.length(values.length, names.size(), "weights");
        names.forEach(name -> Require.notBlank(name, "name of a weight"));
        Require.distinct(names, "names of weights");
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0 && values[i] <= 1 + SUM_TOLERANCE)) {
                throw Require.outside("weight of " + names.get(i), "in (0, 1]", values[i]);
            }
            sum += values[i];
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw Require.outside("sum of the weights", "1", sum);
        }
    }

    /**
     * Weights as they are given.
     *
     * @param names the names, distinct and not blank
     * @param values the weights in the order of the names, of the same length, each in (0, 1], together 1 to within 1e-9
     * @return the weights
     * @throws IllegalArgumentException if a name is blank or stands twice, the lengths differ, a weight is not in (0, 1]
     *     (NaN included), or they do not sum to 1
     */
    public static Weights of(List<String> names, double... values) {
        return of(names, WeightOrigin.of(WeightOrigin.Kind.GIVEN), values);
    }

    /**
     * Weights that come from somewhere.
     *
     * @param names the names, distinct and not blank
     * @param origin where the weights come from
     * @param values the weights in the order of the names, of the same length, each in (0, 1], together 1 to within 1e-9
     * @return the weights
     * @throws IllegalArgumentException as {@link #of(List, double...)}
     */
    public static Weights of(List<String> names, WeightOrigin origin, double... values) {
        return new Weights(names, values.clone(), origin);
    }

    /**
     * The same weight for each name.
     *
     * @param names the names, distinct and not blank, at least one
     * @return the weights
     * @throws IllegalArgumentException if there is no name, or one is blank or stands twice
     */
    public static Weights equal(List<String> names) {
        double[] values = new double[names.size()];
        Arrays.fill(values, 1.0 / Math.max(1, values.length));
        return new Weights(names, values, WeightOrigin.of(WeightOrigin.Kind.EQUAL));
    }

    /**
     * Weights in proportion to measured values.
     *
     * @param names the names, distinct and not blank
     * @param measures the values in the order of the names, of the same length, in (0, Inf)
     * @return the measures divided by their sum
     * @throws IllegalArgumentException if a name is blank or stands twice, the lengths differ, or a measure is not in (0,
     *     Inf) (NaN included)
     */
    public static Weights proportionalTo(List<String> names, double... measures) {
        Require.length(measures.length, names.size(), "measures");
        double largest = 0;
        for (int i = 0; i < measures.length; i++) {
            largest = Math.max(largest, Require.positive(measures[i], "measure of " + names.get(i)));
        }
        double sum = 0;
        for (double measure : measures) {
            sum += measure / largest;
        }
        double[] values = new double[measures.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = measures[i] / largest / sum;
        }
        return new Weights(names, values, WeightOrigin.of(WeightOrigin.Kind.MEASURED));
    }

    /**
     * The names.
     *
     * @return the names in their order
     */
    public List<String> names() {
        return names;
    }

    /**
     * How many there are.
     *
     * @return their number, at least 1
     */
    public int size() {
        return values.length;
    }

    /**
     * One weight.
     *
     * @param index its place, from 0
     * @return the weight, in (0, 1]
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public double weight(int index) {
        return values[Objects.checkIndex(index, values.length)];
    }

    /**
     * One weight.
     *
     * @param name its name
     * @return the weight, in (0, 1]
     * @throws IllegalArgumentException if there is no weight of that name
     */
    public double weight(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no weight of \"" + name + "\"; known are " + names);
        }
        return values[index];
    }

    /**
     * All weights.
     *
     * @return a new array in the order of the names
     */
    public double[] toArray() {
        return values.clone();
    }

    /**
     * The names by falling weight; those of equal weight in their order.
     *
     * @return the names, the weightiest first
     */
    public List<String> ranking() {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Collections.reverseOrder((a, b) -> Double.compare(values[a], values[b])));
        return Arrays.stream(order).map(names::get).collect(ImmutableList.toImmutableList());
    }

    /**
     * Where the weights come from.
     *
     * @return the origin
     */
    public WeightOrigin origin() {
        return origin;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that
                && names.equals(that.names)
                && Arrays.equals(values, that.values)
                && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, Arrays.hashCode(values), origin);
    }

    /** The weights to four digits: for people, not for reading back. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "Weights[", "]");
        for (int i = 0; i < values.length; i++) {
            text.add(String.format(Locale.ROOT, "%s=%.4f", names.get(i), values[i]));
        }
        return text.toString();
    }
}
