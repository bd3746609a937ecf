package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutRulesTest {

    /** Ten distinct values, cut in half by their median without a tie. */
    private static final double[] SPREAD = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void eachAxisIsCutByItsOwnRule() {
        CutRules rules = CutRules.of(CutRule.median(), CutRule.quantile(1), CutRule.fixed(0.4));
        FittedCuts fitted = rules.fit(SPREAD, SPREAD, new double[10]);
        assertThat(fitted.cuts()).isEqualTo(CutPoints.of(5.5, 10, 0.4));
        assertThat(fitted.warnings()).isEmpty();
    }

    @Test
    void mediansCutEveryAxisInTheMiddle() {
        FittedCuts fitted = CutRules.medians().fit(SPREAD, SPREAD, SPREAD);
        assertThat(fitted.cuts()).isEqualTo(CutPoints.of(5.5, 5.5, 5.5));
        assertThat(fitted.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void customersWhoAreAllEqualAreAllHighWithAWarningOnEveryAxis(int customers) {
        double[] equal = new double[customers];
        Arrays.fill(equal, 0.1);
        FittedCuts fitted = CutRules.medians().fit(equal, equal, equal);
        assertThat(ThreeDimensionalSegmenter.of(fitted.cuts()).segment(0.1, 0.1, 0.1))
                .isSameAs(Segment.PLATINUM);
        assertThat(fitted.warnings())
                .containsExactly(
                        new TiedCut(Axis.CURRENT_VALUE, 0.1, 1, 0, Optional.empty()),
                        new TiedCut(Axis.POTENTIAL_VALUE, 0.1, 1, 0, Optional.empty()),
                        new TiedCut(Axis.LOYALTY, 0.1, 1, 0, Optional.empty()));
    }

    @Test
    void customersWhoAreAllEqualAreAllHighAlsoWhereTheMeanCuts() {
        double[] equal = {0.1, 0.1, 0.1};
        CutRules means = CutRules.of(CutRule.mean(), CutRule.mean(), CutRule.mean());
        CutPoints cuts = means.fit(equal, equal, equal).cuts();
        assertThat(ThreeDimensionalSegmenter.of(cuts).segment(0.1, 0.1, 0.1)).isSameAs(Segment.PLATINUM);
    }

    @Test
    void tiesThatPutMoreThanSixtyPercentHighAreWarnedOf() {
        double[] mostlyZero = {0, 0, 0, 0, 0, 0, 0, 3, 4, 5};
        FittedCuts fitted = CutRules.medians().fit(SPREAD, mostlyZero, SPREAD);
        assertThat(fitted.warnings()).containsExactly(new TiedCut(Axis.POTENTIAL_VALUE, 0, 1, 0.3, Optional.empty()));
    }

    @Test
    void exactlySixtyPercentHighIsNotLopsided() {
        double[] sixOfTen = {1, 2, 3, 4, 5, 5, 7, 8, 9, 10};
        assertThat(CutRules.medians().fit(sixOfTen, SPREAD, SPREAD).warnings()).isEmpty();
    }

    @Test
    void aRuleThatMeansToPutManyHighIsNotWarnedOf() {
        CutRules rules = CutRules.of(CutRule.quantile(0.25), CutRule.fixed(0), CutRule.median());
        assertThat(rules.fit(SPREAD, SPREAD, SPREAD).warnings()).isEmpty();
    }

    @Test
    void distinctCustomersHaveNoTiesToWarnOf() {
        double[] distinct = {1, 2, 3};
        assertThat(CutRules.medians().fit(distinct, distinct, distinct).warnings())
                .isEmpty();
    }

    @Test
    void aBaseThatCannotBeCutIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRules.medians().fit(new double[0], new double[0], new double[0]))
                .withMessageContaining("at least one customer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRules.medians().fit(new double[1], new double[] {Double.NaN}, new double[1]))
                .withMessageContaining("must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRules.medians().fit(SPREAD, new double[1], SPREAD))
                .withMessageContaining("potential must have length " + SPREAD.length + ", but had 1");
    }

    @Test
    void aWarningReadsInBothLanguages() {
        TiedCut warning = new TiedCut(Axis.POTENTIAL_VALUE, 2.5, 0.75, 0.3, Optional.empty());
        assertThat(warning.text(Language.ENGLISH))
                .isEqualTo("75.0 % of the customers are high on potential value because many are equal to its cut 2.5");
        assertThat(warning.text(Language.CHINESE))
                .contains("75.0%", "潜在价值", "2.5")
                .doesNotContain("\n");
    }
}
