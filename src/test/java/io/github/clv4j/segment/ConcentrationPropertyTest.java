package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ConcentrationPropertyTest {

    private static final double ROUNDING = 1e-12;

    @Property
    void theGiniCoefficientIsItsDoubleSum(@ForAll("values") double[] values) {
        double sum = Arrays.stream(values).sum();
        double differences = 0;
        for (double one : values) {
            for (double other : values) {
                differences += Math.abs(one - other);
            }
        }
        OptionalDouble gini = Concentration.of(values).gini();
        if (sum == 0) {
            assertThat(gini).isEmpty();
        } else {
            assertThat(gini.orElseThrow()).isCloseTo(differences / (2 * values.length * sum), within(ROUNDING));
        }
    }

    /** Second route to the same number: one minus twice the area under the Lorenz curve, by trapezoids. */
    @Property
    void theGiniCoefficientIsTheAreaBetweenTheCurveAndTheDiagonal(@ForAll("values") double[] values) {
        Concentration concentration = Concentration.of(values);
        double[] points = concentration.lorenzPoints(Math.max(values.length, 1));
        double area = 0;
        for (int i = 1; i < points.length; i++) {
            area += (points[i] + points[i - 1]) / 2 / values.length;
        }
        double expected = 1 - 2 * area;
        concentration.gini().ifPresent(gini -> assertThat(gini).isCloseTo(expected, within(ROUNDING)));
    }

    @Property
    void theUnitOfValueDoesNotMatter(
            @ForAll("values") double[] values, @ForAll @DoubleRange(min = 0.01, max = 1e6) double unit) {
        double[] converted = Arrays.stream(values).map(value -> value * unit).toArray();
        assertSameShares(Concentration.of(converted), Concentration.of(values));
    }

    @Property
    void aBaseCopiedSeveralTimesIsAsConcentrated(
            @ForAll("values") double[] values, @ForAll @IntRange(min = 2, max = 5) int times) {
        double[] copies = new double[values.length * times];
        Arrays.setAll(copies, i -> values[i % values.length]);
        assertSameShares(Concentration.of(copies), Concentration.of(values));
    }

    private static void assertSameShares(Concentration actual, Concentration expected) {
        assertClose(actual.gini(), expected.gini());
        for (double share : new double[] {0, 0.1, 0.2, 0.5, 0.85, 1}) {
            assertClose(actual.topShare(share), expected.topShare(share));
            assertClose(actual.lorenz(share), expected.lorenz(share));
        }
    }

    private static void assertClose(OptionalDouble actual, OptionalDouble expected) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(actual.getAsDouble()).isCloseTo(expected.getAsDouble(), within(ROUNDING));
        }
    }

    @Property
    void theTopCustomersHoldWhatAddingThemUpGives(
            @ForAll("signedValues") double[] values, @ForAll @DoubleRange(max = 1) double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double total = Arrays.stream(sorted).sum();
        double wanted = share * sorted.length;
        double held = 0;
        for (int i = 0; i < sorted.length; i++) {
            held += sorted[sorted.length - 1 - i] * Math.min(Math.max(wanted - i, 0), 1);
        }
        OptionalDouble top = Concentration.of(values).topShare(share);
        if (total > 1e-6) {
            assertThat(top.orElseThrow() * total).isCloseTo(held, within(1e-9));
        } else if (total < -1e-6) {
            assertThat(top).isEmpty();
        }
    }

    @Property
    void theFewestWhoHoldAShareHoldIt(
            @ForAll("signedValues") double[] values, @ForAll @DoubleRange(max = 1) double share) {
        Concentration concentration = Concentration.of(values);
        if (Arrays.stream(values).sum() > 0.5) {
            double customers = concentration.shareOfCustomersHolding(share).orElseThrow();
            assertThat(concentration.topShare(customers).orElseThrow()).isCloseTo(share, within(1e-9));
            if (customers > 1e-6) {
                assertThat(concentration.topShare(customers - 1e-6).orElseThrow())
                        .as("fewer hold less")
                        .isLessThan(share);
            }
        }
    }

    /** Money in cents, many nothing, one base in some longer than a block of sums. */
    @Provide
    Arbitrary<double[]> values() {
        return bases(Arbitraries.doubles().between(0, 1000).ofScale(2));
    }

    @Provide
    Arbitrary<double[]> signedValues() {
        return bases(Arbitraries.doubles().between(-20, 100).ofScale(2));
    }

    private static Arbitrary<double[]> bases(Arbitrary<Double> positive) {
        Arbitrary<Double> value = Arbitraries.frequencyOf(Tuple.of(4, positive), Tuple.of(1, Arbitraries.just(0.0)));
        return Arbitraries.frequencyOf(
                Tuple.of(19, value.array(double[].class).ofMaxSize(40)),
                Tuple.of(1, value.array(double[].class).ofMinSize(1000).ofMaxSize(1500)));
    }
}
