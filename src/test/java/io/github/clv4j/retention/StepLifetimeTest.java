package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.timevalue.DiscountRate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StepLifetimeTest {

    private static final double[] TIMES = {0, 2, 3.5, 7};
    private static final double[] SURVIVAL = {1, 0.8, 0.8, 0.4};
    private static final StepLifetime CURVE = StepLifetime.of(TIMES, SURVIVAL);

    @Nested
    class WithItsAverageHazard extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return CURVE.withAverageHazard();
        }

        @Override
        double[] steps() {
            double[] steps = new double[60];
            steps[0] = 2;
            steps[1] = 3.5;
            for (int i = 2; i < steps.length; i++) {
                steps[i] = 5.0 + i;
            }
            return steps;
        }
    }

    /** After 7 periods 0.4 are left, so that a retention of 0.4^(1/7) goes on. */
    @Test
    void theAverageHazardIsThatOfTheWholeCurve() {
        assertThat(CURVE.withAverageHazard().survivalProbability(14)).isCloseTo(0.16, within(1e-15));
        assertThat(CURVE.withAverageHazard().survivalProbability(7)).isEqualTo(0.4);
    }

    /** S is 1, 1, 0.8, .. 0.8 and 0.4 from 7 on, for ever. */
    @Test
    void nobodyLeavingIsAPerpetuityAtAnyRate() {
        for (double rate : new double[] {0.1, 1e-4, 1e-9, 1e-12}) {
            double expected = 0.4 * (1 + rate) / rate;
            for (int t = 0; t < 7; t++) {
                expected += (t < 2 ? 0.6 : 0.4) * StrictMath.pow(1 + rate, -t);
            }
            assertThat(CURVE.withNobodyLeaving().discountedExpectedLifetime(DiscountRate.annual(rate)))
                    .isCloseTo(expected, withinPercentage(1e-9));
        }
    }

    @Test
    void thePeriodsOfAConstantHazardCanBeTold() {
        StepLifetime curve = StepLifetime.of(new double[] {1, 2, 3}, new double[] {0.9, 0.8, 0.7});
        for (double bad : new double[] {1e-17, 0, 4, Double.NaN}) {
            assertThatThrownBy(() -> curve.withConstantHazard(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("periods must be in (0, 3.0], the last time, but was " + bad);
        }
        StepLifetime atOnce = StepLifetime.of(new double[] {0}, new double[] {0.5});
        assertThatThrownBy(atOnce::withAverageHazard)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nobody was watched beyond time 0, so nothing says at which rate customers leave; add"
                        + " customers with a longer time, or use withTail");
    }

    @Test
    void itIsWhatItsStepsAre() {
        assertThat(StepLifetime.of(CURVE.times(), CURVE.survival()))
                .isEqualTo(CURVE)
                .hasSameHashCodeAs(CURVE)
                .isNotEqualTo(StepLifetime.of(TIMES, new double[] {1, 0.8, 0.7, 0.4}));
        CURVE.times()[0] = 1;
        assertThat(CURVE.times()).containsExactly(TIMES);
    }

    @Test
    void stepsThatCannotBeAreNamed() {
        assertThatThrownBy(() -> StepLifetime.of(TIMES, new double[] {1, 0.8, 0.9, 0.4}))
                .hasMessage("survival 2 must be in [0, 0.8], but was 0.9");
        assertThatThrownBy(() -> StepLifetime.of(TIMES, new double[] {1.1, 0.8, 0.8, 0.4}))
                .hasMessage("survival 0 must be in [0, 1.0], but was 1.1");
        assertThatThrownBy(() -> StepLifetime.of(new double[] {0, 2, 2, 7}, SURVIVAL))
                .hasMessage("time 2 must be in (2.0, Inf), but was 2.0");
        assertThatThrownBy(() -> StepLifetime.of(new double[] {-1, 2, 3, 7}, SURVIVAL))
                .hasMessage("time 0 must be in [0, Inf), but was -1.0");
        assertThatThrownBy(() -> StepLifetime.of(TIMES, new double[1]))
                .hasMessage("survival must have length 4, but had 1");
        assertThatThrownBy(() -> StepLifetime.of(new double[0], new double[0]))
                .hasMessage("times must have at least one step, but had 0");
    }
}
