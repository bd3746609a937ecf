package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule fits to a base of customers the scale that a hand would, and says why where it cannot. */
class ScaleRuleTest {

    private static final double MISSING = Double.NaN;

    static Stream<ScaleRule> rules() {
        return Stream.of(ScaleRule.minMax(), ScaleRule.quantiles(0.05, 0.95), ScaleRule.ranks())
                .flatMap(rule -> Stream.of(rule, rule.reversed()));
    }

    static Stream<Scale> scales() {
        List<ScalePoint> points = List.of(new ScalePoint(1, 0.25), new ScalePoint(2, 0.75));
        return Stream.of(
                Scale.linear(3, 1),
                Scale.likert(5),
                Scale.logarithmic(1, 9),
                Scale.piecewise(points),
                Scale.percentileRank(points, true));
    }

    @Test
    void theLowestAndTheHighestAreTheEnds() {
        assertThat(ScaleRule.minMax().fit(new double[] {30, MISSING, -20, 4, 100, 7}))
                .isEqualTo(Scale.linear(-20, 100));
        assertThat(ScaleRule.minMax().reversed().fit(new double[] {30, -20, 4, 100, 7}))
                .isEqualTo(Scale.linear(100, -20));
    }

    /** Of 1 to 9 the quarter is the third value; of 1 to 4 the positions, from 0, are 0.75 and 2.25. */
    @Test
    void theEndsAreQuantilesOfTypeSeven() {
        assertThat(ScaleRule.quantiles(0.25, 0.75).fit(new double[] {9, 1, 8, 2, MISSING, 7, 3, 6, 4, 5}))
                .isEqualTo(Scale.linear(3, 7));
        assertThat(ScaleRule.quantiles(0.25, 0.75).fit(new double[] {4, 3, 2, 1}))
                .isEqualTo(Scale.linear(1.75, 3.25));
        assertThat(ScaleRule.quantiles(0.75, 0.25).fit(new double[] {4, 3, 2, 1}))
                .isEqualTo(Scale.linear(3.25, 1.75));
        assertThat(ScaleRule.quantiles(0.25, 0.75).reversed().fit(new double[] {4, 3, 2, 1}))
                .isEqualTo(Scale.linear(3.25, 1.75));
    }

    @Test
    void anOutlierMovesTheHighestButNotTheQuantile() {
        double[] base = new double[101];
        for (int i = 0; i < 100; i++) {
            base[i] = i;
        }
        base[100] = 1e9;
        assertThat(ScaleRule.quantiles(0, 0.99).fit(base)).isEqualTo(Scale.linear(0, 99));
        assertThat(ScaleRule.minMax().fit(base)).isEqualTo(Scale.linear(0, 1e9));
    }

    @Test
    void theRankCountsThoseLevelHalf() {
        Scale ranks = ScaleRule.ranks().fit(new double[] {2, 3, MISSING, 1, 2});
        assertThat(ranks)
                .isEqualTo(Scale.percentileRank(
                        List.of(new ScalePoint(1, 0.125), new ScalePoint(2, 0.5), new ScalePoint(3, 0.875)), false));
        assertThat(ScaleRule.ranks().reversed().fit(new double[] {2, 3, 1, 2})).isEqualTo(ranks.reversed());
    }

    @Test
    void aBaseThatIsAllAlikeRanksInTheMiddle() {
        assertThat(ScaleRule.ranks().fit(new double[] {5, 5, 5}).score(5)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBaseIsLeftAsItWas(ScaleRule rule) {
        double[] base = {3, MISSING, 1, 2};
        Scale fitted = rule.fit(base);
        assertThat(base).containsExactly(3, MISSING, 1, 2);
        assertThat(rule.fit(new double[] {1, 2, 3, MISSING, MISSING})).isEqualTo(fitted);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void reversedItFitsTheScaleReversed(ScaleRule rule) {
        double[] base = {0, 1, 1, 4, 9, 16, 16, 25};
        assertThat(rule.reversed().fit(base)).isEqualTo(rule.fit(base).reversed());
        assertThat(rule.reversed().reversed()).isEqualTo(rule);
        assertThat(rule.reversed()).isNotEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothingCanBeFittedToNobody(ScaleRule rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.fit(new double[0]))
                .withMessage("there must be at least one value to fit a scale to, but of 0 there were 0 known");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.fit(new double[] {MISSING, MISSING}))
                .withMessage("there must be at least one value to fit a scale to, but of 2 there were 0 known");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anInfiniteValueIsRefused(ScaleRule rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.fit(new double[] {1, Double.NEGATIVE_INFINITY, 3}))
                .withMessage("value to fit a scale to must be finite, but was -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.fit(new double[] {1, MISSING, Double.POSITIVE_INFINITY}))
                .withMessage("value to fit a scale to must be finite, but was Infinity");
    }

    @Test
    void aBaseThatIsAllAlikeHasNoWorstAndBest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleRule.minMax().fit(new double[] {5, MISSING, 5, 5}))
                .withMessageStartingWith(
                        "the quantiles 0.0 and 1.0 of the base must differ to fit a scale between them,"
                                + " but both are 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleRule.minMax().fit(new double[] {5}))
                .withMessageContaining("both are 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ScaleRule.quantiles(0.9, 0.1).fit(new double[] {0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 9}))
                .withMessageStartingWith(
                        "the quantiles 0.9 and 0.1 of the base must differ to fit a scale between them,"
                                + " but both are 2.0");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBaseThatSpansMoreThanNumbersCanIsRefused(ScaleRule rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.fit(new double[] {-1.7e308, 1.7e308}))
                .withMessageContaining("must be finite, but was ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, MISSING, Double.POSITIVE_INFINITY})
    void aQuantileOutsideZeroToOneIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleRule.quantiles(share, 0.5))
                .withMessage("quantile of the worst must be in [0, 1], but was " + share);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleRule.quantiles(0.5, share))
                .withMessage("quantile of the best must be in [0, 1], but was " + share);
    }

    @Test
    void theTwoQuantilesMustDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleRule.quantiles(0.5, 0.5))
                .withMessage("quantile of the best must be another than that of the worst, but was 0.5");
    }

    @ParameterizedTest
    @MethodSource("scales")
    void aStatedScaleNeedsNoCustomers(Scale scale) {
        assertThat(scale.fit(new double[0])).isSameAs(scale);
        assertThat(scale.fit(new double[] {MISSING, Double.POSITIVE_INFINITY})).isSameAs(scale);
    }
}
