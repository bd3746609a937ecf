package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementScaleTest {

    private static final double ROUNDING = 1e-14;

    /** Balanced: (9 + x) / (11 - x), Salo and Hamalainen (1997); logarithmic: log2 of 2 to 10; power: squares. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "2, 1.2222222222222223, 1.584962500721156, 4",
        "3, 1.5, 2, 9",
        "4, 1.8571428571428572, 2.321928094887362, 16",
        "5, 2.3333333333333335, 2.584962500721156, 25",
        "6, 3, 2.807354922057604, 36",
        "7, 4, 3, 49",
        "8, 5.666666666666667, 3.169925001442312, 64",
        "9, 9, 3.321928094887362, 81"
    })
    void eachStepOfEachScale(double judgement, double balanced, double logarithmic, double power) {
        assertScaled(JudgementScale.LINEAR, judgement, judgement);
        assertScaled(JudgementScale.BALANCED, judgement, balanced);
        assertScaled(JudgementScale.LOGARITHMIC, judgement, logarithmic);
        assertScaled(JudgementScale.POWER, judgement, power);
    }

    private static void assertScaled(JudgementScale scale, double judgement, double ratio) {
        assertThat(scale.apply(judgement)).isCloseTo(ratio, within(ROUNDING * ratio));
        assertThat(scale.apply(1 / judgement)).isCloseTo(1 / ratio, within(ROUNDING));
    }

    @Test
    void onTheBalancedScaleLocalWeightsAreEvenlySpread() {
        for (int x = 1; x <= 9; x++) {
            double ratio = JudgementScale.BALANCED.apply(x);
            assertThat(ratio / (1 + ratio)).isCloseTo(0.45 + 0.05 * x, within(ROUNDING));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneIsOneAndMoreIsMore(JudgementScale scale) {
        assertThat(scale.apply(1)).isEqualTo(1);
        double before = 0;
        for (int place = 0; place < 17; place++) {
            double ratio = scale.apply(RandomJudgements.scaleValue(place));
            assertThat(ratio).isGreaterThan(before);
            before = ratio;
        }
        assertThat(scale.apply(Math.nextDown(1.0))).isLessThanOrEqualTo(1).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void onTheLinearScaleAJudgementIsItself() {
        Random random = new Random(1);
        for (int k = 0; k < 1000; k++) {
            double judgement = StrictMath.exp(10 * random.nextGaussian());
            assertThat(JudgementScale.LINEAR.apply(judgement)).isEqualTo(judgement);
        }
        assertThat(JudgementScale.LINEAR.apply(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }

    @ParameterizedTest
    @EnumSource(names = {"BALANCED", "LOGARITHMIC", "POWER"})
    void theOtherScalesEndAtNine(JudgementScale scale) {
        assertThat(scale.apply(9)).isPositive();
        assertThat(scale.apply(1 / 9.0)).isPositive();
        for (double judgement :
                new double[] {Math.nextUp(9.0), 0.11, 10, 0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scale.apply(judgement))
                    .withMessage("judgement on the %s scale must be in [1/9, 9], but was %s"
                            .formatted(scale.displayName(Language.ENGLISH), judgement));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void theLinearScaleTakesWhatIsPositiveAndFinite(double judgement) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgementScale.LINEAR.apply(judgement))
                .withMessage("judgement on the linear scale must be in (0, Inf), but was " + judgement);
    }
}
