package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleRulesTest {

    /** Twelve months, a fall of a tenth a month. */
    private static final LifecycleRules RULES = LifecycleRules.of(12, -0.1);

    @ParameterizedTest
    @CsvSource({
        "1, 30, 0.2, GROWTH",
        "1, 3, -0.5, GROWTH",
        "0, 3, 0.2, EXPLORATION",
        "0, 3, -0.5, EXPLORATION",
        "0, 30, -0.5, DECLINE",
        "0, 30, 0, STABILITY",
        "0, 30, 0.4, STABILITY"
    })
    void theFirstRuleThatAppliesDecides(double boughtAgain, double tenure, double trend, LifecycleStage stage) {
        assertThat(RULES.stage(boughtAgain, tenure, trend)).isSameAs(stage);
    }

    @Test
    void explorationEndsAtItsTenureAndDeclineBeginsAtItsTrend() {
        assertThat(RULES.stage(0, 12, 0)).isSameAs(LifecycleStage.STABILITY);
        assertThat(RULES.stage(0, Math.nextDown(12.0), 0)).isSameAs(LifecycleStage.EXPLORATION);
        assertThat(RULES.stage(0, 12, -0.1)).isSameAs(LifecycleStage.DECLINE);
        assertThat(RULES.stage(0, 12, Math.nextUp(-0.1))).isSameAs(LifecycleStage.STABILITY);
    }

    @Test
    void whatNoRuleAsksMayBeMissing() {
        assertThat(RULES.stage(1, Double.NaN, Double.NaN)).isSameAs(LifecycleStage.GROWTH);
        assertThat(RULES.stage(0, 3, Double.NaN)).isSameAs(LifecycleStage.EXPLORATION);
    }

    @Test
    void whatDecidesMustBeThere() {
        for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RULES.stage(0, bad, 0))
                    .withMessage("tenure must be in [0, Inf), but was " + bad);
        }
        for (double bad : new double[] {Double.NaN, -1.1, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RULES.stage(0, 12, bad))
                    .withMessage("trend must be in [-1, Inf), but was " + bad);
        }
        for (double bad : new double[] {Double.NaN, 0.5, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RULES.stage(bad, 12, 0))
                    .withMessage("bought again must be 0 or 1, but was " + bad);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
    void aTenureThatCannotEndExplorationIsRefused(double tenure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecycleRules.of(tenure, -0.1))
                .withMessage("least tenure must be in [0, Inf), but was " + tenure);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1.01, 0.1, Double.NEGATIVE_INFINITY})
    void aTrendThatIsNoDeclineIsRefused(double trend) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecycleRules.of(12, trend))
                .withMessage("decline trend must be in [-1, 0], but was " + trend);
    }

    @Test
    void stagesHaveTheirNamesInBothLanguages() {
        assertThat(LifecycleStage.all())
                .extracting(stage -> stage.displayName(Language.CHINESE))
                .containsExactly("考察期", "形成期", "稳定期", "退化期");
        assertThat(LifecycleStage.all())
                .extracting(stage -> stage.displayName(Language.ENGLISH))
                .containsExactly("Exploration", "Growth", "Stability", "Decline");
    }
}
