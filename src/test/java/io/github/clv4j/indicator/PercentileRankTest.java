package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The percentile ranks of a large base are thinned out, yet everywhere close to those that counting all customers gives. */
class PercentileRankTest {

    private static final double STEP = 1 / 500.0;
    private static final double ROUNDING = 1e-12;
    private static final int CUSTOMERS = 12_000;

    static Stream<double[]> bases() {
        Random random = new Random(20_240_229);
        return Stream.of(
                        IntStream.range(0, CUSTOMERS).asDoubleStream(),
                        random.doubles(CUSTOMERS),
                        DoubleStream.generate(random::nextGaussian).limit(CUSTOMERS),
                        DoubleStream.generate(() -> Math.exp(9 * random.nextGaussian()))
                                .limit(CUSTOMERS),
                        DoubleStream.generate(() -> tiedInTheMiddle(random)).limit(CUSTOMERS),
                        DoubleStream.generate(() -> Math.rint(40 * random.nextGaussian()))
                                .limit(CUSTOMERS),
                        DoubleStream.generate(() -> random.nextInt(10) == 0 ? random.nextDouble() : 0)
                                .limit(CUSTOMERS),
                        DoubleStream.generate(() -> random.nextInt(500) == 0 ? 1 : random.nextGaussian())
                                .limit(CUSTOMERS))
                .map(DoubleStream::toArray);
    }

    private static double tiedInTheMiddle(Random random) {
        double value = random.nextGaussian();
        return Math.abs(value) < 0.7 ? 0.1 : value;
    }

    @ParameterizedTest
    @MethodSource("bases")
    void aLargeBaseKeepsAtMostAThousandPoints(double[] base) {
        Scale.PercentileRank scale = fitted(base);
        assertThat(scale.points()).hasSizeLessThanOrEqualTo(1000);
        assertThat(scale.lowest()).isEqualTo(Arrays.stream(base).min().orElseThrow());
        assertThat(scale.highest()).isEqualTo(Arrays.stream(base).max().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("bases")
    void theRankOfACustomerOfTheBaseIsOffByAtMostOneFiveHundredth(double[] base) {
        Scale scale = fitted(base);
        for (int i = 0; i < base.length; i += 41) {
            assertThat(scale.score(base[i])).isCloseTo(rank(base, base[i]), within(STEP));
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void theRankOfAnyoneElseIsOffByNoMoreThanHalfATieBesides(double[] base) {
        Scale scale = fitted(base);
        double[] sorted = base.clone();
        Arrays.sort(sorted);
        Random random = new Random(7);
        for (int k = 0; k < 300; k++) {
            int i = random.nextInt(base.length - 1);
            double value = sorted[i] + random.nextDouble() * (sorted[i + 1] - sorted[i]);
            double tie = Math.max(share(base, sorted[i]), share(base, sorted[i + 1]));
            assertThat(scale.score(value)).isCloseTo(rank(base, value), within(STEP + tie / 2));
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void aHigherValueNeverRanksLower(double[] base) {
        Scale scale = fitted(base);
        double[] values = DoubleStream.concat(
                        Arrays.stream(base).flatMap(value -> DoubleStream.of(value, Math.nextUp(value))),
                        new Random(3).doubles(2000, -3, 3))
                .sorted()
                .toArray();
        for (int i = 1; i < values.length; i++) {
            if (!(scale.score(values[i]) >= scale.score(values[i - 1]))) {
                assertThat(scale.score(values[i]))
                        .as("the rank of %s beside that of %s", values[i], values[i - 1])
                        .isGreaterThanOrEqualTo(scale.score(values[i - 1]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void nobodyIsBelowTheLowestOrAboveTheHighest(double[] base) {
        Scale scale = fitted(base);
        assertThat(scale.score(Math.nextDown(scale.lowest()))).isEqualTo(0);
        assertThat(scale.score(Math.nextUp(scale.highest()))).isEqualTo(1);
        assertThat(scale.score(scale.lowest())).isBetween(0.0, share(base, scale.lowest()));
        assertThat(scale.score(scale.highest())).isBetween(1 - share(base, scale.highest()), 1.0);
    }

    /** Up to 250 values, no two of which lie in the same five-hundredth unless they are the only ones there. */
    @Test
    void aBaseOfFewDifferentValuesRanksExactly() {
        Random random = new Random(11);
        for (int different : new int[] {1, 2, 3, 10, 100, 250}) {
            double[] base = DoubleStream.generate(() -> 0.3 * random.nextInt(different))
                    .limit(CUSTOMERS)
                    .toArray();
            Scale scale = fitted(base);
            for (double value : Arrays.stream(base).distinct().toArray()) {
                assertThat(scale.score(value)).isCloseTo(rank(base, value), within(ROUNDING));
            }
        }
    }

    @Test
    void zeroIsOneValueWhateverItsSign() {
        assertThat(fitted(new double[] {0.0, -0.0, 3, -0.0}).points())
                .extracting(ScalePoint::score)
                .containsExactly(0.375, 0.875);
    }

    @Test
    void ofValuesInTheSameFiveHundredthTheLowestAndTheHighestAreKept() {
        double[] base = IntStream.range(0, 2000).asDoubleStream().toArray();
        List<ScalePoint> points = fitted(base).points();
        assertThat(points).hasSize(1000);
        assertThat(points.subList(0, 4))
                .containsExactly(
                        new ScalePoint(0, 0.5 / 2000),
                        new ScalePoint(3, 3.5 / 2000),
                        new ScalePoint(4, 4.5 / 2000),
                        new ScalePoint(7, 7.5 / 2000));
    }

    private static Scale.PercentileRank fitted(double[] base) {
        return (Scale.PercentileRank) ScaleRule.ranks().fit(base);
    }

    /** The share of the base below a value and half of those level with it, by counting them all. */
    private static double rank(double[] base, double value) {
        int twice = 0;
        for (double other : base) {
            twice += other < value ? 2 : other == value ? 1 : 0;
        }
        return twice / (2.0 * base.length);
    }

    private static double share(double[] base, double value) {
        int level = 0;
        for (double other : base) {
            level += other == value ? 1 : 0;
        }
        return (double) level / base.length;
    }
}
