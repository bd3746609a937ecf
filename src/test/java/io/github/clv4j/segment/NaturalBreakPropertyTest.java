package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NaturalBreakPropertyTest {

    /** Every set of two classes is tried: by value, and whoever is equal to the cut is in the upper one. */
    @Property
    void noOtherCutHasALowerSumOfSquares(@ForAll("bases") double[] values) {
        double cut = CutRule.naturalBreak().cut(values);
        double least = Arrays.stream(values)
                .map(candidate -> sumOfSquares(values, candidate))
                .min()
                .orElseThrow();

        assertThat(sumOfSquares(values, cut)).isCloseTo(least, within(1e-12 * (1 + squares(values))));
    }

    @Property
    void ofEquallyGoodBreaksTheLowestIsTaken(@ForAll("wholeNumbers") double[] values) {
        double cut = CutRule.naturalBreak().cut(values);
        double least = Arrays.stream(values).min().orElseThrow();

        assertThat(Arrays.stream(values).filter(lower -> least < lower && lower < cut))
                .allMatch(lower -> sumOfSquares(values, lower) > sumOfSquares(values, cut) + 1e-9);
    }

    @Property
    void theBreakMovesWithItsValues(@ForAll("wholeNumbers") double[] values) {
        double cut = CutRule.naturalBreak().cut(values);

        assertThat(CutRule.naturalBreak().cut(each(values, 1, 1e9))).isEqualTo(cut + 1e9);
        assertThat(CutRule.naturalBreak().cut(each(values, 0x1p-900, 0))).isEqualTo(cut * 0x1p-900);
        assertThat(CutRule.naturalBreak().cut(each(values, 0x1p1015, 0))).isEqualTo(cut * 0x1p1015);
    }

    @Test
    void theGapBetweenTwoGroupsIsTheBreak() {
        assertThat(CutRule.naturalBreak().cut(new double[] {9, 1, 10, 2, 1, 11}))
                .isEqualTo(9);
    }

    @Test
    void ofThreeEvenlySpacedTheLowerBreakIsTaken() {
        assertThat(CutRule.naturalBreak().cut(new double[] {0, 1, 2})).isEqualTo(1);
        assertThat(CutRule.naturalBreak().cut(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}))
                .isEqualTo(0.3);
    }

    /** One customer just below the middle of two hundred thousand: the better break is better by 4e-13 of all. */
    @Test
    void aBreakThatIsBetterByLittleIsTaken() {
        double[] values = new double[200_001];
        Arrays.fill(values, 100_000, 200_000, 1);
        values[200_000] = 0.49999999;

        assertThat(CutRule.naturalBreak().cut(values)).isEqualTo(1);
    }

    @Test
    void theRangeOfAllDoublesDoesNotOverflow() {
        double[] extremes = {-Double.MAX_VALUE, -Double.MAX_VALUE / 2, Double.MAX_VALUE};
        assertThat(CutRule.naturalBreak().cut(extremes)).isEqualTo(Double.MAX_VALUE);
        assertThat(CutRule.naturalBreak().cut(new double[] {Double.MIN_VALUE, 0}))
                .isEqualTo(Double.MIN_VALUE);
    }

    @Provide
    Arbitrary<double[]> bases() {
        Arbitrary<Double> whole = Arbitraries.integers().between(-4, 4).map(Integer::doubleValue);
        Arbitrary<Double> ordinary = Arbitraries.doubles().between(-1000, 1000).ofScale(6);
        return Arbitraries.oneOf(whole, ordinary)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<double[]> wholeNumbers() {
        return Arbitraries.integers()
                .between(-9, 9)
                .map(Integer::doubleValue)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    private static double[] each(double[] values, double factor, double shift) {
        return Arrays.stream(values).map(value -> factor * value + shift).toArray();
    }

    private static double sumOfSquares(double[] values, double cut) {
        return squares(Arrays.stream(values).filter(value -> value < cut).toArray())
                + squares(Arrays.stream(values).filter(value -> value >= cut).toArray());
    }

    private static double squares(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }
}
