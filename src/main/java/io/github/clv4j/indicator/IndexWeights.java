package io.github.clv4j.indicator;

import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The weights of indicators in a whole index: the products of the weights on the way to them, rounded to multiples of 2^-52 that
 * add up exactly, group by group. So sums of them are exact in any order, and a coverage that should be 0.5 is 0.5.
 */
final class IndexWeights {

    private static final double UNIT = 0x1p-52;

    private IndexWeights() {}

    /** The weights in the order of the indicators, summing to the weight of the root. */
    static double[] of(IndexGroup root, double total) {
        List<Double> shares = new ArrayList<>();
        distribute(root, total, shares);
        return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The weights by the names of the indicators, summing to 1. */
    static Weights named(IndexGroup root, double total, double[] weights) {
        return Weights.of(
                root.indicators().stream().map(Indicator::name).toList(),
                new WeightOrigin(WeightOrigin.Kind.COMBINED, Map.of("index", root.name())),
                Arrays.stream(weights).map(weight -> weight / total).toArray());
    }

    /** Shares out a weight among the indicators of a group. */
    private static void distribute(IndexGroup group, double total, List<Double> shares) {
        double[] parts = rounded(group.weights(), total);
        for (int k = 0; k < parts.length; k++) {
            IndexNode part = group.parts().get(k);
            if (!(parts[k] >= UNIT)) {
                throw Require.outside("weight of " + part.name() + " in the whole index", "at least " + UNIT, parts[k]);
            }
            if (part instanceof IndexGroup inner) {
                distribute(inner, parts[k], shares);
            } else {
                shares.add(parts[k]);
            }
        }
    }

    /**
     * The shares of a total, rounded to units. What rounding leaves goes, a unit each, to those it hit hardest; more than that,
     * of weights that only nearly sum to 1, to the weightiest. Names decide between equals, so that order does not.
     */
    private static double[] rounded(Weights weights, double total) {
        int n = weights.size();
        double[] units = new double[n];
        double[] errors = new double[n];
        double rest = total / UNIT;
        for (int k = 0; k < n; k++) {
            double exact = total * weights.weight(k) / UNIT;
            units[k] = Math.rint(exact);
            errors[k] = exact - units[k];
            rest -= units[k];
        }
        double step = Math.signum(rest);
        if (Math.abs(rest) > n) {
            units[first(weights, units, 1).get(0)] += rest;
        } else {
            first(weights, errors, step).stream().limit((long) Math.abs(rest)).forEach(k -> units[k] += step);
        }
        return Arrays.stream(units).map(count -> count * UNIT).toArray();
    }

    /** The places by falling value times sign, equals by name. */
    private static List<Integer> first(Weights weights, double[] values, double sign) {
        List<Integer> places = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            places.add(k);
        }
        places.sort(Comparator.<Integer>comparingDouble(k -> -sign * values[k])
                .thenComparing(k -> weights.names().get(k)));
        return places;
    }
}
