package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;

class LifetimeChoiceTest {

    /** Survivors in percent of the High End cohort of Fader and Hardie 2007, years 0 to 12. */
    private static final CohortTable HIGH_END =
            CohortTable.ofShares(1000, 100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4);

    @Test
    void theModelThatForetellsBestIsChosen() {
        LifetimeChoice choice = LifetimeChoice.byHeldBackPeriods(HIGH_END, 4);
        assertThat(choice.ranking().stream().map(HeldBackScore::model))
                .containsExactly(
                        LifetimeModel.BETA_DISCRETE_WEIBULL,
                        LifetimeModel.SHIFTED_BETA_GEOMETRIC,
                        LifetimeModel.DISCRETE_WEIBULL,
                        LifetimeModel.GEOMETRIC);
        assertThat(choice.refused()).isEmpty();
        assertThat(choice.refit().logLikelihood())
                .isEqualTo(LifetimeFits.betaDiscreteWeibull(HIGH_END).logLikelihood());
    }

    @Test
    void theScoreIsTheLikelihoodOfWhatWasHeldBack() {
        for (HeldBackScore score : LifetimeChoice.byHeldBackPeriods(HIGH_END, 7).ranking()) {
            LifetimeDistribution lifetime = score.fit().distribution();
            double expected = 0;
            double error = 0;
            double[] percent = {49.1, 46.8, 44.5, 42.7, 40.9, 39.4};
            for (int t = 8; t <= 12; t++) {
                double loss = lifetime.survivalProbability(t - 1) - lifetime.survivalProbability(t);
                expected += 10 * (percent[t - 8] - percent[t - 7]) * Math.log(loss / lifetime.survivalProbability(7));
                error += Math.abs(100 * lifetime.survivalProbability(t) / percent[t - 7] - 1) / 5;
            }
            expected += 394 * Math.log(lifetime.survivalProbability(12) / lifetime.survivalProbability(7));
            assertThat(score.logLikelihood()).isCloseTo(expected, within(1e-8));
            assertThat(score.survivalError()).isCloseTo(error, within(1e-12));
        }
    }

    @Test
    void ofModelsThatForetellTheSameTheSimplestIsChosen() {
        LifetimeChoice choice =
                LifetimeChoice.byHeldBackPeriods(CohortTable.ofShares(1000, 1, .8, .64, .512, .4096, .32768), 3);
        assertThat(choice.best().model()).isEqualTo(LifetimeModel.GEOMETRIC);
        assertThat(choice.text(Language.ENGLISH))
                .endsWith("chosen: geometric, as shifted beta geometric foretells the same with more parameters\n");
    }

    /** Far out on the way to its limit a fit differs from it in the fifth digit of the score, for better or worse. */
    @Test
    void aModelOfCustomersAllAlikeComesAfterTheSimplerOne() {
        CohortTable late = CohortTable.ofSurvivors(new double[] {1000, 990, 800, 300, 290, 285, 280});
        assertThat(LifetimeChoice.byHeldBackPeriods(late, 3).ranking().stream().map(HeldBackScore::model))
                .containsSubsequence(LifetimeModel.GEOMETRIC, LifetimeModel.SHIFTED_BETA_GEOMETRIC);
        CohortTable early = CohortTable.ofSurvivors(new double[] {1000, 900, 300, 290, 285, 280});
        assertThat(LifetimeChoice.byHeldBackPeriods(early, 2).ranking().stream().map(HeldBackScore::model))
                .containsSubsequence(LifetimeModel.GEOMETRIC, LifetimeModel.SHIFTED_BETA_GEOMETRIC);
    }

    @Test
    void whereNobodyIsLeftThereIsNoErrorOfSurvival() {
        CohortTable gone = CohortTable.ofSurvivors(new double[] {1000, 700, 500, 400, 0});
        assertThat(LifetimeChoice.byHeldBackPeriods(gone, 3).text(Language.ENGLISH))
                .doesNotContain("NaN")
                .contains("      none  geometric\n");
    }

    @Test
    void aModelThatCannotBeFittedIsNamed() {
        LifetimeChoice choice = LifetimeChoice.byHeldBackPeriods(HIGH_END, 1);
        assertThat(choice.refused()).hasSize(3);
        assertThat(choice.text(Language.ENGLISH))
                .contains("  not fitted: beta discrete Weibull, customers must be watched in at least 3 periods")
                .endsWith("chosen: geometric, as no other could be fitted\n");
    }

    @Test
    void theReasonIsToldInBothLanguages() {
        LifetimeChoice choice = LifetimeChoice.byHeldBackPeriods(HIGH_END, 4);
        assertThat(choice.text(Language.ENGLISH))
                .startsWith("fitted on periods 1 to 4, held back 5 to 12\n")
                .endsWith(
                        "chosen: beta discrete Weibull, as the losses held back are exp(25.43) times as likely under it"
                                + " as under shifted beta geometric\n");
        assertThat(choice.text(Language.CHINESE))
                .startsWith("用第 1 至 4 期拟合,留出第 5 至 12 期\n")
                .endsWith("选择:贝塔离散威布尔,因留出期流失在其下的似然是移位贝塔几何的 exp(25.43) 倍\n");
    }

    @Test
    void somePeriodsMustBeHeldBack() {
        assertThatThrownBy(() -> LifetimeChoice.byHeldBackPeriods(HIGH_END, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "fittedPeriods must be in [1, 11], so that some of the 12 periods are held back, but was 12");
        CohortTable gone = CohortTable.ofSurvivors(new double[] {10, 5, 0, 0});
        assertThatThrownBy(() -> LifetimeChoice.byHeldBackPeriods(gone, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("somebody must be watched after period 2, but nobody was; fit on fewer periods");
    }
}
