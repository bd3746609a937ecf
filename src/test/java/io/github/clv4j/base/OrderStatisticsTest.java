package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles are those of R and numpy, exact at the order statistics, and never beyond the values they lie between. */
class OrderStatisticsTest {

    private static final double LARGEST = Double.MAX_VALUE;

    /** R: {@code quantile(c(10, 20, 40, 80), q)}. */
    @ParameterizedTest
    @CsvSource({"0, 10", "0.1, 13", "0.25, 17.5", "0.5, 30", "0.75, 50", "0.8, 56", "0.9, 68", "1, 80"})
    void theQuantileIsThatOfR(double probability, double expected) {
        assertThat(OrderStatistics.quantile(new double[] {10, 20, 40, 80}, probability))
                .isCloseTo(expected, within(1e-13));
    }

    /** In doubles 0.55 x 100 is 55.00000000000001. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 14, 28, 29, 55, 56, 57, 58, 99, 100})
    void aQuantileAtAnOrderStatisticIsExactlyThatOne(int percent) {
        double[] sorted = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        assertThat(OrderStatistics.quantile(sorted, percent / 100.0)).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void everyQuantileOfOneValueIsThatValue(double probability) {
        assertThat(OrderStatistics.quantile(new double[] {-7.25}, probability)).isEqualTo(-7.25);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.34, 0.4, 0.5, 0.66})
    void aQuantileBetweenTiesIsExactlyTheTie(double probability) {
        assertThat(OrderStatistics.quantile(new double[] {0, 0.1, 0.1, 9}, probability))
                .isEqualTo(0.1);
    }

    @Test
    void aDifferenceThatOverflowsDoesNotMatter() {
        assertThat(OrderStatistics.quantile(new double[] {-LARGEST, LARGEST}, 0.5))
                .isZero();
        assertThat(OrderStatistics.quantile(new double[] {-LARGEST, LARGEST}, 0.25))
                .isCloseTo(-LARGEST / 2, withinPercentage(1e-13));
        assertThat(OrderStatistics.quantile(new double[] {-LARGEST, 0, LARGEST}, 0.75))
                .isEqualTo(LARGEST / 2);
    }

    @Property
    void theQuantileIsThatOfCommonsMath(
            @ForAll("sorted") double[] sorted,
            @ForAll @Scale(6) @DoubleRange(min = 0.000001, max = 1) double probability) {
        Percentile reference = new Percentile().withEstimationType(EstimationType.R_7);
        assertThat(OrderStatistics.quantile(sorted, probability))
                .isCloseTo(reference.evaluate(sorted, 100 * probability), within(1e-9));
    }

    @Property
    void aGreaterShareHasNoLessAQuantile(
            @ForAll("sorted") double[] sorted,
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other) {
        double low = OrderStatistics.quantile(sorted, Math.min(one, other));
        double high = OrderStatistics.quantile(sorted, Math.max(one, other));
        assertThat(low).isLessThanOrEqualTo(high);
        assertThat(low).isGreaterThanOrEqualTo(sorted[0]);
        assertThat(high).isLessThanOrEqualTo(sorted[sorted.length - 1]);
    }

    @Provide
    Arbitrary<double[]> sorted() {
        return Arbitraries.doubles()
                .between(-1000, 1000)
                .ofScale(2)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(values -> Arrays.stream(values).sorted().toArray());
    }
}
