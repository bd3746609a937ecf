package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoSharePropertyTest {

    /** The definition, with exact sums: go down the sorted values until the share is reached. */
    @Property(tries = 300)
    void theCutIsTheLastOfTheBestWhoHoldTheShare(
            @ForAll("columns") double[] values, @ForAll @IntRange(min = 1, max = 100) int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        BigDecimal wanted =
                positiveTotal(values).multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100));
        BigDecimal sum = BigDecimal.ZERO;
        int place = sorted.length - 1;
        sum = sum.add(new BigDecimal(Math.max(0, sorted[place])));
        while (sum.compareTo(wanted) < 0) {
            sum = sum.add(new BigDecimal(sorted[--place]));
        }

        assertThat(CutRule.paretoShare(percent / 100.0).cut(values)).isEqualTo(sorted[place] + 0.0);
    }

    @Property(tries = 100)
    void theOrderOfTheCustomersDoesNotMatter(@ForAll("columns") double[] values, @ForAll Random random) {
        double[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swapped;
        }
        assertThat(CutRule.paretoShare(0.8).cut(shuffled))
                .isEqualTo(CutRule.paretoShare(0.8).cut(values));
    }

    @Test
    void lossesAreNoPartOfTheTotal() {
        // 80 of the 100 that customers bring
        assertThat(CutRule.paretoShare(0.8).cut(new double[] {50, 1, -100, 30, 10, 9}))
                .isEqualTo(30);
    }

    @Test
    void aShareReachedButForRoundingIsReached() {
        double[] tenths = {0.9, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.2};
        // 0.9 + 0.2 is 55 % of 2, but in doubles it is less
        assertThat(CutRule.paretoShare(0.55).cut(tenths)).isEqualTo(0.2);
    }

    @Test
    void allOfTheTotalIsHeldByEverybodyWhoBringsAnything() {
        assertThat(CutRule.paretoShare(1).cut(new double[] {1e12, 0.5, 0, -3})).isEqualTo(0.5);
    }

    @Test
    void whereNobodyIsWorthAnythingTheGreatestValueIsTheCut() {
        assertThat(CutRule.paretoShare(0.8).cut(new double[] {0, -3, -0.0})).isZero();
        assertThat(CutRule.paretoShare(0.8).cut(new double[] {-7, -3})).isEqualTo(-3);
    }

    @Test
    void aTotalThatOverflowsIsCutAsAnyOther() {
        assertThat(CutRule.paretoShare(0.6).cut(new double[] {1.7e308, 1.6e308, 3}))
                .isEqualTo(1.6e308);
        assertThat(CutRule.paretoShare(0.5).cut(new double[] {1.7e308, 1.6e308, 3}))
                .isEqualTo(1.7e308);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aShareOutsideZeroToOneIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRule.paretoShare(share))
                .withMessage("Pareto share must be in (0, 1], but was " + share);
    }

    private static BigDecimal positiveTotal(double[] values) {
        return Arrays.stream(values)
                .filter(value -> value > 0)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Quarters, whose sums are exact, some of them losses; the longer columns take rounds of selection. */
    @Provide
    Arbitrary<double[]> columns() {
        Arbitrary<Integer> lengths = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 20), Arbitraries.integers().between(500, 5000));
        Arbitrary<Integer> ranges = Arbitraries.of(2, 30, 100_000);
        return Combinators.combine(lengths, ranges, Arbitraries.longs()).as((length, range, seed) -> {
            Random random = new Random(seed);
            return IntStream.range(0, length)
                    .mapToDouble(i -> (random.nextInt(range) - range / 5) / 4.0)
                    .toArray();
        });
    }
}
