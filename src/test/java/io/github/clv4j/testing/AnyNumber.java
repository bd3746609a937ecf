package io.github.clv4j.testing;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Numbers as they come in columns: mostly ordinary, now and then extreme, infinite, NaN, or a zero with a sign. */
public final class AnyNumber {

    private static final double ORDINARY = 1000;

    private AnyNumber() {}

    /** Any double at all. */
    public static Arbitrary<Double> any() {
        return mostly(Arbitraries.doubles().between(-ORDINARY, ORDINARY).ofScale(9));
    }

    /** Mostly what is given, else any double at all. */
    public static Arbitrary<Double> mostly(Arbitrary<Double> usual) {
        return Arbitraries.frequencyOf(Tuple.of(6, usual), Tuple.of(1, awkward()));
    }

    /** A probability, or any double at all. */
    public static Arbitrary<Double> mostlyProbability() {
        return mostly(Arbitraries.doubles().between(0, 1).ofScale(9));
    }

    /** Up to 24 rows whose values come from the given kinds, one kind for each place in the row. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Arbitrary<double[][]> rows(Arbitrary<Double>... kinds) {
        return Combinators.combine(List.of(kinds))
                .as(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
                .array(double[][].class)
                .ofMaxSize(24)
                .withoutEdgeCases();
    }

    /** The values at one place of all rows. */
    public static double[] column(double[][] rows, int place) {
        double[] values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i][place];
        }
        return values;
    }

    private static Arbitrary<Double> awkward() {
        return Arbitraries.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                0.0,
                -0.0,
                1.0,
                -1.0,
                1e155,
                -1e155);
    }
}
