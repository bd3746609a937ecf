package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.assertj.core.data.Offset;

class CutRulePropertyTest {

    private static final double ROUNDING = 1e-13;

    @Property
    void theQuantileIsThatOfCommonsMath(
            @ForAll("bases") double[] values,
            @ForAll @Scale(6) @DoubleRange(min = 0.000001, max = 1) double probability) {
        Percentile reference = new Percentile().withEstimationType(EstimationType.R_7);
        assertThat(CutRule.quantile(probability).cut(values))
                .isCloseTo(reference.evaluate(values, 100 * probability), withinRoundingOf(values));
    }

    @Property
    void theMedianIsTheHalfQuantile(@ForAll("bases") double[] values) {
        assertThat(CutRule.median().cut(values)).isCloseTo(CutRule.quantile(0.5).cut(values), withinRoundingOf(values));
    }

    @Property
    void theMeanIsThatOfCommonsMath(@ForAll("bases") double[] values) {
        assertThat(CutRule.mean().cut(values)).isCloseTo(new Mean().evaluate(values), withinRoundingOf(values));
    }

    @Property
    void theOrderOfTheCustomersDoesNotMatter(
            @ForAll("bases") double[] values,
            @ForAll Random random,
            @ForAll @Scale(6) @DoubleRange(max = 1) double probability) {
        double[] shuffled = shuffled(values, random);
        assertThat(CutRule.median().cut(shuffled)).isEqualTo(CutRule.median().cut(values));
        assertThat(CutRule.quantile(probability).cut(shuffled))
                .isEqualTo(CutRule.quantile(probability).cut(values));
    }

    @Property
    void theCutLiesAmongTheCustomers(
            @ForAll("bases") double[] values, @ForAll @Scale(6) @DoubleRange(max = 1) double probability) {
        double smallest = Arrays.stream(values).min().orElseThrow();
        double largest = Arrays.stream(values).max().orElseThrow();
        assertThat(CutRule.median().cut(values)).isBetween(smallest, largest);
        assertThat(CutRule.quantile(probability).cut(values)).isBetween(smallest, largest);
    }

    /** All equal is a legal base and all are high, so no rule may round its cut to above the common value. */
    @Property
    void customersWhoAreAllEqualAreAllHigh(
            @ForAll @Scale(3) @DoubleRange(min = -1000, max = 1000) double value,
            @ForAll @IntRange(min = 1, max = 3000) int customers,
            @ForAll("rules") CutRule rule) {
        double[] values = new double[customers];
        Arrays.fill(values, value);
        assertThat(rule.cut(values)).isLessThanOrEqualTo(value);
    }

    @Provide
    Arbitrary<CutRule> rules() {
        return Arbitraries.of(
                CutRule.median(),
                CutRule.mean(),
                CutRule.quantile(0.3),
                CutRule.quantile(0.85),
                CutRule.naturalBreak(),
                CutRule.paretoShare(0.8));
    }

    @Provide
    Arbitrary<double[]> bases() {
        Arbitrary<Double> tied = Arbitraries.integers().between(-3, 3).map(Integer::doubleValue);
        Arbitrary<Double> ordinary = Arbitraries.doubles().between(-1000, 1000).ofScale(9);
        return Arbitraries.oneOf(tied, ordinary)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static double[] shuffled(double[] values, Random random) {
        List<Double> list = Arrays.asList(Arrays.stream(values).boxed().toArray(Double[]::new));
        Collections.shuffle(list, random);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Offset<Double> withinRoundingOf(double[] values) {
        return within(ROUNDING * (1 + Arrays.stream(values).map(Math::abs).max().orElse(0)));
    }
}
