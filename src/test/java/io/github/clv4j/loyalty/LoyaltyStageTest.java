package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoyaltyStageTest {

    private static final StageThresholds THRESHOLDS = new StageThresholds(0.5, 0.6, 0.7, 0.8);

    @Test
    void theStagesLeadFromKnowingToDoing() {
        assertThat(LoyaltyStage.values())
                .containsExactly(
                        LoyaltyStage.COGNITIVE, LoyaltyStage.AFFECTIVE, LoyaltyStage.CONATIVE, LoyaltyStage.ACTION);
        assertThat(LoyaltyStage.values())
                .extracting(stage -> stage.displayName(Language.CHINESE))
                .containsExactly("认知忠诚", "情感忠诚", "意向忠诚", "行动忠诚");
    }

    @ParameterizedTest
    @EnumSource
    void everyStageHasItsNameAndMeaningInBothLanguages(LoyaltyStage stage) {
        assertThat(stage.displayName(Language.ENGLISH)).endsWith(" loyalty");
        assertThat(stage.displayName(Language.CHINESE)).endsWith("忠诚");
        assertThat(stage.meaning(Language.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(stage.meaning(Language.CHINESE)).containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 0.1, 0.1, 0.1, COGNITIVE",
        "0.9, 0.9, 0.1, 0.1, AFFECTIVE",
        "0.9, 0.9, 0.9, 0.1, CONATIVE",
        "0.9, 0.9, 0.9, 0.9, ACTION"
    })
    void theCustomerStandsAtTheLastStageThatPasses(
            double cognitive, double affective, double conative, double action, LoyaltyStage stage) {
        assertThat(THRESHOLDS.stage(cognitive, affective, conative, action)).contains(stage);
    }

    @Test
    void aStageBeyondOneThatFailsDoesNotCount() {
        assertThat(THRESHOLDS.stage(0.9, 0.1, 0.9, 0.9)).contains(LoyaltyStage.COGNITIVE);
        assertThat(THRESHOLDS.stage(0.9, 0.9, 0.1, 0.9)).contains(LoyaltyStage.AFFECTIVE);
    }

    @Test
    void whoFailsTheFirstStageStandsAtNone() {
        assertThat(THRESHOLDS.stage(0.4, 0.9, 0.9, 0.9)).isEmpty();
    }

    @Test
    void aScoreEqualToItsThresholdPasses() {
        assertThat(THRESHOLDS.stage(0.5, 0.6, 0.7, 0.8)).contains(LoyaltyStage.ACTION);
        assertThat(THRESHOLDS.stage(0.5, 0.6, 0.7, Math.nextDown(0.8))).contains(LoyaltyStage.CONATIVE);
        assertThat(THRESHOLDS.stage(0.5, 0.6, Math.nextDown(0.7), 0.8)).contains(LoyaltyStage.AFFECTIVE);
        assertThat(THRESHOLDS.stage(0.5, Math.nextDown(0.6), 0.7, 0.8)).contains(LoyaltyStage.COGNITIVE);
        assertThat(THRESHOLDS.stage(Math.nextDown(0.5), 0.6, 0.7, 0.8)).isEmpty();
    }

    @Test
    void oneThresholdCanServeAllStages() {
        assertThat(StageThresholds.all(0.6)).isEqualTo(new StageThresholds(0.6, 0.6, 0.6, 0.6));
    }

    @Test
    void aStageNobodyAskedAboutIsRefusedEvenBeyondOneThatFails() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THRESHOLDS.stage(Double.NaN, 1, 1, 1))
                .withMessage("cognitive score must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THRESHOLDS.stage(0, Double.NaN, 1, 1))
                .withMessage("affective score must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THRESHOLDS.stage(0, 1, Double.NaN, 1))
                .withMessage("conative score must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THRESHOLDS.stage(0, 1, 1, Double.NaN))
                .withMessage("action score must be in [0, 1], but was NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void scoresAndThresholdsAreShares(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THRESHOLDS.stage(1, 1, 1, value))
                .withMessageStartingWith("action score must be in [0, 1], but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageThresholds.all(value))
                .withMessageStartingWith("threshold must be in [0, 1], but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageThresholds(value, 1, 1, 1))
                .withMessageStartingWith("cognitive threshold must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageThresholds(1, value, 1, 1))
                .withMessageStartingWith("affective threshold must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageThresholds(1, 1, value, 1))
                .withMessageStartingWith("conative threshold must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageThresholds(1, 1, 1, value))
                .withMessageStartingWith("action threshold must be");
    }
}
