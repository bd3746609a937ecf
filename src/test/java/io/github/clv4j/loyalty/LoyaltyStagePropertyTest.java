package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LoyaltyStagePropertyTest {

    @Property
    void aBetterScoreNeverLowersTheStage(
            @ForAll("shares") double[] thresholds,
            @ForAll("shares") double[] scores,
            @ForAll("shares") double[] gains,
            @ForAll @IntRange(max = 3) int which) {
        double[] better = scores.clone();
        better[which] = Math.max(scores[which], gains[which]);

        assertThat(stagesPassed(thresholds, better)).isGreaterThanOrEqualTo(stagesPassed(thresholds, scores));
    }

    /** A second route: count the leading stages that pass. */
    @Property
    void theStageIsTheNumberOfLeadingStagesThatPass(
            @ForAll("shares") double[] thresholds, @ForAll("shares") double[] scores) {
        int leading = 0;
        while (leading < 4 && scores[leading] >= thresholds[leading]) {
            leading++;
        }

        assertThat(stagesPassed(thresholds, scores)).isEqualTo(leading);
    }

    /** Tenths, so that many scores are equal to their thresholds. */
    @Provide
    Arbitrary<double[]> shares() {
        return Arbitraries.integers()
                .between(0, 10)
                .map(tenths -> tenths / 10.0)
                .array(double[].class)
                .ofSize(4);
    }

    private static int stagesPassed(double[] thresholds, double[] scores) {
        Optional<LoyaltyStage> stage = new StageThresholds(thresholds[0], thresholds[1], thresholds[2], thresholds[3])
                .stage(scores[0], scores[1], scores[2], scores[3]);
        return stage.map(reached -> 1 + Arrays.asList(LoyaltyStage.values()).indexOf(reached))
                .orElse(0);
    }
}
