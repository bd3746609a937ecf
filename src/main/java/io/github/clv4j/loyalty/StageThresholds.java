package io.github.clv4j.loyalty;

import io.github.clv4j.base.Require;
import java.util.Optional;

/**
 * What it takes to pass each {@link LoyaltyStage}. A customer stands at the last stage up to which every stage passes,
 * a score equal to its threshold passing: whoever buys again without liking the brand has not got beyond the cognitive
 * stage.
 *
 * <p>The order of the stages is Oliver's (1999, Whence consumer loyalty?, Journal of Marketing 63). He gives no
 * thresholds, so there are none by default; which answers and records make up the score of a stage is up to the caller
 * too.
 *
 * <p>Immutable and thread-safe.
 *
 * @param cognitive the least cognitive score that passes, in [0, 1]
 * @param affective the least affective score that passes, in [0, 1]
 * @param conative the least conative score that passes, in [0, 1]
 * @param action the least action score that passes, in [0, 1]
 */
public record StageThresholds(double cognitive, double affective, double conative, double action) {

    /**
     * Creates thresholds.
     *
     * @param cognitive the least cognitive score that passes, in [0, 1]
     * @param affective the least affective score that passes, in [0, 1]
     * @param conative the least conative score that passes, in [0, 1]
     * @param action the least action score that passes, in [0, 1]
     * @throws IllegalArgumentException if a threshold is outside [0, 1] (NaN included)
     */
    public StageThresholds {
        Require.probability(cognitive, "cognitive threshold");
        Require.probability(affective, "affective threshold");
        Require.probability(conative, "conative threshold");
        Require.probability(action, "action threshold");
    }

    /**
     * The same threshold for all stages.
     *
     * @param threshold the least score that passes, in [0, 1]
     * @return the thresholds
     * @throws IllegalArgumentException if the threshold is outside [0, 1] (NaN included)
     */
    public static StageThresholds all(double threshold) {
        Require.probability(threshold, "threshold");
        return new StageThresholds(threshold, threshold, threshold, threshold);
    }

    /**
     * The stage at which a customer stands. All four scores are needed, also those beyond the stage: a stage nobody
     * asked about cannot be passed or failed.
     *
     * @param cognitiveScore the cognitive score, in [0, 1]
     * @param affectiveScore the affective score, in [0, 1]
     * @param conativeScore the conative score, in [0, 1]
     * @param actionScore the action score, in [0, 1]
     * @return the last stage up to which every stage passes; empty if the first does not
     * @throws IllegalArgumentException if a score is outside [0, 1] (NaN included)
     */
    public Optional<LoyaltyStage> stage(
            double cognitiveScore, double affectiveScore, double conativeScore, double actionScore) {
        Require.probability(cognitiveScore, "cognitive score");
        Require.probability(affectiveScore, "affective score");
        Require.probability(conativeScore, "conative score");
        Require.probability(actionScore, "action score");
        if (cognitiveScore < cognitive) {
            return Optional.empty();
        }
        if (affectiveScore < affective) {
            return Optional.of(LoyaltyStage.COGNITIVE);
        }
        if (conativeScore < conative) {
            return Optional.of(LoyaltyStage.AFFECTIVE);
        }
        return Optional.of(actionScore < action ? LoyaltyStage.CONATIVE : LoyaltyStage.ACTION);
    }
}
