package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class SelectionPropertyTest {

    @Property(tries = 300)
    void theValueSelectedIsTheOneOfASort(@ForAll("columns") double[] values, @ForAll Random random) {
        int k = random.nextInt(values.length);
        double[] sorted = sorted(values);
        double[] work = values.clone();

        assertThat(Selection.select(work, 0, work.length, k)).isEqualTo(sorted[k]);
        assertThat(sorted(work)).containsExactly(sorted);
        assertThat(Arrays.stream(work, 0, k)).allMatch(value -> value <= sorted[k]);
        assertThat(Arrays.stream(work, k, work.length)).allMatch(value -> value >= sorted[k]);
    }

    @Property(tries = 200)
    void onlyTheRangeAskedForIsRearranged(@ForAll("columns") double[] values, @ForAll Random random) {
        int from = random.nextInt(values.length);
        int to = from + 1 + random.nextInt(values.length - from);
        int k = from + random.nextInt(to - from);
        double[] work = values.clone();
        double[] range = sorted(Arrays.copyOfRange(values, from, to));

        assertThat(Selection.select(work, from, to, k)).isEqualTo(range[k - from]);
        assertThat(Arrays.copyOf(work, from)).containsExactly(Arrays.copyOf(values, from));
        assertThat(Arrays.copyOfRange(work, to, work.length))
                .containsExactly(Arrays.copyOfRange(values, to, values.length));
    }

    @Property(tries = 200)
    void aSplitLeavesNoSideEmptyAndKeepsToThePivot(@ForAll("columns") double[] values, @ForAll Random random) {
        double[] work = values.length < 2 ? new double[] {values[0], values[0]} : values.clone();
        double pivot = work[random.nextInt(work.length)];
        int split = Selection.split(work, 0, work.length, pivot);

        assertThat(split).isBetween(1, work.length - 1);
        assertThat(Arrays.stream(work, 0, split)).allMatch(value -> value <= pivot);
        assertThat(Arrays.stream(work, split, work.length)).allMatch(value -> value >= pivot);
    }

    @Property(tries = 200)
    void aQuantileBySelectionIsTheOneOfASort(
            @ForAll("columns") double[] values, @ForAll @Scale(4) @DoubleRange(max = 1) double probability) {
        assertThat(OrderStatistics.select(values.clone(), probability))
                .isEqualTo(OrderStatistics.quantile(sorted(values), probability) + 0.0);
    }

    /** Random, tied, rising, falling, rising and falling, and the last the greatest: what defeats careless pivots. */
    @Provide
    Arbitrary<double[]> columns() {
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 6000);
        Arbitrary<Integer> shapes = Arbitraries.integers().between(0, 5);
        return Combinators.combine(lengths, shapes, Arbitraries.longs())
                .as((length, shape, seed) -> IntStream.range(0, length)
                        .mapToDouble(shape(shape, length, new Random(seed))::applyAsDouble)
                        .toArray());
    }

    private static IntToDoubleFunction shape(int shape, int length, Random random) {
        return switch (shape) {
            case 0 -> i -> random.nextGaussian();
            case 1 -> i -> random.nextInt(3);
            case 2 -> i -> i;
            case 3 -> i -> -i;
            case 4 -> i -> Math.min(i, length - i);
            default -> i -> i == length - 1 ? 1 : 0;
        };
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
